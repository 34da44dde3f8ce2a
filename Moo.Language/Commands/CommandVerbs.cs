using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Commands;

/// <summary>Finds the verb that a command line runs.</summary>
internal static class CommandVerbs
{
    /// <summary>The first verb of an object or its ancestors with this name that the rest of the line fits.</summary>
    public static ResolvedVerb? Find(Transaction transaction, ObjectId target, CommandLine line, ObjectId direct, ObjectId indirect)
    {
        if (transaction.Find(target) is not { } draft) return null;
        foreach (var found in Verbs.FindAll(transaction, draft, line.Verb))
        {
            var wanted = found.Verb.Arguments;
            if (!Fits(wanted.Direct, direct, target) || !Fits(wanted.Indirect, indirect, target)) continue;
            if (wanted.Preposition == VerbArguments.AnyPreposition || wanted.Preposition == line.Preposition) return found;
        }
        return null;
    }

    private static bool Fits(ArgumentSpec wanted, ObjectId given, ObjectId target) => wanted switch
    {
        ArgumentSpec.Any => true,
        ArgumentSpec.This => given == target,
        _ => given == ObjectId.Nothing,
    };
}
