namespace Moo.Store.Worlds;

/// <summary>Matches words with verb name patterns.</summary>
public static class VerbNames
{
    /// <summary>Whether a word matches one of the blank-separated patterns.</summary>
    /// <remarks>
    /// A <c>*</c> inside a pattern lets the word end anywhere from there on (<c>foo*bar</c>: foo, foob, … foobar); at its end
    /// it lets anything follow (<c>foo*</c>); alone it matches every word. Case is ignored.
    /// LambdaMOO Programmer's Manual, 2.2.3 "Verbs".
    /// </remarks>
    public static bool Match(ReadOnlySpan<char> patterns, ReadOnlySpan<char> word)
    {
        foreach (var range in patterns.Split(' '))
            if (!patterns[range].IsEmpty && MatchOne(patterns[range], word)) return true;
        return false;
    }

    private static bool MatchOne(ReadOnlySpan<char> pattern, ReadOnlySpan<char> word)
    {
        var mayEnd = false;
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
            {
                mayEnd = true;
                pattern = pattern[1..];
                if (pattern.IsEmpty) return true;
                continue;
            }
            if (word.IsEmpty) return mayEnd;
            if (pattern[0] != word[0] && char.ToUpperInvariant(pattern[0]) != char.ToUpperInvariant(word[0])) return false;
            pattern = pattern[1..];
            word = word[1..];
        }
        return word.IsEmpty;
    }
}
