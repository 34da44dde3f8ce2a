namespace Moo.Language.Builtins;

/// <summary>
/// The order that people expect of names with numbers in them: <c>x2</c> before <c>x11</c>. Ignores case.
/// </summary>
/// <remarks>
/// After Martin Pool's natural order, which ToastStunt uses: blanks do not count; two runs of digits compare as
/// numbers, the longer one being larger; unless one of them starts with 0, then they compare digit by digit as the
/// fractions behind a decimal point do.
/// </remarks>
internal static class NaturalOrder
{
    /// <summary>Negative, 0 or positive.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int l = 0, r = 0;
        while (true)
        {
            l = SkipBlanks(left, l);
            r = SkipBlanks(right, r);
            if (l >= left.Length || r >= right.Length) return (left.Length - l).CompareTo(right.Length - r);
            if (char.IsAsciiDigit(left[l]) && char.IsAsciiDigit(right[r]))
            {
                var leftRun = Run(left, l);
                var rightRun = Run(right, r);
                var order = CompareDigits(leftRun, rightRun);
                if (order != 0) return order;
                l += leftRun.Length;
                r += rightRun.Length;
                continue;
            }
            var difference = Fold(left[l++]) - Fold(right[r++]);
            if (difference != 0) return difference;
        }
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return text[start..end];
    }

    private static int CompareDigits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var areFractions = left[0] == '0' || right[0] == '0';
        return areFractions || left.Length == right.Length ? left.SequenceCompareTo(right) : left.Length - right.Length;
    }

    private static char Fold(char c) => char.ToLowerInvariant(char.ToUpperInvariant(c));
}
