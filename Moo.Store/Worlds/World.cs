using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>The world: holds the newest snapshot, and puts commits in their one order.</summary>
/// <remarks>
/// <list type="number">
/// <item>Reading needs no lock: <see cref="Current"/> is one reference to something immutable.</item>
/// <item>Commits are validated, published and handed to the log under one lock, so the log sees them in order.</item>
/// <item>While a slice runs alone (<see cref="TryRunAlone"/>), no other commit is published.</item>
/// </list>
/// </remarks>
public sealed class World
{
    private static long _lastVersion;

    private readonly Lock _lock = new();
    private readonly ICommitLog _log;
    private volatile Snapshot _current;
    private Transaction? _alone;
    private long _lastStamp;
    private long _lastNumber;
    private long _lastHidden;
    private Action<Commit>? _observers;

    /// <summary>A world that starts at a snapshot and reports commits to a log.</summary>
    /// <param name="start">The first snapshot, loaded or empty.</param>
    /// <param name="log">Where commits go.</param>
    /// <param name="lastStamp">The highest stamp in use.</param>
    public World(Snapshot start, ICommitLog log, long lastStamp = 0)
    {
        _current = start;
        _log = log;
        _lastStamp = lastStamp;
        _lastNumber = start.MaxObject;
        _lastHidden = start.MaxHidden;
    }

    /// <summary>The newest snapshot.</summary>
    public Snapshot Current => _current;

    /// <summary>Starts a transaction on the newest snapshot.</summary>
    public Transaction Begin() => new(this);

    /// <summary>A stamp higher than all before: files members of contents and children in order of arrival.</summary>
    public long NextStamp() => Interlocked.Increment(ref _lastStamp);

    /// <summary>A structure version that nobody has used.</summary>
    internal static long NextVersion() => Interlocked.Increment(ref _lastVersion);

    /// <summary>Lets every lookup that is cached under a structure version be made anew, though the world has not changed.</summary>
    public void MoveStructure()
    {
        lock (_lock) _current = _current.Under(NextVersion());
    }

    /// <summary>Reserves the next object number.</summary>
    internal ObjectId ReserveNumber()
    {
        lock (_lock) return new ObjectId(_lastNumber = Math.Max(_lastNumber, _current.MaxObject) + 1);
    }

    internal long ReserveHidden() => Interlocked.Increment(ref _lastHidden);

    /// <summary>Takes numbers back that a dropped transaction had reserved, as far as no later ones were given out.</summary>
    internal void GiveBack(List<ObjectId> numbers)
    {
        if (numbers.Count == 0) return;
        lock (_lock)
            for (var i = numbers.Count - 1; i >= 0 && numbers[i].Number == _lastNumber; i--) _lastNumber--;
    }

    /// <summary>Whether this transaction may run alone from here on: its commit will not conflict. False if another one does.</summary>
    public bool TryRunAlone(Transaction transaction)
    {
        lock (_lock)
        {
            if (_alone is not null && _alone != transaction) return false;
            _alone = transaction;
            return true;
        }
    }

    /// <summary>Whether a transaction runs alone at this moment.</summary>
    public bool IsRunAlone
    {
        get
        {
            lock (_lock) return _alone is not null;
        }
    }

    /// <summary>Ends running alone, after a commit or a rollback.</summary>
    public void LeaveAlone(Transaction transaction)
    {
        lock (_lock)
            if (_alone == transaction) _alone = null;
    }

    /// <summary>Fills an empty world, as one commit.</summary>
    /// <param name="content">What it is to hold, from a <see cref="SnapshotBuilder"/>.</param>
    /// <param name="lastStamp">The highest stamp in it.</param>
    /// <param name="cause">What fills it.</param>
    /// <param name="tasks">The sleeping tasks that come with it; null for none.</param>
    /// <exception cref="InvalidOperationException">The world is not empty.</exception>
    public void Populate(Snapshot content, long lastStamp, CommitCause cause, IReadOnlyList<StoredTask>? tasks = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        lock (_lock)
        {
            if (_current.All().Any()) throw new InvalidOperationException("Only an empty world can be filled.");
            var next = new Snapshot
            {
                Sequence = _current.Sequence + 1,
                StructureVersion = content.StructureVersion,
                MaxObject = content.MaxObject,
                MaxHidden = content.MaxHidden,
                Players = content.Players,
                Objects = content.Objects,
                Hidden = content.Hidden,
            };
            _lastStamp = Math.Max(_lastStamp, lastStamp);
            (_lastNumber, _lastHidden) = (next.MaxObject, next.MaxHidden);
            _current = next;
            var changes = next.All().Concat(next.AllHidden()).Select(state => new ObjectChange(state.Id, null, state)).ToList();
            _log.Append(new Commit(next, cause, changes, [.. (tasks ?? []).Select(task => new TaskChange(task.Id, task))], []));
        }
    }

    /// <summary>Shows somebody every commit from here on, in order and under the world's lock: whoever looks must be quick.</summary>
    /// <param name="look">Gets the commits.</param>
    /// <returns>The snapshot after which the first one comes.</returns>
    public Snapshot Observe(Action<Commit> look)
    {
        lock (_lock)
        {
            _observers += look;
            return _current;
        }
    }

    /// <summary>Shows no more commits to somebody.</summary>
    public void EndObserving(Action<Commit> look)
    {
        lock (_lock) _observers -= look;
    }

    /// <summary>Validates a transaction, publishes what it did as the next snapshot, and hands it to the log.</summary>
    /// <remarks>The transaction still holds its drafts afterwards: call <see cref="Transaction.Reset"/>.</remarks>
    public CommitResult Commit(Transaction transaction, CommitCause cause)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (!transaction.HasChanges)
        {
            // What it read was one consistent snapshot: nothing to validate.
            if (transaction.Effects.Count > 0) _log.Release(transaction.Base.Sequence, [.. transaction.Effects]);
            return CommitResult.Done;
        }
        lock (_lock)
        {
            if (_alone is not null && _alone != transaction) return CommitResult.Wait;
            var newest = _current;
            if (!Validation.Holds(transaction, newest)) return CommitResult.Conflict;
            var (next, changes) = Publication.Build(transaction, newest);
            _lastNumber = Publication.LastNumber(transaction, next, _lastNumber);
            _current = next;
            var commit = new Commit(next, cause, changes, Taken(transaction.Tasks), Taken(transaction.Effects));
            _log.Append(commit);
            _observers?.Invoke(commit);
            return CommitResult.Done;
        }
    }

    // Most commits have one or the other.
    private static T[] Taken<T>(List<T> list) => list.Count > 0 ? [.. list] : [];
}
