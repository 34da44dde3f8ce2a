namespace Moo.Protocols.Terminal;

/// <summary>Makes what a client says of itself safe to keep and to show.</summary>
internal static class FactText
{
    private const int Longest = 256;

    /// <summary>The printable ASCII in it; empty if it is too long to be a name.</summary>
    public static string Printable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
            return "";
        Span<char> chars = stackalloc char[Longest];
        var count = 0;
        foreach (var value in bytes)
        {
            if (value is >= 0x20 and < 0x7F)
                chars[count++] = (char)value;
        }
        return chars[..count].Trim().ToString();
    }

    /// <inheritdoc cref="Printable(ReadOnlySpan{byte})"/>
    public static string Printable(string text) =>
        text.Length > Longest ? "" : string.Concat(text.Where(c => c is >= ' ' and < '\u007F')).Trim();
}
