using System.Text;

namespace Moo.Language.Builtins.Text;

/// <summary>One form for all cases of a character, so that two that differ in case only compare as equal.</summary>
/// <remarks>Agrees with the framework's ordinal comparison, and so with <c>==</c>: no letter outside ASCII folds to one inside.</remarks>
internal static class CaseFolding
{
    /// <summary>The common form of a UTF-16 unit's cases.</summary>
    public static char Fold(char c)
    {
        if (c < 128) return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        var upper = char.ToUpperInvariant(c);
        return upper < 128 ? c : upper;
    }

    /// <summary>The common form of a code point's cases.</summary>
    public static int Fold(int point) =>
        point < 0x10000 ? Fold((char)point) : Rune.ToUpperInvariant(new Rune(point)).Value;
}
