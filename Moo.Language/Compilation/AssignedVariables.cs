namespace Moo.Language.Compilation;

/// <summary>
/// The variables that surely have a value at the place that is being compiled: reading one of them needs no check, and a
/// variable of which every read is such needs no clearing when its frame starts.
/// </summary>
/// <remarks>
/// A variable that has a value keeps having one, so the statements of a program are gone through once, in order. Where ways part,
/// what one of them assigns is forgotten (<see cref="Save"/>, <see cref="Restore"/>) or what all have in common is kept (<see cref="Join"/>).
/// </remarks>
internal sealed class AssignedVariables
{
    private readonly HashSet<int> _unsure = [];
    private HashSet<int> _slots = [];

    /// <summary>The slots that are read somewhere where they may have no value: they must be marked so when the frame starts.</summary>
    public IEnumerable<int> Unsure => _unsure;

    /// <summary>Notes that a variable has a value from here on.</summary>
    public void Add(int slot) => _slots.Add(slot);

    /// <summary>Whether a variable that is read here surely has a value; if not, it is noted as unsure.</summary>
    public bool IsSure(int slot)
    {
        if (_slots.Contains(slot)) return true;
        _unsure.Add(slot);
        return false;
    }

    /// <summary>The state here, to go back to.</summary>
    public HashSet<int> Save() => [.. _slots];

    /// <summary>Goes back to a state.</summary>
    public void Restore(HashSet<int> state) => _slots = [.. state];

    /// <summary>Goes on with what all ways that lead here have in common; nothing leads here if there are none.</summary>
    public void Join(IReadOnlyList<HashSet<int>> ways)
    {
        if (ways.Count == 0) return;
        _slots = [.. ways[0]];
        for (var i = 1; i < ways.Count; i++) _slots.IntersectWith(ways[i]);
    }
}
