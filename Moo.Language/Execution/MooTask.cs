using System.Globalization;
using Moo.Language.Scheduling;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>A task: a stack of frames, and what it may still use up. Runs in slices, each in a transaction.</summary>
/// <remarks>
/// Used by one thread at a time. Builtin functions get it as their context. Frames are pushed by <see cref="Enter"/> and popped by
/// <see cref="Return"/> and unwinding; nothing recurses on the C# stack, so the depth is a number.
/// </remarks>
internal sealed class MooTask
{
    // Seconds, kill flag, memory and other tasks' turns are looked at once in this many ticks.
    private const int TicksBetweenLooks = 2_000;

    // Beyond this much garbage since the last look it is worth adding up what the task still holds.
    private const long BytesBetweenLooks = 32 << 20;

    private readonly List<TraceLine> _trace = [];
    private bool _hasError;
    private Value _errorCode;
    private string _errorMessage = "";
    private Value _errorValue;
    private SourceSpan _errorSpan;
    private (string Format, Value A, Value B)? _errorDetail;
    private long _ticksBank;
    private long _deadline;
    private long _turnEnds;
    private long _allocated;
    private Value? _resumption;
    private volatile bool _isKilled;

    public MooTask(Runtime runtime, long id, ObjectId player)
    {
        Runtime = runtime;
        Id = id;
        Player = player;
    }

    /// <summary>What the task runs in.</summary>
    public Runtime Runtime { get; }

    /// <summary>The number <c>task_id()</c> gives.</summary>
    public long Id { get; }

    /// <summary>The player it runs for: the first frame's <c>player</c>.</summary>
    public ObjectId Player { get; }

    /// <summary>The connection whose command it is; <see cref="ObjectId.Nothing"/> for background tasks.</summary>
    public ObjectId Connection { get; init; } = ObjectId.Nothing;

    /// <summary>The transaction of the slice that runs.</summary>
    public Transaction Transaction { get; private set; } = null!;

    /// <summary>Where frames come from: the pool of the worker that runs the task.</summary>
    public FramePool Frames { get; set; } = null!;

    /// <summary>The innermost frame; null before the start and after the end.</summary>
    public Frame? Top { get; private set; }

    /// <summary>The number of frames.</summary>
    public int Depth { get; private set; }

    /// <summary>What the task may use up in this slice.</summary>
    public TaskLimits Limits { get; private set; } = TaskLimits.Default;

    /// <summary>Ticks until the next look at everything else; counted down by the run loop and by loops inside nodes.</summary>
    public int Fuel;

    /// <summary>Moves when what is cached about permissions must be looked up again.</summary>
    public int Epoch { get; private set; }

    /// <summary>Why the task was stopped for good.</summary>
    public TaskAbort Abort { get; private set; }

    /// <summary>What the task waits for, after <see cref="SliceOutcome.Waiting"/>.</summary>
    public TaskWait? Wait { get; set; }

    /// <summary>The verb that the task's command line runs, <c>#12:look</c>; null if there is no line, or none was found yet.</summary>
    public string? CommandVerb { get; set; }

    /// <summary>Whether the slice turned out to have nothing to run.</summary>
    public bool HadNothingToRun { get; set; }

    /// <summary>Ends the task before it began, with a value.</summary>
    public void ReturnAtOnce(Value value) => Result = value;

    /// <summary>What the outermost verb returned.</summary>
    public Value Result { get; private set; }

    /// <summary>The error nobody caught, after <see cref="SliceOutcome.Failed"/>.</summary>
    public Traceback? Traceback { get; private set; }

    /// <summary>The value of <c>task_local()</c>.</summary>
    public Value Local { get; set; } = Value.Of(MooMap.Empty);

    /// <summary>What the slice asks the scheduler to do once it is committed: forks, kills, resumes.</summary>
    public List<SchedulerRequest> Requests { get; } = [];

    /// <summary>What the tasks that the slice has forked hold, in bytes.</summary>
    public long RequestedBytes { get; private set; }

    /// <summary>Whether this task may be killed by this programmer, and other questions of permission, look at the running frame.</summary>
    public ObjectId Programmer => Top?.Programmer ?? ObjectId.Nothing;

    /// <summary>Whether the running frame's programmer is a wizard.</summary>
    public bool IsWizardly => Top is { } top && top.IsWizard;

    /// <summary>Whether an object is a wizard.</summary>
    public bool IsWizard(ObjectId id) => Transaction.Find(id) is { } draft && (draft.Flags & ObjectFlags.Wizard) != 0;

    /// <summary>Notes that somebody's wizard bit, or a frame's programmer, changed.</summary>
    public void MoveEpoch() => Epoch++;

    // ---- slices

    /// <summary>Gets ready for a slice: a fresh transaction, a fresh allowance.</summary>
    public void BeginSlice(Transaction transaction, FramePool frames, TaskLimits limits, bool isForeground)
    {
        Transaction = transaction;
        Frames = frames;
        Limits = limits;
        _ticksBank = isForeground ? limits.ForegroundTicks : limits.BackgroundTicks;
        Fuel = 0;
        _deadline = Runtime.Clock.Deadline(isForeground ? limits.ForegroundSeconds : limits.BackgroundSeconds);
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        Epoch++;
        Wait = null;
        HadNothingToRun = false;
        Result = default;
        Abort = TaskAbort.None;
        Traceback = null;
        Trace = null;
        ForcesInput = false;
        Requests.Clear();
        RequestedBytes = 0;
        _trace.Clear();
    }

    /// <summary>Drops all frames: before the slice runs again from its start.</summary>
    public void DropFrames()
    {
        while (Top is not null) Pop();
    }

    /// <summary>Goes on where the task slept: the function that put it to sleep returns a value, or raises it if it is an error.</summary>
    public void ResumeWith(Value value)
    {
        _resumption = value;
        HasSlept = true;
    }

    /// <summary>Whether this is not the task's first slice.</summary>
    public bool HasSlept { get; private set; }

    /// <summary>Asks for a task that goes on at a step of the running program with a copy of its variables.</summary>
    /// <param name="frame">The frame that forks.</param>
    /// <param name="at">The place in the source.</param>
    /// <param name="start">The step.</param>
    /// <param name="seconds">After how long.</param>
    /// <param name="nameSlot">The variable that gets the new task's number, or -1.</param>
    /// <returns>The number, or a failure: E_QUOTA if the owner has too many tasks.</returns>
    public Value Fork(Frame frame, SourceSpan at, int start, double seconds, int nameSlot)
    {
        if (!Runtime.Scheduler.MayQueue(this, frame.Programmer))
            return Raise(frame, ErrorCode.E_QUOTA.Plain, at, "{0} has as many tasks waiting as an owner may have", Value.Obj(frame.Programmer));
        var id = Runtime.Scheduler.NewTaskId();
        if (nameSlot >= 0) frame.Slots[nameSlot] = Value.Int(id);
        var now = Runtime.Clock.UnixSeconds;
        var forked = new TaskImage(id, frame.Programmer, now + seconds, frame.Player, now, Local, [FrameImage.Of(frame, start)]) { IsFork = true };
        Requests.Add(new SchedulerRequest.Fork(forked));
        RequestedBytes += forked.Bytes;
        return Value.Int(id);
    }

    /// <summary>Stops the task at its next look around; from any thread.</summary>
    public void Kill() => _isKilled = true;

    /// <summary>Whether it was told to stop.</summary>
    public bool IsKilled => _isKilled;

    /// <summary>Ends the task here and undoes what its slice did, as it asked for itself.</summary>
    /// <param name="keepsOutput">Whether what it told its own player is shown all the same.</param>
    public Value RollBack(bool keepsOutput)
    {
        Abort = TaskAbort.RolledBack;
        KeepsOutput = keepsOutput;
        return Value.Failure;
    }

    /// <summary>Whether a task that was rolled back shows its own player what it told it.</summary>
    public bool KeepsOutput { get; private set; }

    /// <summary>The ticks left.</summary>
    public long TicksLeft => _ticksBank + Math.Max(0, Fuel);

    /// <summary>The seconds left.</summary>
    public double SecondsLeft => Runtime.Clock.SecondsUntil(_deadline);

    /// <summary>Runs until the task ends, waits, fails, or its turn is over.</summary>
    /// <param name="turn">How long it may run before others get a turn.</param>
    public SliceOutcome Run(TimeSpan turn)
    {
        _turnEnds = turn == Timeout.InfiniteTimeSpan ? long.MaxValue : Runtime.Clock.Deadline(turn.TotalSeconds);
        if (_resumption is { } value)
        {
            _resumption = null;
            var signal = Wake(value);
            if (signal == Signal.Stop) return Wait is null ? SliceOutcome.Finished : SliceOutcome.Waiting;
            if (signal == Signal.Unwind && !Unwind()) return SliceOutcome.Failed;
        }
        while (Top is { } frame)
        {
            var steps = frame.Program.Steps;
            var pc = frame.Pc;
            int at;
            do
            {
                if (--Fuel < 0)
                {
                    frame.Pc = pc;
                    if (Refuel(mayYield: true) is { } outcome) return outcome;
                    if (_hasError)
                    {
                        at = pc;
                        pc = Signal.Unwind;
                        break;
                    }
                }
                at = pc;
                pc = steps[pc].Run(frame);
            }
            while (pc >= 0);

            if (pc == Signal.Switch) continue;
            if (pc == Signal.Stop) return Wait is null ? SliceOutcome.Finished : SliceOutcome.Waiting;
            if (Abort != TaskAbort.None) return SliceOutcome.Aborted;
            frame.Pc = at;
            if (!Unwind()) return SliceOutcome.Failed;
        }
        return SliceOutcome.Finished;
    }

    // The value that ends a sleep. An error is raised where the task slept (LambdaMOO's resume()).
    private int Wake(Value value)
    {
        if (!value.TryErr(out var error)) return Deliver(value);
        var raised = RaiseHere(Value.Err(error.Code), error.Message, error.Value);
        LocateError(Top!.Native is null ? Top.Program.Steps[Top.Pc].Span : default);
        return raised.IsFailure ? Signal.Unwind : Deliver(raised);
    }

    /// <summary>Takes ticks for work inside a builtin or an inner loop. False if the task must stop: return a failure.</summary>
    public bool Spend(int ticks)
    {
        Fuel -= ticks;
        return Fuel >= 0 || Refuel(mayYield: false) is null && !_hasError;
    }

    private SliceOutcome? Refuel(bool mayYield)
    {
        // Fuel went below zero: what it lacks is owed to the bank.
        _ticksBank += Fuel;
        Fuel = 0;
        if (_isKilled) return Stop(TaskAbort.Killed);
        if (_ticksBank <= 0) return Stop(TaskAbort.Ticks);
        if (Runtime.Clock.HasPassed(_deadline)) return Stop(TaskAbort.Seconds);
        CheckMemory();
        Fuel = (int)Math.Min(_ticksBank, TicksBetweenLooks);
        _ticksBank -= Fuel;
        if (!mayYield || !Runtime.Clock.HasPassed(_turnEnds)) return null;
        Fuel++; // the tick that was taken for the step that has not run yet
        return SliceOutcome.Preempted;
    }

    private SliceOutcome Stop(TaskAbort abort)
    {
        Abort = abort;
        return SliceOutcome.Aborted;
    }

    private void CheckMemory()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - _allocated is > 0 and < BytesBetweenLooks) return;
        _allocated = allocated;
        long held = 0;
        for (var frame = Top; frame is not null; frame = frame.Below)
        {
            if (frame.Program is null) continue;
            foreach (ref readonly var value in frame.Slots.AsSpan(0, frame.Program.SlotCount)) held += value.Bytes;
        }
        held += Local.Bytes + Transaction.HeldBytes();
        foreach (var request in Requests) held += request.Bytes;
        if (held <= Limits.MaxTaskBytes || Top is not { } top) return;
        Raise(top, ErrorCode.E_QUOTA.Plain, top.Program?.Steps[top.Pc].Span ?? default,
            "this task holds {0} bytes, in variables and in what it has changed and said; it may hold {1}", Value.Int(held), Value.Int(Limits.MaxTaskBytes));
    }

    // ---- frames

    /// <summary>Whether this slice has put lines into somebody's input.</summary>
    public bool ForcesInput { get; set; }

    /// <summary>Notes which verbs are called, if somebody wants to know; until the task sleeps.</summary>
    public CallTrace? Trace { get; set; }

    /// <summary>Puts a frame for a program on top. Null (and E_MAXREC raised) if the stack is full.</summary>
    public Frame? Push()
    {
        if (Depth >= Limits.MaxStackDepth) return null;
        var frame = Frames.Take(this);
        PushFilled(frame);
        return frame;
    }

    /// <summary>Puts a frame on top that was taken from <see cref="Frames"/>; the caller has looked at the depth.</summary>
    public void PushFilled(Frame frame)
    {
        frame.Below = Top;
        Top = frame;
        Depth++;
    }

    /// <summary>Takes the top frame away.</summary>
    public void Pop()
    {
        var frame = Top!;
        Top = frame.Below;
        Depth--;
        Frames.Return(frame);
    }

    /// <summary>Ends the top frame with a value: the frame below goes on with it, or the task is done.</summary>
    /// <returns>The signal for the run loop.</returns>
    public int Return(Value value)
    {
        Trace?.Left(this, value);
        Pop();
        return Deliver(value);
    }

    /// <summary>Hands a value to the top frame, which waited for it.</summary>
    public int Deliver(Value value)
    {
        while (true)
        {
            if (Top is not { } frame)
            {
                Result = value;
                return Signal.Stop;
            }
            if (frame.Native is not { } native)
            {
                frame.Slots[frame.ResultSlot] = value;
                frame.Pc++;
                return Signal.Switch;
            }
            var step = Runtime.Builtins.Continue(this, native, value);
            switch (step.Kind)
            {
                case TaskStepKind.Done:
                    Pop();
                    value = step.Value;
                    continue;
                case TaskStepKind.Entered:
                    return Signal.Switch;
                case TaskStepKind.Stopped:
                    return Signal.Stop;
                default:
                    return Signal.Unwind;
            }
        }
    }

    /// <summary>Calls a verb that was found: puts its frame on top.</summary>
    /// <param name="receiver">What becomes <c>this</c>.</param>
    /// <param name="found">The verb.</param>
    /// <param name="name">The name it was called by.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>False if that failed; the error is pending.</returns>
    public bool Enter(Value receiver, ResolvedVerb found, string name, MooList arguments)
    {
        var caller = Top;
        var program = Programs.Of(Runtime, found);
        if (program is null || Push() is not { } frame) return FailToEnter(caller, found, program is null);
        frame.ArgumentList = arguments;
        Start(frame, caller, receiver, found, name, program);
        return true;
    }

    /// <summary>Fills a pushed frame in and starts its program. The arguments are set already.</summary>
    public void Start(Frame frame, Frame? caller, Value receiver, ResolvedVerb found, string name, Program program)
    {
        frame.This = receiver;
        frame.Verb = name;
        frame.Definer = found.Definer;
        frame.IsDebug = (found.Verb.Flags & VerbFlags.Debug) != 0;
        if (caller is not null)
        {
            frame.SetProgrammer(found.Verb.Owner, caller);
            frame.CallerValue = caller.This;
            frame.Player = caller.PassedPlayer();
            frame.Command = caller.PassedCommand();
        }
        else
        {
            frame.SetProgrammer(found.Verb.Owner);
            frame.CallerValue = Value.Nothing;
            frame.Player = Player;
        }
        frame.Enter(program);
        Trace?.Entered(this, frame, caller);
    }

    private bool FailToEnter(Frame? caller, ResolvedVerb found, bool isBroken)
    {
        if (caller is null) throw new InvalidOperationException("The first frame of a task did not fit.");
        if (isBroken)
        {
            RaiseHere(ErrorCode.E_INVARG, "the program of {0} does not compile; @list shows it, @program replaces it",
                Value.Str($"{found.Definer}:{found.Verb.Names}"));
        }
        else
        {
            RaiseHere(ErrorCode.E_MAXREC, "verbs may call each other {0} deep", Value.Int(Limits.MaxStackDepth));
        }
        return false;
    }

    /// <summary>Puts a frame of the server's own at the bottom of a task, to go on when what it calls has returned.</summary>
    public void PushServerFrame(NativeCall native)
    {
        var frame = Push()!;
        frame.Native = native;
        frame.This = frame.CallerValue = Value.Nothing;
        frame.Player = Player;
        frame.Verb = native.Name;
        frame.Definer = ObjectId.Nothing;
        frame.IsDebug = true;
        frame.SetProgrammer(ObjectId.Nothing);
    }

    /// <summary>Puts a frame for a builtin function on top that goes on when what it calls has returned.</summary>
    public bool PushNative(NativeCall native)
    {
        var caller = Top!;
        if (Push() is not { } frame)
        {
            RaiseHere(ErrorCode.E_MAXREC, "verbs may call each other {0} deep", Value.Int(Limits.MaxStackDepth));
            return false;
        }
        frame.Native = native;
        frame.This = caller.This;
        frame.CallerValue = caller.CallerValue;
        frame.Player = caller.PassedPlayer();
        frame.Command = caller.PassedCommand();
        frame.Verb = native.Name;
        frame.Definer = ObjectId.Nothing;
        frame.IsDebug = caller.IsDebug;
        frame.SetProgrammer(caller.Programmer);
        return true;
    }

    // ---- errors

    /// <summary>Raises an error at a frame: the failure to return, or the error as a value if the verb lacks the <c>d</c> bit.</summary>
    public Value Raise(Frame frame, MooError error, SourceSpan span, string? detail = null, Value a = default, Value b = default)
    {
        if (!frame.IsDebug) return Value.Of(error);
        _hasError = true;
        _errorCode = Value.Of(error);
        _errorMessage = error.Message;
        _errorValue = error.Value;
        _errorSpan = span;
        _errorDetail = detail is null ? null : (detail, a, b);
        return Value.Failure;
    }

    /// <summary>Raises an error in a builtin function; the node that called it adds the place (<see cref="LocateError"/>).</summary>
    public Value RaiseHere(ErrorCode code, string? detail = null, Value a = default, Value b = default) =>
        Raise(Top!, code.Plain, default, detail, a, b);

    /// <summary>Raises an error with a message and value of its own: <c>raise()</c>.</summary>
    public Value RaiseHere(Value code, string message, Value value)
    {
        if (!Top!.IsDebug) return code;
        _hasError = true;
        _errorCode = code;
        _errorMessage = message;
        _errorValue = value;
        _errorSpan = default;
        _errorDetail = null;
        return Value.Failure;
    }

    /// <summary>Raises E_QUOTA for a value that outgrew a limit; where the world wants that uncatchable, the task is stopped.</summary>
    public Value RaiseQuota(SourceSpan span, string detail, long limit)
    {
        if (Limits.AreQuotasCatchable) return Raise(Top!, ErrorCode.E_QUOTA.Plain, span, detail, Value.Int(limit));
        Abort = TaskAbort.Seconds;
        return Value.Failure;
    }

    /// <summary>Says where a builtin function's error happened.</summary>
    public void LocateError(SourceSpan span)
    {
        if (_errorSpan.Length == 0) _errorSpan = span;
    }

    /// <summary>Whether the pending error is one of these (null: any), so that a catch expression takes it.</summary>
    public bool IsCaught(ErrorCode[]? codes, MooList? list, out Value code)
    {
        code = _errorCode;
        if (Abort != TaskAbort.None) return false;
        if (codes is not null && !(code.TryErr(out var error) && Array.IndexOf(codes, error.Code) >= 0)) return false;
        if (list is not null && list.IndexOf(_errorCode) < 0) return false;
        ClearError();
        return true;
    }

    private void ClearError()
    {
        _hasError = false;
        _errorCode = default;
        _errorValue = default;
        _errorDetail = null;
        _trace.Clear();
    }

    /// <summary>Raises again what a <c>finally</c> clause held up.</summary>
    public void RaiseAgain(MooList error)
    {
        _hasError = true;
        _errorCode = error[0];
        _errorMessage = error[1].AsStr;
        _errorValue = error[2];
        _errorSpan = Top!.Program.Steps[Top.Pc].Span;
        _errorDetail = null;
    }

    // Pops frames until one handles the pending error. False if none does: the traceback is ready.
    private bool Unwind()
    {
        while (Top is { } frame)
        {
            var handler = frame.Native is null ? frame.Program.FindHandler(frame.Pc, _errorCode, frame) : null;
            if (handler is not null)
            {
                Handle(frame, handler);
                return true;
            }
            var line = TraceLine.Of(frame);
            // Where exactly it was raised is known better than by the step.
            if (_trace.Count == 0 && _errorSpan.Length > 0 && line.Source is not null) line = line with { Line = line.Source.LineOf(_errorSpan.Start) };
            _trace.Add(line);
            Pop();
        }
        Traceback = new Traceback(_errorCode, _errorMessage, _errorValue, Detail(), _errorSpan, [.. _trace]);
        ClearError();
        return false;
    }

    private void Handle(Frame frame, Handler handler)
    {
        if (handler.ErrorSlot >= 0)
        {
            frame.Slots[handler.ErrorSlot] = handler.Kind == HandlerKind.Catch ? _errorCode : ErrorAsList(frame);
            if (handler.Kind == HandlerKind.Finally) frame.Slots[handler.ErrorSlot - 1] = Value.Int(Completion.Error);
        }
        frame.Pc = handler.Target;
        ClearError();
    }

    // {code, message, value, traceback}: the traceback reaches from the frame that raised to the one that handles.
    private Value ErrorAsList(Frame handling)
    {
        var stack = new Value[_trace.Count + 1];
        for (var i = 0; i < _trace.Count; i++) stack[i] = _trace[i].ToValue(withLine: true);
        stack[^1] = TraceLine.Of(handling).ToValue(withLine: true);
        return Value.List(_errorCode, Value.Str(_errorMessage), _errorValue,
            Value.List(MooList.FromOwned(stack, stack.Length)));
    }

    private string? Detail() => _errorDetail is { } detail
        ? string.Format(CultureInfo.InvariantCulture, detail.Format, Show(detail.A), Show(detail.B)) : null;

    private static string Show(Value value)
    {
        const int longest = 60;
        var text = value.TryStr(out var plain) ? plain : Literal.Of(value);
        return text.Length <= longest ? text : text[..longest] + "…";
    }

    /// <summary>The stack as a traceback, innermost frame first: for a task that ran out of ticks or seconds.</summary>
    public Traceback TracebackHere(string message)
    {
        var stack = Stack();
        var span = Top is { Native: null } top ? top.Program.Steps[top.Pc].Span : default;
        return new Traceback(Value.Err(ErrorCode.E_NONE), message, default, null, span, stack);
    }

    /// <summary>The frames, innermost first.</summary>
    public List<TraceLine> Stack()
    {
        var stack = new List<TraceLine>(Depth);
        for (var frame = Top; frame is not null; frame = frame.Below) stack.Add(TraceLine.Of(frame));
        return stack;
    }
}
