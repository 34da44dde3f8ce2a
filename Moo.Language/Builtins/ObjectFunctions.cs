using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Objects and their numbers.</summary>
internal static class ObjectFunctions
{
    /// <summary>Whether there is an object of this number; of an anonymous object, whether it is still there.</summary>
    /// <example>{valid(#1), valid(#-1)} => {1, 0}</example>
    /// <exception cref="MooError">E_TYPE for something else than an object.</exception>
    [Builtin("valid")]
    public static Value Valid(MooTask task, Value target) => Permissions.IsObject(target)
        ? Value.Truth(Permissions.Object(task, target) is not null) : Permissions.NoObject(task, target);

    /// <summary>The highest object number that has been given out.</summary>
    /// <remarks>The object itself may have been recycled since.</remarks>
    /// <example>o = create(#1); return max_object() == o; => 1</example>
    [Builtin("max_object")]
    public static ObjectId MaxObject(MooTask task) => new(task.Transaction.ReadMaxObject());

    /// <summary>Lets new objects be numbered from behind the highest object that exists.</summary>
    /// <remarks>From the commit on: other tasks may be making objects at this very moment.</remarks>
    /// <example>recycle(create(#1)); reset_max_object(); => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("reset_max_object")]
    public static Value ResetMaxObject(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "reset_max_object");
        task.Transaction.ResetMaxObject();
        return Value.Int(0);
    }

    /// <summary>Gives an object the lowest number that is free, if that is lower than its own; returns the number it has then.</summary>
    /// <remarks>
    /// Parents, children, locations, contents and owners follow the object. What programs and property values say of the old number does not.
    /// </remarks>
    /// <example>a = create(#1); b = create(#1); recycle(a); return renumber(b) == a; => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_PERM unless the programmer is a wizard.</exception>
    [Builtin("renumber")]
    public static Value Renumber(MooTask task, ObjectId target)
    {
        if (task.Transaction.Find(target) is not { } draft) return Permissions.NoObject(task, Value.Obj(target));
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "renumber");
        return Value.Obj(Renumbering.ToLowest(task.Transaction, draft));
    }

    /// <summary>How many bytes an object takes: its name, properties and verbs.</summary>
    /// <remarks>The programs count with their texts. The figure is a measure to compare objects by, not what the process holds.</remarks>
    /// <example>a = create(#1); n = object_bytes(a); a.name = "a longer name"; return object_bytes(a) > n; => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INVIND if there is no such object.</exception>
    [Builtin("object_bytes")]
    public static Value ObjectBytes(MooTask task, Value target)
    {
        if (!Permissions.IsObject(target)) return Permissions.NoObject(task, target);
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "object_bytes");
        if (Permissions.Object(task, target) is not { } draft) return task.RaiseHere(ErrorCode.E_INVIND, "there is no object {0}", target);
        return Value.Int(Sizes.Of(draft));
    }

    /// <summary>The numbers up to <c>max_object()</c> that no object has.</summary>
    /// <example>a = create(#1); b = create(#1); recycle(a); return recycled_objects()[$] == a; => 1</example>
    [Builtin("recycled_objects")]
    public static Value RecycledObjects(MooTask task) =>
        CostsAll(task) ? Quota.Check(task, Value.List(FamilyFunctions.ListOf([.. Free(task, 0)]))) : Value.Failure;

    /// <summary>The lowest number not below <paramref name="start"/> that no object has, though a higher one has been given out; 0 if there is none.</summary>
    /// <example>a = create(#1); b = create(#1); recycle(a); return next_recycled_object() == a; => 1</example>
    /// <exception cref="MooError">E_INVARG for a number below 0 or above <c>max_object()</c>.</exception>
    [Builtin("next_recycled_object")]
    public static Value NextRecycledObject(MooTask task, ObjectId? start = null)
    {
        var from = start?.Number ?? 0;
        if (from < 0 || from > task.Transaction.ReadMaxObject())
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} is not a number that has been given out", Value.Obj(from));
        if (!CostsAll(task)) return Value.Failure;
        var free = Free(task, from).Where(id => id.Number < task.Transaction.ReadMaxObject()).Take(1).ToList();
        return free.Count > 0 ? Value.Obj(free[0]) : Value.Int(0);
    }

    private static bool CostsAll(MooTask task) => Effort.OfElements(task, task.Transaction.ReadMaxObject() + 1);

    private static IEnumerable<ObjectId> Free(MooTask task, long from)
    {
        var next = from;
        foreach (var state in task.Transaction.ReadAll())
        {
            for (; next < state.Id.Number; next++) yield return new ObjectId(next);
            next = Math.Max(next, state.Id.Number + 1);
        }
        for (; next <= task.Transaction.ReadMaxObject(); next++) yield return new ObjectId(next);
    }

    /// <summary>All objects with a number, in order.</summary>
    /// <example>a = create(#1); return {a in objects() > 0, objects()[1]}; => {1, #0}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("objects")]
    public static Value Objects(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "objects");
        return Select(task, static _ => true);
    }

    /// <summary>All objects that somebody owns.</summary>
    /// <example>o = create(#1, #3); return owned_objects(#3) == {#3, o}; => 1</example>
    /// <exception cref="MooError">E_INVIND if there is no object <paramref name="owner"/>.</exception>
    [Builtin("owned_objects")]
    public static Value OwnedObjects(MooTask task, ObjectId owner) => task.Transaction.IsValid(owner)
        ? Select(task, state => state.Owner == owner)
        : task.RaiseHere(ErrorCode.E_INVIND, "there is no object {0}", Value.Obj(owner));

    /// <summary>All objects whose name holds a text.</summary>
    /// <example>o = create(#1); o.name = "a green lamp"; return locate_by_name("Green") == {o}; => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("locate_by_name")]
    public static Value LocateByName(MooTask task, string text, bool caseMatters = false)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "locate_by_name");
        var comparison = caseMatters ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return Select(task, state => state.Name.Contains(text, comparison));
    }

    private static Value Select(MooTask task, Func<ObjectState, bool> isWanted) => !CostsAll(task) ? Value.Failure
        : Quota.Check(task, Value.List(FamilyFunctions.ListOf([.. task.Transaction.ReadAll().Where(isWanted).Select(state => state.Id)])));

    /// <summary>Whether a value is an anonymous object.</summary>
    /// <example>{is_anonymous(#1), is_anonymous(create(#1, 1))} => {0, 1}</example>
    [Builtin("is_anonymous")]
    public static bool IsAnonymous(Value value) => value.Kind == ValueKind.Anon;

    /// <summary>Whether a value is an object named by a UUID, as mooR has them: never, here.</summary>
    /// <example>is_uuobjid(#1) => 0</example>
    [Builtin("is_uuobjid")]
    public static bool IsUuObjId(Value value) => false;
}
