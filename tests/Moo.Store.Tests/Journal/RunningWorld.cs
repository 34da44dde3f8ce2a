using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

/// <summary>A world with its journal, as the daemon puts them together.</summary>
internal sealed class RunningWorld : IDisposable
{
    public static readonly CommitCause Cause = new(7, ObjectId.System, "#0:test");

    private RunningWorld(World world, JournalQueue queue, LoadedWorld loaded) => (World, Queue, Loaded) = (world, queue, loaded);

    public World World { get; }

    public JournalQueue Queue { get; }

    public LoadedWorld Loaded { get; }

    public static RunningWorld Start(TestStore store, EffectSink? sink = null) => Start(store.Open(), sink);

    public static RunningWorld Start(IJournal journal, EffectSink? sink = null)
    {
        var loaded = journal.Load();
        var queue = new JournalQueue(journal, loaded.Snapshot.Sequence, sink ?? ((_, _) => { }));
        queue.Start();
        return new RunningWorld(new World(loaded.Snapshot, queue, loaded.LastStamp), queue, loaded);
    }

    /// <summary>Runs one slice and commits it.</summary>
    public void Do(Action<Transaction> slice)
    {
        var transaction = World.Begin();
        slice(transaction);
        Assert.Equal(CommitResult.Done, World.Commit(transaction, Cause));
    }

    public void Dispose()
    {
        Queue.Stop(TimeSpan.FromSeconds(10));
        Queue.Dispose();
    }
}
