using System.Globalization;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>A verb that an object itself defines, as programs name it: by one of its names, or by its number from 1.</summary>
/// <param name="Draft">The object.</param>
/// <param name="Index">The verb's 0-based place.</param>
/// <param name="Verb">The verb.</param>
internal readonly record struct VerbPlace(ObjectDraft Draft, int Index, Verb Verb)
{
    /// <summary>Finds it. Null (and E_TYPE, E_INVARG or E_VERBNF raised, <paramref name="failed"/>) if there is none.</summary>
    public static VerbPlace? Find(MooTask task, Value target, Value descriptor, out Value failed) =>
        CheckDescriptor(task, descriptor, out failed) && FindObject(task, target, out failed) is { } draft ? Find(task, draft, descriptor, out failed) : null;

    /// <summary>Whether a value can name a verb: a string, or a positive integer.</summary>
    public static bool CheckDescriptor(MooTask task, Value descriptor, out Value failed)
    {
        failed = default;
        if (descriptor.IsStr || descriptor.TryInt(out var number) && number > 0) return true;
        failed = descriptor.IsInt ? task.RaiseHere(ErrorCode.E_INVARG, "verbs are numbered from 1, not {0}", descriptor)
            : task.RaiseHere(ErrorCode.E_TYPE, "a verb is meant by its name or number, not by {0}", Value.Str(Kinds.Describe(descriptor)));
        return false;
    }

    private static ObjectDraft? FindObject(MooTask task, Value target, out Value failed)
    {
        failed = default;
        if (Permissions.Object(task, target) is { } draft) return draft;
        failed = Permissions.NoObject(task, target);
        return null;
    }

    /// <summary>Finds it on an object. Null (and E_VERBNF raised) if there is none.</summary>
    public static VerbPlace? Find(MooTask task, ObjectDraft draft, Value descriptor, out Value failed)
    {
        failed = default;
        var verbs = draft.Class.Verbs;
        if (IndexOf(task, verbs, descriptor) is var index && index >= 0) return new VerbPlace(draft, index, verbs[index]);
        failed = task.RaiseHere(ErrorCode.E_VERBNF, "{0} does not itself define a verb {1}", Value.Obj(draft.Id), Value.Str(Literal.Of(descriptor)));
        return null;
    }

    private static int IndexOf(MooTask task, ReadOnlySpan<Verb> verbs, Value descriptor)
    {
        if (descriptor.TryInt(out var number)) return number <= verbs.Length ? (int)number - 1 : -1;
        var name = descriptor.AsStr;
        for (var i = 0; i < verbs.Length; i++)
            if (verbs[i].Answers(name)) return i;
        // Databases from before LambdaMOO 1.8 number verbs in strings, from 0; a world has to ask for it.
        var isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < verbs.Length;
        return isNumber && task.Runtime.Options.Find(task.Transaction.Base, "support_numeric_verbname_strings") is { IsTrue: true } ? place : -1;
    }

    /// <summary>Whether the running programmer may do with the verb what one of its bits allows everybody.</summary>
    public bool Allows(MooTask task, VerbFlags flag) => (Verb.Flags & flag) != 0 || Verb.Owner == task.Programmer || task.IsWizardly;

    /// <summary>E_PERM for a verb that may not be read.</summary>
    public Value NotReadable(MooTask task) => Permissions.Denied(task, "the verb {0} is not readable for {1}", Name);

    /// <summary>E_PERM for a verb that may not be changed.</summary>
    public Value NotWritable(MooTask task) => Permissions.Denied(task, "the verb {0} is not writable for {1}", Name);

    private Value Name => Value.Str($"{Draft.Id}:{Verb.Names}");
}
