using System.Diagnostics;
using System.Globalization;
using Moo.Bench.Language;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>
/// How much faster tasks that have nothing to do with each other are done by several workers than by one: the same tasks, each of a
/// player of its own, once with one worker and once with several, in turns; the best of each counts.
/// </summary>
internal static class WorkersBench
{
    private const int Players = 640;
    private const int Rounds = 5;
    private const int ServerOptions = 1;
    private const int FirstPlayer = 10;

    private static readonly (string Name, string Source)[] Kinds =
    [
        ("loops", "x = 0; for i in [1..30000] x = x + i % 7; endfor"),
        ("calls", "this:fib(18);"),
        ("properties", "for i in [1..15000] this.n = this.n + this.kind; endfor"),
        ("lists", "for j in [1..8] l = {}; for i in [1..2000] l = {@l, {i, j}}; endfor for x in (l) y = x[1]; endfor endfor"),
        ("text", "for i in [1..3000] s = tostr(\"The \", i, \" of \", this, \".\"); if (index(s, \"9\")) s = s[1..3] + strsub(s, \"The\", \"A\"); endif endfor"),
        ("errors", "for i in [1..8000] x = `this.nowhere ! E_PROPNF => i'; endfor"),
        ("commands", "for i in [1..40] this.n = this.n + 1; for j in [1..20] x = this:title(j); endfor commit(); endfor"),
    ];

    public static void Run(int workers, string? only)
    {
        foreach (var (name, source) in Kinds.Where(kind => only is null || kind.Name == only))
        {
            var (one, several) = (Times.Worst, Times.Worst);
            for (var round = 0; round < Rounds; round++)
            {
                one = one.Best(Time(1, source));
                several = several.Best(Time(workers, source));
            }
            var (pause, collections) = (GC.GetTotalPauseDuration(), GC.CollectionCount(0));
            Time(workers, source);
            (pause, collections) = (GC.GetTotalPauseDuration() - pause, GC.CollectionCount(0) - collections);
            Console.WriteLine($"{name,-10} {one.Wall.TotalMilliseconds,7:N0} ms with 1 worker, {several.Wall.TotalMilliseconds,7:N0} ms with {workers}: "
                + $"{one.Wall / several.Wall:F2} times as fast; processor time {one.Processor.TotalMilliseconds,7:N0} and {several.Processor.TotalMilliseconds,7:N0} ms; "
                + $"{collections} collections, {pause.TotalMilliseconds:N0} ms of pauses");
        }
    }

    // The world is new each time; what was compiled and what the runtime knows about the code stays.
    private static Times Time(int workers, string source)
    {
        var runtime = new Runtime(new World(MakeWorld(source), new ImmediateLog(_ => { }), 1000), new QuietHost(), new Clock(TimeProvider.System));
        runtime.Scheduler.Start(workers);
        CallAll(runtime, Players / 4);
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        CallAll(runtime, Players);
        var time = new Times(clock.Elapsed, Environment.CpuUsage.TotalTime - processor);
        if (runtime.Scheduler.Counters.Failures + runtime.Scheduler.Counters.Aborts > 0) throw new InvalidOperationException("A program that was to be measured has failed.");
        runtime.Scheduler.Dispose();
        return time;
    }

    private static void CallAll(Runtime runtime, int count)
    {
        using var all = new CountdownEvent(count);
        for (var i = 0; i < count; i++)
        {
            var player = new ObjectId(FirstPlayer + i);
            var task = new MooTask(runtime, runtime.Scheduler.NewTaskId(), player);
            runtime.Scheduler.Watch(task.Id, _ => all.Signal());
            runtime.Scheduler.Submit(task, new CallStart(player, "work", MooList.Empty), isForeground: true, ended: null);
        }
        all.Wait();
    }

    private static Snapshot MakeWorld(string source)
    {
        var builder = new SnapshotBuilder();
        var access = new PropertyAccess(ObjectId.System, PropertyFlags.Read | PropertyFlags.ChangeOwner);
        builder.AddObject(ObjectId.System, "The System Object", ObjectId.System, ObjectId.Nothing, ObjectFlags.Wizard | ObjectFlags.Programmer, []);
        builder.AddDefinition(ObjectId.System, "server_options");
        builder.AddCell(ObjectId.System, "server_options", Value.Obj(ServerOptions), access);
        var options = new ObjectId(ServerOptions);
        builder.AddObject(options, "Server Options", ObjectId.System, ObjectId.Nothing, ObjectFlags.Readable, []);
        foreach (var name in new[] { "fg_ticks", "bg_ticks", "fg_seconds", "bg_seconds" })
        {
            builder.AddDefinition(options, name);
            builder.AddCell(options, name, Value.Int(100_000_000), access);
        }
        var kind = new ObjectId(ServerOptions + 1);
        builder.AddObject(kind, "kind", ObjectId.System, ObjectId.Nothing, ObjectFlags.Readable, []);
        foreach (var name in new[] { "n", "kind" })
        {
            builder.AddDefinition(kind, name);
            builder.AddCell(kind, name, Value.Int(1), access);
        }
        AddVerb("work", source);
        AddVerb("fib", "{n} = args; return n < 2 ? n | this:fib(n - 1) + this:fib(n - 2);");
        AddVerb("title", "{n} = args; return tostr(this.name, \" (\", n, \")\");");
        for (var i = 0; i < Players; i++)
        {
            var player = new ObjectId(FirstPlayer + i);
            builder.AddObject(player, string.Create(CultureInfo.InvariantCulture, $"Player {i}"), ObjectId.System, ObjectId.Nothing, ObjectFlags.Player, [kind]);
            builder.AddCell(player, "n", Value.Int(0), null);
        }
        return builder.Build(sequence: 1);

        void AddVerb(string name, string text) =>
            builder.AddVerb(kind, new Verb(name, ObjectId.System, VerbFlags.Read | VerbFlags.Execute | VerbFlags.Debug, VerbArguments.Method, text));
    }

    private sealed record Times(TimeSpan Wall, TimeSpan Processor)
    {
        public static Times Worst => new(TimeSpan.MaxValue, TimeSpan.MaxValue);

        public Times Best(Times other) => new(Wall < other.Wall ? Wall : other.Wall, Processor < other.Processor ? Processor : other.Processor);
    }
}
