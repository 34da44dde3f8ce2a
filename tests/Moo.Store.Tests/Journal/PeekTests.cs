using Moo.Store.Journal;
using Moo.Store.Journal.Sqlite;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public sealed class PeekTests(PgCluster cluster)
{
    private static readonly string[] Pair = ["a", "b"];
    private static readonly PropertyAccess Access = new(ObjectId.System, PropertyFlags.Read);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_world_can_be_read_beside_its_server(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        using var running = RunningWorld.Start(store);
        running.Do(transaction => Properties.Define(transaction, Structure.Create(transaction, [], ObjectId.System), "n", Value.Int(1), Access));
        await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        using var journal = store.Open();
        var seen = journal.Peek();
        running.Do(transaction => Structure.SetName(transaction.Find(ObjectId.System)!, "still mine"));
        await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(1, seen.Snapshot.Sequence);
        Assert.Equal(Value.Int(1), seen.Snapshot.Property(ObjectId.System, "n"));
        Assert.Null(running.Queue.Failure);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task What_is_seen_is_one_moment(StoreKind kind)
    {
        const int commits = 1000;
        await using var store = await TestStore.Create(kind, cluster);
        using var running = RunningWorld.Start(store);
        Define(running);
        await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < commits; i++)
            {
                Write(running, $"{i} {new string('x', 5000)}", Pair);
                await running.Queue.Flush();
            }
        }, TestContext.Current.CancellationToken);

        var last = 0L;
        while (!writing.IsCompleted)
        {
            using var journal = store.Open();
            var seen = journal.Peek().Snapshot;

            Assert.Equal(seen.Property(ObjectId.System, "a"), seen.Property(ObjectId.System, "b"));
            Assert.True(seen.Sequence >= last, "time ran backwards");
            last = seen.Sequence;
        }

        await writing;
        using var end = store.Open();
        Assert.Equal(commits + 1, end.Peek().Snapshot.Sequence);
    }

    [Fact]
    public async Task A_log_that_starts_anew_between_copying_the_file_and_the_log_is_noticed()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        using var running = RunningWorld.Start(store);
        Define(running);
        await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var tries = 0;
        using var journal = new SqliteJournal(store.File)
        {
            OnFileCopied = () =>
            {
                if (tries++ > 0) return;
                Write(running, "new", Pair);
                // More than the log holds before it goes into the file.
                for (var i = 0; i < 400; i++)
                {
                    Write(running, $"{i} {new string('x', 100_000)}", ["filler"]);
                    running.Queue.Flush().Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
                }
            },
        };

        var seen = journal.Peek().Snapshot;

        Assert.Equal(2, tries);
        Assert.Equal(402, seen.Sequence);
        Assert.All(Pair, name => Assert.Equal(Value.Str("new"), seen.Property(ObjectId.System, name)));
    }

    private static void Define(RunningWorld running) => running.Do(transaction =>
    {
        var holder = Structure.Create(transaction, [], ObjectId.System);
        foreach (var name in Pair.Append("filler")) Properties.Define(transaction, holder, name, Value.Str("old"), Access);
    });

    private static void Write(RunningWorld running, string text, string[] names) => running.Do(transaction =>
    {
        var holder = transaction.Find(ObjectId.System)!;
        foreach (var name in names) Properties.Write(transaction, holder, Properties.Find(transaction, holder, name)!.Value, name, Value.Str(text));
    });

    [Fact]
    public async Task Peeking_makes_no_store()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        using var journal = store.Open();

        Assert.Throws<JournalException>(journal.Peek);

        Assert.Empty(Directory.GetFileSystemEntries(store.Folder));
    }

    [Fact]
    public async Task A_database_without_a_world_says_so()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        using var journal = store.Open();

        Assert.Contains("there is no world", Assert.Throws<JournalException>(journal.Peek).Message, StringComparison.Ordinal);
        Assert.Equal(0L, store.Ask("select count(*) from pg_class where relname = 'meta'"));
    }
}
