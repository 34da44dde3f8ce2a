using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Moo.Language.Builtins.Regexes;

/// <summary>Single characters and kinds of characters in a regular expression, as .NET writes them.</summary>
internal static class PerlCharacters
{
    /// <summary>Any character beyond the Basic Multilingual Plane.</summary>
    public const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

    private const string Blanks = "\\t\\u0020\\u00A0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000";
    private const string LineEnds = "\\n\\v\\f\\r\\u0085\\u2028\\u2029";

    /// <summary>A character that means itself.</summary>
    public static string Literal(Rune rune) =>
        rune.IsBmp ? Regex.Escape(rune.ToString()) : $"(?:{Unit(rune.ToString()[0])}{Unit(rune.ToString()[1])})";

    /// <summary><c>\uHHHH</c></summary>
    public static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}");

    /// <summary>What stands behind a backslash, outside a class; it is one character or one of a kind.</summary>
    public static string Escape(string pattern, ref int at, bool isWide)
    {
        if (Kind(pattern, ref at) is not { } kind) return Literal(Character(pattern, ref at));
        // Whatever matches "anything but" must match pairs as well, and never half of one.
        return !isWide ? $"[{kind.Set}]" is var plain && kind.IsNegated ? $"[^{kind.Set}]" : plain
            : kind.IsNegated ? $"(?:[^{kind.Set}\\uD800-\\uDFFF]|{Pair})" : $"[{kind.Set}]";
    }

    /// <summary><c>\d \w \s \h \v \p{…}</c> and their opposites as the inside of a class; null if the escape is none of them.</summary>
    public static (string Set, bool IsNegated)? Kind(string pattern, ref int at)
    {
        var c = pattern[at];
        switch (c)
        {
            case 'd' or 'w' or 's':
                at++;
                return ($"\\{c}", false);
            case 'D' or 'W' or 'S':
                at++;
                return ($"\\{char.ToLowerInvariant(c)}", true);
            case 'h' or 'H':
                at++;
                return (Blanks, c == 'H');
            case 'v' or 'V':
                at++;
                return (LineEnds, c == 'V');
            case 'N':
                at++;
                return ("\\n", true);
            case 'p' or 'P':
                at++;
                return Property(pattern, ref at, c == 'P');
            default:
                return null;
        }
    }

    private static (string Set, bool IsNegated) Property(string pattern, ref int at, bool isNegated)
    {
        string name;
        if (at < pattern.Length && pattern[at] == '{')
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0) throw new PerlSyntaxException("a } is missing");
            name = pattern[(at + 1)..end];
            at = end + 1;
        }
        else
        {
            if (at >= pattern.Length) throw new PerlSyntaxException("\\p needs a property");
            name = pattern[at++].ToString();
        }
        if (name.StartsWith('^')) (name, isNegated) = (name[1..], !isNegated);
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '_' and not '-'))
            throw new PerlSyntaxException($"'{name}' is no property");
        return ($"\\p{{{name}}}", isNegated);
    }

    /// <summary>The character that an escape stands for.</summary>
    public static Rune Character(string pattern, ref int at)
    {
        if (at >= pattern.Length) throw new PerlSyntaxException("it ends in a \\");
        Rune.DecodeFromUtf16(pattern.AsSpan(at), out var rune, out var length);
        at += length;
        switch (rune.Value)
        {
            case 'a':
                return new Rune('\a');
            case 'e':
                return new Rune('\x1b');
            case 'f':
                return new Rune('\f');
            case 'n':
                return new Rune('\n');
            case 'r':
                return new Rune('\r');
            case 't':
                return new Rune('\t');
            case 'c' when at < pattern.Length && char.IsAscii(pattern[at]):
                return new Rune(char.ToUpperInvariant(pattern[at++]) ^ 64);
            case 'x':
                return Number(pattern, ref at, 16, mostDigits: 2);
            case 'u':
                return Number(pattern, ref at, 16, mostDigits: 4);
            case 'o':
                return Number(pattern, ref at, 8, mostDigits: 3);
            case >= '0' and <= '7':
                at--;
                return Number(pattern, ref at, 8, mostDigits: 3);
            default:
                return !Rune.IsLetterOrDigit(rune) || rune.Value >= 128 ? rune : throw new PerlSyntaxException($"\\{rune} has no meaning");
        }
    }

    private static Rune Number(string pattern, ref int at, int radix, int mostDigits)
    {
        var (start, end) = (at, at);
        if (at < pattern.Length && pattern[at] == '{')
        {
            start = at + 1;
            end = pattern.IndexOf('}', start);
            if (end < 0) throw new PerlSyntaxException("a } is missing");
            at = end + 1;
        }
        else
        {
            while (end < pattern.Length && end - start < mostDigits && Worth(pattern[end]) < radix) end++;
            at = end;
        }
        var value = 0;
        foreach (var digit in pattern.AsSpan(start, end - start))
        {
            var worth = Worth(digit);
            if (worth >= radix || value > 0x10FFFF) throw new PerlSyntaxException($"'{pattern[start..end]}' is no number of a character");
            value = value * radix + worth;
        }
        return Rune.IsValid(value) ? new Rune(value) : throw new PerlSyntaxException($"'{pattern[start..end]}' is no number of a character");
    }

    private static int Worth(char digit) => char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : int.MaxValue;
}
