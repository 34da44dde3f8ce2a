namespace Moo.Language.Syntax;

/// <summary>Finds what somebody who mistyped a word probably meant.</summary>
public static class Spelling
{
    private const int LongestWord = 40;

    // Functions of other languages, and what they are called here.
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["strlen"] = "length",
        ["len"] = "length",
        ["count"] = "length",
        ["size"] = "length",
        ["print"] = "notify",
        ["printf"] = "notify",
        ["println"] = "notify",
        ["echo"] = "notify",
        ["puts"] = "notify",
        ["write"] = "notify",
        ["tell"] = "notify",
        ["push"] = "listappend",
        ["append"] = "listappend",
        ["insert"] = "listinsert",
        ["split"] = "explode",
        ["replace"] = "strsub",
        ["strpos"] = "index",
        ["indexof"] = "index",
        ["find"] = "index",
        ["contains"] = "is_member",
        ["str"] = "tostr",
        ["string"] = "tostr",
        ["int"] = "toint",
        ["float"] = "tofloat",
        ["type"] = "typeof",
        ["keys"] = "mapkeys",
        ["values"] = "mapvalues",
        ["haskey"] = "maphaskey",
        ["has_key"] = "maphaskey",
        ["sleep"] = "suspend",
        ["wait"] = "suspend",
        ["rand"] = "random",
        ["throw"] = "raise",
        ["error"] = "raise",
        ["now"] = "time",
        ["repr"] = "toliteral",
        ["hash"] = "value_hash",
    };

    /// <summary>What a function of another language is called here; null if it is not known.</summary>
    public static string? Elsewhere(string name) => Others.GetValueOrDefault(name);

    /// <summary>The candidate that is one slip away (two in longer words), or null.</summary>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is < 2 or > LongestWord) return null;
        string? best = null;
        var bestDistance = word.Length <= 4 ? 2 : 3;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance || candidate.Length > LongestWord) continue;
            var distance = Distance(word, candidate);
            if (distance == 0 || distance >= bestDistance) continue;
            (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    // Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), ignoring case.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }
        return rows[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
