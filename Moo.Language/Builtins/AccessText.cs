using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Permission bits as the language writes them: <c>"rc"</c>, <c>"rxd"</c>.</summary>
internal static class AccessText
{
    public static string Of(PropertyFlags flags) => Letters("rwc", (int)flags);

    public static string Of(VerbFlags flags) => Letters("rwxd", (int)flags);

    /// <summary>Reads a property's bits, in any order and case; false for another letter.</summary>
    public static bool TryParse(string text, out PropertyFlags flags)
    {
        var isValid = TryParse("rwc", text, out var bits);
        flags = (PropertyFlags)bits;
        return isValid;
    }

    /// <summary>Reads a verb's bits, in any order and case; false for another letter.</summary>
    public static bool TryParse(string text, out VerbFlags flags)
    {
        var isValid = TryParse("rwxd", text, out var bits);
        flags = (VerbFlags)bits;
        return isValid;
    }

    // Both enumerations number their bits in the order of the letters.
    private static string Letters(string letters, int bits) => string.Concat(letters.Where((_, i) => (bits & 1 << i) != 0));

    private static bool TryParse(string letters, string text, out int bits)
    {
        bits = 0;
        foreach (var letter in text)
        {
            var place = letters.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (place < 0) return false;
            bits |= 1 << place;
        }
        return true;
    }
}
