namespace Moo.Language.Builtins.Matching;

/// <summary>The words of a language, from a file with one on each line, and what is close to a word that is not among them.</summary>
/// <param name="path">The file; read on first use.</param>
internal sealed class WordList(string path)
{
    private const int MostSuggestions = 20;
    private const int LongestWord = 40;

    private readonly Lazy<HashSet<string>?> _words = new(() => Read(path));

    /// <summary>Whether there is such a file.</summary>
    public bool IsThere => _words.Value is not null;

    private static HashSet<string>? Read(string path)
    {
        try
        {
            return new HashSet<string>(File.ReadLines(path).Select(line => line.Trim()), StringComparer.OrdinalIgnoreCase);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a word is spelled as in the list, case aside; a number is, and so is the genitive of a word.</summary>
    public bool Contains(string word) => _words.Value!.Contains(word) || word.All(char.IsDigit)
        || word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) && _words.Value.Contains(word[..^2]);

    /// <summary>Words that are one typing error away; if there are none, words with the same first letter that are two away.</summary>
    public IReadOnlyList<string> Suggest(string word)
    {
        if (word.Length is 0 or > LongestWord) return [];
        var close = Within(word, 1).ToList();
        if (close.Count == 0)
            close = [.. Within(word, 2).Where(known => char.ToUpperInvariant(known[0]) == char.ToUpperInvariant(word[0]))];
        return [.. close.Order(StringComparer.OrdinalIgnoreCase).Take(MostSuggestions)];
    }

    private IEnumerable<string> Within(string word, int distance) => _words.Value!
        .Where(known => known.Length > 0 && Math.Abs(known.Length - word.Length) <= distance)
        .Where(known => HasLettersOf(known, word, distance) && TypingDistance.Between(known, word) <= distance);

    // A cheap look before the dear one: an error changes, adds or takes at most one letter, so most letters must be common.
    private static bool HasLettersOf(string known, string word, int distance)
    {
        var missing = 0;
        foreach (var letter in known)
            if (!word.Contains(letter, StringComparison.OrdinalIgnoreCase) && ++missing > distance) return false;
        return true;
    }
}
