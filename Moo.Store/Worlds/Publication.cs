namespace Moo.Store.Worlds;

/// <summary>Makes the next snapshot out of the newest one and a validated transaction.</summary>
internal static class Publication
{
    public static (Snapshot Next, List<ObjectChange> Changes) Build(Transaction transaction, Snapshot newest)
    {
        var edit = new object();
        var (objects, hidden) = (newest.Objects, newest.Hidden);
        var changes = new List<ObjectChange>();
        var isStructureMoved = false;
        foreach (var draft in transaction.Drafts)
        {
            if (!draft.IsChanged) continue;
            var old = newest.Find(draft.Id);
            var state = Merge(draft, old);
            if (ReferenceEquals(old, state)) continue;
            if (draft.Id.Number >= 0) objects = objects.Set(draft.Id.Number, state, edit);
            else hidden = hidden.Set(HiddenIds.ToIndex(draft.Id), state, edit);
            changes.Add(new ObjectChange(draft.Id, old, state));
            isStructureMoved |= MovesStructure(old, state);
        }
        var players = newest.Players;
        foreach (var move in transaction.PlayerMoves ?? []) players = Transaction.ApplyTo(players, move);
        var maxObject = Math.Max(newest.MaxObject, transaction.MaxObject);
        if (transaction.ResetsMaxObject) maxObject = HighestObject(objects, maxObject);
        var next = new Snapshot
        {
            Sequence = newest.Sequence + 1,
            StructureVersion = isStructureMoved ? World.NextVersion() : newest.StructureVersion,
            MaxObject = maxObject,
            MaxHidden = Math.Max(newest.MaxHidden, transaction.MaxHidden),
            Players = players,
            Objects = objects,
            Hidden = hidden,
        };
        return (next, changes);
    }

    /// <summary>The last number given out, once the next snapshot stands.</summary>
    public static long LastNumber(Transaction transaction, Snapshot next, long lastNumber) =>
        transaction.ResetsMaxObject ? next.MaxObject : Math.Max(lastNumber, next.MaxObject);

    // What Transaction.MoveStructure's callers note as they go, seen from the outcome: others may have added children meanwhile.
    private static bool MovesStructure(ObjectState? old, ObjectState? state)
    {
        if (old is null) return state!.HasHeirs; // a number given out again: lookups from its former life may be cached
        if (state is null) return old.HasHeirs;
        return state.HasHeirs && (!old.HasHeirs || old.Class != state.Class || old.Shape != state.Shape);
    }

    private static long HighestObject(ObjectTable objects, long from)
    {
        while (from >= 0 && objects.Find(from) is null) from--;
        return from;
    }

    // What this transaction changed, on top of what others changed meanwhile.
    private static ObjectState? Merge(ObjectDraft draft, ObjectState? newest)
    {
        if (ReferenceEquals(newest, draft.Base) || draft.State is null) return draft.State;
        var (mine, merged) = (draft.State, newest!.Copy());
        var written = draft.Written;
        if ((written & Aspects.Name) != 0) merged.Name = mine.Name;
        if ((written & Aspects.Owner) != 0) merged.Owner = mine.Owner;
        if ((written & Aspects.Flags) != 0) merged.Flags = mine.Flags;
        if ((written & Aspects.Metadata) != 0) merged.Metadata = mine.Metadata;
        if ((written & Aspects.Class) != 0) (merged.Class, merged.BirthStamp) = (mine.Class, mine.BirthStamp);
        if ((written & Aspects.Location) != 0) (merged.Location, merged.ArrivalStamp) = (mine.Location, mine.ArrivalStamp);
        foreach (var move in draft.Moves ?? []) move.ApplyTo(merged);
        MergeCells(draft, draft.Base!, mine, merged);
        return merged;
    }

    private static void MergeCells(ObjectDraft draft, ObjectState was, ObjectState mine, ObjectState merged)
    {
        if (draft.WrittenCells.IsEmpty) return;
        merged.Cells = (PropertyCell[])merged.Cells.Clone();
        for (var cell = draft.WrittenCells.Next(0); cell >= 0; cell = draft.WrittenCells.Next(cell + 1))
        {
            var name = mine.Shape.Names[cell];
            var place = merged.Shape.IndexOf(name);
            if (place < 0)
            {
                place = merged.Shape.Count;
                merged.Shape = merged.Shape.With(name);
                var cells = merged.Cells;
                Array.Resize(ref cells, place + 1);
                merged.Cells = cells;
            }
            merged.Cells[place] = MergeCell(cell < was.Shape.Count ? was.Cells[cell] : null, mine.Cells[cell], merged.Cells[place]);
        }
    }

    // Value and access are separate matters: setting the one must not undo what another did to the other.
    private static PropertyCell MergeCell(PropertyCell? was, PropertyCell mine, PropertyCell merged) =>
        was is not { } before ? mine : new PropertyCell(
            mine.Value.Is(before.Value) ? merged.Value : mine.Value,
            ReferenceEquals(mine.Access, before.Access) ? merged.Access : mine.Access);
}
