using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>The questions about permission that builtin functions ask, and the objects they are about.</summary>
internal static class Permissions
{
    /// <summary>Whether the running programmer owns an object or is a wizard.</summary>
    public static bool Controls(MooTask task, ObjectDraft draft) => task.IsWizardly || draft.Owner == task.Programmer;

    /// <summary>Whether the running programmer controls an object or the object has a flag that lets everybody.</summary>
    public static bool Allows(MooTask task, ObjectDraft draft, ObjectFlags flag) =>
        (draft.Flags & flag) != 0 || Controls(task, draft);

    /// <summary>The object that a value means: an object number or an anonymous object; null if it is neither or does not exist.</summary>
    public static ObjectDraft? Object(MooTask task, Value value) =>
        value.TryObj(out var id) ? task.Transaction.Find(id)
        : value.Try<MooAnonymous>(out var anonymous) ? task.Transaction.Find(anonymous.Id) : null;

    /// <summary>Whether a value is an object number or an anonymous object, valid or not.</summary>
    public static bool IsObject(Value value) => value.IsObj || value.Kind == ValueKind.Anon;

    /// <summary>E_TYPE for a value that is no object, E_INVARG for one that does not exist.</summary>
    public static Value NoObject(MooTask task, Value value) => IsObject(value)
        ? task.RaiseHere(ErrorCode.E_INVARG, "there is no object {0}", value)
        : task.RaiseHere(ErrorCode.E_TYPE, "an object is needed, not {0}", Value.Str(Kinds.Describe(value)));

    /// <summary>E_PERM, with words about what only its owner or a wizard may do.</summary>
    public static Value Denied(MooTask task, string what, Value about) => task.RaiseHere(ErrorCode.E_PERM, what, about, Value.Obj(task.Programmer));

    /// <summary>E_PERM for what only wizards may do.</summary>
    public static Value WizardsOnly(MooTask task, string function) =>
        task.RaiseHere(ErrorCode.E_PERM, "only wizards may call {0}(); this code runs with the permissions of {1}", Value.Str(function), Value.Obj(task.Programmer));
}
