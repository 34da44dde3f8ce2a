using Moo.Language.Commands;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Other tasks: what waits, what runs, where it stands.</summary>
internal static class TaskQueueFunctions
{
    /// <summary>The tasks that wait: <c>{number, when, 0, ticks, programmer, verb's object, verb, line, this, bytes}</c> for each.</summary>
    /// <remarks>
    /// Wizards see all of them, others their own. <c>when</c> is in seconds since 1970, -1 for a task that waits for a line of input (whose player
    /// then stands in the programmer's place), 2147483647 for one that only <c>resume()</c> wakes, or a string that says what else it waits for. With
    /// <paramref name="withVariables"/>, a map of the variables comes eleventh; with <paramref name="onlyCount"/>, the answer is the number of tasks.
    /// </remarks>
    /// <example>fork (60) endfork return {length(queued_tasks()), queued_tasks(0, 1)}; => {1, 1}</example>
    [Builtin("queued_tasks")]
    public static Value QueuedTasks(MooTask task, bool withVariables = false, bool onlyCount = false)
    {
        var visible = QueuedTask.All(task).Where(queued => task.IsWizardly || queued.Owner == task.Programmer);
        if (onlyCount) return Value.Int(visible.Count());
        return Quota.Check(task, Value.List(MooList.Of([.. visible.Select(queued => queued.ToValue(task, withVariables))])));
    }

    /// <summary>The stack of a task that waits, innermost first: a list of <c>{this, verb, programmer, verb's object, player}</c>.</summary>
    /// <remarks>With <paramref name="withLines"/>, the line number comes behind; with <paramref name="withVariables"/>, a map of the variables last.</remarks>
    /// <example>`task_stack(0) ! E_INVARG => "no such task"' => "no such task"</example>
    /// <exception cref="MooError">
    /// E_INVARG if no such task waits, or it is a forked one that has not begun; E_PERM unless it is yours or you are a wizard.
    /// </exception>
    [Builtin("task_stack")]
    public static Value TaskStack(MooTask task, long id, bool withLines = false, bool withVariables = false)
    {
        if (QueuedTask.All(task).FirstOrDefault(queued => queued.Image.Id == id) is not { Image.IsFork: false } found)
            return task.RaiseHere(ErrorCode.E_INVARG, "no task {0} waits", Value.Int(id));
        if (!task.IsWizardly && found.Image.Owner != task.Programmer) return Permissions.Denied(task, "task {0} is not yours", Value.Int(id));
        return Quota.Check(task, Value.List(found.Stack(withLines, withVariables)));
    }

    /// <summary>Whose tasks and connections the server keeps queues for; with somebody, how many tasks of theirs wait.</summary>
    /// <example>fork (60) endfork return queue_info(player); => 1</example>
    [Builtin("queue_info")]
    public static Value QueueInfo(MooTask task, ObjectId? who = null)
    {
        var owners = QueuedTask.All(task).Select(queued => queued.Image.Owner);
        return who is { } one ? Value.Int(owners.Count(owner => owner == one))
            : Value.List(FamilyFunctions.ListOf([.. owners.Concat(OpenConnections.All(task).Select(connection => connection.Player)).Distinct()]));
    }

    /// <summary>The tasks that run at this moment: <c>{number, player, {kind, what}}</c> for each. Wizards see all, others their own.</summary>
    /// <example>active_tasks()[1][1] == task_id() => 1</example>
    [Builtin("active_tasks")]
    public static MooList ActiveTasks(MooTask task) => MooList.Of([.. task.Runtime.Scheduler.Running()
        .Where(slice => task.IsWizardly || slice.Task.Player == task.Programmer)
        .Select(slice => Value.List(Value.Int(slice.Task.Id), Value.Obj(slice.Task.Player), Value.List(Value.Str(KindOf(slice.Start)), Value.Str(slice.Start.Name))))]);

    private static string KindOf(TaskStart start) => start switch
    {
        CommandStart => "command",
        EvalStart => "eval",
        ResumeStart { Image.IsFork: true } => "fork",
        ResumeStart => "resumed",
        ReportStart => "report",
        _ => "verb",
    };

    /// <summary>Whether there is a task of this number: running, ready to run, or waiting.</summary>
    /// <example>{valid_task(task_id()), valid_task(0)} => {1, 0}</example>
    [Builtin("valid_task")]
    public static bool ValidTask(MooTask task, long id) => OwnerOf(task, id) is not null;

    /// <summary>The owner of a task, as the running slice will leave it; null if there is none.</summary>
    public static ObjectId? OwnerOf(MooTask task, long id)
    {
        if (id == task.Id) return task.Programmer;
        if (task.Requests.OfType<SchedulerRequest.Kill>().Any(kill => kill.TaskId == id)) return null;
        if (task.Requests.OfType<SchedulerRequest.Fork>().FirstOrDefault(fork => fork.Image.Id == id) is { } forked) return forked.Image.Owner;
        // A task that reads belongs to the player it reads from (LambdaMOO).
        var reader = task.Runtime.Scheduler.Reading().FirstOrDefault(reader => reader.Image.Id == id).Image;
        return reader?.Player ?? task.Runtime.Scheduler.OwnerOf(id);
    }

    /// <summary>The last tasks that came to an end or went to sleep, oldest first, each as a map.</summary>
    /// <remarks>
    /// The keys: <c>"foreground"</c>, <c>"fullverb"</c> (all names of the verb it began in), <c>"object"</c> (which defines it), <c>"player"</c>,
    /// <c>"programmer"</c>, <c>"receiver"</c>, <c>"suspended"</c>, <c>"this"</c>, <c>"ticks"</c>, <c>"time"</c> (the seconds it ran), <c>"verb"</c>.
    /// <c>$server_options.finished_tasks_limit</c> says how many (15).
    /// </remarks>
    /// <example>fork (0) 1 + 1; endfork suspend(0.1); return length(finished_tasks()) > 0; => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("finished_tasks")]
    public static Value FinishedTasks(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "finished_tasks");
        var maps = task.Runtime.Scheduler.Finished.Last.Select(finished => Value.Of(MooMap.Empty
            .Set(Value.Str("foreground"), Value.Truth(finished.IsForeground))
            .Set(Value.Str("fullverb"), Value.Str(NamesOf(task, finished)))
            .Set(Value.Str("object"), Value.Obj(finished.Definer))
            .Set(Value.Str("player"), Value.Obj(finished.Player))
            .Set(Value.Str("programmer"), Value.Obj(finished.Programmer))
            .Set(Value.Str("receiver"), finished.This)
            .Set(Value.Str("suspended"), Value.Truth(finished.IsSuspended))
            .Set(Value.Str("this"), finished.This)
            .Set(Value.Str("ticks"), Value.Int(finished.Ticks))
            .Set(Value.Str("time"), Value.Float(finished.Time.TotalSeconds))
            .Set(Value.Str("verb"), Value.Str(finished.Verb))));
        return Quota.Check(task, Value.List(MooList.Of([.. maps])));
    }

    private static string NamesOf(MooTask task, FinishedTask finished) =>
        task.Transaction.Find(finished.Definer) is { } definer && Verbs.FindCallable(task.Transaction, definer, finished.Verb) is { } found ? found.Verb.Names : finished.Verb;
}
