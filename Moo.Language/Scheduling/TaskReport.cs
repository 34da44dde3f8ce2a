using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>What is to be said about a task that was ended: by an error nobody caught, or by a limit.</summary>
/// <param name="Traceback">The stack and the words.</param>
/// <param name="Resource">"ticks" or "seconds" for a limit, null for an error; empty for a task that was killed, of which nothing is said.</param>
internal sealed record TaskReport(Traceback Traceback, string? Resource)
{
    public static TaskReport Of(MooTask task, SliceOutcome outcome) => (outcome, task.Abort) switch
    {
        (SliceOutcome.Failed, _) => new(task.Traceback!, null),
        (_, TaskAbort.Ticks) => new(task.TracebackHere("Task ran out of ticks"), "ticks"),
        (_, TaskAbort.Seconds) => new(task.TracebackHere("Task ran out of seconds"), "seconds"),
        _ => new(task.TracebackHere("Task was killed"), ""),
    };

    /// <summary>The hook on <c>#0</c> that may deal with it.</summary>
    public string Hook => Resource is null ? "handle_uncaught_error" : "handle_task_timeout";

    /// <summary>The hook's arguments.</summary>
    public MooList HookArguments()
    {
        var lines = Value.List(MooList.OfStrings(Traceback.ToLines()));
        var stack = Value.List(Traceback.StackValue());
        return Resource is null
            ? MooList.Of(Traceback.Code, Value.Str(Traceback.Message), Traceback.Value, stack, lines)
            : MooList.Of(Value.Str(Resource), stack, lines);
    }
}

/// <summary>Reports the end of a task: asks the hook, and shows the traceback unless the hook returns true.</summary>
/// <param name="report">What is to be said.</param>
/// <param name="before">What goes before everything, if that is not among what is kept.</param>
/// <param name="kept">What the task had told its own player.</param>
/// <param name="after">What goes behind everything.</param>
internal sealed class ReportStart(TaskReport report, string? before, IReadOnlyList<Store.Worlds.Effect> kept, string? after) : TaskStart
{
    public override string Name => $"#0:{report.Hook}";

    public override bool Begin(MooTask task)
    {
        TellConnection(task, before);
        task.Transaction.Effects.AddRange(kept);
        if (report.Resource == "") return false;
        return new CallStart(ObjectId.System, report.Hook, report.HookArguments()).Begin(task);
    }

    public override void Complete(MooTask task, SliceOutcome outcome)
    {
        ShowTraceback(task, outcome);
        TellConnection(task, after);
    }

    private void ShowTraceback(MooTask task, SliceOutcome outcome)
    {
        if (report.Resource == "") return;
        // A hook that sleeps has taken the matter into its hands.
        if (outcome == SliceOutcome.Waiting || outcome == SliceOutcome.Finished && !task.HadNothingToRun && task.Result.IsTrue) return;
        foreach (var line in report.Traceback.ToLines()) task.Transaction.Effects.Add(new NotifyEffect(task.Player, line));
    }
}
