using System.Runtime.InteropServices;
using Moo.Store.Journal.Rows;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal;

/// <summary>Some commits in their order, written as one database transaction: what they change in the tables, each row once.</summary>
/// <remarks>
/// Of everything that happened to an object or a task in the batch only the outcome is written; the log of commits and the
/// history of verbs keep each step.
/// </remarks>
public sealed class CommitBatch
{
    // A world that is imported is one commit of any size; its rows are made and written this many at a time.
    private const int MostRowsPerSet = 20_000;

    private readonly bool _isLogged;

    internal CommitBatch(IReadOnlyList<QueuedCommit> commits, bool isLogged = true)
    {
        Commits = commits;
        _isLogged = isLogged;
    }

    /// <summary>A batch that writes a whole world into an empty database.</summary>
    /// <param name="snapshot">The world; its sequence follows the database's.</param>
    /// <param name="cause">What the commit log is to say.</param>
    /// <param name="tasks">Sleeping tasks that came with the world.</param>
    /// <param name="time">When.</param>
    public static CommitBatch OfWorld(Snapshot snapshot, CommitCause cause, IReadOnlyList<TaskChange> tasks, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var objects = snapshot.All().Concat(snapshot.AllHidden()).Select(state => new ObjectChange(state.Id, null, state)).ToList();
        return new CommitBatch([new QueuedCommit(new Commit(snapshot, cause, objects, tasks, []), time)]);
    }

    internal IReadOnlyList<QueuedCommit> Commits { get; }

    /// <summary>The first commit.</summary>
    public long FirstSequence => Commits[0].Commit.Sequence;

    /// <summary>The last commit.</summary>
    public long LastSequence => Last.Sequence;

    private Snapshot Last => Commits[^1].Commit.Snapshot;

    /// <summary>What the table <c>meta</c> must say afterwards.</summary>
    internal MetaRows Meta => new(LastSequence, Last.MaxObject, Last.MaxHidden);

    /// <summary>How many rows the last pass over <see cref="RowSets"/> made.</summary>
    internal long RowCount { get; private set; }

    /// <summary>The rows to write and to delete, in portions. Can be gone through again.</summary>
    internal IEnumerable<RowSet> RowSets()
    {
        RowCount = 0;
        var rows = new RowSet();
        foreach (var commit in Commits)
        {
            if (_isLogged) rows.Commits.Add(commit);
            foreach (var change in commit.Commit.Objects) VerbDiff.AddHistory(rows, change, commit);
        }
        foreach (var task in LastTaskChanges()) rows.Add(task);

        var changes = LastObjectChanges();
        foreach (var change in changes)
        {
            if (change.Old is null && changes.Count > MostRowsPerSet) continue; // see below
            ObjectDiff.AddRows(rows, change);
            if (rows.Count >= MostRowsPerSet) yield return Finished(ref rows);
        }
        yield return Finished(ref rows);
        if (changes.Count <= MostRowsPerSet) yield break;

        // New objects in great number are kept apart: a database has a faster way for rows that it does not know yet.
        rows.IsNew = true;
        foreach (var change in changes)
        {
            if (change.Old is not null) continue;
            ObjectDiff.AddRows(rows, change);
            if (rows.Count < MostRowsPerSet) continue;
            yield return Finished(ref rows);
            rows.IsNew = true;
        }
        yield return Finished(ref rows);
    }

    private RowSet Finished(ref RowSet rows)
    {
        RowCount += rows.Count;
        var finished = rows;
        rows = new RowSet();
        return finished;
    }

    // Each commit's Old is the New of the one before: the first Old and the last New tell it all.
    private IReadOnlyList<ObjectChange> LastObjectChanges()
    {
        if (Commits.Count == 1) return Commits[0].Commit.Objects;

        var places = new Dictionary<ObjectId, int>();
        var changes = new List<ObjectChange>();
        foreach (var change in Commits.SelectMany(c => c.Commit.Objects))
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, change.Id, out var isKnown);
            if (isKnown)
            {
                changes[place] = changes[place] with { New = change.New };
                continue;
            }
            place = changes.Count;
            changes.Add(change);
        }
        return changes;
    }

    // A task that fell asleep for the first time in this batch, and is over, has no row and needs none.
    private Dictionary<long, TaskChange>.ValueCollection LastTaskChanges()
    {
        var last = new Dictionary<long, TaskChange>();
        foreach (var commit in Commits)
        {
            foreach (var change in commit.Commit.Tasks)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(last, change.TaskId, out var isKnown);
                var isNew = isKnown ? known.IsNew : change.IsNew;
                if (change.Task is null && isNew) last.Remove(change.TaskId);
                else known = change with { IsNew = isNew };
            }
        }
        return last.Values;
    }
}
