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
}
