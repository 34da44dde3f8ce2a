using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>What made a commit: for the audit trail.</summary>
/// <param name="TaskId">The task, 0 for the server itself.</param>
/// <param name="Player">The player the task ran for.</param>
/// <param name="Verb">The verb the slice began in, <c>#12:look</c>; or what the server was doing.</param>
public sealed record CommitCause(long TaskId, ObjectId Player, string Verb);

/// <summary>One object before and after.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Old">Null if it was created.</param>
/// <param name="New">Null if it was recycled.</param>
public readonly record struct ObjectChange(ObjectId Id, ObjectState? Old, ObjectState? New);

/// <summary>Everything that one slice of a task did, as one unit: the centre of the design.</summary>
/// <param name="Snapshot">The world after it.</param>
/// <param name="Cause">What made it.</param>
/// <param name="Objects">The changed objects.</param>
/// <param name="Tasks">The tasks put to sleep, woken and killed.</param>
/// <param name="Effects">What to let out once this is durable.</param>
public sealed record Commit(
    Snapshot Snapshot, CommitCause Cause, IReadOnlyList<ObjectChange> Objects, IReadOnlyList<TaskChange> Tasks,
    IReadOnlyList<Effect> Effects)
{
    /// <summary>Its number in the one order of commits.</summary>
    public long Sequence => Snapshot.Sequence;
}

/// <summary>How an attempt to commit ended.</summary>
public enum CommitResult
{
    /// <summary>Published, or there was nothing to publish.</summary>
    Done,

    /// <summary>Something that was read has changed since: run the slice again.</summary>
    Conflict,

    /// <summary>Another slice runs alone at the moment: try again when it is through.</summary>
    Wait,
}
