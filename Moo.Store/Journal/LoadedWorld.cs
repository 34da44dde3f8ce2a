using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal;

/// <summary>What a database held when the server started.</summary>
/// <param name="Snapshot">The world. Its sequence is that of the last commit written.</param>
/// <param name="LastStamp">The highest stamp in use, for <see cref="World"/>.</param>
/// <param name="Tasks">The sleeping tasks, in order of number.</param>
public sealed record LoadedWorld(Snapshot Snapshot, long LastStamp, IReadOnlyList<TaskRow> Tasks)
{
    /// <summary>Whether the database holds no world yet: time to import one.</summary>
    public bool IsEmpty => Snapshot.Sequence == 0 && Snapshot.MaxObject < 0;
}

/// <summary>A sleeping task as the database holds it.</summary>
/// <param name="Id">The task's number.</param>
/// <param name="Owner">Whose permissions it runs with.</param>
/// <param name="WakeAt">When it wakes, in seconds since 1970; null if only <c>resume()</c> or input wakes it.</param>
/// <param name="Json">What <see cref="StoredTask.ToJson"/> gave.</param>
public sealed record TaskRow(long Id, ObjectId Owner, double? WakeAt, string Json);
