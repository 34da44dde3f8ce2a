using Moo.Language.Execution;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

/// <summary>A slice of a task on its way through the scheduler: ready, running, waiting to commit.</summary>
internal sealed class Slice(MooTask task, TaskStart start, bool isForeground, Action<TaskEnd>? ended)
{
    public MooTask Task => task;

    public TaskStart Start => start;

    public bool IsForeground => isForeground;

    /// <summary>Told once, when the slice has been committed or given up.</summary>
    public Action<TaskEnd>? Ended => ended;

    /// <summary>Whether the database holds this task: then the commit of this slice forgets or replaces it.</summary>
    public bool IsStored { get; init; }

    /// <summary>How often it conflicted.</summary>
    public int Conflicts { get; set; }

    /// <summary>How long it ran since it began, or began anew.</summary>
    public TimeSpan Spent { get; set; }

    /// <summary>Its transaction, while it is under way.</summary>
    public Transaction? Transaction { get; set; }

    /// <summary>How its run ended, if all that is left is to commit.</summary>
    public SliceOutcome? Outcome { get; set; }

    /// <summary>Whether everything that goes into the commit is in the transaction.</summary>
    public bool IsPrepared { get; set; }

    /// <summary>What it began in, and how long it has run.</summary>
    public FinishedTask? Work { get; set; }

    /// <summary>What sleeps, once committed.</summary>
    public TaskImage? Image { get; set; }
}
