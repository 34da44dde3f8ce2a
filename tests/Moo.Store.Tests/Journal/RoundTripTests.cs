using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public sealed class RoundTripTests(PgCluster cluster)
{
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task What_was_written_is_loaded_again(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        Snapshot written;
        using (var running = RunningWorld.Start(store))
        {
            running.Do(t =>
            {
                var root = Structure.Create(t, [], ObjectId.System);
                Structure.SetName(root, "Root");
                Properties.Define(t, root, "n", Value.Int(1), new PropertyAccess(ObjectId.System, PropertyFlags.Read));
                Verbs.Add(t, root, new Verb("l*ook examine", ObjectId.System, VerbFlags.Execute, VerbArguments.Method, "return 1;\nreturn 2;"));
                var child = Structure.Create(t, [root.Id], ObjectId.System);
                Structure.Move(t, child, root.Id);
                Properties.Write(t, child, Properties.Find(t, child, "n")!.Value, "n", Value.Str("two"));
            });
            await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            written = running.World.Current;
        }

        using var again = RunningWorld.Start(store);

        Assert.Equal(WorldText.Of(written), WorldText.Of(again.World.Current));
        Assert.Equal(1, again.World.Current.Sequence);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Anonymous_objects_and_WAIFs_are_there_again(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        ObjectId holder = default, anonymousId = default, waifId = default;
        using (var running = RunningWorld.Start(store))
        {
            running.Do(t =>
            {
                var access = new PropertyAccess(ObjectId.System, PropertyFlags.Read);
                var root = Structure.Create(t, [], ObjectId.System);
                holder = root.Id;
                Properties.Define(t, root, "held", Value.Int(0), access);
                Properties.Define(t, root, ":size", Value.Int(1), access);
                var anonymous = Structure.CreateHidden(t, [root.Id], ObjectId.System);
                var waif = Structure.CreateHidden(t, [root.Id], new ObjectId(7), isWaif: true);
                (anonymousId, waifId) = (anonymous.Id, waif.Id);
                Structure.SetName(anonymous, "nameless");
                Properties.Write(t, anonymous, Properties.Find(t, anonymous, "held")!.Value, "held", Value.Str("of the anonymous one"));
                Properties.Write(t, waif, Properties.Find(t, waif, ":size")!.Value, ":size", Value.Float(2.5));
                var value = Value.List(anonymous.State!.Reference, Value.Of(MooMap.Empty.Set(Value.Str("w"), waif.State!.Reference)));
                Properties.Write(t, root, Properties.Find(t, root, "held")!.Value, "held", value);
            });
            await running.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        using var again = RunningWorld.Start(store);
        var world = again.World.Current;

        var held = world.Property(holder, "held")!.Value.AsList;
        Assert.Equal(anonymousId, Assert.IsType<MooAnonymous>(held[0].Reference).Id);
        var waif = Assert.IsType<MooWaif>(held[1].AsMap.Find("w")!.Value.Reference);
        Assert.Equal((waifId, holder, new ObjectId(7)), (waif.Id, waif.Class, waif.Owner));
        Assert.Equal("nameless", world.Find(anonymousId)!.Name);
        Assert.False(world.Find(anonymousId)!.IsWaif);
        Assert.Equal("of the anonymous one", world.Property(anonymousId, "held")!.Value.AsStr);
        Assert.True(world.Find(waifId)!.IsWaif);
        Assert.Equal(2.5, world.Property(waifId, ":size")!.Value.AsFloat);

        // New ones do not take the places of those that were there.
        again.Do(t => Assert.DoesNotContain(Structure.CreateHidden(t, [holder], ObjectId.System).Id, new[] { anonymousId, waifId }));
    }
}
