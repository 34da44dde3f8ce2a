using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>A portion of what a batch changes in the tables. No two rows of one table have the same key.</summary>
/// <remarks>Values become JSON only where a database takes them, so that a large portion costs references and no text.</remarks>
internal sealed class RowSet
{
    public List<ObjectState> Objects { get; } = [];

    public List<PropertyRow> Properties { get; } = [];

    public List<VerbRow> Verbs { get; } = [];

    public List<StoredTask> Tasks { get; } = [];

    public List<QueuedCommit> Commits { get; } = [];

    public List<VerbVersion> VerbHistory { get; } = [];

    /// <summary>Recycled objects: their properties and verbs go with them.</summary>
    public List<ObjectId> RemovedObjects { get; } = [];

    public List<RemovedProperty> RemovedProperties { get; } = [];

    public List<RemovedVerbs> RemovedVerbs { get; } = [];

    public List<long> RemovedTasks { get; } = [];

    /// <summary>Whether all this holds is rows that the database does not know yet, of objects.</summary>
    public bool IsNew { get; set; }

    public int Count => Objects.Count + Properties.Count + Verbs.Count + Tasks.Count + Commits.Count + VerbHistory.Count
        + RemovedObjects.Count + RemovedProperties.Count + RemovedVerbs.Count + RemovedTasks.Count;

    /// <summary>About how many bytes the larger parts have; costs a walk over the rows.</summary>
    public long Bytes => Properties.Sum(r => r.Cell.Value.Bytes) + Verbs.Sum(r => (long)r.Verb.Source.Length);

    public void Add(TaskChange change)
    {
        if (change.Task is { } task) Tasks.Add(task);
        else RemovedTasks.Add(change.TaskId);
    }
}
