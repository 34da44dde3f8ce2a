using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>The whole world at one moment. Immutable: whoever has it can read for as long as they like and stops nobody.</summary>
public sealed class Snapshot
{
    /// <summary>The world before anything was made.</summary>
    public static readonly Snapshot Empty = new() { StructureVersion = World.NextVersion() };

    /// <summary>The number of the commit that made it; 0 for an empty world.</summary>
    public long Sequence { get; internal init; }

    /// <summary>Moves when verbs, property definitions or parents of an object with children change. Unique in the process.</summary>
    public long StructureVersion { get; internal init; }

    /// <summary>The highest object number given out so far, -1 if none.</summary>
    public long MaxObject { get; internal init; } = -1;

    /// <summary>The highest place in the table of hidden objects given out so far, -1 if none.</summary>
    public long MaxHidden { get; internal init; } = -1;

    /// <summary>The players.</summary>
    public ObjectSet Players { get; internal init; } = ObjectSet.Empty;

    internal ObjectTable Objects { get; init; } = ObjectTable.Empty;

    internal ObjectTable Hidden { get; init; } = ObjectTable.Empty;

    /// <summary>The object of this number, or null.</summary>
    public ObjectState? Find(ObjectId id) =>
        id.Number >= 0 ? Objects.Find(id.Number) : HiddenIds.IsHidden(id) ? Hidden.Find(HiddenIds.ToIndex(id)) : null;

    /// <summary>The value of a property, own or inherited, as the server itself reads it: no permission asked, no read recorded.</summary>
    /// <returns>Null if there is no such object or property.</returns>
    public Value? Property(ObjectId holder, string name) => Find(holder) is { } state ? Property(state, name) : null;

    /// <inheritdoc cref="Property(ObjectId, string)"/>
    public Value? Property(ObjectState holder, string name)
    {
        var cell = holder.Shape.IndexOf(name);
        if (cell >= 0 && !holder.Cells[cell].Value.IsClear) return holder.Cells[cell].Value;
        foreach (var parent in holder.Class.Parents)
            if (Find(parent) is { } state && Property(state, name) is { } inherited) return inherited;
        return null;
    }

    /// <summary>The same world under another structure version.</summary>
    internal Snapshot Under(long structureVersion) => new()
    {
        Sequence = Sequence,
        StructureVersion = structureVersion,
        MaxObject = MaxObject,
        MaxHidden = MaxHidden,
        Players = Players,
        Objects = Objects,
        Hidden = Hidden,
    };

    /// <summary>All objects with a number, in order.</summary>
    public IEnumerable<ObjectState> All() => Objects.All();

    /// <summary>All anonymous objects and WAIFs.</summary>
    public IEnumerable<ObjectState> AllHidden() => Hidden.All();
}
