using System.Collections.Concurrent;
using Moo.Store.Tests.Worlds;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public sealed class EffectOrderTests(PgCluster cluster)
{
    private sealed record Said(int Player, long Number, long World) : Effect;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task Every_player_hears_the_answers_in_the_order_of_the_commands(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        var heard = Enumerable.Range(0, 4).Select(_ => new ConcurrentQueue<long>()).ToList();
        var early = 0;
        RunningWorld? running = null;
        running = RunningWorld.Start(store, (sequence, effects) =>
        {
            if (sequence > running!.Queue.DurableSequence) Interlocked.Increment(ref early);
            foreach (var effect in effects.Cast<Said>()) heard[effect.Player].Enqueue(effect.Number);
        });
        using var world = running;
        var ids = new List<ObjectId>();
        world.Do(t =>
        {
            for (var i = 0; i < 4; i++)
            {
                var player = Structure.Create(t, [], ObjectId.System);
                Properties.Define(t, player, "n", Value.Int(0), TestWorld.Access);
                ids.Add(player.Id);
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(player => Task.Run(() => Play(world.World, player, ids[player]))));
        await world.Queue.Flush().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(0, early);
        Assert.All(heard, numbers => Assert.Equal(Enumerable.Range(0, 1500).Select(n => (long)n), numbers));
    }

    // One command after the other, of which some only look; the next one does not wait until the answer was heard.
    private static void Play(World world, int player, ObjectId id)
    {
        var random = new Random(player);
        var transaction = world.Begin();
        for (var number = 0; number < 1500; number++)
        {
            if (random.Next(3) == 0) TestWorld.Write(transaction, id, "n", number);
            transaction.Effects.Add(new Said(player, number, transaction.Base.Sequence));
            Assert.Equal(CommitResult.Done, world.Commit(transaction, TestWorld.Cause));
            transaction.Reset(wasCommitted: true);
        }
    }
}
