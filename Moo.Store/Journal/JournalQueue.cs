using Moo.Store.Worlds;

namespace Moo.Store.Journal;

/// <summary>Takes commits from the world, has them written by a thread of its own, and lets their effects out once they are durable.</summary>
/// <remarks>
/// <code>
/// Open ──connection lost──▶ Away ──written──▶ Open        Open ──Stop──▶ Closed
///   └───────────error that waiting does not mend (also from Away)──────▶ Failed
/// </code>
/// <list type="number">
/// <item>Commits come in the order of their sequence, without a gap, and are written in that order.</item>
/// <item>The effects of a commit go out after the commit is durable and after those of all commits before it.</item>
/// <item>The effects of a slice that changed nothing go out after those of the commit whose world it read: at once if that is
/// done, else they follow that commit's effects (<c>_followers</c>). <c>_released</c> moves past a commit under the lock, and only
/// when nothing follows it, so that no follower can be left behind.</item>
/// <item>Only the journal's thread calls the journal.</item>
/// <item>Having failed, it takes nothing more and lets nothing more out.</item>
/// </list>
/// The queue grows while the writing lasts, so batches grow with the load, and a lone player's commit is written at once. Where many
/// players wait for each other's batches, the next one waits a moment for those who have just been answered (<see cref="AwaitAnswered"/>).
/// </remarks>
public sealed class JournalQueue : ICommitLog, IDisposable
{
    private static readonly TimeSpan PruneInterval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BusyPruneInterval = TimeSpan.FromSeconds(1);
    private const int StackBytes = 16 << 20; // nested values become JSON here
    private const int MostPrunedRows = 5000;

    private readonly object _gate = new();
    private readonly Queue<QueuedCommit> _queue = new();
    private readonly Dictionary<long, List<IReadOnlyList<Effect>>> _followers = [];
    private readonly List<(long Sequence, TaskCompletionSource Done)> _waiters = [];
    private readonly IJournal _journal;
    private readonly PatientWriter _writer;
    private readonly EffectSink _sink;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private long _appended;
    private long _durable;
    private long _released;
    private DateTimeOffset _nextPrune;
    private bool _isGathering;
    private bool _isStarted;
    private bool _isStopping;
    private volatile JournalException? _failure;

    /// <summary>A queue before a journal that was loaded. Call <see cref="Start"/> before the first commit.</summary>
    /// <param name="journal">The journal; disposed of with the queue.</param>
    /// <param name="sequence">The sequence of the loaded world.</param>
    /// <param name="sink">Lets effects out.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public JournalQueue(IJournal journal, long sequence, EffectSink sink, JournalOptions? options = null, TimeProvider? time = null)
    {
        (_journal, _sink, _options, _time) = (journal, sink, options ?? new(), time ?? TimeProvider.System);
        _writer = new PatientWriter(journal, _options, _time, Counters);
        _appended = _durable = _released = sequence;
        _thread = new Thread(Run, StackBytes) { Name = "journal", IsBackground = true };
    }

    /// <summary>Called on the journal's thread when the database goes away, with what happened.</summary>
    public Action<string>? OnAway { init => _writer.OnAway = value; }

    /// <summary>Called on the journal's thread when the database is back and has taken what was waiting first.</summary>
    public Action? OnBack { init => _writer.OnBack = value; }

    /// <summary>Called on the journal's thread when nothing can be written any more: the process should end, and not with 0.</summary>
    public Action<JournalException>? OnFailed { get; init; }

    /// <summary>What was done so far.</summary>
    public JournalCounters Counters { get; } = new();

    /// <summary>The last commit that is durable.</summary>
    public long DurableSequence => Volatile.Read(ref _durable);

    /// <summary>Whether the caller runs on the journal's thread, for which everybody's next commit waits.</summary>
    public bool IsOwnThread => Thread.CurrentThread == _thread;

    /// <summary>How many commits are not durable yet.</summary>
    public long QueueLength => Volatile.Read(ref _appended) - DurableSequence;

    /// <summary>Whether the database is away at the moment.</summary>
    public bool IsAway => _writer.IsAway;

    /// <summary>Whether so much is waiting for the database that new commands should wait, too (see <see cref="WhenRoom"/>).</summary>
    public bool IsOverloaded => QueueLength >= _options.MostWaitingCommits;

    /// <summary>Why nothing can be written any more; null while all is well.</summary>
    public JournalException? Failure => _failure;

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        _isStarted = true;
        _thread.Start();
    }

    /// <inheritdoc/>
    /// <exception cref="JournalException">The journal has failed or is closed: nothing is taken any more.</exception>
    public void Append(Commit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        lock (_gate)
        {
            if (_failure is not null || _isStopping) throw Refusal();
            _queue.Enqueue(new QueuedCommit(commit, _time.GetUtcNow()));
            Volatile.Write(ref _appended, commit.Sequence);
            if (_queue.Count == 1 && !_isGathering) Monitor.PulseAll(_gate);
        }
    }

    /// <inheritdoc/>
    public void Release(long sequence, IReadOnlyList<Effect> effects)
    {
        if (sequence > Volatile.Read(ref _released))
        {
            lock (_gate)
            {
                if (_failure is not null) return; // invariant 5
                if (sequence > _released)
                {
                    if (!_followers.TryGetValue(sequence, out var list)) _followers[sequence] = list = [];
                    list.Add(effects);
                    return;
                }
            }
        }
        _sink(sequence, effects);
    }

    /// <summary>Completes when a commit is durable and its effects are out.</summary>
    /// <returns>A task that fails with <see cref="JournalException"/> if that will not come.</returns>
    public Task WhenDurable(long sequence)
    {
        lock (_gate)
        {
            if (sequence <= _released) return Task.CompletedTask;
            if (_failure is not null) return Task.FromException(Refusal());
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((sequence, done));
            return done.Task;
        }
    }

    /// <summary>Completes when everything taken so far is durable and its effects are out.</summary>
    public Task Flush() => WhenDurable(Volatile.Read(ref _appended));

    /// <summary>Completes when the queue is down to half its bound; at once unless <see cref="IsOverloaded"/>.</summary>
    public Task WhenRoom() =>
        IsOverloaded ? WhenDurable(Volatile.Read(ref _appended) - _options.MostWaitingCommits / 2) : Task.CompletedTask;

    /// <summary>Takes no more commits, writes what is waiting, and ends the thread.</summary>
    /// <param name="patience">How long to wait for that, a database that is away included.</param>
    /// <returns>Whether everything is durable and all effects are out.</returns>
    public bool Stop(TimeSpan patience)
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }
        if (_isStarted && !_thread.Join(patience)) _writer.GiveUp();
        lock (_gate) return _released == _appended;
    }

    /// <summary>Stops without patience, unless <see cref="Stop"/> was called before, and closes the journal.</summary>
    public void Dispose()
    {
        Stop(TimeSpan.Zero);
        if (!_isStarted || _thread.Join(_options.LongestBackOff)) _journal.Dispose();
    }

    private JournalException Refusal() => _failure is { } failure
        ? new JournalException("The journal has failed and takes no more commits. " + failure.Message, failure)
        : new JournalException("The journal is closed and takes no more commits.");

    private void Run()
    {
        try
        {
            while (NextBatch() is { } batch)
            {
                var start = _time.GetTimestamp();
                _writer.Write(batch);
                var (writing, released) = (_time.GetElapsedTime(start), batch.Commits.Count);
                var waiting = QueueLength - released;
                LetOut(batch);
                if (waiting > 0 && released > 1) AwaitAnswered(waiting + released, writing);
                Prune();
            }
        }
        catch (Exception problem)
        {
            Fail(problem as JournalException
                ?? new JournalException($"The journal met an error that it does not know, and stops rather than guess: {problem.Message}", problem));
        }
    }

    // Those who have just been answered are about to commit again. Without this moment they and those who wait already take turns, in batches
    // of half the size. It is far shorter than a write, so a wrong guess costs little; who is alone never waits.
    private void AwaitAnswered(long expected, TimeSpan writing)
    {
        var limit = writing / 4 < _options.LongestGathering ? writing / 4 : _options.LongestGathering;
        for (var start = _time.GetTimestamp(); QueueLength < expected && _time.GetElapsedTime(start) < limit;) Thread.Yield();
    }

    private CommitBatch? NextBatch()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_isStopping) return null;
                Monitor.Wait(_gate);
            }
            return new CommitBatch(Gather(), isLogged: _options.CommitLogRetention != TimeSpan.Zero);
        }
    }

    // What is there, and where it pays what comes in shortly.
    private List<QueuedCommit> Gather()
    {
        var commits = new List<QueuedCommit>(Math.Min(_queue.Count, _options.MostCommitsPerBatch));
        var tasks = new ShortLivedTasks(_time);
        _isGathering = true;
        while (true)
        {
            while (commits.Count < _options.MostCommitsPerBatch && _queue.TryDequeue(out var commit))
            {
                commits.Add(commit);
                tasks.Add(commit);
            }
            if (_isStopping || commits.Count == _options.MostCommitsPerBatch || !tasks.IsWorthWaiting) break;
            Monitor.Wait(_gate, ShortLivedTasks.Pause);
        }
        _isGathering = false;
        return commits;
    }

    private void LetOut(CommitBatch batch)
    {
        Volatile.Write(ref _durable, batch.LastSequence);
        foreach (var queued in batch.Commits)
        {
            var commit = queued.Commit;
            if (commit.Effects.Count > 0) _sink(commit.Sequence, commit.Effects);
            while (NextFollowers(commit.Sequence) is { } followers)
                foreach (var effects in followers) _sink(commit.Sequence, effects);
        }
        CompleteWaiters();
    }

    // Invariant 3: those that follow a commit; when there are none, the commit is done with.
    private List<IReadOnlyList<Effect>>? NextFollowers(long sequence)
    {
        lock (_gate)
        {
            if (_followers.Remove(sequence, out var followers)) return followers;
            Volatile.Write(ref _released, sequence);
            return null;
        }
    }

    private void CompleteWaiters()
    {
        lock (_gate)
        {
            foreach (var (sequence, done) in _waiters)
                if (sequence <= _released) done.SetResult();
            _waiters.RemoveAll(w => w.Sequence <= _released);
        }
    }

    private void Prune()
    {
        var now = _time.GetUtcNow();
        if (_options.CommitLogRetention is not { } retention || now < _nextPrune) return;
        try
        {
            var gone = _journal.Prune(now - retention, MostPrunedRows);
            _nextPrune = now + (gone < MostPrunedRows ? PruneInterval : BusyPruneInterval);
        }
        catch (JournalAwayException)
        {
            // The next batch will find out, and wait. Nothing depends on pruning.
        }
    }

    private void Fail(JournalException failure)
    {
        lock (_gate)
        {
            _failure = failure;
            _queue.Clear();
            _followers.Clear();
            foreach (var (_, done) in _waiters) done.SetException(Refusal());
            _waiters.Clear();
        }
        OnFailed?.Invoke(failure);
    }
}
