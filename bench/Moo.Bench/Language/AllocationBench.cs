using MooProgram = Moo.Language.Execution.Program;

namespace Moo.Bench.Language;

/// <summary>What a turn of each case leaves for the collector, over a million turns.</summary>
internal static class AllocationBench
{
    private const int Turns = 1_000_000;
    private const int FewTurns = 20_000;
    private const int WarmUps = 5;

    // The runtime counts by blocks of some thousand bytes, so that nothing at all is not always exactly 0.
    private const double MostBytes = 0.02;

    /// <summary>Measures all cases and prints a table. False if one allocates that must not.</summary>
    public static bool Run()
    {
        var world = new LanguageWorld();
        Console.WriteLine($"{Turns:N0} turns each");
        Console.WriteLine($"{"case",-34}{"bytes a turn",14}{"collections",13}");
        var isGood = true;
        foreach (var one in LanguageCase.All)
        {
            var (bytes, collections) = Measure(world, one);
            var isTooMuch = one.AllocatesNothing && bytes > MostBytes;
            isGood &= !isTooMuch;
            Console.WriteLine($"{one.Name,-34}{bytes,14:F3}{collections,13}{(isTooMuch ? "   TOO MUCH" : "")}");
        }
        return isGood;
    }

    // What a task, its transaction and the values that the case begins with take is in both runs, and so in neither's turns.
    private static (double Bytes, int Collections) Measure(LanguageWorld world, LanguageCase one)
    {
        var (few, many) = (world.Compile(one.Source(FewTurns)), world.Compile(one.Source(Turns)));
        for (var i = 0; i < WarmUps; i++) world.Run(few);
        var start = Allocated(world, few).Bytes;
        var (bytes, collections) = Allocated(world, many);
        return ((double)(bytes - start) / (Turns - FewTurns), collections);
    }

    private static (long Bytes, int Collections) Allocated(LanguageWorld world, MooProgram program)
    {
        var (bytes, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
        world.Run(program);
        return (GC.GetAllocatedBytesForCurrentThread() - bytes, GC.CollectionCount(0) - collections);
    }
}
