using System.Diagnostics;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>
/// How long the garbage collector stops everything while a big world is busy: 5,000 slices a second, each of which changes a property and leaves
/// as much garbage as a busy verb does.
/// </summary>
internal static class PauseBench
{
    private const int SlicesPerMillisecond = 5;
    private const int GarbagePerSlice = 20_000;

    public static void Run(int count, int seconds)
    {
        var world = new World(BigWorld.Make(count, 1), new ImmediateLog(_ => { }), long.MaxValue / 2);
        var random = new Random(3);
        var (worst, worstSlice, slices) = (TimeSpan.Zero, TimeSpan.Zero, 0L);
        var (collections, seen) = (new long[3], new int[3]);
        for (var generation = 0; generation < 3; generation++) seen[generation] = GC.CollectionCount(generation);
        var (total, transaction) = (GC.GetTotalPauseDuration(), world.Begin());
        var (cause, clock) = (new CommitCause(1, ObjectId.System, "bench"), Stopwatch.StartNew());
        for (var millisecond = 0L; clock.Elapsed.TotalSeconds < seconds; millisecond++)
        {
            while (clock.ElapsedMilliseconds < millisecond) Thread.Sleep(1);
            for (var i = 0; i < SlicesPerMillisecond; i++, slices++)
            {
                var start = clock.Elapsed;
                Slice(world, transaction, cause, new ObjectId(random.Next(101, count)));
                worstSlice = Max(worstSlice, clock.Elapsed - start);
            }
            if (GC.CollectionCount(0) == seen[0]) continue;
            foreach (var pause in GC.GetGCMemoryInfo(GCKind.Any).PauseDurations) worst = Max(worst, pause);
            foreach (var pause in GC.GetGCMemoryInfo(GCKind.Background).PauseDurations) worst = Max(worst, pause);
            for (var generation = 0; generation < 3; generation++)
            {
                collections[generation] += GC.CollectionCount(generation) - seen[generation];
                seen[generation] = GC.CollectionCount(generation);
            }
        }
        total = GC.GetTotalPauseDuration() - total;
        Console.WriteLine($"{count:N0} objects, {slices / clock.Elapsed.TotalSeconds:N0} slices/s for {seconds} s: worst pause {worst.TotalMilliseconds:F1} ms, "
            + $"{total / clock.Elapsed:P2} of the time in pauses, worst slice {worstSlice.TotalMilliseconds:F1} ms; "
            + $"collections by generation {collections[0] - collections[1]}, {collections[1] - collections[2]}, {collections[2]}");
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static void Slice(World world, Transaction transaction, CommitCause cause, ObjectId id)
    {
        var draft = transaction.Open(id);
        var place = Properties.Find(transaction, draft, "score")!.Value;
        var list = MooList.Empty;
        for (var bytes = 0; bytes < GarbagePerSlice; bytes += 200) list = list.Append(Value.List(Value.Int(bytes)));
        Properties.Write(transaction, draft, place, "score", Value.Int(Properties.Read(transaction, draft, place).AsInt + list.Count));
        world.Commit(transaction, cause);
        transaction.Reset(wasCommitted: true);
    }
}
