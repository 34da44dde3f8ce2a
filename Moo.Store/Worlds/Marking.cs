using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Marks the anonymous objects and WAIFs that can be reached from some values and objects, directly or through each other.</summary>
/// <param name="find">Gives the state of a hidden object that was reached; null if it is no more, or does not matter.</param>
public sealed class Marking(Func<ObjectId, ObjectState?> find)
{
    private readonly HashSet<ObjectId> _reached = [];
    private readonly Stack<ObjectId> _open = new();

    /// <summary>Whether an object was reached.</summary>
    public bool IsReached(ObjectId id) => _reached.Contains(id);

    /// <summary>Marks what a value refers to.</summary>
    public void Add(Value value)
    {
        Reach(value);
        while (_open.TryPop(out var id))
            if (find(id) is { } state) Look(state);
    }

    /// <summary>Marks what an object refers to.</summary>
    public void Add(ObjectState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Look(state);
        while (_open.TryPop(out var id))
            if (find(id) is { } next) Look(next);
    }

    private void Look(ObjectState state)
    {
        for (var cell = 0; cell < state.Shape.Count; cell++) Reach(state.Cells[cell].Value);
        Reach(Value.Of(state.Metadata));
    }

    private void Reach(Value value)
    {
        if (value.Reference is not ReferenceValue) return;
        foreach (var id in References.In(value))
            if (_reached.Add(id)) _open.Push(id);
    }
}
