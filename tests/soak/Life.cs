using System.Collections.Concurrent;
using System.Globalization;
using Moo.Language.Compilation;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Soak.Tests;

/// <summary>One life of a server, from what a database holds to its end; keeps the model beside the world.</summary>
internal sealed class Life : ICommitLog, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<long, Script> _begun = new();
    private readonly Dictionary<long, (Model Model, string? Said, IReadOnlyList<Effect> Effects)> _history = [];
    private readonly List<string> _mistakes = [];
    private readonly JournalQueue _queue;
    private readonly World _world;
    private readonly Runtime _runtime;
    private readonly Model _model;
    private long _seen;
    private bool _isOver;

    /// <summary>Begins a life.</summary>
    /// <param name="journal">The database.</param>
    /// <param name="before">The life that left it: it knows what the database should hold. Null for a database that is empty.</param>
    public Life(IJournal journal, Life? before)
    {
        var loaded = journal.Load();
        if (before is not null) before.CheckFound(loaded);
        _model = before?._history[loaded.Snapshot.Sequence].Model.Copy() ?? new Model();
        _history[loaded.Snapshot.Sequence] = (_model.Copy(), null, []);
        _seen = loaded.Snapshot.Sequence;
        _queue = new JournalQueue(journal, loaded.Snapshot.Sequence, LetOut);
        _queue.Start();
        _world = new World(loaded.Snapshot, this, loaded.LastStamp);
        if (before is null) Populate();
        _runtime = new Runtime(_world, new FakeHost(), new Clock(TimeProvider.System));
        var refused = _runtime.Scheduler.Load(loaded.Tasks.Select(task => (task.Id, task.Owner, task.WakeAt, task.Json)));
        Assert.Empty(refused);
        _runtime.Scheduler.Start(workers: 2);
    }

    /// <summary>The last commit that somebody saw something of.</summary>
    public long Seen => Volatile.Read(ref _seen);

    /// <summary>How often slices had to be repeated.</summary>
    public long Conflicts => _runtime.Scheduler.Counters.Conflicts;

    private void Populate()
    {
        var builder = new SnapshotBuilder();
        var access = new PropertyAccess(new ObjectId(2), PropertyFlags.Read);
        builder.AddObject(ObjectId.System, "system", new(2), ObjectId.Nothing, ObjectFlags.Readable, []);
        builder.AddObject(new(1), "thing", new(2), ObjectId.Nothing, ObjectFlags.Fertile, []);
        builder.AddObject(new(2), "wizard", new(2), ObjectId.Nothing, ObjectFlags.Player | ObjectFlags.Programmer | ObjectFlags.Wizard, []);
        for (var id = Operation.FirstAccount; id < Operation.FirstAccount + Operation.Accounts; id++)
        {
            builder.AddObject(new(id), "account", new(2), ObjectId.Nothing, ObjectFlags.Readable, []);
            foreach (var (name, value) in new[] { ("a", Value.Int(1)), ("b", Value.Int(2)), ("last", Value.Int(0)), ("item", Value.Obj(-1)), ("notes", Value.List(MooList.Empty)) })
            {
                builder.AddDefinition(new(id), name);
                builder.AddCell(new(id), name, value, access);
            }
        }
        _world.Populate(builder.Build(), builder.LastStamp, new CommitCause(0, ObjectId.System, "populate"));
    }

    // ---- what the database holds after the end

    private void CheckFound(LoadedWorld found)
    {
        var sequence = found.Snapshot.Sequence;
        Assert.True(sequence >= Seen, $"commit {Seen} was seen, but the database ends with {sequence}");
        Assert.True(_history.TryGetValue(sequence, out var then), $"there never was a commit {sequence}");
        Assert.Equal(then.Model.Text(), Model.Text(found.Snapshot));
        Assert.Equal(then.Model.Sleeping.Keys, found.Tasks.Select(task => task.Id));
    }

    /// <summary>Fails if anything went wrong in this life.</summary>
    public void CheckMistakes()
    {
        lock (_mistakes) Assert.Empty(_mistakes);
    }

    // ---- tasks

    /// <summary>Starts a random task.</summary>
    public void Begin(Script script)
    {
        _runtime.Options.Follow(_world);
        var compiled = ProgramCompiler.Compile(script.Text(), _runtime.Builtins);
        Assert.True(compiled.Program is not null, script.Text() + string.Join('\n', compiled.ErrorLines()));
        var task = new MooTask(_runtime, _runtime.Scheduler.NewTaskId(), new ObjectId(2));
        _begun[task.Id] = script;
        _runtime.Scheduler.Submit(task, new EvalStart(compiled.Program!, new ObjectId(2)), isForeground: true, ended: null);
    }

    /// <summary>Waits until no task is left and everything is on disk.</summary>
    public async Task Drain()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (_runtime.Scheduler.Sleeping().Count + _runtime.Scheduler.Running().Count > 0 || IsAnyReady())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "tasks do not end");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        await _queue.Flush().WaitAsync(Patience, TestContext.Current.CancellationToken);
        lock (_mistakes) Assert.Empty(_model.Sleeping);
    }

    private bool IsAnyReady() => _begun.Keys.Any(id => _runtime.Scheduler.OwnerOf(id) is not null);

    // ---- what the world hands over: under its lock, in the order of the commits

    void ICommitLog.Append(Commit commit)
    {
        lock (_mistakes)
        {
            var said = Follow(commit);
            _history[commit.Sequence] = (_model.Copy(), said, commit.Effects);
            var (expected, found) = (_model.Text(), Model.Text(commit.Snapshot));
            if (expected != found && _mistakes.Count < 5) _mistakes.Add($"commit {commit.Sequence} of task {commit.Cause.TaskId}:\nexpected\n{expected}found\n{found}");
        }
        _queue.Append(commit);
    }

    // What the model makes of a commit; what the task should have said.
    private string? Follow(Commit commit)
    {
        var id = commit.Cause.TaskId;
        if (id == 0) return null;
        var (script, part) = _model.Sleeping.TryGetValue(id, out var sleeping) ? sleeping : (_begun[id], 0);
        var isReport = commit.Objects.Count == 0; // of a task that failed: only that it is no more
        if (!isReport)
        {
            if (script.Parts[part].IsUndone) _mistakes.Add($"task {id} failed, but commit {commit.Sequence} has part {part} of it");
            _model.Run(script, part);
        }
        foreach (var (changed, image) in commit.Tasks)
        {
            if (image is null) _model.Sleeping.Remove(changed);
            else if (changed == id) _model.Sleeping[id] = (script, part + 1);
            else _model.Sleeping[changed] = (script.Parts[part].Fork!, 0);
        }
        var sleeps = script.Parts[part].End is PartEnd.Sleep or PartEnd.SleepLonger or PartEnd.Commit;
        if (!isReport && sleeps != _model.Sleeping.ContainsKey(id)) _mistakes.Add($"task {id} should {(sleeps ? "" : "not ")}sleep after commit {commit.Sequence}");
        return isReport ? null : script.Mark(part).ToString(CultureInfo.InvariantCulture);
    }

    void ICommitLog.Release(long sequence, IReadOnlyList<Effect> effects) => _queue.Release(sequence, effects);

    private void LetOut(long sequence, IReadOnlyList<Effect> effects)
    {
        lock (_mistakes)
        {
            var (_, said, own) = _history[sequence];
            // What a slice says that changed nothing follows some commit; so do the tracebacks of tasks that failed.
            if (said is null || own != effects) return;
            if (sequence <= _seen) _mistakes.Add($"commit {sequence} spoke twice, or too late");
            Volatile.Write(ref _seen, sequence);
            if (effects is not [NotifyEffect notify] || notify.Text != said) _mistakes.Add($"commit {sequence} should have said {said}");
        }
    }

    /// <summary>Ends the life without another write.</summary>
    public void Dispose()
    {
        if (_isOver) return;
        _isOver = true;
        _runtime.Scheduler.Dispose();
        _queue.Dispose();
    }
}
