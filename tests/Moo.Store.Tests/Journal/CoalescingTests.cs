using Moo.Store.Journal;
using Moo.Store.Journal.PostgreSql;
using Moo.Store.Journal.Rows;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Journal;

public sealed class CoalescingTests
{
    private readonly TestWorld _world = new();

    private RowSet RowsSince(long sequence) => Assert.Single(BatchSince(sequence).RowSets());

    private CommitBatch BatchSince(long sequence) => new([.. _world.Log.Commits.Where(c => c.Sequence > sequence)
        .Select(c => new QueuedCommit(c, TimeProvider.System.GetUtcNow()))]);

    [Fact]
    public void A_counter_that_is_set_a_thousand_times_is_one_row()
    {
        var id = _world.Create();
        _world.Define(id, "n", 0);
        var start = _world.World.Current.Sequence;
        for (var i = 1; i <= 1000; i++) _world.Do(t => TestWorld.Write(t, id, "n", i));

        var rows = RowsSince(start);

        Assert.Equal(new PropertyRow(id, "n", 1, new PropertyCell(Value.Int(1000), TestWorld.Access)), Assert.Single(rows.Properties));
        Assert.Empty(rows.Objects);
        Assert.Equal(1000, rows.Commits.Count);
    }

    [Fact]
    public void A_task_that_sleeps_a_thousand_times_is_one_row_and_one_that_ends_is_none()
    {
        for (var i = 1; i <= 1000; i++) _world.Do(t => t.Tasks.Add(new TaskChange(7, new TestTask(7, ObjectId.System, i, $"{i}"))));
        _world.Do(t => t.Tasks.Add(new TaskChange(8, new TestTask(8, ObjectId.System, 1, "1"))));
        _world.Do(t => t.Tasks.Add(new TaskChange(8, null)));

        var rows = RowsSince(0);

        Assert.Equal("1000", Assert.Single(rows.Tasks).ToJson());
        Assert.Equal([8], rows.RemovedTasks);
    }

    [Fact]
    public void A_task_that_began_and_ended_in_one_batch_has_no_row_and_needs_no_deleting()
    {
        _world.Do(t => t.Tasks.Add(new TaskChange(7, new TestTask(7, ObjectId.System, 1, "first")) { IsNew = true }));
        _world.Do(t => t.Tasks.Add(new TaskChange(7, new TestTask(7, ObjectId.System, 2, "again"))));
        _world.Do(t => t.Tasks.Add(new TaskChange(8, new TestTask(8, ObjectId.System, 2, "stays")) { IsNew = true }));
        _world.Do(t => t.Tasks.Add(new TaskChange(7, null)));

        var rows = RowsSince(0);
        Assert.Equal("stays", Assert.Single(rows.Tasks).ToJson());
        Assert.Empty(rows.RemovedTasks);

        Assert.Equal([7], RowsSince(1).RemovedTasks); // the first commit was written before: then there is a row
    }

    [Fact]
    public void An_object_made_and_recycled_in_one_batch_leaves_no_row()
    {
        var id = _world.Create();
        _world.Define(id, "n", 0);
        _world.Do(t => Structure.Recycle(t, t.Find(id)!));

        var rows = RowsSince(0);

        Assert.Equal((0, 0, 0), (rows.Objects.Count, rows.Properties.Count, rows.RemovedObjects.Count));
        Assert.Equal(3, rows.Commits.Count);
    }

    [Fact]
    public void Only_the_row_that_changed_is_written()
    {
        var (room, id) = (_world.Create(), _world.Create());
        foreach (var name in new[] { "a", "b", "c" }) _world.Define(id, name, 0);
        _world.AddVerb(id, "look", "return 1;");
        var start = _world.World.Current.Sequence;
        _world.Do(t => TestWorld.Write(t, id, "b", 1));
        Assert.Equal((0, 1, 0), Count(RowsSince(start)));

        start = _world.World.Current.Sequence;
        _world.Do(t => Structure.SetName(t.Find(id)!, "lamp"));
        Assert.Equal((1, 0, 0), Count(RowsSince(start)));

        start = _world.World.Current.Sequence;
        _world.Do(t => Structure.Move(t, t.Find(id)!, room));
        Assert.Equal((1, 0, 0), Count(RowsSince(start))); // the room itself has no row for its contents

        start = _world.World.Current.Sequence;
        _world.AddVerb(id, "take", "return 2;");
        Assert.Equal((0, 0, 1), Count(RowsSince(start)));
    }

    private static (int, int, int) Count(RowSet rows) => (rows.Objects.Count, rows.Properties.Count, rows.Verbs.Count);

    [Fact]
    public void What_left_and_came_back_in_one_batch_has_another_place_in_the_order()
    {
        var (room, id) = (_world.Create(), _world.Create());
        _world.Do(t => Structure.Move(t, t.Find(id)!, room));
        var start = _world.World.Current.Sequence;
        _world.Do(t => Structure.Move(t, t.Find(id)!, ObjectId.Nothing));
        _world.Do(t => Structure.Move(t, t.Find(id)!, room));

        Assert.Equal(id, Assert.Single(RowsSince(start).Objects).Id);
    }

    [Fact]
    public void A_property_renamed_only_in_case_is_another_row()
    {
        var id = _world.Create();
        _world.Define(id, "colour", 5);
        var start = _world.World.Current.Sequence;
        _world.Do(t => Assert.Null(Properties.Rename(t, t.Find(id)!, "colour", "Colour")));

        var rows = RowsSince(start);

        Assert.Equal("Colour", Assert.Single(rows.Properties).Name);
        Assert.Equal("colour", Assert.Single(rows.RemovedProperties).Name);
    }

    [Fact]
    public void Every_version_of_a_program_is_kept_and_what_only_moved_is_not_a_version()
    {
        var id = _world.Create();
        _world.AddVerb(id, "look", "1;");
        _world.AddVerb(id, "take", "2;");
        _world.Do(t => Verbs.Replace(t, t.Find(id)!, 1, TestWorld.NewVerb("take", "3;")));
        _world.Do(t => Verbs.Replace(t, t.Find(id)!, 1, TestWorld.NewVerb("take get", "3;")));
        _world.Do(t => Verbs.Remove(t, t.Find(id)!, 0));

        var rows = RowsSince(0);

        Assert.Equal(["1 look 1;", "2 take 2;", "2 take 3;", "2 take get 3;", "2 take gone", "1 look gone"],
            rows.VerbHistory.Select(v => $"{v.Place} {v.Names} {v.Source ?? "gone"}"));
        Assert.Equal("take get", Assert.Single(rows.Verbs).Verb.Names);
    }

    [Fact]
    public void A_world_of_any_size_comes_in_portions_and_each_row_once()
    {
        var builder = new SnapshotBuilder();
        for (var id = 0; id < 30_000; id++)
        {
            builder.AddObject(new ObjectId(id), "thing", ObjectId.System, ObjectId.Nothing, ObjectFlags.None, []);
            builder.AddDefinition(new ObjectId(id), "n");
            builder.AddCell(new ObjectId(id), "n", Value.Int(id), TestWorld.Access);
        }
        var batch = CommitBatch.OfWorld(builder.Build(sequence: 1), TestWorld.Cause, [], TimeProvider.System.GetUtcNow());

        var portions = batch.RowSets().ToList();

        Assert.Equal(30_000, portions.SelectMany(p => p.Objects).Select(o => o.Id).Distinct().Count());
        Assert.Equal(30_000, portions.SelectMany(p => p.Properties).Select(p => p.Object).Distinct().Count());
        Assert.Equal(1, portions.Sum(p => p.Commits.Count));
        Assert.All(portions, p => Assert.InRange(p.Count, 0, 20_010));
        Assert.True(portions.Count(p => p.IsNew) >= 3);
        Assert.Equal(60_001, batch.RowCount);
        Assert.Equal(60_001, batch.RowSets().Sum(p => p.Count)); // the same again, for a second attempt
    }

    [Fact]
    public void Without_a_log_of_commits_everything_else_is_written()
    {
        var id = _world.Create();
        _world.AddVerb(id, "look", "1;");

        var rows = Assert.Single(new CommitBatch(BatchSince(0).Commits, isLogged: false).RowSets());

        Assert.Equal((0, 1, 1, 1), (rows.Commits.Count, rows.Objects.Count, rows.Verbs.Count, rows.VerbHistory.Count));
    }

    [Fact]
    public void Large_values_are_spread_over_statements_that_PostgreSQL_can_take()
    {
        var rows = new RowSet();
        var large = Value.Str(new string('x', 12_000_000));
        for (var i = 0; i < 5; i++) rows.Properties.Add(new PropertyRow(ObjectId.System, $"p{i}", 1, new PropertyCell(large, TestWorld.Access)));

        var statements = PostgreSqlCommands.Of(rows).Select(c => ((string?[])c.Parameters[3].Value!).Length).ToList();

        Assert.Equal([3, 2], statements);
    }
}
