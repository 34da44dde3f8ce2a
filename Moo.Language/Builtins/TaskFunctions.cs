using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>The running task: its numbers, permissions, stack; waiting; other tasks.</summary>
internal static class TaskFunctions
{
    /// <summary>The number of the running task.</summary>
    /// <example>typeof(task_id()) == INT => 1</example>
    [Builtin("task_id")]
    public static long TaskId(MooTask task) => task.Id;

    /// <summary>The ticks that the running task may still use before it is stopped.</summary>
    /// <example>ticks_left() > 0 => 1</example>
    [Builtin("ticks_left")]
    public static long TicksLeft(MooTask task) => task.TicksLeft;

    /// <summary>The seconds that the running task may still use before it is stopped.</summary>
    /// <example>seconds_left() >= 0 => 1</example>
    [Builtin("seconds_left")]
    public static long SecondsLeft(MooTask task) => (long)task.SecondsLeft;

    /// <summary>The programmer whose permissions this verb was called with: the caller's own.</summary>
    /// <remarks><c>#-1</c> if no verb called: at the start of a command or a forked task.</remarks>
    /// <example>typeof(caller_perms()) == OBJ => 1</example>
    [Builtin("caller_perms")]
    public static ObjectId CallerPerms(MooTask task) => task.Top!.Below?.Programmer ?? ObjectId.Nothing;

    /// <summary>The programmer whose permissions this verb runs with.</summary>
    /// <example>task_perms() == player => 1</example>
    [Builtin("task_perms")]
    public static ObjectId TaskPerms(MooTask task) => task.Programmer;

    /// <summary>Lets the rest of this verb run with somebody else's permissions.</summary>
    /// <example>set_task_perms(player) => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or asks for what it has already.</exception>
    [Builtin("set_task_perms")]
    public static Value SetTaskPerms(MooTask task, ObjectId who)
    {
        if (!task.IsWizardly && who != task.Programmer)
            return Permissions.Denied(task, "{1} is no wizard and cannot take the permissions of {0}", Value.Obj(who));
        task.Top!.SetProgrammer(who);
        return Value.Int(0);
    }

    /// <summary>The stack below this verb, innermost first: a list of <c>{this, verb, programmer, verb's object, player}</c>.</summary>
    /// <remarks>With <paramref name="withLines"/>, each element has the line number behind.</remarks>
    /// <example>typeof(callers()) == LIST => 1</example>
    [Builtin("callers")]
    public static MooList Callers(MooTask task, bool withLines = false) => Stack(task.Stack().Skip(1), withLines);

    private static MooList Stack(IEnumerable<TraceLine> lines, bool withLines)
    {
        // The frames of the server's own at the bottom are no verbs and nobody's business.
        var stack = lines.Where(line => !(line.IsNative && line.Verb.StartsWith('('))).Select(line => line.ToValue(withLines)).ToArray();
        return MooList.FromOwned(stack, stack.Length);
    }

    /// <summary>Raises an error.</summary>
    /// <remarks>
    /// The message and the value are what an <c>except</c> clause finds beside the code. Without a message the code's own words are used.
    /// </remarks>
    /// <example>`raise(E_PERM, "not today") ! E_PERM' => E_PERM</example>
    [Builtin("raise")]
    public static Value Raise(MooTask task, Value code, string? message = null, Value value = default)
    {
        if (message is null && code.TryErr(out var error) && value.Is(default)) (message, value) = (error.Message, error.Value);
        return task.RaiseHere(code, message ?? ValueText.Of(code), value);
    }

    /// <summary>Stops the task for a number of seconds; without one, until <c>resume()</c>. The rest runs as a background task.</summary>
    /// <remarks>What the task has done so far is committed. Returns 0, or the value given to <c>resume()</c>.</remarks>
    /// <example>suspend(0) => 0</example>
    /// <exception cref="MooError">E_INVARG for a negative number; E_QUOTA if the programmer has too many tasks waiting.</exception>
    [Builtin("suspend")]
    public static TaskStep Suspend(MooTask task, [Number] Value? seconds = null)
    {
        if (seconds is not { } given) return Sleep(task, null);
        var wait = given.IsInt ? given.AsInt : given.AsFloat;
        if (wait < 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "a task cannot wait for {0} seconds", given));
        return Sleep(task, wait);
    }

    private static TaskStep Sleep(MooTask task, double? seconds)
    {
        if (!task.Runtime.Scheduler.MayQueue(task, task.Programmer))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_QUOTA, "{0} has as many tasks waiting as an owner may have", Value.Obj(task.Programmer)));
        task.Wait = new TaskWait.Time(task.Runtime.Clock.UnixSeconds + seconds);
        return TaskStep.Stopped;
    }

    /// <summary>Commits what the task has done so far and goes on with a fresh view of the world.</summary>
    /// <remarks>As <c>suspend(0)</c>, but without giving anybody else a turn first. Returns <paramref name="value"/>.</remarks>
    /// <example>commit(5) => 5</example>
    [Builtin("commit")]
    public static TaskStep Commit(MooTask task, Value? value = null)
    {
        task.Wait = new TaskWait.Commit(value ?? Value.Int(0));
        return TaskStep.Stopped;
    }

    /// <summary>Ends a task for good.</summary>
    /// <example>`kill_task(0) ! E_INVARG => "no such task"' => "no such task"</example>
    /// <exception cref="MooError">E_INVARG if there is no such task; E_PERM unless the programmer owns it or is a wizard.</exception>
    [Builtin("kill_task")]
    public static TaskStep KillTask(MooTask task, long id)
    {
        if (id == task.Id)
        {
            task.Kill();
            return TaskStep.Of(task.Spend(int.MaxValue / 2) ? Value.Int(0) : Value.Failure);
        }
        var forked = task.Requests.OfType<SchedulerRequest.Fork>().FirstOrDefault(fork => fork.Image.Id == id);
        if (TaskQueueFunctions.OwnerOf(task, id) is not { } whose) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "there is no task {0}", Value.Int(id)));
        if (!task.IsWizardly && whose != task.Programmer)
            return TaskStep.Of(Permissions.Denied(task, "task {0} is not yours to kill", Value.Int(id)));
        if (forked is not null) task.Requests.Remove(forked);
        else task.Requests.Add(new SchedulerRequest.Kill(id));
        return TaskStep.Of(Value.Int(0));
    }

    /// <summary>Wakes a sleeping task: its <c>suspend()</c> returns <paramref name="value"/>, or raises it if it is an error.</summary>
    /// <example>`resume(0) ! E_INVARG => "no such task"' => "no such task"</example>
    /// <exception cref="MooError">E_INVARG if no such task sleeps; E_PERM unless the programmer owns it or is a wizard.</exception>
    [Builtin("resume")]
    public static Value Resume(MooTask task, long id, Value value = default)
    {
        if (task.Runtime.Scheduler.Find(id) is not { } image) return task.RaiseHere(ErrorCode.E_INVARG, "no task {0} sleeps", Value.Int(id));
        if (!task.IsWizardly && image.Owner != task.Programmer) return Permissions.Denied(task, "task {0} is not yours to wake", Value.Int(id));
        task.Requests.Add(new SchedulerRequest.Resume(id, value));
        return Value.Int(0);
    }

    /// <summary>Notes which verbs this task calls from here on; <c>call_trace(0)</c> ends that and returns the notes, in the order of the calls.</summary>
    /// <remarks>
    /// Each is a map: <c>"depth"</c> (1 for what this verb calls), <c>"this"</c>, <c>"verb"</c>, <c>"definer"</c>, and, once it has returned,
    /// <c>"ticks"</c>. <c>"args"</c> and <c>"value"</c> are there for wizards, and for calls that the programmer's own code makes or answers. A thousand
    /// calls are noted; the notes are forgotten when the task sleeps.
    /// </remarks>
    /// <example>call_trace(1); return call_trace(0); => {}</example>
    [Builtin("call_trace")]
    public static Value CallTraceOf(MooTask task, bool isOn)
    {
        var notes = task.Trace is { } trace && !isOn ? Value.List(trace.ToList()) : isOn ? Value.Int(0) : Value.List(MooList.Empty);
        task.Trace = isOn ? new CallTrace(task.Programmer, task.IsWizardly, task.Depth) : null;
        return notes;
    }

    /// <summary>Runs the texts as a program, with this verb's permissions.</summary>
    /// <remarks>
    /// Returns <c>{1, value}</c>, or <c>{0, {lines}}</c> with the errors if the text does not compile. Several strings are the lines of one
    /// program. An error raised while it runs goes on through this call.
    /// </remarks>
    /// <example>eval("return 3 + 4;") => {1, 7}</example>
    /// <exception cref="MooError">E_PERM unless the programmer has the programmer bit; E_TYPE for something else than strings.</exception>
    [Builtin("eval")]
    public static TaskStep Eval(MooTask task, string first, params ReadOnlySpan<Value> more)
    {
        if (task.Transaction.Find(task.Programmer) is not { } programmer || (programmer.Flags & ObjectFlags.Programmer) == 0)
            return TaskStep.Of(Permissions.Denied(task, "{0} is no programmer and cannot use eval()", Value.Obj(task.Programmer)));
        foreach (var line in more)
        {
            if (!line.TryStr(out var text)) return TaskStep.Of(task.RaiseHere(ErrorCode.E_TYPE, "a program's lines are strings, not {0}", line));
            first += "\n" + text;
        }
        var compiled = Programs.OfEvaluated(task.Runtime.Builtins, first);
        if (compiled.Program is null)
            return TaskStep.Of(Value.List(Value.Int(0), Value.List(MooList.OfStrings(compiled.ErrorLines()))));
        if (!task.PushNative(new NativeCall("eval", 0))) return TaskStep.Of(Value.Failure);
        var caller = task.Top!;
        if (task.Push() is not { } frame)
        {
            task.Pop();
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_MAXREC));
        }
        frame.This = Value.Nothing;
        frame.CallerValue = caller.This;
        frame.Player = caller.Player;
        frame.Command = caller.Command;
        frame.Verb = "";
        frame.Definer = ObjectId.Nothing;
        frame.IsDebug = true;
        frame.SetProgrammer(caller.Programmer);
        frame.Enter(compiled.Program);
        return TaskStep.Entered;
    }

    /// <summary>Wraps what the evaluated program returned.</summary>
    [Continuation("eval")]
    public static TaskStep AfterEval(MooTask task, NativeCall call, Value result) => TaskStep.Of(Value.List(Value.Int(1), result));
}
