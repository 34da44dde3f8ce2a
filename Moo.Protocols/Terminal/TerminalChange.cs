namespace Moo.Protocols.Terminal;

/// <summary>Which of the <see cref="TerminalFacts"/> changed.</summary>
[Flags]
public enum TerminalChange
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Columns or rows.</summary>
    Size = 1,

    /// <summary>The client's name or version.</summary>
    Client = 2,

    /// <summary>The character set.</summary>
    Charset = 4,

    /// <summary>What it can do, or its type.</summary>
    Features = 8,
}
