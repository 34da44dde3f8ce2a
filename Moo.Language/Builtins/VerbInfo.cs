using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>What programs say of a verb: <c>{owner, "rwxd", names}</c>, and the command lines it is for: <c>{dobj, prep, iobj}</c>.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Flags">The permission bits.</param>
/// <param name="Names">The names.</param>
internal sealed record VerbInfo(ObjectId Owner, VerbFlags Flags, string Names)
{
    /// <summary>Reads it; null (and E_TYPE or E_INVARG raised, <paramref name="failed"/>) if it is not right.</summary>
    public static VerbInfo? Read(MooTask task, MooList info, out Value failed)
    {
        failed = default;
        if (info.Count != 3 || !info[0].TryObj(out var owner) || !info[1].TryStr(out var bits) || !info[2].TryStr(out var names))
            failed = task.RaiseHere(ErrorCode.E_TYPE, Kinds.Verbatim("a verb is described by {owner, \"rwxd\", names}"));
        else if (!task.Transaction.IsValid(owner))
            failed = task.RaiseHere(ErrorCode.E_INVARG, "there is no object {0} that could own a verb", info[0]);
        else if (!AccessText.TryParse(bits, out VerbFlags flags))
            failed = task.RaiseHere(ErrorCode.E_INVARG, "a verb has the bits r, w, x and d, not \"{0}\"", info[1]);
        else if (names.TrimStart(' ').Length == 0)
            failed = task.RaiseHere(ErrorCode.E_INVARG, "a verb needs a name");
        else
            return new VerbInfo(owner, flags, names.TrimStart(' '));
        return null;
    }

    /// <summary>Reads the command lines; null (and E_TYPE or E_INVARG raised, <paramref name="failed"/>) if they are not right.</summary>
    public static VerbArguments? ReadArguments(MooTask task, MooList arguments, out Value failed)
    {
        failed = default;
        if (arguments.Count != 3 || !arguments[0].TryStr(out var direct) || !arguments[1].TryStr(out var preposition) || !arguments[2].TryStr(out var indirect))
            failed = task.RaiseHere(ErrorCode.E_TYPE, Kinds.Verbatim("a verb's arguments are three strings: {direct object, preposition, indirect object}"));
        else if (!TrySpec(direct, out var dobj))
            failed = NoSpec(task, arguments[0]);
        else if (!Prepositions.TryParse(preposition, out var group))
            failed = task.RaiseHere(ErrorCode.E_INVARG, "\"{0}\" is no preposition; prepositions() lists them", arguments[1]);
        else if (!TrySpec(indirect, out var iobj))
            failed = NoSpec(task, arguments[2]);
        else
            return new VerbArguments(dobj, group, iobj);
        return null;
    }

    private static Value NoSpec(MooTask task, Value spec) =>
        task.RaiseHere(ErrorCode.E_INVARG, "an object of a command line is \"this\", \"none\" or \"any\", not \"{0}\"", spec);

    private static bool TrySpec(string text, out ArgumentSpec spec) =>
        Enum.TryParse(text, ignoreCase: true, out spec) && text.Equals(spec.ToString(), StringComparison.OrdinalIgnoreCase);
}
