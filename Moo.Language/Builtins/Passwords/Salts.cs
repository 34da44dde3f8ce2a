using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Moo.Language.Builtins.Passwords;

/// <summary>Settings for <c>crypt()</c>, made of random bytes.</summary>
internal static partial class Salts
{
    private const string Alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string BcryptAlphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int BcryptBytes = 16;
    private const int UsualBcryptCost = 5;

    /// <summary>The worth of a character in the alphabet of salts, or -1.</summary>
    public static int ValueOf(char c) => Alphabet.IndexOf(c);

    /// <summary>Characters that may stand in a salt, chosen by bytes.</summary>
    public static string Text(ReadOnlySpan<byte> random)
    {
        var text = new StringBuilder(random.Length);
        foreach (var value in random) text.Append(Alphabet[value & 63]);
        return text.ToString();
    }

    /// <summary>A setting of the kind that a prefix names; null if there is no such kind, or the bytes are too few.</summary>
    /// <param name="prefix">
    /// <c>$1$</c>, <c>$5$</c> or <c>$6$</c>, perhaps with <c>rounds=n$</c>, <c>$2a$</c> perhaps with <c>nn$</c>; empty for DES.
    /// </param>
    /// <param name="random">The bytes to make it of.</param>
    public static string? Make(string prefix, ReadOnlySpan<byte> random)
    {
        if (prefix.Length == 0 || prefix.Length >= 2 && ValueOf(prefix[0]) >= 0 && ValueOf(prefix[1]) >= 0)
            return random.Length >= 2 ? Text(random[..2]) : null;
        if (Bcrypt().Match(prefix) is { Success: true } bcrypt)
        {
            var cost = Number(bcrypt.Groups["cost"]) ?? UsualBcryptCost;
            if (random.Length < BcryptBytes || cost is < 4 or > 31) return null;
            return string.Create(CultureInfo.InvariantCulture, $"{prefix[..4]}{cost:00}${BigEndian(random[..BcryptBytes])}");
        }
        if (Digest().Match(prefix) is not { Success: true } digest || random.Length < 3) return null;
        if (Number(digest.Groups["rounds"]) is < 1000 or > 999_999_999) return null;
        // Salts of MD5 are 8 characters long, those of SHA-2 16.
        var groups = Math.Min(random.Length / 3, prefix[1] == '1' ? 2 : 4);
        return prefix + LittleEndian(random[..(3 * groups)]);
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static string LittleEndian(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (; bytes.Length >= 3; bytes = bytes[3..])
        {
            var bits = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
            for (var i = 0; i < 4; i++, bits >>= 6) text.Append(Alphabet[bits & 63]);
        }
        return text.ToString();
    }

    private static string BigEndian(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8 | value) & 0xFFFF;
            for (bits += 8; bits >= 6; bits -= 6) text.Append(BcryptAlphabet[buffer >> (bits - 6) & 63]);
        }
        if (bits > 0) text.Append(BcryptAlphabet[buffer << (6 - bits) & 63]);
        return text.ToString();
    }

    [GeneratedRegex(@"^\$2[abxy]\$(?:(?<cost>[0-9]{1,2})\$)?\z")]
    private static partial Regex Bcrypt();

    [GeneratedRegex(@"^\$(?:1\$|[56]\$(?:rounds=(?<rounds>[0-9]{1,9})\$)?)\z")]
    private static partial Regex Digest();
}
