using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>Permission bits as the letters that people know: <c>rxd</c>.</summary>
internal static class FlagLetters
{
    private const int FirstObjectBit = 3; // the letters' bits stand together, behind player, programmer and wizard

    private static readonly string[] ObjectTexts = AllTexts("rwfa");
    private static readonly string[] PropertyTexts = AllTexts("rwc");
    private static readonly string[] VerbTexts = AllTexts("rwxd");

    public static string Of(ObjectFlags flags) => ObjectTexts[((int)flags >> FirstObjectBit) & 15];

    public static string Of(PropertyFlags flags) => PropertyTexts[(int)flags & 7];

    public static string Of(VerbFlags flags) => VerbTexts[(int)flags & 15];

    public static ObjectFlags ToObject(ReadOnlySpan<byte> letters) => (ObjectFlags)(Bits(letters, "rwfa"u8) << FirstObjectBit);

    public static PropertyFlags ToProperty(ReadOnlySpan<byte> letters) => (PropertyFlags)Bits(letters, "rwc"u8);

    public static VerbFlags ToVerb(ReadOnlySpan<byte> letters) => (VerbFlags)Bits(letters, "rwxd"u8);

    private static int Bits(ReadOnlySpan<byte> letters, ReadOnlySpan<byte> all)
    {
        var bits = 0;
        foreach (var letter in letters)
        {
            var bit = all.IndexOf(letter);
            if (bit >= 0) bits |= 1 << bit;
        }
        return bits;
    }

    private static string[] AllTexts(string letters) =>
        [.. Enumerable.Range(0, 1 << letters.Length).Select(bits => string.Concat(letters.Where((_, bit) => (bits & (1 << bit)) != 0)))];
}
