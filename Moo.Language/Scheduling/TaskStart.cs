using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

/// <summary>How a slice of a task begins: run inside its transaction, and again if the slice has to be repeated.</summary>
internal abstract class TaskStart
{
    /// <summary>What this is, for the audit trail and the log: <c>#12:look</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The verb it began in, <c>#12:look</c>: what its commits and conflicts are filed under. Known once it has begun.</summary>
    public virtual string Verb => Name;

    /// <summary>Sets the task's frames up. False if there is nothing to run.</summary>
    public abstract bool Begin(MooTask task);

    /// <summary>What the player's client wants to see before and after the output, however the slice ends; null for nothing.</summary>
    public virtual (string? Before, string? After) Marks => default;

    /// <summary>Called when the slice has run, before it is committed: the last chance to add to it.</summary>
    public virtual void Complete(MooTask task, SliceOutcome outcome)
    {
    }

    /// <summary>Tells the connection that the task is for, or the player.</summary>
    protected static void TellConnection(MooTask task, string? text)
    {
        if (text is null) return;
        var target = task.Connection == ObjectId.Nothing ? task.Player : task.Connection;
        task.Transaction.Effects.Add(new NotifyEffect(target, text));
    }
}

/// <summary>Calls a verb from outside: hooks on <c>#0</c>, and whatever else the server itself calls.</summary>
internal sealed class CallStart(ObjectId receiver, string verb, MooList arguments, CommandWords? command = null) : TaskStart
{
    public override string Name => $"{receiver}:{verb}";

    public override bool Begin(MooTask task)
    {
        if (task.Transaction.Find(receiver) is not { } draft) return false;
        var found = Verbs.FindCallable(task.Transaction, draft, verb);
        if (found is null || Programs.Of(task.Runtime, found) is not { } program) return false;
        var frame = task.Push()!;
        frame.ArgumentList = arguments;
        frame.Command = command ?? CommandWords.None;
        task.Start(frame, null, Value.Obj(receiver), found, verb, program);
        return true;
    }
}

/// <summary>Goes on with a sleeping task.</summary>
/// <param name="image">The task.</param>
/// <param name="value">What the function that put it to sleep returns; null for a fork, which has not begun yet.</param>
internal sealed class ResumeStart(TaskImage image, Value? value) : TaskStart
{
    private string? _name;

    public TaskImage Image => image;

    public override string Name => _name ??= $"{image.Top.Definer}:{image.Top.Verb}";

    public override bool Begin(MooTask task)
    {
        image.Restore(task);
        if (value is { } result) task.ResumeWith(result);
        return true;
    }
}
