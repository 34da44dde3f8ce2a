using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Moo.Language.Builtins.Text;

/// <summary>The names that Unicode gives to characters.</summary>
/// <remarks>Unicode Standard, 4.8 "Name". The data is described in <c>UnicodeNames.md</c>.</remarks>
internal static class UnicodeNames
{
    private const int FirstSyllable = 0xAC00;
    private const int Vowels = 21, Trails = 28, Syllables = 19 * Vowels * Trails;

    private static readonly string[] LeadNames = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] VowelNames =
        ["A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"];

    private static readonly string[] TrailNames =
    [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
    ];

    // Ranges whose names are a word and the number.
    private static readonly (int First, int Last, string Prefix)[] Numbered =
    [
        (0x3400, 0x4DBF, "CJK UNIFIED IDEOGRAPH-"), (0x4E00, 0x9FFF, "CJK UNIFIED IDEOGRAPH-"), (0x20000, 0x2A6DF, "CJK UNIFIED IDEOGRAPH-"),
        (0x2A700, 0x2B738, "CJK UNIFIED IDEOGRAPH-"), (0x2B740, 0x2B81D, "CJK UNIFIED IDEOGRAPH-"), (0x2B820, 0x2CEA1, "CJK UNIFIED IDEOGRAPH-"),
        (0x2CEB0, 0x2EBE0, "CJK UNIFIED IDEOGRAPH-"), (0x30000, 0x3134A, "CJK UNIFIED IDEOGRAPH-"), (0xF900, 0xFA6D, "CJK COMPATIBILITY IDEOGRAPH-"),
        (0xFA70, 0xFAD9, "CJK COMPATIBILITY IDEOGRAPH-"), (0x2F800, 0x2FA1D, "CJK COMPATIBILITY IDEOGRAPH-"), (0x17000, 0x187F7, "TANGUT IDEOGRAPH-"),
        (0x18D00, 0x18D08, "TANGUT IDEOGRAPH-"), (0x18B00, 0x18CD5, "KHITAN SMALL SCRIPT CHARACTER-"), (0x1B170, 0x1B2FB, "NUSHU CHARACTER-"),
    ];

    private static readonly Lazy<(Dictionary<int, string> ByPoint, Dictionary<string, int> ByName)> Listed = new(Load);

    /// <summary>The name of a character, in capitals; null if it has none, as control characters do.</summary>
    public static string? Of(int point)
    {
        if (point is >= FirstSyllable and < FirstSyllable + Syllables) return Syllable(point - FirstSyllable);
        foreach (var (first, last, prefix) in Numbered)
            if (point >= first && point <= last) return prefix + point.ToString("X4", CultureInfo.InvariantCulture);
        return Listed.Value.ByPoint.GetValueOrDefault(point);
    }

    /// <summary>The character of a name, whatever its case; null if there is none.</summary>
    public static int? Find(string name)
    {
        if (Listed.Value.ByName.TryGetValue(name, out var point)) return point;
        var hyphen = name.LastIndexOf('-');
        if (hyphen > 0 && int.TryParse(name.AsSpan(hyphen + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            return Of(number) is { } known && known.Equals(name, StringComparison.OrdinalIgnoreCase) ? number : null;
        const string syllable = "HANGUL SYLLABLE ";
        if (!name.StartsWith(syllable, StringComparison.OrdinalIgnoreCase)) return null;
        for (var i = 0; i < Syllables; i++)
            if (Syllable(i).Equals(name, StringComparison.OrdinalIgnoreCase)) return FirstSyllable + i;
        return null;
    }

    private static string Syllable(int index) =>
        "HANGUL SYLLABLE " + LeadNames[index / (Vowels * Trails)] + VowelNames[index / Trails % Vowels] + TrailNames[index % Trails];

    private static (Dictionary<int, string> ByPoint, Dictionary<string, int> ByName) Load()
    {
        var points = new Dictionary<int, string>();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        using var resource = typeof(UnicodeNames).Assembly.GetManifestResourceStream("UnicodeNames.z")!;
        using var reader = new StreamReader(new ZLibStream(resource, CompressionMode.Decompress), Encoding.ASCII);
        while (reader.ReadLine() is { } line)
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var (point, name) = (int.Parse(line.AsSpan(0, blank), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), line[(blank + 1)..]);
            points[point] = name;
            names[name] = point;
        }
        return (points, names);
    }
}
