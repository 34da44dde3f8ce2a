using Moo.Store.Journal;
using Moo.Store.Tests.Values;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

/// <summary>
/// A world that random slices change, and a reference model beside it: what the world and the sleeping tasks were after each
/// commit. Notes which commits' effects were let out.
/// </summary>
internal sealed class RecordedWorld : ICommitLog, IDisposable
{
    private readonly Random _random;
    private readonly Dictionary<long, string> _history = [];
    private readonly SortedDictionary<long, TaskRow> _tasks = [];
    private readonly List<long> _released = [];
    private long _lastReleased;

    public RecordedWorld(IJournal journal, int seed, Action<JournalQueue>? onQueue = null)
    {
        _random = new Random(seed);
        var loaded = journal.Load();
        foreach (var task in loaded.Tasks) _tasks[task.Id] = task;
        _history[loaded.Snapshot.Sequence] = Text(loaded.Snapshot, loaded.Tasks);
        _lastReleased = loaded.Snapshot.Sequence;
        Queue = new JournalQueue(journal, loaded.Snapshot.Sequence, LetOut, new JournalOptions { FirstBackOff = TimeSpan.FromMilliseconds(1) });
        onQueue?.Invoke(Queue);
        Queue.Start();
        World = new World(loaded.Snapshot, this, loaded.LastStamp);
    }

    private sealed record Done(long Sequence) : Effect;

    public World World { get; }

    public JournalQueue Queue { get; }

    /// <summary>The last commit whose effects somebody saw.</summary>
    public long LastReleased => Volatile.Read(ref _lastReleased);

    /// <summary>The commits whose effects were let out, in that order.</summary>
    public IReadOnlyList<long> Released => _released;

    public static string Text(Snapshot snapshot, IEnumerable<TaskRow> tasks) =>
        WorldText.Of(snapshot) + string.Concat(tasks.Select(t => $"task {t}\n"));

    /// <summary>What must be found if the last commit found is this one.</summary>
    public string Expected(long sequence)
    {
        lock (_history) return _history[sequence];
    }

    /// <summary>Commits one random slice.</summary>
    public void Step()
    {
        var transaction = World.Begin();
        new RandomProgram(_random.Next(), 1 + _random.Next(6)).Run(transaction);
        if (_random.Next(2) == 0) BeHostile(transaction);
        if (_random.Next(3) == 0) ChangeTask(transaction);
        transaction.Effects.Add(new Done(World.Current.Sequence + 1));
        if (transaction.HasChanges) Assert.Equal(CommitResult.Done, World.Commit(transaction, RunningWorld.Cause));
    }

    private void BeHostile(Transaction t)
    {
        if (t.Find(new ObjectId(_random.Next(9))) is not { } draft) return;
        Structure.SetName(draft, RandomValue.Text(_random));
        var name = RandomValue.Text(_random, 4);
        Properties.Define(t, draft, name, RandomValue.Make(_random, 3), TestWorld.Access);
        if (Properties.Find(t, draft, name) is { } place) Properties.Write(t, draft, place, name, RandomValue.Make(_random, 3));
        if (draft.Class.Verbs.Length < 5)
        {
            Verbs.Add(t, draft, new Verb(RandomValue.Text(_random, 4), draft.Id, (VerbFlags)_random.Next(16),
                new VerbArguments((ArgumentSpec)_random.Next(3), (short)_random.Next(-2, Prepositions.Count), (ArgumentSpec)_random.Next(3)),
                RandomValue.Text(_random, 40)));
        }
        if (_random.Next(4) > 0) return;
        var hidden = Structure.CreateHidden(t, [draft.Id], ObjectId.System);
        if (Properties.Find(t, hidden, name) is { } hiddenPlace) Properties.Write(t, hidden, hiddenPlace, name, Value.Int(1));
    }

    private void ChangeTask(Transaction t)
    {
        var id = _random.Next(6);
        double? wakeAt = _random.Next(4) switch { 0 => null, 1 => 1.0e300, _ => _random.NextDouble() * 2e9 };
        var task = new TestTask(id, new ObjectId(_random.Next(9)), wakeAt, ValueJson.ToText(RandomValue.Make(_random, 3)));
        t.Tasks.Add(new TaskChange(id, _random.Next(3) == 0 ? null : task));
    }

    void ICommitLog.Append(Commit commit)
    {
        foreach (var (id, task) in commit.Tasks)
        {
            if (task is null) _tasks.Remove(id);
            else _tasks[id] = new TaskRow(id, task.Owner, task.WakeAt, task.ToJson());
        }
        lock (_history) _history[commit.Sequence] = Text(commit.Snapshot, _tasks.Values);
        Queue.Append(commit);
    }

    void ICommitLog.Release(long sequence, IReadOnlyList<Effect> effects)
    {
    }

    private void LetOut(long sequence, IReadOnlyList<Effect> effects)
    {
        Assert.Equal(new Done(sequence), Assert.Single(effects));
        _released.Add(sequence);
        Volatile.Write(ref _lastReleased, sequence);
    }

    public async Task Flush() => await Queue.Flush().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Queue.Stop(TimeSpan.FromSeconds(20));
        Queue.Dispose();
    }
}
