using Moo.Language.Compilation;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;
using MooProgram = Moo.Language.Execution.Program;

namespace Moo.Bench.Language;

/// <summary>A small world in memory whose programs run on the caller's thread: no workers, no journal, nothing but the language.</summary>
internal sealed class LanguageWorld
{
    private static readonly ObjectId Wizard = new(2);
    private static readonly ObjectId Thing = new(3);
    private static readonly ObjectId Kind = new(4);

    // So that no limit ends what is measured.
    private static readonly TaskLimits Limits = TaskLimits.Default with { ForegroundTicks = int.MaxValue, ForegroundSeconds = 3600 };

    private readonly Runtime _runtime;
    private readonly FramePool _frames = new();
    private readonly Transaction _transaction;

    public LanguageWorld()
    {
        var builder = new SnapshotBuilder();
        var access = new PropertyAccess(Wizard, PropertyFlags.Read);
        builder.AddObject(ObjectId.System, "System Object", Wizard, ObjectId.Nothing, ObjectFlags.Readable, []);
        builder.AddObject(Wizard, "Wizard", Wizard, ObjectId.Nothing, ObjectFlags.Player | ObjectFlags.Programmer | ObjectFlags.Wizard, []);
        builder.AddObject(Thing, "thing", Wizard, ObjectId.Nothing, ObjectFlags.Readable, [Kind]);
        builder.AddObject(Kind, "kind", Wizard, ObjectId.Nothing, ObjectFlags.Readable, []);
        builder.AddDefinition(Thing, "p");
        builder.AddCell(Thing, "p", Value.Int(1), access);
        builder.AddDefinition(Kind, "q");
        builder.AddCell(Kind, "q", Value.Int(1), access);
        AddVerb(Thing, "noop", "");
        AddVerb(Thing, "add", "return args[1] + args[2];");
        AddVerb(Thing, "down", "n = args[1];\nif (n <= 0)\n  return 0;\nendif\nreturn this:down(n - 1) + 1;");
        AddVerb(Thing, "scatter", "{a, b, ?c = 3, @rest} = args;\nreturn a + b + c;");
        AddVerb(Kind, "inherited", "return 1;");
        var world = new World(builder.Build(), new ImmediateLog(_ => { }), builder.LastStamp);
        _runtime = new Runtime(world, new QuietHost(), new Clock(TimeProvider.System));
        _transaction = world.Begin();

        void AddVerb(ObjectId holder, string name, string source) =>
            builder.AddVerb(holder, new Verb(name, Wizard, VerbFlags.Read | VerbFlags.Execute | VerbFlags.Debug, VerbArguments.Method, source));
    }

    /// <summary>Compiles a program.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public MooProgram Compile(string source)
    {
        var compiled = ProgramCompiler.Compile(source, _runtime.Builtins);
        return compiled.Program ?? throw new InvalidOperationException(source + ": " + string.Join(' ', compiled.ErrorLines()));
    }

    /// <summary>Runs a program as a task of its own; nothing that it does to the world stays.</summary>
    /// <exception cref="InvalidOperationException">It ends with an error.</exception>
    public void Run(MooProgram program)
    {
        _transaction.Reset(wasCommitted: false);
        var task = new MooTask(_runtime, 1, Wizard);
        task.BeginSlice(_transaction, _frames, Limits, isForeground: true);
        new EvalStart(program, Wizard).Begin(task);
        var outcome = task.Run(Timeout.InfiniteTimeSpan);
        if (outcome != SliceOutcome.Finished) throw new InvalidOperationException($"{outcome}: {string.Join(' ', task.Traceback?.ToLines() ?? [])}");
        _frames.Clean();
    }
}
