using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Who and what is where; players.</summary>
internal static class PlaceFunctions
{
    /// <summary>Where an object is, where that is, and so on outwards.</summary>
    /// <remarks>
    /// Ends before <paramref name="stop"/>, or with <paramref name="isParent"/> before the first that descends from it. As in ToastStunt,
    /// <c>#0</c> stops nothing.
    /// </remarks>
    /// <example>a = create(#1); b = create(#1); c = create(#1); move(b, a); move(c, b); return locations(c) == {b, a}; => 1</example>
    /// <exception cref="MooError">E_INVIND if there is no such object.</exception>
    [Builtin("locations")]
    public static Value Locations(MooTask task, ObjectId what, ObjectId? stop = null, bool isParent = false)
    {
        if (task.Transaction.Find(what) is not { } draft) return task.RaiseHere(ErrorCode.E_INVIND, "there is no object {0}", Value.Obj(what));
        var places = new List<ObjectId>();
        var end = stop is { } given && given != ObjectId.System ? given : (ObjectId?)null;
        while (task.Transaction.Find(draft.Location) is { } place)
        {
            if (end is { } last && (place.Id == last || isParent && Structure.IsA(task.Transaction, place, last))) break;
            places.Add(place.Id);
            draft = place;
        }
        return Value.List(FamilyFunctions.ListOf(places));
    }

    /// <summary>Those of some objects that descend from a parent, that are players, or both.</summary>
    /// <remarks>
    /// Without further arguments, the players among them; with <paramref name="parent"/> (an object, or a list of which one is enough), those
    /// that descend from it; with <paramref name="isPlayer"/>, those of them that are players.
    /// </remarks>
    /// <example>occupants({#1, #2, #3}) => {#2, #3}</example>
    /// <exception cref="MooError">E_TYPE if the parent is no object; E_INVARG if the list holds anything else than objects that exist.</exception>
    [Builtin("occupants")]
    public static Value Occupants(MooTask task, MooList objects, Value? parent = null, bool isPlayer = false)
    {
        var parents = parent is not { } given ? null : given.TryList(out var several) ? several : MooList.Of(given);
        foreach (var one in parents ?? MooList.Empty)
            if (!Permissions.IsObject(one)) return Permissions.NoObject(task, one);
        var found = new List<ObjectId>();
        foreach (var value in objects)
        {
            if (!value.TryObj(out var id) || task.Transaction.Find(id) is not { } draft)
                return task.RaiseHere(ErrorCode.E_INVARG, "the list holds {0}, which is no object", value);
            if (parents is not null && !DescendsFromAny(task, draft, parents)) continue;
            if ((parents is null || isPlayer) && (draft.Flags & ObjectFlags.Player) == 0) continue;
            if (!found.Contains(id)) found.Add(id);
        }
        return Value.List(FamilyFunctions.ListOf(found));
    }

    private static bool DescendsFromAny(MooTask task, ObjectDraft draft, MooList parents)
    {
        foreach (var parent in parents)
            if (parent.TryObj(out var id) && Structure.IsA(task.Transaction, draft, id)) return true;
        return false;
    }

    /// <summary>All players, connected or not, in order of number.</summary>
    /// <example>players() => {#2, #3}</example>
    [Builtin("players")]
    public static MooList Players(MooTask task) => task.Transaction.ReadPlayers().ToList();

    /// <summary>Whether an object is a player.</summary>
    /// <example>{is_player(#2), is_player(#1)} => {1, 0}</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("is_player")]
    public static Value IsPlayer(MooTask task, ObjectId target) => task.Transaction.Find(target) is { } draft
        ? Value.Truth((draft.Flags & ObjectFlags.Player) != 0) : Permissions.NoObject(task, Value.Obj(target));

    /// <summary>Makes an object a player, or no longer one; then its connections are closed, too.</summary>
    /// <example>o = create(#1); set_player_flag(o, 1); return o in players() > 0; => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_PERM unless the programmer is a wizard.</exception>
    [Builtin("set_player_flag")]
    public static Value SetPlayerFlag(MooTask task, ObjectId target, bool isPlayer)
    {
        if (task.Transaction.Find(target) is not { } draft) return Permissions.NoObject(task, Value.Obj(target));
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "set_player_flag");
        if (!isPlayer) task.Transaction.Effects.Add(new Scheduling.BootEffect(target));
        Structure.SetPlayer(task.Transaction, draft, isPlayer);
        return Value.Int(0);
    }
}
