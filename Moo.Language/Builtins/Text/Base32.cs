namespace Moo.Language.Builtins.Text;

/// <summary>Base 32 (RFC 4648 §6).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The text of bytes, with padding.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length + 4) / 5 * 8];
        var (buffer, bits, at) = (0u, 0, 0);
        foreach (var value in bytes)
        {
            buffer = buffer << 8 | value;
            bits += 8;
            for (; bits >= 5; bits -= 5) text[at++] = Alphabet[(int)(buffer >> (bits - 5)) & 31];
        }
        if (bits > 0) text[at++] = Alphabet[(int)(buffer << (5 - bits)) & 31];
        text.AsSpan(at).Fill('=');
        return new string(text);
    }

    /// <summary>The bytes of a text, in either case, with padding or without; null if it is malformed.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd('=');
        // 1, 3 and 6 digits at the end are not a whole number of bytes.
        if (text.Length - digits.Length > 6 || digits.Length % 8 is 1 or 3 or 6) return null;
        var bytes = new byte[digits.Length * 5 / 8];
        var (buffer, bits, at) = (0u, 0, 0);
        foreach (var digit in digits)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(digit));
            if (value < 0) return null;
            buffer = buffer << 5 | (uint)value;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
        }
        return bytes;
    }
}
