using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

public sealed class NumberTests
{
    private readonly TestWorld _world = new();

    [Fact]
    public void A_rolled_back_slice_gives_its_numbers_back()
    {
        var first = _world.Create();
        var dropped = _world.Begin();
        Structure.Create(dropped, [], ObjectId.System);
        Structure.Create(dropped, [], ObjectId.System);

        dropped.Reset(wasCommitted: false);

        Assert.Equal(first.Number + 1, _world.Create().Number);
        Assert.Equal(first.Number + 1, _world.Begin().ReadMaxObject());
    }

    [Fact]
    public void Numbers_given_out_after_those_of_a_rolled_back_slice_are_never_given_out_twice()
    {
        var (dropped, kept) = (_world.Begin(), _world.Begin());
        Structure.Create(dropped, [], ObjectId.System);
        var later = Structure.Create(kept, [], ObjectId.System).Id;
        dropped.Reset(wasCommitted: false);
        Assert.Equal(CommitResult.Done, _world.Commit(kept));

        var next = _world.Create();

        Assert.True(next > later);
        Assert.NotNull(_world.World.Current.Find(later));
    }

    [Fact]
    public void An_object_can_be_made_again_under_a_free_number()
    {
        var id = _world.Create();
        _world.Define(id, "n", 1);
        _world.Do(t => Structure.Recycle(t, t.Find(id)!));

        _world.Do(t => Structure.CreateAt(t, id, [], ObjectId.System));

        Assert.Null(Properties.Find(_world.Begin(), _world.Begin().Open(id), "n"));
        Assert.Equal(id.Number, _world.World.Current.MaxObject);
    }

    [Fact]
    public void Two_slices_that_make_one_number_conflict()
    {
        var (first, second) = (_world.Begin(), _world.Begin());
        Structure.CreateAt(first, new ObjectId(5), [], ObjectId.System);
        Structure.CreateAt(second, new ObjectId(5), [], ObjectId.System);

        Assert.Equal(CommitResult.Done, _world.Commit(first));
        Assert.Equal(CommitResult.Conflict, _world.Commit(second));
    }

    [Fact]
    public void Max_object_stays_when_the_last_object_is_recycled_and_can_be_reset()
    {
        var (kept, gone) = (_world.Create(), _world.Create());
        _world.Do(t => Structure.Recycle(t, t.Find(gone)!));
        Assert.Equal(gone.Number, _world.Begin().ReadMaxObject());

        _world.Do(t => t.ResetMaxObject());

        Assert.Equal(kept.Number, _world.Begin().ReadMaxObject());
        Assert.Equal(gone, _world.Create());
    }

    [Fact]
    public void Who_asked_for_the_highest_number_conflicts_with_who_makes_an_object()
    {
        var id = _world.Create();
        var asker = _world.Begin();
        Structure.SetName(asker.Find(id)!, $"of {asker.ReadMaxObject()}");
        _world.Create();

        Assert.Equal(CommitResult.Conflict, _world.Commit(asker));
    }
}
