using Moo.Store.Values;
using Moo.Store.Worlds;
using static Moo.Store.Tests.Worlds.TestWorld;

namespace Moo.Store.Tests.Worlds;

public sealed class ParallelTests
{
    private const int Accounts = 8;

    [Fact]
    public async Task Money_moved_by_many_threads_is_neither_made_nor_lost()
    {
        var world = new TestWorld();
        var accounts = Enumerable.Range(0, Accounts).Select(_ => world.Create()).ToList();
        foreach (var account in accounts) world.Define(account, "money", 100);
        var before = world.Log.Commits.Count;

        await Task.WhenAll(Enumerable.Range(1, 4).Select(seed => Task.Run(() => Move(world.World, accounts, new Random(seed), 2000))));

        var end = world.Begin();
        Assert.Equal(Accounts * 100, accounts.Sum(account => Read(end, account, "money")));
        var sequences = world.Log.Commits.ConvertAll(c => c.Sequence);
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(n => (long)n), sequences);
        Assert.Equal(before + 4 * 2000, sequences.Count);
    }

    [Fact]
    public async Task A_slice_that_runs_alone_gets_through_whatever_the_others_do()
    {
        var world = new TestWorld();
        var id = world.Create();
        world.Define(id, "money", 0);
        var done = false;
        var others = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var t = world.Begin();
            while (!Volatile.Read(ref done))
            {
                Write(t, id, "money", Read(t, id, "money") + 1);
                t.Reset(world.Commit(t) == CommitResult.Done);
            }
        })).ToList();

        var alone = world.Begin();
        for (var round = 0; round < 200; round++)
        {
            while (!world.World.TryRunAlone(alone)) await Task.Yield();
            alone.Reset(wasCommitted: false);
            Write(alone, id, "money", Read(alone, id, "money") + 1);
            Assert.Equal(CommitResult.Done, world.Commit(alone));
            world.World.LeaveAlone(alone);
            alone.Reset(wasCommitted: true);
        }
        Volatile.Write(ref done, true);
        await Task.WhenAll(others);

        Assert.Equal(world.Log.Commits.Count - 2, Read(world.Begin(), id, "money"));
    }

    private static void Move(World world, List<ObjectId> accounts, Random random, int times)
    {
        var t = world.Begin();
        for (var done = 0; done < times;)
        {
            var (from, to) = (accounts[random.Next(Accounts)], accounts[random.Next(Accounts)]);
            var amount = random.Next(20);
            Write(t, from, "money", Read(t, from, "money") - amount);
            Write(t, to, "money", Read(t, to, "money") + amount);
            var isDone = world.Commit(t, Cause) == CommitResult.Done;
            if (isDone) done++;
            t.Reset(isDone);
        }
    }
}
