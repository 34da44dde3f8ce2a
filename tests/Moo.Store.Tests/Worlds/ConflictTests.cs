using Moo.Store.Values;
using Moo.Store.Worlds;
using static Moo.Store.Tests.Worlds.TestWorld;

namespace Moo.Store.Tests.Worlds;

public sealed class ConflictTests
{
    private readonly TestWorld _world = new();

    [Fact]
    public void Two_increments_of_one_counter_conflict()
    {
        var id = _world.Create();
        _world.Define(id, "n", 0);
        var (first, second) = (_world.Begin(), _world.Begin());
        Write(first, id, "n", Read(first, id, "n") + 1);
        Write(second, id, "n", Read(second, id, "n") + 1);

        Assert.Equal(CommitResult.Done, _world.Commit(first));
        Assert.Equal(CommitResult.Conflict, _world.Commit(second));
        second.Reset(wasCommitted: false);
        Write(second, id, "n", Read(second, id, "n") + 1);
        Assert.Equal(CommitResult.Done, _world.Commit(second));

        Assert.Equal(2, Read(_world.Begin(), id, "n"));
    }

    [Fact]
    public void Write_skew_conflicts_though_different_properties_are_written()
    {
        var id = _world.Create();
        _world.Define(id, "left", 1);
        _world.Define(id, "right", 1);
        var (first, second) = (_world.Begin(), _world.Begin());
        foreach (var (t, side) in new[] { (first, "left"), (second, "right") })
            if (Read(t, id, "left") + Read(t, id, "right") > 1) Write(t, id, side, 0);

        Assert.Equal(CommitResult.Done, _world.Commit(first));
        Assert.Equal(CommitResult.Conflict, _world.Commit(second));
    }

    [Fact]
    public void Different_properties_of_one_object_do_not_conflict()
    {
        var id = _world.Create();
        _world.Define(id, "a", 0);
        _world.Define(id, "b", 0);
        var (first, second) = (_world.Begin(), _world.Begin());
        Write(first, id, "a", Read(first, id, "a") + 1);
        Write(second, id, "b", Read(second, id, "b") + 1);

        Assert.Equal(CommitResult.Done, _world.Commit(first));
        Assert.Equal(CommitResult.Done, _world.Commit(second));

        var now = _world.Begin();
        Assert.Equal((1, 1), (Read(now, id, "a"), Read(now, id, "b")));
    }

    [Fact]
    public void Name_location_and_a_property_of_one_object_do_not_conflict()
    {
        var (room, id) = (_world.Create(), _world.Create());
        _world.Define(id, "a", 0);
        var (first, second, third) = (_world.Begin(), _world.Begin(), _world.Begin());
        Structure.SetName(first.Find(id)!, "lamp");
        Structure.Move(second, second.Find(id)!, room);
        Write(third, id, "a", 5);

        Assert.All([first, second, third], t => Assert.Equal(CommitResult.Done, _world.Commit(t)));

        var state = _world.World.Current.Find(id)!;
        Assert.Equal(("lamp", room), (state.Name, state.Location));
        Assert.Equal(5, Read(_world.Begin(), id, "a"));
    }

    [Fact]
    public void Things_put_into_one_room_at_once_all_arrive()
    {
        var room = _world.Create();
        ObjectId[] things = [_world.Create(), _world.Create(), _world.Create()];
        var transactions = things.Select(thing =>
        {
            var t = _world.Begin();
            Structure.Move(t, t.Find(thing)!, room);
            return t;
        }).ToList();

        Assert.All(transactions, t => Assert.Equal(CommitResult.Done, _world.Commit(t)));

        Assert.Equal(things, _world.World.Current.Find(room)!.Contents);
    }

    [Fact]
    public void Who_looked_into_the_room_conflicts_with_who_came_in()
    {
        var (room, thing, other) = (_world.Create(), _world.Create(), _world.Create());
        var (mover, looker) = (_world.Begin(), _world.Begin());
        Structure.Move(mover, mover.Find(thing)!, room);
        Structure.SetName(looker.Find(other)!, $"saw {looker.Find(room)!.Contents.Count}");

        Assert.Equal(CommitResult.Done, _world.Commit(mover));
        Assert.Equal(CommitResult.Conflict, _world.Commit(looker));
    }

    [Fact]
    public void Children_made_of_one_parent_at_once_all_count()
    {
        var parent = _world.Create();
        _world.Create(parent); // a first child is another matter
        var (first, second) = (_world.Begin(), _world.Begin());
        Structure.Create(first, [parent], ObjectId.System);
        Structure.Create(second, [parent], ObjectId.System);

        Assert.Equal(CommitResult.Done, _world.Commit(first));
        Assert.Equal(CommitResult.Done, _world.Commit(second));

        Assert.Equal(3, _world.World.Current.Find(parent)!.Children.Count);
    }

    [Fact]
    public void A_verb_called_through_a_new_first_child_is_validated()
    {
        var parent = _world.Create();
        _world.AddVerb(parent, "look", "return 1;");
        var (maker, programmer) = (_world.Begin(), _world.Begin());
        var child = Structure.Create(maker, [parent], ObjectId.System);
        Structure.SetName(child, Verbs.FindCallable(maker, child, "look")!.Verb.Source);
        Verbs.Replace(programmer, programmer.Find(parent)!, 0, NewVerb("look", "return 2;"));

        Assert.Equal(CommitResult.Done, _world.Commit(programmer));
        Assert.Equal(CommitResult.Conflict, _world.Commit(maker));
    }

    [Fact]
    public void A_verb_called_through_a_new_child_is_validated_though_its_parent_was_childless_when_it_changed()
    {
        var parent = _world.Create();
        _world.AddVerb(parent, "look", "return 1;");
        var sibling = _world.Create(parent);
        _world.Do(t => Verbs.FindCallable(t, t.Find(sibling)!, "look"));
        var maker = _world.Begin();
        var child = Structure.Create(maker, [parent], ObjectId.System);
        Structure.SetName(child, Verbs.FindCallable(maker, child, "look")!.Verb.Source);

        _world.Do(t => Structure.Recycle(t, t.Find(sibling)!));
        _world.Do(t => Verbs.Replace(t, t.Find(parent)!, 0, NewVerb("look", "return 2;")));

        Assert.Equal(CommitResult.Conflict, _world.Commit(maker));
    }

    [Fact]
    public void What_a_programmer_changes_conflicts_with_who_called_it()
    {
        var parent = _world.Create();
        _world.AddVerb(parent, "look", "return 1;");
        var child = _world.Create(parent);
        var (caller, programmer) = (_world.Begin(), _world.Begin());
        Structure.SetName(caller.Find(child)!, Verbs.FindCallable(caller, caller.Find(child)!, "look")!.Verb.Source);
        Verbs.Replace(programmer, programmer.Find(parent)!, 0, NewVerb("look", "return 2;"));

        Assert.Equal(CommitResult.Done, _world.Commit(programmer));
        Assert.Equal(CommitResult.Conflict, _world.Commit(caller));
    }

    [Fact]
    public void Something_that_left_and_came_back_meanwhile_is_not_filed_twice()
    {
        var (room, other, thing) = (_world.Create(), _world.Create(), _world.Create());
        _world.Do(t => Structure.Move(t, t.Find(thing)!, room));
        var mover = _world.Begin();
        Structure.Move(mover, mover.Find(thing)!, other);
        _world.Do(t => Structure.Move(t, t.Find(thing)!, ObjectId.Nothing));
        _world.Do(t => Structure.Move(t, t.Find(thing)!, room));

        var result = _world.Commit(mover);

        Assert.Equal(CommitResult.Conflict, result);
        StructureCheck.Holds(_world.World.Current);
    }

    [Fact]
    public void Who_read_what_was_recycled_conflicts()
    {
        var (id, other) = (_world.Create(), _world.Create());
        var reader = _world.Begin();
        Structure.SetName(reader.Find(other)!, "beside " + reader.Find(id)!.Name);
        _world.Do(t => Structure.Recycle(t, t.Find(id)!));

        Assert.Equal(CommitResult.Conflict, _world.Commit(reader));
    }

    [Fact]
    public void A_slice_that_changes_nothing_never_conflicts()
    {
        var id = _world.Create();
        _world.Define(id, "n", 0);
        var reader = _world.Begin();
        reader.Effects.Add(new TestEffect("n is " + Read(reader, id, "n")));
        _world.Do(t => Write(t, id, "n", 1));
        var read = reader.Base.Sequence;

        Assert.Equal(CommitResult.Done, _world.Commit(reader));

        var (sequence, effects) = Assert.Single(_world.Log.Released);
        Assert.Equal(read, sequence);
        Assert.Equal([new TestEffect("n is 0")], effects);
    }

    private sealed record TestEffect(string Text) : Effect;
}
