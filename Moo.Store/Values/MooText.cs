using System.Text;

namespace Moo.Store.Values;

/// <summary>Strings as the language sees them: positions count code points from 1, comparison ignores case.</summary>
/// <remarks>
/// .NET counts UTF-16 units. Most texts hold no surrogate pairs, and then both counts agree; a vectorised search finds that
/// out. What was found can ride along in the spare bits of a string <see cref="Value"/>: 0 is unknown, else the number of
/// code points plus one. A MOO string never holds half a pair, so cutting between code points keeps it well formed.
/// </remarks>
public static class MooText
{
    private static readonly string[] SingleCharacters = [.. Enumerable.Range(0, 256).Select(c => ((char)c).ToString())];

    /// <summary>The length in code points.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0) return text.Length;

        var points = text.Length;
        foreach (var unit in text[first..])
            if (char.IsLowSurrogate(unit)) points--;
        return points;
    }

    /// <summary>The length in code points of a string value, remembered in the value where it stands.</summary>
    public static int Length(ref Value text)
    {
        if (text.Bits == 0) text = Value.Str(text.AsStr, Length(text.AsStr) + 1L);
        return (int)(text.Bits - 1);
    }

    /// <summary>The UTF-16 offset of a 0-based code point position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text has fewer code points.</exception>
    public static int ToUnits(ReadOnlySpan<char> text, int points)
    {
        if (points <= text.Length && text[..points].IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return points;

        var units = 0;
        for (; points > 0; points--)
        {
            if (units >= text.Length) throw new ArgumentOutOfRangeException(nameof(points), points, "behind the text");
            units += IsPair(text, units) ? 2 : 1;
        }
        return units;
    }

    /// <summary>The 0-based code point position of a UTF-16 offset.</summary>
    public static int ToPoints(ReadOnlySpan<char> text, int units) => Length(text[..units]);

    /// <summary>The character at a 1-based position, which the caller has checked against the length.</summary>
    public static string At(string text, int position)
    {
        var unit = ToUnits(text, position - 1);
        if (IsPair(text, unit)) return text.Substring(unit, 2);
        var c = text[unit];
        return c < SingleCharacters.Length ? SingleCharacters[c] : c.ToString();
    }

    /// <summary>The same for a text whose length in code points is known.</summary>
    public static string At(string text, int position, int length)
    {
        if (length != text.Length) return At(text, position);
        var c = text[position - 1];
        return c < SingleCharacters.Length ? SingleCharacters[c] : c.ToString();
    }

    /// <summary>The characters at 1-based positions <paramref name="from"/> to <paramref name="to"/>, which lie inside the text.</summary>
    public static string Slice(string text, int from, int to)
    {
        if (to < from) return "";
        var start = ToUnits(text, from - 1);
        var end = start + ToUnits(text.AsSpan(start), to - from + 1);
        return end - start == 1 && text[start] < SingleCharacters.Length
            ? SingleCharacters[text[start]] : text.Substring(start, end - start);
    }

    /// <summary>The same for a text whose length in code points is known.</summary>
    public static string Slice(string text, int from, int to, int length)
    {
        if (length != text.Length || to <= from) return Slice(text, from, to);
        return text.Substring(from - 1, to - from + 1);
    }

    /// <summary>Whether two texts are equal but for case.</summary>
    public static bool EqualsIgnoringCase(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Orders two texts ignoring case: letters count as small ones, so that <c>_</c> comes before <c>a</c> and <c>A</c>.</summary>
    public static int CompareIgnoringCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var start = left.CommonPrefixLength(right);
        var shorter = Math.Min(left.Length, right.Length);
        for (var i = start; i < shorter; i++)
        {
            if (left[i] == right[i]) continue;
            var isPair = char.IsSurrogate(left[i]) || char.IsSurrogate(right[i]);
            var difference = isPair ? FoldPair(left, i) - FoldPair(right, i) : Fold(left[i]) - Fold(right[i]);
            if (difference != 0) return difference;
            if (isPair && char.IsHighSurrogate(left[i])) i++; // two spellings of one letter: both halves are compared
        }
        return left.Length - right.Length;
    }

    /// <summary>Orders two texts by their characters, case included.</summary>
    public static int Compare(string left, string right) => string.CompareOrdinal(left, right);

    /// <summary>A hash that agrees with <see cref="EqualsIgnoringCase"/>.</summary>
    public static int HashIgnoringCase(string text) => string.GetHashCode(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with every half of a surrogate pair that stands alone replaced by U+FFFD.</summary>
    public static string Repair(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString();
    }

    private static bool IsPair(ReadOnlySpan<char> text, int unit) =>
        char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1]);

    // Two letters are equal here exactly if EqualsIgnoringCase says so, which goes by their capitals.
    private static int Fold(char c)
    {
        var capital = c < 128 ? c : char.ToUpperInvariant(c);
        return (uint)(capital - 'A') <= 'Z' - 'A' ? capital | 0x20 : capital;
    }

    private static int FoldPair(ReadOnlySpan<char> text, int unit)
    {
        if (char.IsLowSurrogate(text[unit]) && unit > 0) unit--;
        return IsPair(text, unit) ? Rune.ToUpperInvariant(new Rune(text[unit], text[unit + 1])).Value : Fold(text[unit]);
    }
}
