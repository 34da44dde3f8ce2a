using System.Diagnostics;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>What reading and committing cost in memory, without a database, in a world of a given size.</summary>
/// <remarks>What is busy is the same in a world of any size: <see cref="Busy"/> objects, side by side as in a village, or scattered over the whole world.</remarks>
internal static class WorldBench
{
    private const int Turns = 1_000_000;
    private const int Rounds = 5;
    private const int Busy = 800;
    private const int FirstThing = 101;

    public static void Run(int count)
    {
        var world = new World(BigWorld.Make(count, 1), new ImmediateLog(_ => { }), long.MaxValue / 2);
        var random = new Random(2);
        var scattered = new ObjectId[Busy];
        var near = new ObjectId[Busy];
        var first = Math.Max(FirstThing, (count - Busy) / 2);
        for (var i = 0; i < Busy; i++) (scattered[i], near[i]) = (new ObjectId(random.Next(FirstThing, count)), new ObjectId(first + i));
        random.Shuffle(near);
        var (find, read, commit, far) = (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            find = Math.Min(find, Find(world, scattered));
            read = Math.Min(read, Read(world, scattered));
            commit = Math.Min(commit, Commit(world, near));
            far = Math.Min(far, Commit(world, scattered));
        }
        Console.WriteLine($"{count:N0} objects: {find:F0} ns to find an object in a snapshot, {read:F0} ns to read a property in a transaction, "
            + $"{commit:F0} ns for a slice that adds 1 to a property of one of {Busy} objects side by side, {far:F0} ns of {Busy} scattered ones");
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
