using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>What a slice of a task began in, and how long it took.</summary>
/// <param name="IsForeground">Whether it ran in the foreground.</param>
/// <param name="This">What its verb was called on.</param>
/// <param name="Verb">The verb's name as it was called.</param>
/// <param name="Definer">The object that defines the verb.</param>
/// <param name="Player">The player.</param>
/// <param name="Programmer">Whose permissions it began with.</param>
internal sealed record FinishedTask(bool IsForeground, Value This, string Verb, ObjectId Definer, ObjectId Player, ObjectId Programmer)
{
    /// <summary>How long it ran.</summary>
    public TimeSpan Time { get; set; }

    /// <summary>How many ticks it took.</summary>
    public long Ticks { get; set; }

    /// <summary>Whether it went to sleep at its end.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>A task at its begin.</summary>
    public static FinishedTask? Of(MooTask task, bool isForeground)
    {
        if (task.Top is not { } frame) return null;
        while (frame.Below is { } below)
        {
            frame = below;
        }
        return new FinishedTask(isForeground, frame.This, frame.Verb, frame.Definer, frame.Player, frame.Programmer);
    }

    /// <summary>As a line of <c>callers()</c>.</summary>
    public Value Caller => Value.List(This, Value.Str(Verb), Value.Obj(Programmer), Value.Obj(Definer), Value.Obj(Player));
}

/// <summary>Remembers the last tasks that came to an end or went to sleep, and tells the world of those that took long (ToastStunt).</summary>
/// <param name="runtime">What the tasks run in.</param>
internal sealed class FinishedTasks(Runtime runtime)
{
    private const string Hook = "handle_lagging_task";

    private readonly Lock _lock = new();
    private readonly Queue<FinishedTask> _last = new();

    /// <summary>The last ones, oldest first.</summary>
    public IReadOnlyList<FinishedTask> Last
    {
        get
        {
            lock (_lock) return [.. _last];
        }
    }

    /// <summary>Notes one. If it took longer than <c>$server_options.task_lag_threshold</c> seconds, <c>#0:handle_lagging_task</c> is called.</summary>
    public void Note(FinishedTask task, bool isSuspended)
    {
        task.IsSuspended = isSuspended;
        var limits = runtime.Options.Limits(runtime.World.Current);
        lock (_lock)
        {
            _last.Enqueue(task);
            while (_last.Count > limits.MostFinishedTasks) _last.Dequeue();
        }
        // A threshold below a tenth of a second switches it off; the hook itself is not to be told of.
        if (limits.LagSeconds < 0.1 || task.Time.TotalSeconds <= limits.LagSeconds || task.Verb == Hook) return;
        runtime.Scheduler.CallVerb(ObjectId.Nothing, ObjectId.System, Hook, MooList.Of(Value.List(task.Caller), Value.Float(task.Time.TotalSeconds)));
    }
}
