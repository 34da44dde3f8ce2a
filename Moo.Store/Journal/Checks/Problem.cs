namespace Moo.Store.Journal.Checks;

/// <summary>Something in a store that is not as it should be.</summary>
/// <param name="What">What is wrong, and where.</param>
/// <param name="Remedy">What a repair does about it.</param>
/// <param name="IsDamage">Whether a server's own work cannot have led to it; what an owner leaves behind who is recycled is none.</param>
public sealed record Problem(string What, string Remedy, bool IsDamage);

/// <summary>What a check found.</summary>
public sealed record CheckReport
{
    private const int MostListed = 1000;

    private readonly List<Problem> _problems = [];

    /// <summary>The problems; of very many, the first ones.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>How many problems are damage.</summary>
    public long Damages { get; private set; }

    /// <summary>How many problems are none that a server minds.</summary>
    public long LooseEnds { get; private set; }

    /// <summary>How many objects were looked at.</summary>
    public long Objects { get; internal set; }

    /// <summary>How many properties were looked at.</summary>
    public long Properties { get; internal set; }

    /// <summary>How many verbs were looked at.</summary>
    public long Verbs { get; internal set; }

    /// <summary>How many sleeping tasks were looked at.</summary>
    public long Tasks { get; internal set; }

    internal void Add(string what, string remedy, bool isDamage = true)
    {
        if (isDamage) Damages++;
        else LooseEnds++;
        if (_problems.Count < MostListed) _problems.Add(new Problem(what, remedy, isDamage));
    }
}
