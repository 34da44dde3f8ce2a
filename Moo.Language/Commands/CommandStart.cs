using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Commands;

/// <summary>Runs a command line: asks <c>#0:do_command</c> first, then looks for the verb itself.</summary>
/// <param name="line">The line as typed.</param>
/// <param name="prefix">What the connection wants to see before each command's output (<c>PREFIX</c>), or null.</param>
/// <param name="suffix">What it wants to see after (<c>SUFFIX</c>), or null.</param>
internal sealed class CommandStart(string line, string? prefix, string? suffix) : TaskStart
{
    private MooTask? _task;

    public override string Name => line.Length <= 80 ? line : line[..80];

    // Not the line: it may hold a password, and there are as many lines as players think of.
    public override string Verb => _task?.CommandVerb ?? "(command)";

    public override (string? Before, string? After) Marks => (prefix, suffix);

    public override bool Begin(MooTask task)
    {
        _task = task;
        TellConnection(task, prefix);
        if (Hook(task) is not { } hook) return Commands.Enter(task, line);

        // A frame of the server's own waits below the hook for its answer.
        task.PushServerFrame(new NativeCall(Commands.ContinuationName, 0, Value.Str(line)));
        var frame = task.Push()!;
        frame.ArgumentList = MooList.OfStrings(CommandLine.WordsOf(line));
        frame.Command = CommandWords.None with { Argstr = Value.Str(line) };
        task.CommandVerb = "#0:do_command";
        task.Start(frame, null, Value.Obj(ObjectId.System), hook, "do_command", Programs.Of(task.Runtime, hook)!);
        return true;
    }

    public override void Complete(MooTask task, SliceOutcome outcome) => TellConnection(task, suffix);

    private static ResolvedVerb? Hook(MooTask task)
    {
        if (task.Transaction.Find(ObjectId.System) is not { } system) return null;
        var hook = Verbs.FindCallable(task.Transaction, system, "do_command");
        return hook is not null && Programs.Of(task.Runtime, hook) is not null ? hook : null;
    }
}
