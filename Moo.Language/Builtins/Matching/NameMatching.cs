using Moo.Store.Values;

namespace Moo.Language.Builtins.Matching;

/// <summary>How well a name fits, the best first.</summary>
internal enum Fit
{
    Exact,
    Start,
    Inside,
    Similar,
    None,
}

/// <summary>Sorts things by how well their names fit a word, as mooR's matching functions do.</summary>
/// <param name="word">The word.</param>
/// <param name="tolerance">How many typing errors are forgiven, as a share of the word's length; 0 for none.</param>
internal sealed class NameMatching(string word, double tolerance)
{
    // Beyond this a name is no name, and comparing it would cost more than it is worth.
    private const int LongestSimilar = 100;

    private readonly List<Value>[] _found = [[], [], [], []];

    /// <summary>Looks at a thing by all its names.</summary>
    public void Add(Value thing, IEnumerable<string> names)
    {
        var best = names.Select(Compare).DefaultIfEmpty(Fit.None).Min();
        if (best != Fit.None) _found[(int)best].Add(thing);
    }

    /// <summary>All that fit, the best first.</summary>
    public List<Value> All() => [.. _found.SelectMany(tier => tier)];

    /// <summary>All that fit best.</summary>
    public List<Value> Best() => _found.FirstOrDefault(tier => tier.Count > 0) ?? [];

    private Fit Compare(string name)
    {
        if (name.Equals(word, StringComparison.OrdinalIgnoreCase)) return Fit.Exact;
        if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return Fit.Start;
        if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return Fit.Inside;
        return tolerance > 0 && IsSimilar(name) ? Fit.Similar : Fit.None;
    }

    private bool IsSimilar(string name)
    {
        var most = (int)Math.Min(Math.Ceiling(word.Length * tolerance), LongestSimilar);
        return word.Length <= LongestSimilar && name.Length <= LongestSimilar && Math.Abs(word.Length - name.Length) <= most
            && TypingDistance.Between(word, name) <= most;
    }
}
