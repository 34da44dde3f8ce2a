using Moo.Store.Journal;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

/// <summary>What people find who look into the tables with SQL.</summary>
public sealed class TableTests(PgCluster cluster)
{
    private static void Fill(RunningWorld running)
    {
        running.Do(t =>
        {
            var root = Structure.Create(t, [], ObjectId.System);
            Structure.SetName(root, "Root");
            Structure.SetFlag(root, ObjectFlags.Fertile, true);
            Properties.Define(t, root, "size", Value.Float(1.5), new PropertyAccess(ObjectId.System, PropertyFlags.Read | PropertyFlags.ChangeOwner));
            Properties.Define(t, root, "home", Value.Obj(0), new PropertyAccess(ObjectId.System, PropertyFlags.None));
            var lamp = Structure.Create(t, [root.Id], root.Id);
            Structure.SetName(lamp, "lamp");
            Structure.SetPlayer(t, lamp, true);
            Structure.SetFlag(lamp, ObjectFlags.Wizard, true);
            Structure.Move(t, lamp, root.Id);
            Properties.Write(t, lamp, Properties.Find(t, lamp, "home")!.Value, "home", Value.List(Value.Int(1), Value.Str("x")));
            Assert.True(Prepositions.TryParse("in", out var preposition));
            Verbs.Add(t, lamp, new Verb("l*ight on", root.Id, VerbFlags.Read | VerbFlags.Debug,
                new VerbArguments(ArgumentSpec.This, preposition, ArgumentSpec.Any), "return 1;\nreturn 2;"));
            t.Tasks.Add(new TaskChange(99, new TestTask(99, lamp.Id, 1.5e9, "{\"frames\":[]}")));
        });
        running.Do(t => Verbs.Replace(t, t.Find(new ObjectId(1))!, 0, TestWorld.NewVerb("l*ight on", "")));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Tables_and_views_say_what_the_world_is_in_words(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        using (var running = RunningWorld.Start(store)) Fill(running);
        var (yes, no) = kind == StoreKind.Sqlite ? ("1", "0") : ("true", "false");

        Assert.Equal($"1|lamp|0|Root|0|Root|[0]|Root|{yes}|{no}|{yes}|", Row(store,
            "select id, name, owner, owner_name, location, location_name, parents, parent_names, player, programmer, wizard, permissions from v_object where id = 1"));
        Assert.Equal("f|[]", Row(store, "select permissions, parents from object where id = 0"));
        Assert.Equal("1|{\"float\":\"1.5\"}|0|rc", Row(store, "select place, value, owner, permissions from property where object = 0 and name = 'size'"));
        Assert.Equal("[1,\"x\"]||", Row(store, "select value, owner, permissions from property where object = 1 and name = 'home'"));
        Assert.Equal($"lamp|{no}|{no}|0", Row(store, "select object_name, defined_here, clear, owner from v_property where object = 1 and name = 'home'"));
        Assert.Equal("lamp|1|l*ight on|this none this|0", Row(store, "select object_name, place, names, arguments, lines from v_verb"));
        Assert.Equal("99|1|1500000000|{\"frames\":[]}", Row(store, "select id, owner, wake_at, state from task"));
        Assert.Equal("1|2|1", Row(store, "select min(sequence), max(sequence), max(player) + 1 from commit_log"));
        Assert.Equal("7|0|#0:test|1|[1]", Row(store, "select task, player, verb, changes, objects from commit_log where sequence = 2"));
        Assert.Equal("2|return 1;\nreturn 2;", Row(store,
            "select (select count(*) from verb_history), source from verb_history where object = 1 and sequence = 1"));
        Assert.Equal("2", Row(store, "select value from meta where key = 'sequence'"));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Old_rows_of_the_commit_log_go_and_nothing_else(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        using (var journal = store.Open())
        {
            journal.Load();
            var now = TimeProvider.System.GetUtcNow();
            for (var sequence = 1; sequence <= 10; sequence++)
            {
                var commit = new Commit(new Snapshot { Sequence = sequence }, RunningWorld.Cause, [], [], []);
                journal.Write(new CommitBatch([new QueuedCommit(commit, now.AddDays(sequence - 10))]));
            }

            Assert.Equal(3, journal.Prune(now.AddDays(-4.5), 3));
            Assert.Equal(2, journal.Prune(now.AddDays(-4.5), 3));
            Assert.Equal(0, journal.Prune(now.AddDays(-4.5), 3));
        }

        Assert.Equal("6|10", Row(store, "select min(sequence), max(sequence) from commit_log"));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Text_that_databases_do_not_take_comes_back(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        const string hostile = "a\0b␀0␀\"'\\\n😀\u2028";
        var deep = Value.Int(1);
        for (var i = 0; i < ValueJson.DeepestValue; i++) deep = Value.Of(MooMap.Empty.Set(Value.Str(hostile), deep));
        using (var running = RunningWorld.Start(store))
        {
            running.Do(t =>
            {
                var made = Structure.Create(t, [], ObjectId.System);
                Structure.SetName(made, hostile + '\uD83D');
                Properties.Define(t, made, new string('␀', Properties.LongestName), deep, TestWorld.Access);
                Verbs.Add(t, made, TestWorld.NewVerb(hostile, hostile));
            });
            await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }

        using var again = RunningWorld.Start(store);

        var state = again.World.Current.Find(ObjectId.System)!;
        Assert.Equal(hostile + '\uFFFD', state.Name); // half a pair is no text
        Assert.Equal(new string('␀', Properties.LongestName), state.Shape.Names[0]);
        Assert.Equal(deep, state.Cells[0].Value);
        Assert.Equal((hostile, hostile), (state.Class.Verbs[0].Names, state.Class.Verbs[0].Source));
    }

    private static string Row(TestStore store, string query) => string.Join('|', store.AskRow(query));
}
