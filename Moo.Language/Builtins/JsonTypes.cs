using System.Globalization;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>
/// The types that ToastStunt's "embedded-types" mode writes behind a value in a JSON string: <c>"#13|obj"</c>.
/// </summary>
/// <remarks>
/// ToastStunt knows obj, int, float, err and str; sym, bin and bool are ours. A string that ends like one of these
/// gets "|str" behind it, so that it comes back as it was.
/// </remarks>
internal static class JsonTypes
{
    private const int LongestName = 5;

    private static readonly (string Suffix, ValueKind Kind)[] Known =
    [
        ("|obj", ValueKind.Obj), ("|int", ValueKind.Int), ("|float", ValueKind.Float), ("|err", ValueKind.Err),
        ("|str", ValueKind.Str), ("|sym", ValueKind.Symbol), ("|bin", ValueKind.Binary), ("|bool", ValueKind.Bool),
    ];

    /// <summary>
    /// What is written behind the text of a value of this kind; empty for a kind that has no such text.
    /// </summary>
    public static string Suffix(ValueKind kind)
    {
        foreach (var (suffix, known) in Known)
            if (known == kind) return suffix;
        return "";
    }

    /// <summary>Whether a text ends with a type, and which.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out ReadOnlySpan<char> bare, out ValueKind kind)
    {
        var bar = text.LastIndexOf('|');
        if (bar >= 0 && text.Length - bar - 1 <= LongestName)
        {
            foreach (var (suffix, known) in Known)
            {
                if (!text[bar..].SequenceEqual(suffix)) continue;
                bare = text[..bar];
                kind = known;
                return true;
            }
        }
        bare = text;
        kind = ValueKind.Str;
        return false;
    }

    /// <summary>
    /// The value that a text stands for. Like C's conversions, it takes as much of a number as there is, and 0 for
    /// none.
    /// </summary>
    public static Value Read(ReadOnlySpan<char> text, ValueKind kind) => kind switch
    {
        ValueKind.Obj => Value.Obj(Integer(text.StartsWith("#") ? text[1..] : text)),
        ValueKind.Int => Value.Int(Integer(text)),
        ValueKind.Float => Value.Float(Float(text)),
        ValueKind.Err => Value.Err(Error(text)),
        ValueKind.Symbol => Value.Of(new MooSymbol(text.ToString())),
        ValueKind.Binary => Binary(text),
        ValueKind.Bool => Value.Bool(text.Equals("true", StringComparison.OrdinalIgnoreCase)),
        _ => Value.Str(text.ToString()),
    };

    private static long Integer(ReadOnlySpan<char> text)
    {
        var end = text.StartsWith("-") ? 1 : 0;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (long.TryParse(text[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        return end > 1 ? text[0] == '-' ? long.MinValue : long.MaxValue : 0;
    }

    private static double Float(ReadOnlySpan<char> text)
    {
        for (var end = Math.Min(text.Length, 400); end > 0; end--)
            if (FloatText.TryParse(text[..end], out var number)) return number;
        return 0;
    }

    private static ErrorCode Error(ReadOnlySpan<char> text)
    {
        var isName = text.StartsWith("E_", StringComparison.OrdinalIgnoreCase) && text.Length > 2;
        foreach (var c in text) isName &= char.IsAsciiLetterOrDigit(c) || c == '_';
        return (isName ? ErrorCode.Find(text.ToString()) : null) ?? ErrorCode.E_NONE;
    }

    private static Value Binary(ReadOnlySpan<char> text)
    {
        var standard = text.ToString().Replace('-', '+').Replace('_', '/');
        var bytes = new byte[standard.Length];
        if (!Convert.TryFromBase64String(standard, bytes, out var length)) return Value.Str(text.ToString());
        return Value.Of(new MooBinary(bytes[..length]));
    }
}
