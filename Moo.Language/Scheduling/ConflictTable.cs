namespace Moo.Language.Scheduling;

/// <summary>Which verbs' slices had to run again, how often, and how much time that cost. Touched only when there is a conflict.</summary>
public sealed class ConflictTable
{
    /// <summary>The most verbs told apart; what comes after is counted as <see cref="Others"/>.</summary>
    public const int MostVerbs = 1000;

    /// <summary>What stands for verbs that came too late for a line of their own.</summary>
    public const string Others = "(others)";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, VerbConflicts> _verbs = [];

    /// <summary>The verbs, those first that lost the most time.</summary>
    public IReadOnlyList<VerbConflicts> All()
    {
        lock (_lock) return [.. _verbs.Values.OrderByDescending(verb => verb.Lost).ThenBy(verb => verb.Verb, StringComparer.Ordinal)];
    }

    internal void Add(string verb, TimeSpan lost)
    {
        lock (_lock)
        {
            var known = Find(verb);
            _verbs[known.Verb] = known with { Conflicts = known.Conflicts + 1, Lost = known.Lost + lost };
        }
    }

    internal void AddAlone(string verb)
    {
        lock (_lock)
        {
            var known = Find(verb);
            _verbs[known.Verb] = known with { Alone = known.Alone + 1 };
        }
    }

    private VerbConflicts Find(string verb)
    {
        if (_verbs.TryGetValue(verb, out var known)) return known;
        if (_verbs.Count >= MostVerbs) verb = Others;
        return _verbs.GetValueOrDefault(verb) ?? new VerbConflicts(verb, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>The conflicts of slices that began in one verb.</summary>
/// <param name="Verb">The verb, <c>#12:look</c>.</param>
/// <param name="Conflicts">How often one had to run again.</param>
/// <param name="Alone">How often one ran alone, after too many conflicts.</param>
/// <param name="Lost">How long the runs took that came to nothing.</param>
public sealed record VerbConflicts(string Verb, long Conflicts, long Alone, TimeSpan Lost);
