using System.Collections.Concurrent;
using Moo.Store.Journal;
using Moo.Store.Journal.PostgreSql;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public sealed class OutageTests(PgCluster shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JournalOptions Options = new() { FirstBackOff = TimeSpan.FromMilliseconds(20), LongestBackOff = TimeSpan.FromMilliseconds(100) };

    private sealed record Counted(long Number) : Effect;

    [Fact]
    public async Task PostgreSQL_killed_under_load_and_started_again_loses_nothing_that_was_seen()
    {
        await using var own = new PgCluster();
        var address = await own.CreateDatabase();
        var (seen, events) = (new ConcurrentQueue<long>(), new ConcurrentQueue<string>());
        var journal = new PostgreSqlJournal(address);
        var loaded = journal.Load();
        using var queue = new JournalQueue(journal, 0, (_, effects) => seen.Enqueue(((Counted)effects[0]).Number), Options)
        {
            OnAway = _ => events.Enqueue("away"),
            OnBack = () => events.Enqueue("back"),
            OnFailed = problem => events.Enqueue(problem.ToString()),
        };
        queue.Start();
        var world = new World(loaded.Snapshot, queue);
        var id = Create(world);
        using var end = new CancellationTokenSource();
        var load = Task.Run(() => Count(world, queue, id, end.Token), TestContext.Current.CancellationToken);

        for (var round = 1; round <= 2; round++)
        {
            await Until(() => seen.Count > round * 50);
            await own.Kill();
            await Until(() => queue.IsAway || queue.Failure is not null);
            Assert.Null(queue.Failure);
            var seenWhileAway = seen.Count;
            await Until(() => queue.QueueLength > 200); // the world goes on
            Assert.Equal(seenWhileAway, seen.Count);
            await own.Start();
            await Until(() => !queue.IsAway && seen.Count > seenWhileAway + 200);
        }
        await end.CancelAsync();
        var counted = await load;
        await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, (int)counted).Select(n => (long)n), seen);
        Assert.Equal(["away", "back", "away", "back"], events);
        queue.Dispose();
        using var again = new PostgreSqlJournal(address);
        Assert.Equal(Value.Int(counted), again.Load().Snapshot.Find(id)!.Cells[0].Value);
        again.Dispose();
    }

    private static ObjectId Create(World world)
    {
        var transaction = world.Begin();
        var made = Structure.Create(transaction, [], ObjectId.System);
        Properties.Define(transaction, made, "n", Value.Int(0), TestWorld.Access);
        world.Commit(transaction, RunningWorld.Cause);
        return made.Id;
    }

    private static async Task<long> Count(World world, JournalQueue queue, ObjectId id, CancellationToken end)
    {
        var transaction = world.Begin();
        for (var n = 1L; ; n++)
        {
            TestWorld.Write(transaction, id, "n", n);
            transaction.Effects.Add(new Counted(n));
            Assert.Equal(CommitResult.Done, world.Commit(transaction, RunningWorld.Cause));
            transaction.Reset(wasCommitted: true);
            if (end.IsCancellationRequested) return n;
            if (queue.QueueLength > 300) await Task.Delay(1, CancellationToken.None);
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "It did not come to this in time.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_is_found_out_about()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, shared);
        await using var proxy = new CuttingProxy(shared.Folder);
        var seen = new ConcurrentQueue<long>();
        var journal = new PostgreSqlJournal(shared.Address(store.DatabaseName, proxy.Folder));
        var loaded = journal.Load();
        using var queue = new JournalQueue(journal, 0, (_, effects) => seen.Enqueue(((Counted)effects[0]).Number), Options);
        queue.Start();
        var world = new World(loaded.Snapshot, queue);
        var id = Create(world);
        await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);

        for (var n = 1L; n <= 10; n++)
        {
            if (n % 2 == 0) proxy.LoseAnswers(1);
            var transaction = world.Begin();
            TestWorld.Write(transaction, id, "n", n);
            transaction.Effects.Add(new Counted(n));
            Assert.Equal(CommitResult.Done, world.Commit(transaction, RunningWorld.Cause));
            await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], seen);
        Assert.Equal((5, 0), (queue.Counters.LostConnections, queue.Counters.Outages));
        Assert.Equal(11L, store.Ask("select count(*) from commit_log"));
        Assert.Equal("10", store.Ask("select value from property"));
    }

    [Fact]
    public async Task The_line_may_break_at_any_moment_of_coming_back()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, shared);
        await using var proxy = new CuttingProxy(shared.Folder);
        var journal = new PostgreSqlJournal(shared.Address(store.DatabaseName, proxy.Folder));
        var loaded = journal.Load();
        using var queue = new JournalQueue(journal, 0, (_, _) => { }, Options);
        queue.Start();
        var world = new World(loaded.Snapshot, queue);
        var id = Create(world);
        var cuts = 0;

        for (var moment = 1; moment <= 14; moment++)
        {
            proxy.LoseAnswers(1, moment);
            var transaction = world.Begin();
            TestWorld.Write(transaction, id, "n", moment);
            Assert.Equal(CommitResult.Done, world.Commit(transaction, RunningWorld.Cause));
            await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (proxy.IsDone) cuts++;
        }

        Assert.InRange(cuts, 8, 14); // coming back takes this many answers at least
        Assert.Equal("14", store.Ask("select value from property"));
        Assert.Equal(15L, store.Ask("select count(*) from commit_log"));
    }

    [Fact]
    public async Task A_server_that_lost_its_database_to_another_one_does_not_go_on()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, shared);
        var first = new PostgreSqlJournal(store.ConnectionString);
        var loaded = first.Load();
        using var queue = new JournalQueue(first, 0, (_, _) => { }, Options);
        queue.Start();
        var world = new World(loaded.Snapshot, queue);
        var id = Create(world);
        await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);
        store.Ask($"select pg_terminate_backend({first.Session})");
        using (var second = new PostgreSqlJournal(store.ConnectionString)) second.Load();

        var transaction = world.Begin();
        TestWorld.Write(transaction, id, "n", 1);
        world.Commit(transaction, RunningWorld.Cause);
        var problem = await Assert.ThrowsAsync<JournalException>(() => queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken));

        Assert.Contains("another server has run its world", problem.Message, StringComparison.Ordinal);
        Assert.Equal("0", store.Ask("select value from property"));
    }
}
