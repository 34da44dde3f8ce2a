using Moo.Language.Compilation;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Support;

/// <summary>A small world in memory, with workers: <c>#0</c>, <c>#1</c> the root, <c>#2</c> a wizard, <c>#3</c> a programmer.</summary>
internal sealed class TestMoo : IDisposable
{
    public static readonly ObjectId Root = new(1);
    public static readonly ObjectId Wizard = new(2);
    public static readonly ObjectId Programmer = new(3);

    private readonly List<Effect> _effects = [];

    public TestMoo(int workers = 1, TimeProvider? time = null, OutsideAccess? outside = null, Action<SnapshotBuilder>? furnish = null)
    {
        var builder = new SnapshotBuilder();
        builder.AddObject(ObjectId.System, "System Object", Wizard, ObjectId.Nothing, ObjectFlags.Readable, [Root]);
        builder.AddObject(Root, "Root Class", Wizard, ObjectId.Nothing, ObjectFlags.Readable | ObjectFlags.Fertile, []);
        builder.AddObject(Wizard, "Wizard", Wizard, ObjectId.Nothing,
            ObjectFlags.Player | ObjectFlags.Programmer | ObjectFlags.Wizard | ObjectFlags.Readable, [Root]);
        builder.AddObject(Programmer, "Programmer", Programmer, ObjectId.Nothing, ObjectFlags.Player | ObjectFlags.Programmer, [Root]);
        furnish?.Invoke(builder);
        World = new World(builder.Build(), new ImmediateLog(Deliver), builder.LastStamp);
        Runtime = new Runtime(World, Host, new Clock(time ?? TimeProvider.System), outside);
        Runtime.Scheduler.Start(workers);
    }

    public World World { get; }

    public Runtime Runtime { get; }

    /// <summary>What lies outside.</summary>
    public FakeHost Host { get; } = new();

    /// <summary>The effects of the last program run.</summary>
    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (_effects) return [.. _effects];
        }
    }

    /// <summary>What players were told so far.</summary>
    public IReadOnlyList<string> Told
    {
        get
        {
            lock (_effects) return [.. _effects.OfType<NotifyEffect>().Select(n => n.Text)];
        }
    }

    /// <summary>Runs a program as a wizard and returns what it returned; an uncaught error becomes the traceback's text.</summary>
    /// <param name="program">The program.</param>
    /// <param name="programmer">Whose permissions it runs with.</param>
    /// <param name="connection">The connection it came over.</param>
    /// <param name="waits">Whether the program is expected to go to sleep, and that is all that is waited for.</param>
    public Value Run(string program, ObjectId? programmer = null, ObjectId? connection = null, bool waits = false)
    {
        Runtime.Options.Follow(World);
        var compiled = ProgramCompiler.Compile(program, Runtime.Builtins);
        Assert.True(compiled.Program is not null, string.Join('\n', compiled.ErrorLines()));
        lock (_effects) _effects.Clear();
        using var done = new ManualResetEventSlim();
        TaskEnd end = default;
        var who = programmer ?? Wizard;
        var task = new MooTask(Runtime, Runtime.Scheduler.NewTaskId(), who) { Connection = connection ?? ObjectId.Nothing };
        Runtime.Scheduler.Watch(task.Id, e =>
        {
            end = e;
            done.Set();
        });
        Runtime.Scheduler.Submit(task, new EvalStart(compiled.Program!, who), isForeground: true, waits ? _ => done.Set() : null);
        Assert.True(done.Wait(TimeSpan.FromSeconds(30)), "the program did not end");
        return end.Kind == TaskEndKind.Returned ? end.Result : Value.Str(string.Join('\n', Told));
    }

    /// <summary>What a program returns, as a literal, or the text of the error that it ends with, or of those that keep it from compiling.</summary>
    public string TryRun(string program)
    {
        var compiled = ProgramCompiler.Compile(program, Runtime.Builtins);
        if (compiled.Program is null) return string.Join('\n', compiled.ErrorLines());
        var result = Run(program);
        return Told.Count > 0 ? string.Join('\n', Told) : Literal.Of(result);
    }

    /// <summary>Gives an object a verb that anybody may call.</summary>
    public void DefineVerb(string holder, string name, params string[] lines)
    {
        var code = string.Join(", ", lines.Select(line => Literal.Of(Value.Str(line))));
        var result = Run($"add_verb({holder}, {{#2, \"rxd\", {Literal.Of(Value.Str(name))}}}, {{\"this\", \"none\", \"this\"}}); return set_verb_code({holder}, length(verbs({holder})), {{{code}}});");
        Assert.Equal("{}", Literal.Of(result));
    }

    /// <summary>Evaluates an expression; see <see cref="Run"/>.</summary>
    public string Eval(string expression, ObjectId? programmer = null) => Literal.Of(Run($"return {expression};", programmer));

    public void Dispose()
    {
        Runtime.Scheduler.Dispose();
        Assert.DoesNotContain(Host.Logged, line => line.StartsWith("Internal error", StringComparison.Ordinal));
    }

    private void Deliver(IReadOnlyList<Effect> effects)
    {
        lock (_effects) _effects.AddRange(effects);
    }
}
