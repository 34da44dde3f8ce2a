using System.Diagnostics;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>What reading and committing cost in memory, without a database, in a world of a given size.</summary>
internal static class WorldBench
{
    private const int Turns = 1_000_000;

    public static void Run(int count)
    {
        var world = new World(BigWorld.Make(count, 1), new ImmediateLog(_ => { }), long.MaxValue / 2);
        var random = new Random(2);
        var ids = new ObjectId[4096];
        for (var i = 0; i < ids.Length; i++) ids[i] = new ObjectId(random.Next(Math.Min(101, count - 1), count));
        for (var round = 0; round < 3; round++)
        {
            var (find, read, commit) = (Find(world, ids), Read(world, ids), Commit(world, ids));
            if (round == 2)
                Console.WriteLine($"{count:N0} objects: {find:F0} ns to find an object in a snapshot, {read:F0} ns to read a property in a transaction, {commit:F0} ns for a slice that adds 1 to a property");
        }
    }

    private static double Find(World world, ObjectId[] ids)
    {
        var (snapshot, found) = (world.Current, 0L);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Turns; i++) found += snapshot.Find(ids[i % ids.Length])!.Id.Number;
        GC.KeepAlive(found);
        return clock.Elapsed.TotalNanoseconds / Turns;
    }

    private static double Read(World world, ObjectId[] ids)
    {
        var (transaction, sum) = (world.Begin(), 0L);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Turns; i++)
        {
            // A slice looks at some objects many times, then the next slice at others.
            if (i % 1000 == 0) transaction.Reset(wasCommitted: true);
            var draft = transaction.Open(ids[(i / 1000 * 7 + i % 10) % ids.Length]);
            sum += Properties.Read(transaction, draft, Properties.Find(transaction, draft, "score")!.Value).AsInt;
        }
        GC.KeepAlive(sum);
        return clock.Elapsed.TotalNanoseconds / Turns;
    }

    private static double Commit(World world, ObjectId[] ids)
    {
        var (transaction, cause) = (world.Begin(), new CommitCause(1, ObjectId.System, "bench"));
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Turns / 4; i++)
        {
            var draft = transaction.Open(ids[i % ids.Length]);
            var place = Properties.Find(transaction, draft, "score")!.Value;
            Properties.Write(transaction, draft, place, "score", Value.Int(Properties.Read(transaction, draft, place).AsInt + 1));
            world.Commit(transaction, cause);
            transaction.Reset(wasCommitted: true);
        }
        return clock.Elapsed.TotalNanoseconds / (Turns / 4);
    }
}
