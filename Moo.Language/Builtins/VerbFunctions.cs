using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Verbs of objects: what there is, adding and deleting, owners, bits, names and command lines.</summary>
/// <remarks>
/// Wherever a verb is meant, it is one that the object itself defines: by one of its names (the first verb that answers to it), or by its
/// number from 1, which is how to reach a verb behind another of the same name.
/// </remarks>
internal static class VerbFunctions
{
    /// <summary>The names of the verbs that an object defines itself, in order.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "push press"}, {"this", "none", "none"}); return verbs(o); => {"push press"}</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_PERM unless it is readable or yours.</exception>
    [Builtin("verbs")]
    public static Value List(MooTask task, Value target)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Readable)) return Permissions.Denied(task, "{0} is not readable: only its owner may list its verbs", target);
        return Value.List(MooList.OfStrings(draft.Class.Verbs.ToArray().Select(verb => verb.Names)));
    }

    /// <summary>Adds a verb to an object, without a program yet; returns its number.</summary>
    /// <remarks>
    /// <paramref name="info"/> is <c>{owner, "rwxd", "names"}</c>; <paramref name="arguments"/> are the command lines it is for:
    /// <c>{"this", "with", "any"}</c>. A verb that is only called has <c>{"this", "none", "this"}</c>.
    /// </remarks>
    /// <example>o = create(#1); return add_verb(o, {player, "rxd", "push"}, {"this", "none", "none"}); => 1</example>
    /// <exception cref="MooError">
    /// E_TYPE or E_INVARG for a description that is none, or an object that does not exist; E_PERM unless the object is writable or yours, or for another owner.
    /// </exception>
    [Builtin("add_verb")]
    public static Value Add(MooTask task, Value target, MooList info, MooList arguments)
    {
        if (VerbInfo.Read(task, info, out var failed) is not { } wanted) return failed;
        if (VerbInfo.ReadArguments(task, arguments, out failed) is not { } specs) return failed;
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Writeable)) return Permissions.Denied(task, "{0} is not writable: only its owner may add verbs", target);
        if (!task.IsWizardly && wanted.Owner != task.Programmer)
            return Permissions.Denied(task, "{1} is no wizard and cannot add verbs for {0}", Value.Obj(wanted.Owner));
        Verbs.Add(task.Transaction, draft, new Verb(wanted.Names, wanted.Owner, wanted.Flags, specs, ""));
        return Value.Int(draft.Class.Verbs.Length);
    }

    /// <summary>Deletes a verb. Those behind it move up by one number.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "push"}, {"this", "none", "none"}); delete_verb(o, "push"); return verbs(o); => {}</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object; E_PERM unless it is writable or yours; E_VERBNF if it does not itself define the verb.
    /// </exception>
    [Builtin("delete_verb")]
    public static Value Delete(MooTask task, Value target, Value verb)
    {
        if (!VerbPlace.CheckDescriptor(task, verb, out var failed)) return failed;
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Writeable)) return Permissions.Denied(task, "{0} is not writable: only its owner may delete verbs", target);
        if (VerbPlace.Find(task, draft, verb, out failed) is not { } place) return failed;
        Verbs.Remove(task.Transaction, draft, place.Index);
        return Value.Int(0);
    }

    /// <summary>Owner, permission bits and names of a verb: <c>{owner, "rwxd", "names"}</c>.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "push"}, {"this", "none", "none"}); return verb_info(o, 1); => {#2, "rxd", "push"}</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_VERBNF if it does not itself define the verb; E_PERM unless that is readable or yours.</exception>
    [Builtin("verb_info")]
    public static Value Info(MooTask task, Value target, Value verb)
    {
        if (VerbPlace.Find(task, target, verb, out var failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Read)) return place.NotReadable(task);
        return Value.List(Value.Obj(place.Verb.Owner), Value.Str(AccessText.Of(place.Verb.Flags)), Value.Str(place.Verb.Names));
    }

    /// <summary>Gives a verb another owner, other permission bits and other names: <c>{owner, "rwxd", "names"}</c>.</summary>
    /// <remarks>Only wizards change the owner.</remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rxd", "push"}, {"this", "none", "none"}); set_verb_info(o, 1, {player, "rd", "press"}); return verbs(o); => {"press"}
    /// </example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object or for an unknown bit; E_VERBNF if the object does not itself define the verb; E_PERM unless that is writable
    /// or yours, or for another owner.
    /// </exception>
    [Builtin("set_verb_info")]
    public static Value SetInfo(MooTask task, Value target, Value verb, MooList info)
    {
        if (!VerbPlace.CheckDescriptor(task, verb, out var failed)) return failed;
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (VerbInfo.Read(task, info, out failed) is not { } wanted) return failed;
        if (VerbPlace.Find(task, draft, verb, out failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Write)) return place.NotWritable(task);
        if (!task.IsWizardly && wanted.Owner != place.Verb.Owner)
            return Permissions.Denied(task, "{1} is no wizard and cannot give verbs to {0}", Value.Obj(wanted.Owner));
        Verbs.Replace(task.Transaction, draft, place.Index, place.Verb with { Owner = wanted.Owner, Flags = wanted.Flags, Names = wanted.Names });
        return Value.Int(0);
    }

    /// <summary>The command lines that a verb is for: <c>{direct object, preposition, indirect object}</c>.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "push"}, {"this", "with", "any"}); return verb_args(o, "push"); => {"this", "with/using", "any"}</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_VERBNF if it does not itself define the verb; E_PERM unless that is readable or yours.</exception>
    [Builtin("verb_args")]
    public static Value Arguments(MooTask task, Value target, Value verb)
    {
        if (VerbPlace.Find(task, target, verb, out var failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Read)) return place.NotReadable(task);
        var specs = place.Verb.Arguments;
        return Value.List(MooList.OfStrings([Word(specs.Direct), Prepositions.Name(specs.Preposition), Word(specs.Indirect)]));
    }

    private static string Word(ArgumentSpec spec) => spec switch
    {
        ArgumentSpec.This => "this",
        ArgumentSpec.Any => "any",
        _ => "none",
    };

    /// <summary>Sets the command lines that a verb is for: <c>{direct object, preposition, indirect object}</c>.</summary>
    /// <remarks>The objects are <c>"this"</c>, <c>"none"</c> or <c>"any"</c>; the preposition is <c>"none"</c>, <c>"any"</c> or one of <c>prepositions()</c>.</remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rxd", "push"}, {"this", "none", "none"}); set_verb_args(o, 1, {"any", "at", "this"}); return verb_args(o, 1); => {"any", "at/to", "this"}
    /// </example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object or for other words; E_VERBNF if the object does not itself define the verb; E_PERM unless that is writable or yours.
    /// </exception>
    [Builtin("set_verb_args")]
    public static Value SetArguments(MooTask task, Value target, Value verb, MooList arguments)
    {
        if (!VerbPlace.CheckDescriptor(task, verb, out var failed)) return failed;
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (VerbInfo.ReadArguments(task, arguments, out failed) is not { } specs) return failed;
        if (VerbPlace.Find(task, draft, verb, out failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Write)) return place.NotWritable(task);
        Verbs.Replace(task.Transaction, draft, place.Index, place.Verb with { Arguments = specs });
        return Value.Int(0);
    }

    /// <summary>Whether a verb could be called on an object: <c>{object that defines it, names}</c>, or 1 if the object is not readable; else 0.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "xd", "p*ush"}, {"this", "none", "this"}); return respond_to(o, "pu") == {o, "p*ush"}; => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("respond_to")]
    public static Value RespondTo(MooTask task, Value target, string name)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (Verbs.FindCallable(task.Transaction, draft, name) is not { } found) return Value.Int(0);
        if (!Permissions.Allows(task, draft, ObjectFlags.Readable)) return Value.Int(1);
        return Value.List(Value.Obj(found.Definer), Value.Str(found.Verb.Names));
    }

    /// <summary>The prepositions of command lines: for each group <c>{number, first word, {words}}</c>.</summary>
    /// <remarks>The words of a group mean the same. Numbers count from 1.</remarks>
    /// <example>prepositions()[1] => {1, "with", {"with", "using"}}</example>
    [Builtin("prepositions")]
    public static MooList ListPrepositions() => MooList.Of([.. Enumerable.Range(0, Prepositions.Count).Select(group => Value.List(
        Value.Int(group + 1), Value.Str(Prepositions.FirstWord((short)group)), Value.List(MooList.OfStrings(Prepositions.Words((short)group)))))]);
}
