using System.Diagnostics;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>Writes a big world into an empty store, and loads it: how long, and how much memory.</summary>
internal static class BootBench
{
    public static void Write(string store, string folder, int count)
    {
        using var journal = StoreAddress.Parse(store, folder).CreateJournal();
        var loaded = journal.Load();
        if (!loaded.IsEmpty) throw new InvalidOperationException($"{journal.Place} is not empty.");
        var clock = Stopwatch.StartNew();
        var world = BigWorld.Make(count, loaded.Snapshot.Sequence + 1);
        Console.WriteLine($"{count:N0} objects made in {clock.Elapsed.TotalSeconds:F1} s");
        clock.Restart();
        journal.Write(CommitBatch.OfWorld(world, new CommitCause(0, ObjectId.Nothing, "import"), [], TimeProvider.System.GetUtcNow()));
        Console.WriteLine($"written to {journal.Place} in {clock.Elapsed.TotalSeconds:F1} s; {Memory()}");
    }

    public static void Load(string store, string folder)
    {
        using var journal = StoreAddress.Parse(store, folder).CreateJournal();
        var clock = Stopwatch.StartNew();
        var loaded = journal.Load();
        clock.Stop();
        var objects = loaded.Snapshot.All().Count();
        Console.WriteLine($"{objects:N0} objects loaded from {journal.Place} in {clock.Elapsed.TotalSeconds:F1} s "
            + $"({Environment.CpuUsage.TotalTime.TotalSeconds:F1} s of our own processor time); {Memory()}");
        var garbage = GC.GetTotalAllocatedBytes();
        var live = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"{garbage >> 20:N0} MiB allocated in all, {live >> 20:N0} MiB live: {live / Math.Max(1, objects):N0} bytes an object");
        GC.KeepAlive(loaded);
    }

    private static string Memory()
    {
        using var process = Process.GetCurrentProcess();
        return $"resident {process.WorkingSet64 >> 20:N0} MiB, at most {process.PeakWorkingSet64 >> 20:N0} MiB, "
            + $"GC pauses {GC.GetTotalPauseDuration().TotalSeconds:F2} s";
    }
}
