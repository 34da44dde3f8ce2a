using Moo.Store.Values;
using Moo.Store.Worlds;
using static Moo.Store.Tests.Worlds.TestWorld;

namespace Moo.Store.Tests.Worlds;

public sealed class StructureTests
{
    private readonly TestWorld _world = new();

    [Fact]
    public void Parents_are_searched_depth_first_and_from_left_to_right()
    {
        var root = _world.Create();
        var (left, right) = (_world.Create(root), _world.Create(root));
        var child = _world.Create(left, right);
        _world.AddVerb(root, "look", "return \"root\";");
        _world.AddVerb(right, "look", "return \"right\";");

        var t = _world.Begin();

        Assert.Equal([left, root, right], t.LineageOf(t.Find(child)!).Ancestors);
        Assert.Equal(root, Verbs.FindCallable(t, t.Find(child)!, "look")!.Definer);
    }

    [Fact]
    public void A_child_shows_its_parents_value_until_it_has_its_own_and_again_when_that_is_cleared()
    {
        var parent = _world.Create();
        _world.Define(parent, "n", 1);
        var child = _world.Create(parent);

        var t = _world.Begin();
        Assert.Equal(1, Read(t, child, "n"));
        Write(t, child, "n", 2);
        Assert.Equal(2, Read(t, child, "n"));
        var draft = t.Find(child)!;
        Properties.Write(t, draft, Properties.Find(t, draft, "N")!.Value, "N", Value.Clear);
        Write(t, parent, "n", 3);

        Assert.Equal(3, Read(t, child, "n"));
    }

    [Fact]
    public void Siblings_that_set_the_same_properties_share_their_shape_whatever_the_spelling()
    {
        var parent = _world.Create();
        _world.Define(parent, "Colour", 0);
        var (first, second) = (_world.Create(parent), _world.Create(parent));

        _world.Do(t => Write(t, first, "colour", 1));
        _world.Do(t => Write(t, second, "COLOUR", 2));

        var now = _world.World.Current;
        Assert.Same(now.Find(first)!.Shape, now.Find(second)!.Shape);
        Assert.Same(now.Find(first)!.Class, now.Find(second)!.Class);
        Assert.Equal(["Colour"], now.Find(first)!.Shape.Names.ToArray());
    }

    // A spelling checker's word list keeps each word as a property; holding every shape on the way there would take gigabytes.
    [Fact]
    public void An_object_may_have_very_many_properties()
    {
        const int count = 20_000;
        var builder = new SnapshotBuilder();
        builder.AddObject(new ObjectId(0), "words", new ObjectId(0), ObjectId.Nothing, default, []);
        for (var i = 0; i < count; i++) builder.AddDefinition(new ObjectId(0), $"word{i:D5}");
        for (var i = 0; i < count; i++) builder.AddCell(new ObjectId(0), $"word{i:D5}", Value.Int(i), Access);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var state = builder.Build(0, -1).Find(new ObjectId(0))!;
        var without = state.Shape.Without(5);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100L << 20);
        Assert.Equal((count, count - 1, "word00006"), (state.Shape.Count, without.Count, without.Names[5]));
        Assert.Equal(6, state.Shape.IndexOf("WORD00006"));
    }

    [Fact]
    public void A_property_cannot_be_defined_where_a_descendant_has_one_of_the_name_through_another_parent()
    {
        var (left, right) = (_world.Create(), _world.Create());
        _world.Create(left, right);
        _world.Define(right, "n", 1);

        var t = _world.Begin();

        Assert.Equal(ErrorCode.E_INVARG, Properties.Define(t, t.Find(left)!, "N", Value.Int(2), Access));
    }

    [Fact]
    public void A_property_cannot_be_renamed_to_what_a_descendant_has_through_another_parent()
    {
        var (left, right) = (_world.Create(), _world.Create());
        _world.Create(left, right);
        _world.Define(left, "m", 1);
        _world.Define(right, "n", 1);

        var t = _world.Begin();

        Assert.Equal(ErrorCode.E_INVARG, Properties.Rename(t, t.Find(left)!, "m", "n"));
    }

    [Theory, InlineData(Properties.LongestName, null), InlineData(Properties.LongestName + 1, "E_INVARG")]
    public void Property_names_have_a_bound(int length, string? error)
    {
        var id = _world.Create();
        var t = _world.Begin();

        var result = Properties.Define(t, t.Find(id)!, new string('x', length), Value.Int(0), Access);

        Assert.Equal(error, result?.Name);
    }

    [Fact]
    public void A_recycled_objects_children_go_to_its_parent_and_lose_what_it_defined()
    {
        var top = _world.Create();
        _world.Define(top, "kept", 1);
        var middle = _world.Create(top);
        _world.Define(middle, "lost", 2);
        var child = _world.Create(middle);
        var thing = _world.Create();
        _world.Do(t => Structure.Move(t, t.Find(thing)!, middle));

        _world.Do(t => Structure.Recycle(t, t.Find(middle)!));

        var now = _world.Begin();
        Assert.Equal([top], now.Find(child)!.Class.Parents.ToArray());
        Assert.Equal(1, Read(now, child, "kept"));
        Assert.Null(Properties.Find(now, now.Find(child)!, "lost"));
        Assert.Equal(ObjectId.Nothing, now.Find(thing)!.Location);
        StructureCheck.Holds(_world.World.Current);
    }

    [Fact]
    public void A_hidden_object_loses_a_property_that_its_parent_loses()
    {
        var parent = _world.Create();
        _world.Define(parent, "n", 1);
        var hidden = ObjectId.Nothing;
        _world.Do(t => hidden = Structure.CreateHidden(t, [parent], ObjectId.System).Id);
        _world.Do(t => Write(t, hidden, "n", 2));

        _world.Do(t => Properties.Undefine(t, t.Find(parent)!, "n"));

        var now = _world.Begin();
        Assert.Null(Properties.Find(now, now.Find(hidden)!, "n"));
    }

    [Fact]
    public void A_stored_list_does_not_follow_the_variable_that_it_came_from()
    {
        var id = _world.Create();
        _world.Define(id, "n", 0);
        var variable = new object();
        var list = MooList.Of(Value.Int(1), Value.Int(2)).SetItemInPlace(0, Value.Int(10), variable);
        _world.Do(t =>
        {
            var draft = t.Find(id)!;
            Properties.Write(t, draft, Properties.Find(t, draft, "n")!.Value, "n", Value.List(list));
        });

        list.SetItemInPlace(0, Value.Int(99), variable);

        var cell = _world.World.Current.Find(id)!.Cells[0];
        Assert.Equal("{10, 2}", cell.Value.ToString());
    }
}
