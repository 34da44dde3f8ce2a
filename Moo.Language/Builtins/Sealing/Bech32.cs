namespace Moo.Language.Builtins.Sealing;

/// <summary>Bech32 (BIP 173): keys as text that shows typing errors. Without its bound on the length, as age uses it.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int ChecksumLength = 6;

    /// <summary>The text of bytes, in small letters.</summary>
    public static string Encode(string prefix, ReadOnlySpan<byte> bytes)
    {
        var digits = Regroup(bytes.ToArray(), 8, 5, pads: true)!;
        var sum = Checksum(prefix, [.. digits, .. new byte[ChecksumLength]]) ^ 1;
        var check = Enumerable.Range(0, ChecksumLength).Select(i => (byte)(sum >> 5 * (ChecksumLength - 1 - i) & 31));
        return prefix + "1" + string.Concat(digits.Concat(check).Select(digit => Alphabet[digit]));
    }

    /// <summary>The bytes of a text with this prefix; null if it is malformed.</summary>
    public static byte[]? TryDecode(string prefix, string text)
    {
        var lower = text.ToLowerInvariant();
        var isMixed = text.Any(char.IsAsciiLetterLower) && text.Any(char.IsAsciiLetterUpper);
        if (isMixed || !lower.StartsWith(prefix + "1", StringComparison.Ordinal)) return null;
        var digits = lower[(prefix.Length + 1)..].Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal)).ToArray();
        if (digits.Length < ChecksumLength || Array.Exists(digits, digit => digit < 0)) return null;
        byte[] values = [.. digits.Select(digit => (byte)digit)];
        return Checksum(prefix, values) == 1 ? Regroup(values[..^ChecksumLength], 5, 8, pads: false) : null;
    }

    private static uint Checksum(string prefix, byte[] values)
    {
        ReadOnlySpan<uint> generators = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];
        var sum = 1u;
        foreach (var value in prefix.Select(letter => (byte)(letter >> 5)).Append((byte)0).Concat(prefix.Select(letter => (byte)(letter & 31))).Concat(values))
        {
            var top = sum >> 25;
            sum = (sum & 0x1FFFFFF) << 5 ^ value;
            for (var i = 0; i < generators.Length; i++)
                if ((top >> i & 1) != 0) sum ^= generators[i];
        }
        return sum;
    }

    // Bits in groups of one size to groups of another. What is left over is padded with zeros, or must be such padding.
    private static byte[]? Regroup(byte[] values, int from, int to, bool pads)
    {
        var result = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var value in values)
        {
            buffer = (buffer << from | value) & 0xFFFF;
            bits += from;
            while (bits >= to)
            {
                bits -= to;
                result.Add((byte)(buffer >> bits & (1 << to) - 1));
            }
        }
        var rest = buffer & (1 << bits) - 1;
        if (pads && bits > 0) result.Add((byte)(rest << (to - bits) & (1 << to) - 1));
        return !pads && (bits >= from || rest != 0) ? null : [.. result];
    }
}
