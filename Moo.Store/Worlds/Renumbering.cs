using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Gives an object another number, and follows it through everything that the server itself refers to it by.</summary>
/// <remarks>
/// LambdaMOO Programmer's Manual, 4.4.3.8 "renumber()": parents, children, location, contents and owners follow; object numbers in
/// property values and programs are the world's own business.
/// </remarks>
public static class Renumbering
{
    /// <summary>Moves an object to the lowest number that is free and lower than its own. Returns its number afterwards.</summary>
    public static ObjectId ToLowest(Transaction transaction, ObjectDraft draft)
    {
        var (old, all) = (draft.Id, transaction.ReadAll().ToList());
        if (LowestFree(all, old) is not { } id) return old;

        MoveFamily(transaction, draft, id);
        MoveInPlace(transaction, draft, id);
        if (draft.State!.Has(ObjectFlags.Player)) transaction.MovePlayer(draft.State, isPlayer: false);
        var renumbered = transaction.Open(id);
        renumbered.Create(draft.State.As(id));
        if (renumbered.State!.Has(ObjectFlags.Player)) transaction.MovePlayer(renumbered.State, isPlayer: true);
        draft.Destroy();

        foreach (var state in all)
            if (NamesOwner(state, old)) FollowOwner(transaction.Open(state.Id == old ? id : state.Id), old, id);
        var hidden = transaction.Base.AllHidden().Select(state => state.Id)
            .Concat(transaction.Drafts.Where(made => HiddenIds.IsHidden(made.Id)).Select(made => made.Id)).ToHashSet();
        foreach (var one in hidden) FollowHidden(transaction.Open(one), old, id);
        transaction.MoveStructure();
        return id;
    }

    private static ObjectId? LowestFree(List<ObjectState> all, ObjectId below)
    {
        for (var number = 0; number < below.Number; number++)
            if (number >= all.Count || all[number].Id.Number != number) return new ObjectId(number);
        return null;
    }

    private static void MoveFamily(Transaction transaction, ObjectDraft draft, ObjectId id)
    {
        var stamp = draft.State!.BirthStamp;
        foreach (var parentId in draft.Class.Parents)
        {
            if (transaction.Find(parentId) is not { } parent) continue;
            parent.MoveMember(Aspects.Children, stamp, draft.Id, isAdded: false);
            parent.MoveMember(Aspects.Children, stamp, id, isAdded: true);
        }
        foreach (var childId in draft.Children)
            if (transaction.Find(childId) is { } child) FollowParent(child, draft.Id, id);
    }

    private static void MoveInPlace(Transaction transaction, ObjectDraft draft, ObjectId id)
    {
        if (transaction.Find(draft.Location) is { } place)
        {
            place.MoveMember(Aspects.Contents, draft.State!.ArrivalStamp, draft.Id, isAdded: false);
            place.MoveMember(Aspects.Contents, draft.State.ArrivalStamp, id, isAdded: true);
        }
        foreach (var thingId in draft.Contents)
            if (transaction.Find(thingId) is { } thing) thing.Change(Aspects.Location).Location = id;
    }

    private static void FollowParent(ObjectDraft child, ObjectId old, ObjectId id) =>
        child.Change(Aspects.Class).Class = child.Class.WithParents([.. child.Class.Parents.ToArray().Select(parent => parent == old ? id : parent)]);

    private static void FollowHidden(ObjectDraft draft, ObjectId old, ObjectId id)
    {
        if (!draft.Exists) return;
        if (draft.State!.Class.Parents.Contains(old)) FollowParent(draft, old, id);
        if (NamesOwner(draft.State, old)) FollowOwner(draft, old, id);
    }

    private static bool NamesOwner(ObjectState state, ObjectId owner)
    {
        if (state.Owner == owner) return true;
        foreach (var verb in state.Class.Verbs)
            if (verb.Owner == owner) return true;
        foreach (ref readonly var cell in state.Cells.AsSpan(0, state.Shape.Count))
            if (cell.Access?.Owner == owner) return true;
        return false;
    }

    private static void FollowOwner(ObjectDraft draft, ObjectId old, ObjectId id)
    {
        var state = draft.State!;
        if (state.Owner == old) draft.Change(Aspects.Owner).Owner = id;
        if (state.Class.Verbs.ToArray().Any(verb => verb.Owner == old))
        {
            draft.Change(Aspects.Class).Class = state.Class.WithVerbs(
                [.. state.Class.Verbs.ToArray().Select(verb => verb.Owner == old ? verb with { Owner = id } : verb)]);
        }
        for (var cell = 0; cell < state.Shape.Count; cell++)
        {
            if (state.Cells[cell].Access is { } access && access.Owner == old)
                draft.SetCell(cell, state.Cells[cell] with { Access = access with { Owner = id } });
        }
    }
}
