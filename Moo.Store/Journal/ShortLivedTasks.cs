namespace Moo.Store.Journal;

/// <summary>The tasks of a batch that are to run at once, and how long it is worth to wait for them before the batch is written.</summary>
/// <remarks>
/// A task that is forked to run at once is over after some microseconds, and then needs no row (<see cref="CommitBatch"/>): but a lone
/// commit is written at once, and would put all its forks into the database only for the next batch to take them out again. So a batch with
/// many of them waits a little for their ends to come in, at most as long as writing their rows would take: nobody waits longer for it.
/// </remarks>
/// <param name="time">The clock.</param>
internal sealed class ShortLivedTasks(TimeProvider time)
{
    /// <summary>How long to wait before looking at what came in: less is not worth the trouble.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    // About what a row costs that is written and deleted again.
    private static readonly TimeSpan WorkPerRow = TimeSpan.FromMicroseconds(8);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    private readonly HashSet<long> _unfinished = [];
    private readonly long _start = time.GetTimestamp();
    private readonly double _now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Looks through a commit for tasks that begin and end.</summary>
    public void Add(QueuedCommit queued)
    {
        foreach (var change in queued.Commit.Tasks)
        {
            if (change.Task is null) _unfinished.Remove(change.TaskId);
            else if (change.IsNew && change.Task.WakeAt <= _now) _unfinished.Add(change.TaskId);
        }
    }

    /// <summary>Whether it is worth to wait for what comes in next.</summary>
    public bool IsWorthWaiting
    {
        get
        {
            var work = _unfinished.Count * WorkPerRow;
            var waited = time.GetElapsedTime(_start);
            return work >= Pause && waited < work && waited < LongestWait;
        }
    }
}
