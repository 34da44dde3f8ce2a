using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Commands;

/// <summary>The end of <c>.program object:verb</c>: compiles the lines and puts them into the verb (LambdaMOO Programmer's Manual, 4.1).</summary>
/// <param name="target">The object and verb, as typed.</param>
/// <param name="lines">The program; null only looks whether the player may program the verb.</param>
internal sealed class ProgramVerbStart(string target, IReadOnlyList<string>? lines) : TaskStart
{
    public override string Name => ".program " + target;

    public override bool Begin(MooTask task)
    {
        var refusal = Find(task, out var draft, out var index);
        if (refusal is not null)
        {
            Tell(task, refusal);
            task.ReturnAtOnce(Value.Int(0));
            return false;
        }
        if (lines is null)
        {
            Tell(task, $"Now programming {draft!.Name}:{draft.Class.Verbs[index].Names}.  Use \".\" to end.");
            task.ReturnAtOnce(Value.Int(1));
            return false;
        }
        var verb = draft!.Class.Verbs[index].WithSource(string.Join('\n', lines));
        var compiled = Programs.Of(task.Runtime, verb);
        foreach (var line in compiled.ErrorLines()) Tell(task, line);
        var errors = compiled.Diagnostics.Count(d => !d.IsWarning);
        Tell(task, errors == 1 ? "1 error." : $"{errors} error(s).");
        if (errors == 0) Verbs.Replace(task.Transaction, draft, index, verb);
        Tell(task, errors == 0 ? "Verb programmed." : "Verb not programmed.");
        return false;
    }

    // Why the verb cannot be programmed; null if it can.
    private string? Find(MooTask task, out ObjectDraft? draft, out int index)
    {
        (draft, index) = (null, -1);
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || colon == target.Length - 1) return "You must specify an object and a verb: .program object:verb";
        if (task.Transaction.Find(task.Player) is not { } player || (player.Flags & ObjectFlags.Programmer) == 0)
            return "You are not a programmer.";
        var id = ObjectMatching.Match(task.Transaction, task.Player, target[..colon].Trim());
        if (id == ObjectId.AmbiguousMatch) return $"I don't know which '{target[..colon]}' you mean.";
        draft = task.Transaction.Find(id);
        if (draft is null) return $"I don't see '{target[..colon]}' here.";
        var name = target[(colon + 1)..].Trim();
        index = Array.FindIndex(draft.Class.Verbs.ToArray(), verb => verb.Answers(name));
        if (index < 0) return $"That object does not have a verb '{name}'.";
        var found = draft.Class.Verbs[index];
        return (found.Flags & VerbFlags.Write) != 0 || found.Owner == task.Player || task.IsWizard(task.Player) ? null : "Permission denied.";
    }

    private static void Tell(MooTask task, string text) => task.Transaction.Effects.Add(
        new NotifyEffect(task.Connection == ObjectId.Nothing ? task.Player : task.Connection, text));
}
