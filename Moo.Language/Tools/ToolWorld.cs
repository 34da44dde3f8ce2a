using Moo.Language.Compilation;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tools;

/// <summary>A world for as long as a tool needs it: programs run in it as in a server. It lives in memory, or in a store that it keeps.</summary>
/// <remarks>One caller at a time.</remarks>
public sealed class ToolWorld : IDisposable
{
    private readonly Runtime _runtime;
    private readonly JournalQueue? _journal;
    private readonly Lock _lock = new();
    private readonly List<string> _told = [];
    private readonly List<string> _failures = [];

    /// <summary>Starts a world of which nothing is kept.</summary>
    /// <param name="start">What it holds.</param>
    /// <param name="lastStamp">The highest stamp in it.</param>
    /// <param name="host">What lies outside.</param>
    public ToolWorld(Snapshot start, long lastStamp, IHost host)
    {
        World = new World(start, new ImmediateLog(Deliver), lastStamp);
        _runtime = new Runtime(World, host, new Clock(TimeProvider.System));
        Start();
    }

    /// <summary>Starts a world whose changes are kept. The tasks that sleep in it can be seen and killed; they do not wake.</summary>
    /// <param name="journal">Where it is kept; closed with this world.</param>
    /// <param name="loaded">What the journal held.</param>
    /// <param name="host">What lies outside.</param>
    public ToolWorld(IJournal journal, LoadedWorld loaded, IHost host)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        _journal = new JournalQueue(journal, loaded.Snapshot.Sequence, (_, effects) => Deliver(effects));
        _journal.Start();
        World = new World(loaded.Snapshot, _journal, loaded.LastStamp);
        _runtime = new Runtime(World, host, new Clock(TimeProvider.System));
        _runtime.Scheduler.Load(loaded.Tasks.Select(task => (task.Id, task.Owner, task.WakeAt, task.Json)), mayWake: false);
        Start();
    }

    private void Start()
    {
        _runtime.Scheduler.OnFailure = Fail;
        _runtime.Scheduler.Start(workers: 1);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>Told of each line that a program tells a player, when it does; null to tell nobody.</summary>
    public Action<string>? OnTold { get; set; }

    /// <summary>Who runs what a tool runs, if nobody else is named: the first player who is a wizard; <c>#0</c>'s owner if there is none.</summary>
    public static ObjectId ArchWizard(Snapshot world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var wizard = world.All().FirstOrDefault(state => state.Has(ObjectFlags.Wizard) && state.Has(ObjectFlags.Player));
        return wizard?.Id ?? world.Find(ObjectId.System)?.Owner ?? ObjectId.Nothing;
    }

    /// <summary>Whether what changes is kept.</summary>
    public bool IsKept => _journal is not null;

    /// <summary>Runs a text to its end; what it changed is durable then, if it is kept.</summary>
    /// <exception cref="JournalException">What it changed cannot be kept.</exception>
    /// <param name="text">An expression, whose value is the result; or statements, in which <c>return</c> gives it.</param>
    /// <param name="programmer">Who it runs for, and with whose permissions.</param>
    /// <param name="variables">The variables that it finds, by name; takes those that it leaves when it returns.</param>
    /// <param name="patience">How long to wait for its end.</param>
    public Outcome Evaluate(string text, ObjectId programmer, IDictionary<string, Value> variables, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(variables);
        _runtime.Options.Follow(World);
        var known = variables.ToDictionary(variable => variable.Key, variable => variable.Value.Kind == ValueKind.Lambda, StringComparer.OrdinalIgnoreCase);
        var compiled = ProgramCompiler.Continue(Evaluation.ToProgram(text), _runtime.Builtins, known, out var slots);
        return compiled.Program is null
            ? new Outcome(OutcomeKind.DoesNotCompile, default, [], [.. compiled.ErrorLines()])
            : Run(new EvaluationStart(compiled.Program, slots, variables, programmer), programmer, patience);
    }

    /// <summary>Calls a verb, without arguments, and waits for its end.</summary>
    /// <param name="player">Who it runs for.</param>
    /// <param name="receiver">The object.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="patience">How long to wait for its end.</param>
    public Outcome Call(ObjectId player, ObjectId receiver, string verb, TimeSpan patience) =>
        Run(new CallStart(receiver, verb, MooList.Empty), player, patience);

    private Outcome Run(TaskStart start, ObjectId player, TimeSpan patience)
    {
        lock (_lock)
        {
            _told.Clear();
            _failures.Clear();
        }
        var done = new TaskCompletionSource<TaskEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = new MooTask(_runtime, _runtime.Scheduler.NewTaskId(), player);
        _runtime.Scheduler.Watch(task.Id, done.SetResult);
        _runtime.Scheduler.Submit(task, start, isForeground: true, ended: null);
        var isOver = done.Task.Wait(patience);
        _journal?.Flush().GetAwaiter().GetResult();
        lock (_lock)
        {
            var kind = !isOver ? OutcomeKind.NeverEnded : done.Task.Result.Kind switch
            {
                TaskEndKind.NothingToRun => OutcomeKind.NothingToRun,
                TaskEndKind.Returned when _failures.Count == 0 => OutcomeKind.Returned,
                _ => OutcomeKind.Failed,
            };
            return new Outcome(kind, isOver ? done.Task.Result.Result : default, [.. _told], [.. _failures]);
        }
    }

    // Forked tasks that fail while the program runs count as its failures.
    private void Fail(long id, IReadOnlyList<string> traceback)
    {
        lock (_lock) _failures.AddRange(traceback);
    }

    private void Deliver(IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect is LogEffect log) _runtime.Host.Log(log.Message, log.IsError);
            if (effect is not NotifyEffect { Text: var line }) continue;
            lock (_lock) _told.Add(line);
            OnTold?.Invoke(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _runtime.Scheduler.Dispose();
        _journal?.Dispose();
    }
}
