using System.Globalization;

namespace Moo.Language.Builtins.Text;

/// <summary>Numbers in players' texts, read as C's <c>strtol</c> and <c>strtod</c> read them, with blanks around.</summary>
/// <remarks>Differs from LambdaMOO: hexadecimal floats, <c>inf</c> and <c>nan</c> are not read; whether it does depends on its C library.</remarks>
internal static class NumberText
{
    /// <summary>Reads an integer; a text with a fraction or exponent is read as a float and cut. False if it is no number.</summary>
    public static bool TryInteger(ReadOnlySpan<char> text, out long number)
    {
        if (TryWhole(text, out number, out var rest) && (rest.IsEmpty || rest[0] is not ('.' or 'e' or 'E'))) return IsBlank(rest);
        if (!TryDecimal(text, out var value, out rest) || !IsBlank(rest))
        {
            number = 0;
            return false;
        }
        number = Truncate(value);
        return true;
    }

    /// <summary>Reads an object number, with or without its <c>#</c>.</summary>
    public static bool TryObject(ReadOnlySpan<char> text, out long number)
    {
        text = text.TrimStart(' ');
        if (text.StartsWith('#')) text = text[1..];
        if (TryWhole(text, out number, out var rest) && IsBlank(rest)) return true;
        number = 0;
        return false;
    }

    /// <summary>Reads a float.</summary>
    public static bool TryFloat(ReadOnlySpan<char> text, out double number)
    {
        // LambdaMOO takes a minus sign off by itself, so that blanks may stand behind it.
        text = text.TrimStart(' ');
        var isNegative = text.StartsWith('-');
        if (isNegative) text = text[1..];
        if (!TryDecimal(text, out number, out var rest) || !IsBlank(rest)) return false;
        if (isNegative) number = -number;
        return double.IsFinite(number);
    }

    /// <summary>A float without its fraction, cut to the range of integers.</summary>
    public static long Truncate(double number) =>
        number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number;

    private static bool IsBlank(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(' ');

    private static ReadOnlySpan<char> SkipSpace(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && (text[start] is ' ' or (>= '\t' and <= '\r'))) start++;
        return text[start..];
    }

    private static int SignLength(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is '+' or '-' ? 1 : 0;

    private static int DigitCount(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    // strtol: blanks, a sign, digits; what does not fit becomes the largest or smallest number.
    private static bool TryWhole(ReadOnlySpan<char> text, out long number, out ReadOnlySpan<char> rest)
    {
        number = 0;
        rest = text;
        var body = SkipSpace(text);
        var sign = SignLength(body);
        var digits = DigitCount(body[sign..]);
        if (digits == 0) return false;
        rest = body[(sign + digits)..];
        if (!long.TryParse(body[..(sign + digits)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            number = body[0] == '-' ? long.MinValue : long.MaxValue;
        return true;
    }

    // strtod, for finite decimal numbers: blanks, a sign, digits with a point, an exponent.
    private static bool TryDecimal(ReadOnlySpan<char> text, out double number, out ReadOnlySpan<char> rest)
    {
        number = 0;
        rest = text;
        var body = SkipSpace(text);
        var end = SignLength(body);
        var digits = DigitCount(body[end..]);
        end += digits;
        if (end < body.Length && body[end] == '.')
        {
            var fraction = DigitCount(body[(end + 1)..]);
            digits += fraction;
            end += 1 + fraction;
        }
        if (digits == 0) return false;
        if (end < body.Length && body[end] is 'e' or 'E')
        {
            var sign = SignLength(body[(end + 1)..]);
            var exponent = DigitCount(body[(end + 1 + sign)..]);
            if (exponent > 0) end += 1 + sign + exponent;
        }
        rest = body[end..];
        return double.TryParse(body[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }
}
