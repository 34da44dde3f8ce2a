using Moo.Language.Commands;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>Keeps the tasks that are ready, sleep or wait for input, and gives them to the workers in turn.</summary>
/// <remarks>
/// One lock guards everything here; nothing under it calls out. Players take turns: a task that is ready stands in its
/// player's queue, and the queues are served round-robin, so that one player's hundred tasks delay another's by one.
/// </remarks>
public sealed partial class Scheduler : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Runtime _runtime;
    private readonly Lock _lock = new();
    private readonly ManualResetEventSlim _work = new(false);
    private readonly Dictionary<ObjectId, Queue<Slice>> _ready = [];
    private readonly Queue<ObjectId> _turns = new();
    private readonly List<Slice> _waitingForAlone = [];
    private readonly Dictionary<long, TaskImage> _sleeping = [];
    private readonly TaskLedger _ledger = new();
    private readonly PriorityQueue<long, double> _wakeTimes = new();
    private readonly Dictionary<ObjectId, (TaskImage Image, Action<TaskEnd>? Ended)> _readers = [];
    private readonly Dictionary<long, OutsideWait> _outside = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<long, Slice> _running = [];
    private readonly Dictionary<ObjectId, long> _lastTasks = [];
    private readonly Dictionary<long, Action<TaskEnd>> _watchers = [];
    private readonly List<Thread> _workers = [];
    private long _lastTaskId;
    private bool _isStopping;

    internal Scheduler(Runtime runtime)
    {
        _runtime = runtime;
        Collector = new Collector(runtime, this);
        Finished = new FinishedTasks(runtime);
    }

    /// <summary>The tasks that came to their end or went to sleep last.</summary>
    internal FinishedTasks Finished { get; }

    /// <summary>Collects anonymous objects and WAIFs that nothing refers to.</summary>
    internal Collector Collector { get; }

    /// <summary>Messages between tasks.</summary>
    internal Mailboxes Mail { get; } = new();

    /// <summary>What has happened so far.</summary>
    public SchedulerCounters Counters { get; } = new();

    /// <summary>Gives a task that completes when there is room for more commits; asked before each slice. Null: there always is.</summary>
    /// <remarks>So a database that is away or slow stops the workers before the commits that wait for it fill the memory.</remarks>
    public Func<Task>? Room { get; set; }

    /// <summary>Cancelled when the workers are to end.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>Told of each task that an error or a limit has ended, before the world's own hook hears of it: for tools. Called by the workers.</summary>
    /// <remarks>The task's number, and the traceback's lines.</remarks>
    public Action<long, IReadOnlyList<string>>? OnFailure { get; set; }

    internal void ReportFailure(long id, TaskReport report)
    {
        if (report.Resource != "") OnFailure?.Invoke(id, report.Traceback.ToLines());
    }

    // ---- life

    /// <summary>Starts the workers.</summary>
    /// <param name="workers">How many; at least 1.</param>
    public void Start(int workers)
    {
        for (var i = 0; i < workers; i++)
        {
            var worker = new Worker(_runtime, this);
            // Evaluation recurses over expression trees and values up to a thousand levels deep.
            var thread = new Thread(worker.Run, maxStackSize: 16 << 20) { Name = $"moo worker {i + 1}", IsBackground = true };
            _workers.Add(thread);
            thread.Start();
        }
        Collector.Start(_stopping.Token);
    }

    /// <summary>Lets the slices that run come to their end, and stops the workers. Sleeping tasks stay in the database.</summary>
    public void Stop()
    {
        lock (_lock) _isStopping = true;
        _stopping.Cancel();
        _work.Set();
        foreach (var thread in _workers) thread.Join();
        _workers.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _work.Dispose();
        _stopping.Dispose();
        Collector.Dispose();
    }

    /// <summary>Takes the tasks over that the database holds.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="mayWake">Whether they wake when their time comes; else they stay asleep unless a program wakes or kills them.</param>
    /// <returns>A line for each that cannot go on.</returns>
    public IReadOnlyList<string> Load(IEnumerable<(long Id, ObjectId Owner, double? WakeAt, string Json)> tasks, bool mayWake = true)
    {
        var refused = new List<string>();
        lock (_lock)
        {
            foreach (var (id, owner, wakeAt, json) in tasks)
            {
                _lastTaskId = Math.Max(_lastTaskId, id);
                var image = TaskImage.Read(_runtime, id, owner, wakeAt, json, out var reason);
                if (image is null) refused.Add($"task {id} of {owner} cannot go on: {reason}");
                else Enqueue(image, mayWake);
            }
        }
        return refused;
    }

    /// <summary>A number no task has had.</summary>
    internal long NewTaskId() => Interlocked.Increment(ref _lastTaskId);

    /// <summary>Whether a task has had this number.</summary>
    internal bool WasGiven(long id) => id > 0 && id <= Interlocked.Read(ref _lastTaskId);

    // ---- starting tasks

    /// <summary>Runs a command line for a player.</summary>
    /// <param name="connection">The connection it came from.</param>
    /// <param name="player">The player.</param>
    /// <param name="line">The line.</param>
    /// <param name="prefix">What the connection wants to see before the command's output, or null.</param>
    /// <param name="suffix">What the connection wants to see after the command's output, or null.</param>
    /// <param name="ended">Told when the command has ended or sleeps.</param>
    public void RunCommand(ObjectId connection, ObjectId player, string line, string? prefix = null, string? suffix = null,
        Action<TaskEnd>? ended = null) =>
        Submit(NewTask(player, connection), new CommandStart(line, prefix, suffix), isForeground: true, ended);

    /// <summary>Does what <c>.program object:verb</c> asks for; the player is told how it went.</summary>
    /// <param name="connection">The connection it came from.</param>
    /// <param name="player">The player.</param>
    /// <param name="target">The object and verb, as typed.</param>
    /// <param name="lines">The program; null only asks whether the player may program the verb, and the result is 1 or 0.</param>
    /// <param name="ended">Told when it is done.</param>
    public void ProgramVerb(ObjectId connection, ObjectId player, string target, IReadOnlyList<string>? lines, Action<TaskEnd> ended) =>
        Submit(new MooTask(_runtime, NewTaskId(), player) { Connection = connection }, new ProgramVerbStart(target, lines), isForeground: true, ended);

    /// <summary>Calls a verb, if the object has it.</summary>
    /// <param name="player">The player the task runs for: a player, or a connection nobody is logged in on.</param>
    /// <param name="receiver">The object.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="argstr">What the verb sees as <c>argstr</c>.</param>
    /// <param name="connection">The connection it is for.</param>
    /// <param name="ended">Told when the verb has returned or sleeps.</param>
    /// <param name="over">Told when the verb has returned, however long it slept; or never will.</param>
    public void CallVerb(ObjectId player, ObjectId receiver, string verb, MooList arguments, string argstr = "",
        ObjectId? connection = null, Action<TaskEnd>? ended = null, Action<TaskEnd>? over = null)
    {
        var task = NewTask(player, connection ?? ObjectId.Nothing);
        if (over is not null) Watch(task.Id, over);
        Submit(task, new CallStart(receiver, verb, arguments, CommandWords.None with { Argstr = Value.Str(argstr) }), isForeground: true, ended);
    }

    private MooTask NewTask(ObjectId player, ObjectId connection)
    {
        var task = new MooTask(_runtime, NewTaskId(), player) { Connection = connection };
        if (connection == ObjectId.Nothing) return task;
        lock (_lock) _lastTasks[connection] = task.Id;
        return task;
    }

    /// <summary>The task that a connection's last line started; 0 if there is none.</summary>
    internal long LastTask(ObjectId connection)
    {
        lock (_lock) return _lastTasks.GetValueOrDefault(connection);
    }

    internal void Submit(MooTask task, TaskStart start, bool isForeground, Action<TaskEnd>? ended) =>
        MakeReady(new Slice(task, start, isForeground, ended));

    internal void MakeReady(Slice slice)
    {
        lock (_lock) Add(slice);
        _work.Set();
    }

    private void Add(Slice slice)
    {
        var player = slice.Task.Player;
        if (!_ready.TryGetValue(player, out var queue)) _ready[player] = queue = new Queue<Slice>();
        if (queue.Count == 0) _turns.Enqueue(player);
        queue.Enqueue(slice);
    }

    // ---- the workers' side

    /// <summary>The next slice to run; waits for one. Null when the worker is to end.</summary>
    internal Slice? Next()
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                if (_isStopping) return null;
                var now = _runtime.Clock.UnixSeconds;
                WakeSleepers(now);
                if (_turns.TryDequeue(out var player)) return TakeTurn(player);
                wait = _wakeTimes.TryPeek(out _, out var next) ? TimeSpan.FromSeconds(Math.Clamp(next - now, 0.001, LongestSleep.TotalSeconds)) : LongestSleep;
                _work.Reset();
            }
            _work.Wait(wait);
        }
    }

    private Slice TakeTurn(ObjectId player)
    {
        var queue = _ready[player];
        var slice = queue.Dequeue();
        if (queue.Count > 0) _turns.Enqueue(player);
        else _ready.Remove(player);
        _running[slice.Task.Id] = slice;
        // Workers make things ready for themselves without a call to the others (Sleep): whoever takes the first leaves the rest to them.
        if (_turns.Count > 0) _work.Set();
        return slice;
    }

    private void WakeSleepers(double now)
    {
        while (_wakeTimes.TryPeek(out var id, out var wakeAt) && wakeAt <= now)
        {
            _wakeTimes.Dequeue();
            // Killed, resumed or put to sleep anew since: then this entry means nothing.
            if (_sleeping.TryGetValue(id, out var image) && image.WakeAt <= now) Wake(image, image.AfterRestart ?? Value.Int(0));
        }
    }

    private void Wake(TaskImage image, Value value)
    {
        Forget(image.Id);
        Add(Awake(image, value));
    }

    private Slice Awake(TaskImage image, Value value) =>
        new(new MooTask(_runtime, image.Id, image.Player), new ResumeStart(image, image.IsFork ? null : value), isForeground: false, null) { IsStored = true };

    /// <summary>Asks to be told when a task is over for good. Call before the task can end.</summary>
    internal void Watch(long id, Action<TaskEnd> ended)
    {
        lock (_lock)
        {
            if (_watchers.TryGetValue(id, out var others)) _watchers[id] = others + ended;
            else _watchers[id] = ended;
        }
    }

    /// <summary>Asks to be told when a task is over for good; false if there is no such task (any more).</summary>
    internal bool TryWatch(long id, Action<TaskEnd> ended)
    {
        lock (_lock)
        {
            if (OwnerOf(id) is null) return false;
            Watch(id, ended);
            return true;
        }
    }

    /// <summary>Tells those who watch a task that it is over.</summary>
    internal void NoteEnd(long id, TaskEnd end)
    {
        Action<TaskEnd>? watchers;
        lock (_lock) _watchers.Remove(id, out watchers);
        Mail.Close(id);
        watchers?.Invoke(end);
    }

    /// <summary>Notes that a slice is no longer under way.</summary>
    internal void Leave(Slice slice)
    {
        lock (_lock)
        {
            // The task may be under way again already, in another slice.
            if (_running.TryGetValue(slice.Task.Id, out var running) && running == slice) _running.Remove(slice.Task.Id);
        }
    }

    /// <summary>Puts a slice aside that cannot commit while another one runs alone.</summary>
    internal void WaitForAlone(Slice slice)
    {
        lock (_lock) _waitingForAlone.Add(slice);
        // The other one may have ended before this one stood here, and so have let nobody go on.
        if (!_runtime.World.IsRunAlone) AloneEnded();
    }

    /// <summary>Lets those go on that waited for a slice that ran alone.</summary>
    internal void AloneEnded()
    {
        lock (_lock)
        {
            foreach (var slice in _waitingForAlone) Add(slice);
            _waitingForAlone.Clear();
        }
        _work.Set();
    }

    // ---- sleeping tasks

    /// <summary>Takes tasks that a commit put to sleep. Called by a worker that asks for its next slice soon.</summary>
    /// <remarks>Those whose time has come already do not go to sleep at all, and the worker itself will take the first of them.</remarks>
    internal void Sleep(params ReadOnlySpan<TaskImage> images)
    {
        var hasTimers = false;
        var now = _runtime.Clock.UnixSeconds;
        lock (_lock)
        {
            foreach (var image in images)
            {
                if (image.WakeAt <= now)
                {
                    Add(Awake(image, Value.Int(0)));
                    continue;
                }
                Enqueue(image);
                hasTimers = true;
            }
        }
        if (hasTimers) _work.Set();
    }

    private void Enqueue(TaskImage image, bool mayWake = true)
    {
        _sleeping[image.Id] = image;
        _ledger.Add(image);
        if (mayWake && image.WakeAt is { } wakeAt) _wakeTimes.Enqueue(image.Id, wakeAt);
    }

    private TaskImage? Forget(long id)
    {
        if (!_sleeping.Remove(id, out var image)) return null;
        _ledger.Remove(image);
        return image;
    }

    /// <summary>Whether a programmer may have one more task waiting, beside those the running slice has asked for.</summary>
    internal bool MayQueue(MooTask task, ObjectId programmer)
    {
        lock (_lock) return _ledger.HasRoom(programmer, task);
    }

    /// <summary>Ends a task for good, whatever it is doing.</summary>
    internal void Kill(long id)
    {
        MooTask? running;
        OutsideWait? outside;
        bool wasWaiting;
        lock (_lock)
        {
            wasWaiting = Forget(id) is not null;
            if (_outside.Remove(id, out outside)) _ledger.Remove(outside.Image);
            wasWaiting |= outside is not null;
            foreach (var (connection, reader) in _readers)
            {
                if (reader.Image.Id != id) continue;
                wasWaiting |= _readers.Remove(connection);
                break;
            }
            running = (_running.GetValueOrDefault(id) ?? Ready(id))?.Task;
        }
        running?.Kill();
        outside?.End();
        if (wasWaiting) NoteEnd(id, new TaskEnd(TaskEndKind.Failed, default));
    }

    /// <summary>Wakes a task with a value.</summary>
    internal void Resume(long id, Value value)
    {
        lock (_lock)
            if (_sleeping.TryGetValue(id, out var image)) Wake(image, value);
        _work.Set();
    }

    /// <summary>Takes a task that waits for work outside the world.</summary>
    internal void WaitOutside(TaskImage image, TaskWait.Outside outside)
    {
        lock (_lock)
        {
            _outside[image.Id] = new OutsideWait(image, outside.Name, CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token));
            _ledger.Add(image);
        }
    }

    /// <summary>Does the work that a task waits for, off the workers.</summary>
    internal async Task RunOutside(TaskImage image, TaskWait.Outside outside)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        OutsideWait? wait;
        lock (_lock)
            if (!_outside.TryGetValue(image.Id, out wait)) return;
        if (await wait.DoAsync(outside.Work, _runtime.Host).ConfigureAwait(false) is not { } result) return;
        bool isWanted;
        lock (_lock)
        {
            // Killed meanwhile: then nobody waits for the result.
            isWanted = _outside.Remove(image.Id);
            if (isWanted)
            {
                _ledger.Remove(image);
                Add(new Slice(new MooTask(_runtime, image.Id, image.Player), new ResumeStart(image, result), isForeground: false,
                    outside.Followed is { } followed ? _ => followed(result) : null)
                { IsStored = true });
            }
        }
        if (isWanted) _work.Set();
        else outside.Followed?.Invoke(result);
    }

    // ---- input

    /// <summary>Takes a task that waits for a connection's next line. One per connection: a second one is told so by E_INVARG.</summary>
    internal void Read(ObjectId connection, TaskImage image, Action<TaskEnd>? ended)
    {
        lock (_lock)
        {
            if (_readers.TryAdd(connection, (image, ended))) return;
            Add(new Slice(new MooTask(_runtime, image.Id, image.Player), new ResumeStart(image, Value.Err(ErrorCode.E_INVARG)), isForeground: false, ended) { IsStored = true });
        }
        _work.Set();
    }

    /// <summary>Whether a task waits for a connection's next line.</summary>
    public bool IsReading(ObjectId connection)
    {
        lock (_lock) return _readers.ContainsKey(connection);
    }

    /// <summary>Gives a line to the task that waits for it; false if none does.</summary>
    /// <param name="connection">The connection the line came from.</param>
    /// <param name="line">The line.</param>
    /// <param name="ended">Told when the task has ended or sleeps again.</param>
    public bool DeliverInput(ObjectId connection, string line, Action<TaskEnd>? ended = null) =>
        EndRead(connection, Value.Str(line), ended);

    /// <summary>Tells the task that waits for a connection's next line that there will be none: its <c>read()</c> raises E_INVARG.</summary>
    public void ConnectionClosed(ObjectId connection)
    {
        EndRead(connection, Value.Err(ErrorCode.E_INVARG), null);
        lock (_lock) _lastTasks.Remove(connection);
    }

    private bool EndRead(ObjectId connection, Value value, Action<TaskEnd>? ended)
    {
        lock (_lock)
        {
            if (!_readers.Remove(connection, out var reader)) return false;
            var task = new MooTask(_runtime, reader.Image.Id, reader.Image.Player) { Connection = connection };
            Add(new Slice(task, new ResumeStart(reader.Image, value), isForeground: true, ended) { IsStored = true });
        }
        _work.Set();
        return true;
    }
}
