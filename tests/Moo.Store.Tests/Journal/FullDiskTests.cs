using System.Collections.Concurrent;
using Moo.Store.Journal;
using Moo.Store.Journal.Sqlite;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;
using SQLitePCL;

namespace Moo.Store.Tests.Journal;

/// <summary>What somebody can mend while the server runs: nobody sees anything meanwhile, and nothing is lost.</summary>
public sealed class FullDiskTests(PgCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JournalOptions Options = new() { FirstBackOff = TimeSpan.FromMilliseconds(20), LongestBackOff = TimeSpan.FromMilliseconds(100) };

    private sealed record Told(string Text) : Effect;

    [Fact]
    public async Task A_full_disk_under_SQLite_is_waited_for()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        var journal = new SqliteJournal(store.File);
        await Hinder(store, journal,
            () => raw.sqlite3_exec(journal.Database, "pragma max_page_count = 1"), // the present size at least: the next page is one too many
            () => raw.sqlite3_exec(journal.Database, "pragma max_page_count = 1000000"),
            "The disk is full. Make room; the server goes on by itself.");
    }

    [Fact]
    public async Task A_full_disk_under_PostgreSQL_is_waited_for()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        await Hinder(store, store.Open(),
            () => store.Ask("create function fail() returns trigger language plpgsql as "
                + "$$ begin raise exception 'as the test wants it' using errcode = '53100'; end $$; "
                + "create trigger fail before insert or update on property for each row execute function fail()"),
            () => store.Ask("drop trigger fail on property"),
            "Make room on its disk; the server goes on by itself.");
    }

    [Fact]
    public async Task A_program_that_keeps_the_SQLite_file_locked_is_waited_for()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={store.File};Pooling=False");
        await Hinder(store, new SqliteJournal(store.File) { LockPatience = TimeSpan.FromMilliseconds(50) },
            () =>
            {
                other.Open();
                Run(other, "begin immediate");
            },
            () => Run(other, "rollback"),
            "Another program is writing to it, or keeps it locked: end that.");
    }

    private static void Run(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task Hinder(TestStore store, IJournal journal, Action begin, Action end, string message)
    {
        var (seen, events) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        var loaded = journal.Load();
        using (var queue = new JournalQueue(journal, 0, (_, effects) => seen.Enqueue(((Told)effects[0]).Text), Options)
        {
            OnAway = events.Enqueue,
            OnBack = () => events.Enqueue("back"),
        })
        {
            queue.Start();
            var world = new World(loaded.Snapshot, queue);
            var id = Make(world);
            await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);

            begin();
            Write(world, id, "first " + new string('x', 100_000));
            Write(world, id, "second " + new string('y', 100_000));
            await Until(() => queue.Counters.LostConnections > 3);
            Assert.True(queue.IsAway);
            Assert.Empty(seen);
            Assert.Contains(message, Assert.Single(events), StringComparison.Ordinal);
            end();
            await queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);

            Assert.Equal(["first", "second"], seen);
            Assert.Equal("back", events.ToArray()[^1]);
            Assert.Equal(2, events.Count);
        }
        using var again = store.Open();
        Assert.StartsWith("\"second y", again.Load().Snapshot.Find(ObjectId.System)!.Cells[0].Value.ToString(), StringComparison.Ordinal);
    }

    private static ObjectId Make(World world)
    {
        var transaction = world.Begin();
        var made = Structure.Create(transaction, [], ObjectId.System);
        Properties.Define(transaction, made, "text", Value.Str("before"), TestWorld.Access);
        Assert.Equal(CommitResult.Done, world.Commit(transaction, RunningWorld.Cause));
        return made.Id;
    }

    private static void Write(World world, ObjectId id, string text)
    {
        var transaction = world.Begin();
        var draft = transaction.Find(id)!;
        Properties.Write(transaction, draft, Properties.Find(transaction, draft, "text")!.Value, "text", Value.Str(text));
        transaction.Effects.Add(new Told(text.Split(' ')[0]));
        Assert.Equal(CommitResult.Done, world.Commit(transaction, RunningWorld.Cause));
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
}
