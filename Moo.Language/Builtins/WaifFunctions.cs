using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>WAIFs: objects without a number, as many as a world likes, gone when nothing refers to them.</summary>
internal static class WaifFunctions
{
    /// <summary>Makes a WAIF of the class that calls this: <c>this</c> of the running verb.</summary>
    /// <remarks>
    /// Its owner is the programmer. Its properties are those that the class defines with a colon in front (<c>:name</c>), its verbs likewise
    /// (ToastStunt). Usually a verb <c>:new</c> of the class makes it and sets it up.
    /// </remarks>
    /// <example>
    /// c = create(#1); add_property(c, ":size", 3, {player, "rc"}); add_verb(c, {player, "xd", "new"}, {"this", "none", "this"}); set_verb_code(c, "new", {"return new_waif();"}); w = c:new(); w.size = w.size + 1; return {typeof(w) == WAIF, w.size, w.class == c, w.owner}; => {1, 4, 1, #2}
    /// </example>
    /// <exception cref="MooError">E_INVIND if <c>this</c> is no object; E_INVARG if it is an anonymous one.</exception>
    [Builtin("new_waif")]
    public static Value NewWaif(MooTask task)
    {
        var self = task.Top!.This;
        if (self.Kind == ValueKind.Anon) return task.RaiseHere(ErrorCode.E_INVARG, "an anonymous object cannot be the class of a WAIF");
        var id = self.Try<MooWaif>(out var waif) ? waif.Class : self.TryObj(out var number) ? number : ObjectId.Nothing;
        if (!task.Transaction.IsValid(id)) return task.RaiseHere(ErrorCode.E_INVIND, "{0} is no object that can be the class of a WAIF", self);
        return Value.Of(new MooWaif(Structure.CreateHidden(task.Transaction, [id], task.Programmer, isWaif: true).Id, id, task.Programmer));
    }

    /// <summary>How many WAIFs there are: a map with <c>"total"</c>, <c>"pending_recycle"</c>, and a count under each class.</summary>
    /// <remarks>Those that nothing refers to any more count until they are collected.</remarks>
    /// <example>waif_stats()["total"] => 0</example>
    [Builtin("waif_stats")]
    public static Value WaifStats(MooTask task)
    {
        var classes = new SortedDictionary<ObjectId, long>();
        foreach (var waif in All(task)) classes[waif.Class] = classes.GetValueOrDefault(waif.Class) + 1;
        var map = MooMap.Empty.Set(Value.Str("total"), Value.Int(classes.Values.Sum())).Set(Value.Str("pending_recycle"), Value.Int(0));
        foreach (var (id, count) in classes) map = map.Set(Value.Obj(id), Value.Int(count));
        return Quota.Check(task, Value.Of(map));
    }

    /// <summary>All WAIFs, or those of one class.</summary>
    /// <remarks>Differs from ToastStunt: what is collected already is not among them. For wizards only, since a WAIF in the wrong hands is not to be had back.</remarks>
    /// <example>waifs() => {}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INVARG for a class that does not exist; E_QUOTA if they are too many for a list.</exception>
    [Builtin("waifs")]
    public static Value WaifList(MooTask task, ObjectId? ofClass = null)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "waifs");
        if (ofClass is { } only && !task.Transaction.IsValid(only)) return Permissions.NoObject(task, Value.Obj(only));
        var found = All(task).Where(waif => ofClass is null || waif.Class == ofClass).Select(waif => Value.Of(waif)).ToArray();
        return Quota.Check(task, Value.List(MooList.FromOwned(found, found.Length)));
    }

    private static IEnumerable<MooWaif> All(MooTask task) =>
        task.Transaction.ReadHidden().Where(state => state.IsWaif).Select(state => state.Reference.Try<MooWaif>(out var waif) ? waif : null!);
}
