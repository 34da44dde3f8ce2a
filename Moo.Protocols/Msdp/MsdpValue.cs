namespace Moo.Protocols.Msdp;

/// <summary>A value in MSDP: text, an array or a table. Numbers travel as text.</summary>
public abstract record MsdpValue
{
    private protected MsdpValue()
    {
    }
}

/// <summary>Text, without control characters 0 to 6.</summary>
/// <param name="Text">The text.</param>
public sealed record MsdpText(string Text) : MsdpValue;

/// <summary>Values in order.</summary>
/// <param name="Items">The values.</param>
public sealed record MsdpArray(IReadOnlyList<MsdpValue> Items) : MsdpValue;

/// <summary>Named values in order.</summary>
/// <param name="Entries">The names and their values.</param>
public sealed record MsdpTable(IReadOnlyList<KeyValuePair<string, MsdpValue>> Entries) : MsdpValue;
