using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>A sleeping task as the database keeps it.</summary>
/// <param name="id">The task's number.</param>
/// <param name="owner">Whose permissions it runs with; for people who look into the table.</param>
/// <param name="wakeAt">When it wakes, in seconds since 1970; null if only <c>resume()</c> or input wakes it.</param>
public abstract class StoredTask(long id, ObjectId owner, double? wakeAt)
{
    /// <summary>The task's number.</summary>
    public long Id => id;

    /// <summary>Whose permissions it runs with.</summary>
    public ObjectId Owner => owner;

    /// <summary>When it wakes, in seconds since 1970; null if only <c>resume()</c> or input wakes it.</summary>
    public double? WakeAt => wakeAt;

    /// <summary>Everything needed to go on, as JSON. May be called from the journal's thread, after the task has gone on.</summary>
    public abstract string ToJson();
}

/// <summary>A task put to sleep, or (<paramref name="Task"/> null) woken or killed.</summary>
/// <param name="TaskId">The task's number.</param>
/// <param name="Task">What to keep, or null to forget it.</param>
public readonly record struct TaskChange(long TaskId, StoredTask? Task)
{
    /// <summary>Whether no commit before this one put the task to sleep: then the database does not know it yet.</summary>
    public bool IsNew { get; init; }
}
