namespace Moo.Store.Worlds;

/// <summary>Decides whether what a transaction read still holds in a newer snapshot.</summary>
internal static class Validation
{
    public static bool Holds(Transaction transaction, Snapshot newest)
    {
        var start = transaction.Base;
        if (ReferenceEquals(start, newest)) return true;
        var isSameStructure = start.StructureVersion == newest.StructureVersion;
        if (transaction.HasReadPlayers && !ReferenceEquals(start.Players, newest.Players)) return false;
        if (transaction.HasReadMaxObject && start.MaxObject != newest.MaxObject) return false;
        if (transaction.HasReadAll && !ReferenceEquals(start.Objects, newest.Objects)) return false;
        foreach (var draft in transaction.Drafts)
        {
            var now = newest.Find(draft.Id);
            if (!ReferenceEquals(now, draft.Base) && !Holds(draft, draft.Base, now)) return false;
            if ((draft.Read & Aspects.Class) != 0 && !LookupsHold(draft, isSameStructure, start, newest)) return false;
        }
        return true;
    }

    private static bool LookupsHold(ObjectDraft draft, bool isSameStructure, Snapshot start, Snapshot newest)
    {
        var (was, state) = (draft.Base, draft.State);
        if (!isSameStructure && was is not null && !AncestorsHold(was.Class, start, newest)) return false;

        // The structure version speaks for the ancestors of objects that were there all the while. Those of an object that this
        // transaction made, or gave other parents, may have been without heirs meanwhile, and changed unnoticed.
        return state is null || state.Class == was?.Class || AncestorsHold(state.Class, start, newest);
    }

    private static bool Holds(ObjectDraft draft, ObjectState? then, ObjectState? now)
    {
        // The object appeared or vanished: then hardly anything that was done with it can stand.
        if (then is null || now is null) return false;
        if (draft.IsRewritten) return false;
        var read = draft.Read;
        if ((draft.Written & Aspects.Existence) != 0) return false;
        return ((read & Aspects.Name) == 0 || then.Name == now.Name)
            && ((read & Aspects.Owner) == 0 || then.Owner == now.Owner)
            && ((read & Aspects.Flags) == 0 || then.Flags == now.Flags)
            && ((read & Aspects.Location) == 0 || then.Location == now.Location)
            && ((read & Aspects.Contents) == 0 || ReferenceEquals(then.Contents, now.Contents))
            && ((read & Aspects.Children) == 0 || ReferenceEquals(then.Children, now.Children))
            && (((read | draft.Written) & Aspects.Class) == 0 || ReferenceEquals(then.Class, now.Class))
            && IsFiledAsBefore(draft, then, now)
            && ((read & Aspects.Shape) == 0 || ReferenceEquals(then.Shape, now.Shape))
            && (((read | draft.Written) & Aspects.Metadata) == 0 || ReferenceEquals(then.Metadata, now.Metadata))
            && CellsHold(draft, then, now);
    }

    // What was moved was taken out from under its stamp: should it have gone and come back meanwhile, that is another one.
    private static bool IsFiledAsBefore(ObjectDraft draft, ObjectState then, ObjectState now) =>
        ((draft.Written & Aspects.Location) == 0 || then.ArrivalStamp == now.ArrivalStamp)
        && ((draft.Written & Aspects.Class) == 0 || then.BirthStamp == now.BirthStamp);

    // Lookups went through the ancestors' verbs, definitions and cells: see Lineage, invariant 2.
    private static bool AncestorsHold(ObjectClass structure, Snapshot start, Snapshot newest)
    {
        foreach (var parent in structure.Parents)
        {
            var (then, now) = (start.Find(parent), newest.Find(parent));
            if (then is null) continue; // made by this transaction
            if (then.Class != now?.Class || then.Shape != now.Shape) return false;
            if (!AncestorsHold(then.Class, start, newest)) return false;
        }
        return true;
    }

    private static bool CellsHold(ObjectDraft draft, ObjectState then, ObjectState now)
    {
        if (ReferenceEquals(then.Cells, now.Cells)) return true;
        var isSameShape = ReferenceEquals(then.Shape, now.Shape);
        for (var cell = draft.ReadCells.Next(0); cell >= 0; cell = draft.ReadCells.Next(cell + 1))
        {
            if (cell >= then.Shape.Count) continue; // this transaction's own cell
            var place = isSameShape ? cell : now.Shape.IndexOf(then.Shape.Names[cell]);
            if (place < 0) return false;
            var (was, holds) = (then.Cells[cell], now.Cells[place]);
            if (!holds.Value.Is(was.Value) || !ReferenceEquals(holds.Access, was.Access)) return false;
        }
        return true;
    }
}
