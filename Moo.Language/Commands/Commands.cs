using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Commands;

/// <summary>From a command line to the verb's frame.</summary>
internal static class Commands
{
    /// <summary>The name under which <see cref="BuiltinTable"/> finds <see cref="AfterHook"/>.</summary>
    public const string ContinuationName = "(command)";

    /// <summary>Puts the frame of the verb on top that a line runs. False if there is none; the player has been told.</summary>
    public static bool Enter(MooTask task, string line)
    {
        if (CommandLine.Parse(line) is not { } command) return false;
        var (transaction, player) = (task.Transaction, task.Player);
        var direct = ObjectMatching.Match(transaction, player, command.DirectText);
        var indirect = ObjectMatching.Match(transaction, player, command.IndirectText);
        var room = transaction.Find(player)?.Location ?? ObjectId.Nothing;
        foreach (var target in new[] { player, room, direct, indirect })
        {
            if (CommandVerbs.Find(transaction, target, command, direct, indirect) is not { } found) continue;
            return Start(task, command, target, found, direct, indirect);
        }
        if (transaction.Find(room) is { } place && Verbs.FindCallable(transaction, place, "huh") is { } huh)
            return Start(task, command, room, huh, direct, indirect);
        Tell(task, "I couldn't understand that.");
        return false;
    }

    private static bool Start(MooTask task, CommandLine command, ObjectId target, ResolvedVerb found, ObjectId direct, ObjectId indirect)
    {
        var compiled = Programs.Of(task.Runtime, found.Verb);
        if (compiled.Program is null)
        {
            Tell(task, $"The program of {found.Definer}:{found.Verb.Names} does not compile:");
            foreach (var error in compiled.ErrorLines()) Tell(task, error);
            return false;
        }
        task.CommandVerb = $"{found.Definer}:{FirstName(found.Verb.Names)}";
        var frame = task.Push()!;
        frame.ArgumentList = MooList.OfStrings(command.Words);
        frame.Command = new CommandWords(Value.Str(command.Argstr), Value.Obj(direct), Value.Str(command.DirectText),
            Value.Str(command.PrepositionText), Value.Obj(indirect), Value.Str(command.IndirectText));
        task.Start(frame, null, Value.Obj(target), found, command.Verb, compiled.Program);
        frame.CallerValue = Value.Obj(task.Player);
        return true;
    }

    // "l*ook examine" is look.
    private static string FirstName(string names)
    {
        var end = names.IndexOf(' ');
        var first = end < 0 ? names : names[..end];
        return first.Length > 1 ? first.Replace("*", "", StringComparison.Ordinal) : first;
    }

    /// <summary>Goes on when <c>#0:do_command</c> has answered: true ends the matter.</summary>
    [Continuation(ContinuationName)]
    public static TaskStep AfterHook(MooTask task, NativeCall call, Value answer)
    {
        // A hook that slept has taken the command over (LambdaMOO).
        if (answer.IsTrue || task.HasSlept) return TaskStep.Of(Value.Int(0));
        task.Pop();
        return Enter(task, call.State[0].AsStr) ? TaskStep.Entered : TaskStep.Stopped;
    }

    private static void Tell(MooTask task, string text) => task.Transaction.Effects.Add(new NotifyEffect(task.Player, text));
}
