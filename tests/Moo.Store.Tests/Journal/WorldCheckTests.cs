using Moo.Store.Journal;
using Moo.Store.Journal.Checks;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public sealed class WorldCheckTests(PgCluster cluster)
{
    private static readonly DateTimeOffset Time = new(2030, 12, 31, 23, 59, 58, TimeSpan.Zero);

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Whatever_random_slices_make_is_no_damage(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        for (var life = 1; life <= 4; life++)
        {
            using (var world = new RecordedWorld(store.Open(), seed: 20 + life))
            {
                for (var step = 0; step < 120; step++) world.Step();
                await world.Flush();
            }

            var report = WorldCheck.Check(store.Address);

            Assert.Empty(report.Problems.Where(problem => problem.IsDamage).Select(problem => problem.What));
            Assert.True(report.Objects > 3);
        }
    }

    [Theory]
    [InlineData("update object set parents = '[3,99]' where id = 4", "#4 has the parent #99, which does not exist")]
    [InlineData("update object set parents = '[3,3]' where id = 4", "#4 has a parent twice")]
    [InlineData("update object set parents = '[4]' where id = 2", "is, by way of")]
    [InlineData("update object set parents = '[\"x\"]' where id = 4", "#4 has the parents [\"x\"], which are no list of objects")]
    [InlineData("update object set location = 77 where id = 4", "#4 is in #77, which does not exist")]
    [InlineData("update object set location = 4 where id = 1", "is, by way of others, in itself")]
    [InlineData("update object set metadata = '[1]' where id = 4", "#4 has metadata that are no map")]
    [InlineData("insert into property (object, name, value) values (88, 'lost', '5')", "there is a property #88.lost, but no such object")]
    [InlineData("insert into property (object, name, value) values (4, 'stray', '5')", "#4.stray has a value, but no ancestor defines it")]
    [InlineData("update property set value = '{\"what\":1}' where object = 4", "#4.text is {\"what\":1}, which is no value")]
    [InlineData("update property set value = null where object = 2 and name = 'text'", "#2.text is clear where it is defined")]
    [InlineData("update property set owner = null, permissions = null where object = 2 and name = 'text'", "#2.text has no owner or no permissions where it is defined")]
    [InlineData("update property set place = 7 where object = 2 and name = 'text'", "#2.text has place 7, but comes as number 2")]
    [InlineData("update property set place = 1, owner = 0, permissions = 'r' where object = 4", "#4 defines .text, as an ancestor does")]
    [InlineData("insert into verb values (88, 1, 'lost', 0, '', 'this', 'none', 'this', '', null)", "there is a verb #88:lost, but no such object")]
    [InlineData("update verb set place = 5 where place = 2", "#2:second has place 5, but comes as number 2")]
    [InlineData("update verb set direct = 'that' where place = 1", "#2:first wants the object \"that\"")]
    [InlineData("update verb set preposition = 'sideways' where place = 1", "#2:first wants the preposition \"sideways\"")]
    [InlineData("update task set state = '[' where id = 5", "the task 5 has the state [", StoreKind.Sqlite)]
    [InlineData("delete from meta where key = 'sequence'", "the number of the last commit is \"\"")]
    [InlineData("update meta set value = '2' where key = 'max_object'", "the highest object number is \"2\"")]
    public async Task What_is_damaged_is_found_and_put_right(string damage, string what, StoreKind only = StoreKind.PostgreSql)
    {
        foreach (var kind in only == StoreKind.Sqlite ? [StoreKind.Sqlite] : Enum.GetValues<StoreKind>())
        {
            await using var store = await TestStore.Create(kind, cluster);
            Fill(store);
            Assert.Equal(0, WorldCheck.Check(store.Address).Damages);
            store.Ask(damage);

            var found = WorldCheck.Check(store.Address);
            var repaired = WorldCheck.Repair(store.Address, Path.Combine(store.Folder, "before.gz"), Time);
            var after = WorldCheck.Check(store.Address);

            Assert.Contains(found.Problems, problem => problem.IsDamage && problem.What.Contains(what, StringComparison.Ordinal));
            Assert.Equal(found.Problems, repaired.Problems);
            Assert.Empty(after.Problems);
            using var journal = store.Open();
            Worlds.StructureCheck.Holds(journal.Load().Snapshot);
            Assert.Equal(found.Damages, WorldCheck.Check(Path.Combine(store.Folder, "before.gz")).Damages);
        }
    }

    [Theory]
    [InlineData("update object set owner = 66 where id = 4", "#4 belongs to #66, which does not exist")]
    [InlineData("update verb set owner = 66 where place = 1", "#2:first belongs to #66, which does not exist")]
    [InlineData("update property set owner = 66 where object = 2 and name = 'text'", "#2.text belongs to #66, which does not exist")]
    public async Task What_a_recycled_owner_leaves_is_a_loose_end_and_becomes_nobodys(string change, string what)
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        Fill(store);
        store.Ask(change);

        var found = WorldCheck.Check(store.Address);
        WorldCheck.Repair(store.Address, Path.Combine(store.Folder, "before.gz"), Time);

        Assert.Equal((0, 1), (found.Damages, found.LooseEnds));
        Assert.Equal(what, Assert.Single(found.Problems).What);
        Assert.Empty(WorldCheck.Check(store.Address).Problems);
        Assert.Equal(1L, store.Ask("select (select count(*) from object where owner = -1) + (select count(*) from verb where owner = -1) + (select count(*) from property where owner = -1)"));
    }

    [Fact]
    public async Task A_store_that_a_server_uses_is_checked_but_not_repaired()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        Fill(store);
        using var server = RunningWorld.Start(store);

        Assert.Equal(4 + 1, WorldCheck.Check(store.Address).Objects);
        var problem = Assert.Throws<JournalException>(() => WorldCheck.Repair(store.Address, Path.Combine(store.Folder, "before.gz"), Time));

        Assert.Contains("two servers cannot run one world", problem.Message, StringComparison.Ordinal);
    }

    // #0, #1; #2 with two properties and two verbs, #3 its child in #1, #4 the child of that in #3.
    private static void Fill(TestStore store)
    {
        using var running = RunningWorld.Start(store);
        running.Do(t =>
        {
            Structure.Create(t, [], ObjectId.System);
            Structure.Create(t, [], ObjectId.System);
            var two = Structure.Create(t, [], ObjectId.System);
            Properties.Define(t, two, "number", Value.Int(1), TestWorld.Access);
            Properties.Define(t, two, "text", Value.Str("as defined"), TestWorld.Access);
            Verbs.Add(t, two, TestWorld.NewVerb("first", "return 1;"));
            Verbs.Add(t, two, TestWorld.NewVerb("second", "return 2;"));
            var three = Structure.Create(t, [two.Id], ObjectId.System);
            Structure.Move(t, three, new ObjectId(1));
            var four = Structure.Create(t, [three.Id], ObjectId.System);
            Structure.Move(t, four, three.Id);
            Properties.Write(t, four, Properties.Find(t, four, "text")!.Value, "text", Value.Str("my own"));
            t.Tasks.Add(new TaskChange(5, new TestTask(5, ObjectId.System, null, "{}")));
        });
    }
}
