using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Waiting for time, for other tasks and their messages; what a task keeps for itself; giving up.</summary>
internal static class TaskWaitFunctions
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    /// <summary>Suspends the task if it is running out of ticks or seconds.</summary>
    /// <remarks>
    /// It suspends, for <paramref name="seconds"/>, if fewer ticks or seconds are left than <paramref name="minimumTicks"/> or
    /// <paramref name="minimumSeconds"/>. Returns 0, or the value given to <c>resume()</c>.
    /// </remarks>
    /// <example>yin() => 0</example>
    /// <exception cref="MooError">E_INVARG for a negative time, or a minimum that is not between 0 and what a task has.</exception>
    [Builtin("yin")]
    public static TaskStep Yin(MooTask task, [Number] Value? seconds = null, long minimumTicks = 2000, long minimumSeconds = 2)
    {
        var limits = task.Limits;
        var wait = seconds is not { } given ? 0 : given.IsInt ? given.AsInt : given.AsFloat;
        var isPossible = minimumTicks > 0 && minimumTicks < limits.ForegroundTicks && minimumSeconds > 0 && minimumSeconds < limits.ForegroundSeconds;
        // Unless it is asked for something, it never fails, whatever the world's limits are (ToastStunt).
        if (seconds is not null && (wait < 0 || !isPossible))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "yin() takes a time from 0 and minimums below what a task has"));
        if (task.TicksLeft >= minimumTicks && task.SecondsLeft >= minimumSeconds) return TaskStep.Of(Value.Int(0));
        return TaskFunctions.Suspend(task, Value.Float(wait));
    }

    /// <summary>Commits what the task has done so far and goes on with a fresh allowance, if few ticks are left: fewer than <paramref name="threshold"/>.</summary>
    /// <remarks>Returns 1 if it did, else 0.</remarks>
    /// <example>suspend_if_needed() => 0</example>
    /// <exception cref="MooError">E_INVARG for a negative threshold.</exception>
    [Builtin("suspend_if_needed")]
    public static TaskStep SuspendIfNeeded(MooTask task, [Number] Value? threshold = null)
    {
        var least = threshold is not { } given ? 4000 : given.IsInt ? given.AsInt : given.AsFloat;
        if (least < 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "a number of ticks is not negative"));
        return task.TicksLeft >= least ? TaskStep.Of(Value.Int(0)) : TaskFunctions.Commit(task, Value.Int(1));
    }

    /// <summary>Ends the task and undoes what it has done since it began or last waited.</summary>
    /// <remarks>With <paramref name="keepsOutput"/>, what it has told its own player is shown all the same. Nothing else is said.</remarks>
    /// <example>fork (0) #0.name = "Spoiled"; rollback(); endfork suspend(0); return #0.name; => "System Object"</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("rollback")]
    public static Value Rollback(MooTask task, bool keepsOutput = false) =>
        task.IsWizardly ? task.RollBack(keepsOutput) : Permissions.WizardsOnly(task, "rollback");

    /// <summary>Waits until another task has come to its end; returns what it returned, or 0 if it was over before.</summary>
    /// <example>fork t (0) return 5; endfork return wait_task(t); => 5</example>
    /// <exception cref="MooError">
    /// E_INVARG if there never was such a task, or it is this one; E_PERM unless it is yours or you are a wizard; E_INTRPT if it is killed or ends
    /// with an error.
    /// </exception>
    [Builtin("wait_task")]
    public static TaskStep WaitTask(MooTask task, long id)
    {
        if (id != task.Id && TaskQueueFunctions.OwnerOf(task, id) is null && task.Runtime.Scheduler.WasGiven(id)) return TaskStep.Of(Value.Int(0));
        if (!Controls(task, id, out var failed)) return TaskStep.Of(failed);
        // Watched from here on, not from the commit: it may be over by then.
        var over = new TaskCompletionSource<TaskEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TryWatch(task, id, end => over.TrySetResult(end))) return TaskStep.Of(Value.Int(0));
        return Waits.ForOutside(task, "wait_task", cancellation => Result(over.Task, cancellation));
    }

    private static bool TryWatch(MooTask task, long id, Action<TaskEnd> ended)
    {
        var place = task.Requests.FindIndex(request => request is SchedulerRequest.Fork fork && fork.Image.Id == id);
        if (place < 0) return task.Runtime.Scheduler.TryWatch(id, ended);
        task.Requests[place] = (SchedulerRequest.Fork)task.Requests[place] with { Ended = ended };
        return true;
    }

    private static async Task<Value> Result(Task<TaskEnd> over, CancellationToken cancellation)
    {
        var end = await over.WaitAsync(cancellation);
        return end.Kind is TaskEndKind.Returned or TaskEndKind.NothingToRun ? end.Result : Value.Err(ErrorCode.E_INTRPT);
    }

    /// <summary>Leaves a message for another task, which fetches it with <c>task_recv()</c>.</summary>
    /// <remarks>It is there once what this task has done so far is committed. Messages are lost when their task ends or the server does.</remarks>
    /// <example>`task_send(0, "hello") ! E_INVARG => "no such task"' => "no such task"</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such task; E_PERM unless it is yours or you are a wizard; E_QUOTA if a thousand messages wait for it, or more
    /// than a list may hold.
    /// </exception>
    [Builtin("task_send")]
    public static Value TaskSend(MooTask task, long id, Value message)
    {
        if (id != task.Id && !Controls(task, id, out var failed)) return failed;
        var waiting = task.Runtime.Scheduler.Mail.Count(id) + task.Requests.OfType<SchedulerRequest.Send>().Count(send => send.TaskId == id);
        if (waiting >= Mailboxes.MostWaiting)
            return task.RaiseHere(ErrorCode.E_QUOTA, "{0} messages wait for task {1}", Value.Int(waiting), Value.Int(id));
        var bytes = task.Runtime.Scheduler.Mail.Bytes(id) + task.Requests.OfType<SchedulerRequest.Send>().Sum(send => send.TaskId == id ? send.Bytes : 0);
        if (bytes + message.Bytes > task.Limits.MaxListBytes)
            return task.RaiseHere(ErrorCode.E_QUOTA, "messages of {0} bytes wait for task {1}", Value.Int(bytes), Value.Int(id));
        task.Requests.Add(new SchedulerRequest.Send(id, message));
        return Value.Int(0);
    }

    /// <summary>Fetches the messages that other tasks have left for this one, as a list; if there are none, waits for one, for so many seconds.</summary>
    /// <remarks>What the task has done so far is committed. Without <paramref name="seconds"/> it does not wait.</remarks>
    /// <example>me = task_id(); fork (0) task_send(me, "hello"); endfork return task_recv(5); => {"hello"}</example>
    /// <exception cref="MooError">E_INVARG for a negative time.</exception>
    [Builtin("task_recv")]
    public static TaskStep TaskReceive(MooTask task, [Number] Value? seconds = null)
    {
        var wait = seconds is not { } given ? 0 : given.IsInt ? given.AsInt : given.AsFloat;
        if (wait < 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "a task cannot wait for {0} seconds", seconds!.Value));
        var (id, runtime) = (task.Id, task.Runtime);
        var time = TimeSpan.FromSeconds(Math.Min(wait, LongestWait.TotalSeconds));
        return Waits.ForOutside(task, "task_recv", cancellation => runtime.Scheduler.Mail.ReceiveAsync(id, time, runtime.Clock.Provider, cancellation));
    }

    private static bool Controls(MooTask task, long id, out Value failed)
    {
        var owner = id == task.Id ? null : TaskQueueFunctions.OwnerOf(task, id);
        failed = owner is null ? task.RaiseHere(ErrorCode.E_INVARG, "there is no other task {0}", Value.Int(id))
            : !task.IsWizardly && owner != task.Programmer ? Permissions.Denied(task, "task {0} is not yours", Value.Int(id))
            : default;
        return !failed.IsFailure && owner is not null && (task.IsWizardly || owner == task.Programmer);
    }

    /// <summary>The value that <c>set_task_local()</c> gave this task; an empty map before.</summary>
    /// <remarks>It goes with the task through all its verbs and over every suspension; a forked task has a copy.</remarks>
    /// <example>set_task_local({1, "two"}); return task_local(); => {1, "two"}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("task_local")]
    public static Value TaskLocal(MooTask task) => task.IsWizardly ? task.Local : Permissions.WizardsOnly(task, "task_local");

    /// <summary>Gives this task a value that its wizardly verbs can ask for with <c>task_local()</c>.</summary>
    /// <example>set_task_local(["user" -> player]) => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("set_task_local")]
    public static Value SetTaskLocal(MooTask task, Value value)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "set_task_local");
        task.Local = value;
        return Value.Int(0);
    }

    /// <summary>The tasks whose work is done elsewhere at this moment, while they sleep: their numbers.</summary>
    /// <example>threads() => {}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("threads")]
    public static Value Threads(MooTask task) => task.IsWizardly
        ? Value.List(MooList.Of([.. task.Runtime.Scheduler.WaitingOutside().Select(waiting => Value.Int(waiting.Image.Id))]))
        : Permissions.WizardsOnly(task, "threads");

    /// <summary>Whether functions that only compute let the task sleep while another thread works: never, here, so the answer is always 0.</summary>
    /// <remarks>
    /// ToastStunt's <c>set_thread_mode(0)</c> forbids them to, and that is granted; asking for the opposite changes nothing. Functions that reach
    /// outside the world always let the task sleep.
    /// </remarks>
    /// <example>set_thread_mode(0) => 0</example>
    [Builtin("set_thread_mode")]
    public static Value SetThreadMode(long mode = 0) => Value.Int(0);

    /// <summary>Asks for a number of threads; here the server chooses that itself, so nothing changes.</summary>
    /// <remarks><paramref name="action"/> is <c>"INIT"</c>, <paramref name="pool"/> <c>"MAIN"</c> or <c>"DNS"</c> (ToastStunt). Returns 1.</remarks>
    /// <example>thread_pool("INIT", "MAIN", 4) => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INVARG for other words, or a negative number.</exception>
    [Builtin("thread_pool")]
    public static Value ThreadPool(MooTask task, string action, string pool, long threads = 0)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "thread_pool");
        var isKnown = action.Equals("INIT", StringComparison.OrdinalIgnoreCase)
            && (pool.Equals("MAIN", StringComparison.OrdinalIgnoreCase) || pool.Equals("DNS", StringComparison.OrdinalIgnoreCase));
        return isKnown && threads >= 0 ? Value.Int(1) : task.RaiseHere(ErrorCode.E_INVARG, "thread_pool() knows \"INIT\" with \"MAIN\" or \"DNS\"");
    }
}
