using Moo.Store.Journal;
using Moo.Store.Journal.PostgreSql;
using Moo.Store.Journal.Sqlite;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

/// <summary>Errors that waiting does not mend: each says what is wrong and what to do, and nothing is written after it.</summary>
public sealed class RefusalTests(PgCluster cluster)
{
    private static string Message(IJournal journal)
    {
        using (journal) return Assert.Throws<JournalException>(journal.Load).Message;
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_schema_newer_than_the_program(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        using (var journal = store.Open()) journal.Load();
        store.Ask("update meta set value = '99' where key = 'schema_version'");

        var message = Message(store.Open());

        Assert.Contains("schema version 99", message, StringComparison.Ordinal);
        Assert.Contains("Update the server", message, StringComparison.Ordinal);
        Assert.Equal("99", store.Ask("select value from meta where key = 'schema_version'"));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_database_of_something_else(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        store.Ask("create table meta (key text primary key, value text)");

        Assert.Contains("this is no world's database", Message(store.Open()), StringComparison.Ordinal);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Two_servers_on_one_world(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        using var first = store.Open();
        first.Load();
        IJournal Second() => kind == StoreKind.Sqlite
            ? new SqliteJournal(store.File) { LockPatience = TimeSpan.FromMilliseconds(50) }
            : new PostgreSqlJournal(store.ConnectionString) { LockPatience = TimeSpan.FromMilliseconds(50) };

        Assert.Contains("two servers cannot run one world", Message(Second()), StringComparison.Ordinal);

        first.Dispose();
        using var second = Second();
        second.Load();
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_commit_that_is_there_already(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        using var journal = store.Open();
        journal.Load();
        var batch = new CommitBatch([new QueuedCommit(
            new Commit(new Snapshot { Sequence = 1 }, RunningWorld.Cause, [], [], []), TimeProvider.System.GetUtcNow())]);
        journal.Write(batch);

        var problem = Assert.Throws<JournalException>(() => journal.Write(batch));

        Assert.Contains("commit_log", problem.Message, StringComparison.Ordinal);
        Assert.Contains("did something else write to it?", problem.Message, StringComparison.Ordinal);
        journal.Dispose();
        Assert.Equal(1L, store.Ask("select count(*) from commit_log"));
    }

    [Theory]
    [InlineData("25006", "The database is read-only"), InlineData("42501", "The user may not do this"), InlineData("XX000", "please report it")]
    public async Task Errors_of_PostgreSQL_while_writing(string state, string advice)
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        using var running = RunningWorld.Start(store);
        var id = Make(running.World);
        await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        store.Ask("create function fail() returns trigger language plpgsql as "
            + $"$$ begin raise exception 'as the test wants it' using errcode = '{state}'; end $$; "
            + "create trigger fail before insert or update on property for each row execute function fail()");

        Write(running.World, id, "after");
        var problem = await Assert.ThrowsAsync<JournalException>(
            () => running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));

        Assert.Contains(advice, problem.Message, StringComparison.Ordinal);
        Assert.Equal("\"before\"", store.Ask("select value from property"));
        Assert.Equal("1", store.Ask("select value from meta where key = 'sequence'")); // all of the batch was rolled back
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
        world.Commit(transaction, RunningWorld.Cause);
    }

    [Fact]
    public async Task A_read_only_database_of_PostgreSQL()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        store.Ask($"alter database {store.DatabaseName} set default_transaction_read_only = on");

        Assert.Contains("The database is read-only", Message(store.Open()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_hold_every_text()
    {
        var address = await cluster.CreateDatabase("encoding = 'LATIN1' locale = 'C' template = template0");

        Assert.Contains("createdb --encoding=UTF8", Message(new PostgreSqlJournal(address)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Username=moo;Database=nowhere", "There is no such database"), InlineData("Username=locked;Password=wrong;Database=postgres", "check user and password")]
    [InlineData("Username=locked;Database=postgres", "Check the connection string"), InlineData("Username=nobody;Database=postgres", "check user and password")]
    public async Task What_the_address_gets_wrong(string address, string advice)
    {
        await cluster.CreateDatabase();

        var message = Message(new PostgreSqlJournal($"Host={cluster.Folder};{address}"));

        Assert.Contains(advice, message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_away_and_not_a_refusal()
    {
        using var journal = new PostgreSqlJournal("Host=127.0.0.1;Port=1;Username=moo;Database=moo;Timeout=2");

        Assert.Throws<JournalAwayException>(journal.Load);
    }

    [Fact]
    public async Task Files_that_are_no_database()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        var text = Path.Combine(store.Folder, "text");
        await File.WriteAllTextAsync(text, new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Contains("is not a SQLite database", Message(new SqliteJournal(text)), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Message(new SqliteJournal(store.Folder)), StringComparison.Ordinal);
        Assert.Contains("Check the folder", Message(new SqliteJournal(Path.Combine(text, "moo.db"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("insert into property (object, name) values (5, 'lost')", "table property holds .lost of #5, but there is no such object")]
    [InlineData("insert into verb values (5, 1, 'lost', 0, '', 'this', 'none', 'this', '', null)", "table verb holds :lost of #5, but there is no such object")]
    [InlineData("update property set value = '{\"what\":1}'", "what is no value in #0.text")]
    [InlineData("update object set parents = '[\"x\"]'", "the parents [\"x\"] of #0")]
    [InlineData("update object set metadata = '[1'", "what is no metadata of #0")]
    [InlineData("update verb set metadata = '[1]'", "what is no metadata of #0:look")]
    [InlineData("update verb set direct = 'that'", "the argument \"that\"")]
    [InlineData("update verb set preposition = 'sideways'", "the preposition \"sideways\"")]
    [InlineData("update meta set value = 'x' where key = 'sequence'", "\"x\" as sequence")]
    public async Task Rows_that_no_server_wrote(string damage, string message)
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        using (var running = RunningWorld.Start(store))
        {
            var id = Make(running.World);
            running.Do(t => Verbs.Add(t, t.Find(id)!, TestWorld.NewVerb("look", "")));
        }
        store.Ask(damage);

        Assert.Contains(message, Message(store.Open()), StringComparison.Ordinal);
    }
}
