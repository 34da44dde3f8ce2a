using Moo.Store.Journal;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

/// <summary>A journal that notes what it is given, waits at a gate, and fails as the test says.</summary>
internal sealed class FakeJournal : IJournal
{
    private readonly Queue<Func<CommitBatch, Exception?>> _script = new();
    private readonly Queue<Exception?> _reconnects = new();

    public string Place => "a fake";

    public long? DiskBytes => null;

    /// <summary>The sequences of each batch that was written.</summary>
    public List<(long First, long Last)> Written { get; } = [];

    public List<DateTimeOffset> Pruned { get; } = [];

    /// <summary>The last commit that it holds.</summary>
    public long Held { get; set; }

    public int Attempts { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Closed: the writer waits here.</summary>
    public ManualResetEventSlim Gate { get; } = new(true);

    /// <summary>Rung when a write begins.</summary>
    public SemaphoreSlim Began { get; } = new(0);

    /// <summary>What the next write does: null writes, an exception fails; before it, the batch may have been written.</summary>
    public FakeJournal Then(Func<CommitBatch, Exception?> next)
    {
        _script.Enqueue(next);
        return this;
    }

    public FakeJournal ThenFail(Exception problem) => Then(_ => problem);

    public FakeJournal ReconnectFails(Exception problem)
    {
        _reconnects.Enqueue(problem);
        return this;
    }

    public int Open() => 0;

    public LoadedWorld Load() => new(Snapshot.Empty, 0, []);

    public LoadedWorld Peek() => Load();

    public void Write(CommitBatch batch)
    {
        Attempts++;
        Began.Release();
        Gate.Wait(TimeSpan.FromSeconds(20));
        if (_script.TryDequeue(out var next) && next(batch) is { } problem) throw problem;
        Accept(batch);
    }

    public void Accept(CommitBatch batch)
    {
        Assert.Equal(Held + 1, batch.FirstSequence);
        Written.Add((batch.FirstSequence, batch.LastSequence));
        Held = batch.LastSequence;
    }

    public long Reconnect() => _reconnects.TryDequeue(out var problem) && problem is not null ? throw problem : Held;

    public int Prune(DateTimeOffset before, int most)
    {
        Pruned.Add(before);
        return 0;
    }

    public void Dispose() => IsDisposed = true;
}
