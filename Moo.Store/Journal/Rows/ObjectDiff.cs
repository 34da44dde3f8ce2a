using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>Finds the rows in which two states of an object differ.</summary>
/// <remarks>
/// Unchanged parts are the same references in both states, so this costs what changed, plus a walk over the cells of an
/// object of which a cell changed.
/// </remarks>
internal static class ObjectDiff
{
    public static void AddRows(RowSet rows, ObjectChange change)
    {
        var (id, old, now) = change;
        if (now is null)
        {
            if (old is not null) rows.RemovedObjects.Add(id);
            return;
        }
        if (old is null || !IsSameObject(old, now)) rows.Objects.Add(now);
        AddProperties(rows, id, old, now);
        if (old?.Class != now.Class) VerbDiff.AddRows(rows, id, old, now);
    }

    private static bool IsSameObject(ObjectState old, ObjectState now) =>
        old.Name == now.Name && old.Owner == now.Owner && old.Location == now.Location
        && Stored(old.Flags) == Stored(now.Flags)
        && old.ArrivalStamp == now.ArrivalStamp && old.BirthStamp == now.BirthStamp && old.Metadata == now.Metadata
        && (old.Class == now.Class || old.Class.Parents.SequenceEqual(now.Class.Parents));

    // The server's own note follows from the other objects.
    private static ObjectFlags Stored(ObjectFlags flags) => flags & ~ObjectFlags.HasHiddenChildren;

    private static void AddProperties(RowSet rows, ObjectId id, ObjectState? old, ObjectState now)
    {
        if (old is null)
        {
            for (var cell = 0; cell < now.Shape.Count; cell++) rows.Properties.Add(Row(id, now, cell));
            return;
        }
        var isSameShape = old.Shape == now.Shape;
        if (isSameShape && old.Cells == now.Cells && old.Class == now.Class) return;

        for (var cell = 0; cell < now.Shape.Count; cell++)
        {
            var was = isSameShape ? cell : PlaceOf(old, now.Shape.Names[cell]);
            if (was < 0 || !IsSame(old.Cells[was], now.Cells[cell]) || HasOtherPlace(old, now, now.Shape.Names[cell]))
                rows.Properties.Add(Row(id, now, cell));
        }
        if (isSameShape) return;
        foreach (var name in old.Shape.Names)
            if (PlaceOf(now, name) < 0) rows.RemovedProperties.Add(new RemovedProperty(id, name));
    }

    private static PropertyRow Row(ObjectId id, ObjectState state, int cell)
    {
        var name = state.Shape.Names[cell];
        return new PropertyRow(id, name, DefinitionPlace(state, name), state.Cells[cell]);
    }

    // Rows are named by the exact spelling; a property renamed in case only is another row.
    private static int PlaceOf(ObjectState state, string name)
    {
        var cell = state.Shape.IndexOf(name);
        return cell >= 0 && state.Shape.Names[cell] == name ? cell : -1;
    }

    private static bool IsSame(PropertyCell old, PropertyCell now) => now.Value.Is(old.Value) && Equals(old.Access, now.Access);

    private static bool HasOtherPlace(ObjectState old, ObjectState now, string name) =>
        old.Class != now.Class && DefinitionPlace(old, name) != DefinitionPlace(now, name);

    private static int DefinitionPlace(ObjectState state, string name)
    {
        var definitions = state.Class.Definitions;
        for (var i = 0; i < definitions.Length; i++)
            if (string.Equals(definitions[i], name, StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }
}
