using System.Globalization;
using BenchmarkDotNet.Running;
using Moo.Bench;
using Moo.Bench.Language;

// What to measure, then where. See docs/benchmarks.md.
var folder = Directory.GetCurrentDirectory();
switch (args)
{
    case ["write-world", var store, var count]:
        BootBench.Write(store, folder, Number(count));
        break;
    case ["load-world", var store]:
        BootBench.Load(store, folder);
        break;
    case ["commits", var store, var players, var seconds, .. var gathering]:
        CommitBench.Run(store, folder, Number(players), Number(seconds), gathering is [var microseconds] ? Number(microseconds) : null);
        break;
    case ["world", var count]:
        WorldBench.Run(Number(count));
        break;
    case ["pauses", var count, var seconds]:
        PauseBench.Run(Number(count), Number(seconds));
        break;
    case ["workers", var count, .. var only]:
        WorkersBench.Run(Number(count), only.FirstOrDefault());
        break;
    case ["raw-sqlite", var file, var perTransaction, var seconds]:
        RawBench.Sqlite(file, Number(perTransaction), Number(seconds));
        break;
    case ["raw-postgres", var address, var perTransaction, var seconds]:
        RawBench.PostgreSql(address, Number(perTransaction), Number(seconds));
        break;
    case ["language", .. var options]:
        BenchmarkRunner.Run<LanguageBenchmarks>(LanguageBenchmarks.Config, options);
        break;
    case ["allocations"]:
        return AllocationBench.Run() ? 0 : 1;
    default:
        Console.Error.WriteLine("""
            write-world STORE OBJECTS           writes a big world into an empty store
            load-world STORE                    loads it
            commits STORE PLAYERS SECONDS [US]  commits per second through world and journal; US: how long to gather a batch at most
            world OBJECTS                       reading and committing in memory, without a database
            pauses OBJECTS SECONDS              how long the garbage collector stops a busy world
            workers COUNT [KIND]                independent tasks with one worker and with several
            raw-sqlite FILE ROWS SECONDS        the same number of rows to a transaction, straight into the database
            raw-postgres ADDRESS ROWS SECONDS
            language [OPTIONS]                  time and allocations of what programs do all the time (BenchmarkDotNet; --filter and the rest are its own)
            allocations                         what a turn of each leaves for the collector over a million turns; ends with 1 if it is too much
            """);
        return 2;
}
return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
