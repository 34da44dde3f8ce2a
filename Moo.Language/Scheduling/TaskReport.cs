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

    /// <summary>Whether it was a hook itself that was ended, perhaps after it had slept.</summary>
    public bool IsOfHook => Traceback.Stack is [.., { Verb: "handle_uncaught_error" or "handle_task_timeout" } outermost] && outermost.Definer == ObjectId.System;

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
/// <remarks>A hook that fails itself is not asked again, neither about the task nor about its own failure: both are shown.</remarks>
/// <param name="report">What is to be said.</param>
/// <param name="before">What goes before everything, if that is not among what is kept.</param>
/// <param name="kept">What the task had told its own player.</param>
/// <param name="after">What goes behind everything.</param>
/// <param name="hook">What is to be said of the hook; null if it has not failed.</param>
internal sealed class ReportStart(
    TaskReport report, string? before, IReadOnlyList<Store.Worlds.Effect> kept, string? after, TaskReport? hook = null) : TaskStart
{
    public override string Name => $"#0:{report.Hook}";

    /// <summary>The report that follows if the hook has failed.</summary>
    /// <param name="failure">What is to be said of the hook.</param>
    /// <param name="keptToo">What was told in the slice in which it failed, this report's own beginning included.</param>
    public ReportStart AfterHook(TaskReport failure, IReadOnlyList<Store.Worlds.Effect> keptToo) => new(report, null, keptToo, after, failure);

    public override bool Begin(MooTask task)
    {
        TellConnection(task, before);
        task.Transaction.Effects.AddRange(kept);
        if (report.Resource == "" || report.IsOfHook || hook is not null) return false;
        return new CallStart(ObjectId.System, report.Hook, report.HookArguments()).Begin(task);
    }

    public override void Complete(MooTask task, SliceOutcome outcome)
    {
        // A hook that sleeps has taken the matter into its hands.
        var isDealtWith = outcome == SliceOutcome.Waiting || outcome == SliceOutcome.Finished && !task.HadNothingToRun && task.Result.IsTrue;
        if (hook is not null) Show(task, hook);
        if (!isDealtWith) Show(task, report);
        TellConnection(task, after);
    }

    private static void Show(MooTask task, TaskReport report)
    {
        if (report.Resource == "") return;
        foreach (var line in report.Traceback.ToLines()) task.Transaction.Effects.Add(new NotifyEffect(task.Player, line));
    }
}
