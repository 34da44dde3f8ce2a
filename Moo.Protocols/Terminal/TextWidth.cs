using System.Globalization;
using System.Text;

namespace Moo.Protocols.Terminal;

/// <summary>How many columns text takes on a terminal.</summary>
/// <remarks>
/// Counted by what a reader sees as one character (a grapheme cluster, UAX #29): East Asian characters and emoji take
/// two columns (UAX #11), marks and joiners none. Terminals differ on rare emoji; none of them is right about all.
/// </remarks>
public static class TextWidth
{
    private const char EmojiStyle = '\uFE0F';

    // First and last of each range of wide characters: those of width W or F in UAX #11, Unicode 14, and regional
    // indicators.
    private static readonly int[] Wide =
    [
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
        0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18AFF, 0x18D00, 0x18D08,
        0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6, 0x1F320,
        0x1F32D, 0x1F335,
        0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4,
        0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567,
        0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC,
        0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FF, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A,
        0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD,
    ];

    /// <summary>The columns that a text without line feeds takes.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~'))
            return text.Length;
        var columns = 0;
        while (!text.IsEmpty)
        {
            var length = ClusterLength(text);
            columns += OfCluster(text[..length]);
            text = text[length..];
        }
        return columns;
    }

    /// <summary>The length in chars of the grapheme cluster at the start of the text, which is not empty.</summary>
    internal static int ClusterLength(ReadOnlySpan<char> text) =>
        // Nothing in ASCII joins to what stands before it, but for CR LF.
        text[0] is >= ' ' and <= '~' && (text.Length == 1 || text[1] <= '~')
            ? 1
            : StringInfo.GetNextTextElementLength(text);

    /// <summary>The columns of one grapheme cluster: two if it begins wide, else what its parts take.</summary>
    internal static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && cluster[0] is >= ' ' and <= '~')
            return 1;
        if (cluster[^1] == EmojiStyle && cluster.Length > 1)
            return 2;
        var columns = 0;
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (columns == 0 && IsWide(rune.Value))
                return 2;
            columns += IsSpacing(rune) ? 1 : 0;
        }
        return columns;
    }

    private static bool IsSpacing(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsWide(int character)
    {
        if (character < Wide[0])
            return false;
        var index = Array.BinarySearch(Wide, character);
        // Not found: the complement is where it would stand. Between a first and its last that is an odd place.
        return index >= 0 || (~index & 1) == 1;
    }
}
