using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>A task that waits, as programs see it.</summary>
/// <param name="Image">The task.</param>
/// <param name="Owner">Who may see and kill it: the programmer, or for one that reads, the player it reads from.</param>
/// <param name="WakesAt">When it goes on: seconds since 1970, -1 for the next line of input, or what it waits for.</param>
internal sealed record QueuedTask(TaskImage Image, ObjectId Owner, Value WakesAt)
{
    // What LambdaMOO shows for a task that only resume() wakes.
    private const int Never = int.MaxValue;

    private const int FrameBytes = 128;

    /// <summary>All tasks that wait, as the running slice will leave them: those that read first, then in order of waking.</summary>
    public static IEnumerable<QueuedTask> All(MooTask task)
    {
        var scheduler = task.Runtime.Scheduler;
        var killed = task.Requests.OfType<SchedulerRequest.Kill>().Select(kill => kill.TaskId).ToHashSet();
        var forked = task.Requests.OfType<SchedulerRequest.Fork>().Select(fork => fork.Image);
        return scheduler.Reading().Select(reader => new QueuedTask(reader.Image, reader.Image.Player, Value.Int(-1)))
            .Concat(scheduler.Sleeping().Concat(forked).Select(image => new QueuedTask(image, image.Owner, WakeTime(image))))
            .Concat(scheduler.WaitingOutside().Select(waiting => new QueuedTask(waiting.Image, waiting.Image.Owner, Value.Str(waiting.What))))
            .Where(queued => !killed.Contains(queued.Image.Id));
    }

    private static Value WakeTime(TaskImage image) => Value.Int(image.WakeAt is { } time ? (long)Math.Round(time) : Never);

    /// <summary>The element of <c>queued_tasks()</c>: LambdaMOO's ten, and the variables if asked for.</summary>
    public Value ToValue(MooTask task, bool withVariables)
    {
        var frame = TopVerb;
        Value[] parts =
        [
            Value.Int(Image.Id), WakesAt,
            // Two that mean nothing any more: the clock and its ticks.
            Value.Int(0), Value.Int(task.Limits.BackgroundTicks),
            Value.Obj(Owner), Value.Obj(frame.Definer), Value.Str(frame.Verb), Value.Int(LineOf(frame)), frame.This, Value.Int(Bytes),
        ];
        return Value.List(withVariables ? [.. parts, Variables(frame)] : parts);
    }

    private FrameImage TopVerb => Array.FindLast(Image.Frames, frame => frame.Program is not null) ?? Image.Top;

    /// <summary>The stack, innermost first, as <c>task_stack()</c> shows it.</summary>
    public MooList Stack(bool withLines, bool withVariables) => MooList.Of([.. Image.Frames.Reverse()
        .Where(frame => frame.NativeName?.StartsWith('(') != true)
        .Select(frame => StackLine(frame, withLines, withVariables))]);

    private static Value StackLine(FrameImage frame, bool withLines, bool withVariables)
    {
        var isNative = frame.NativeName is not null;
        List<Value> parts =
        [
            isNative ? Value.Nothing : frame.This, Value.Str(frame.NativeName ?? frame.Verb), Value.Obj(isNative ? ObjectId.Nothing : frame.Programmer),
            Value.Obj(frame.Definer), Value.Obj(frame.Player),
        ];
        if (withLines) parts.Add(Value.Int(LineOf(frame)));
        if (withVariables) parts.Add(Variables(frame));
        return Value.List([.. parts]);
    }

    private static int LineOf(FrameImage frame) => frame.Program?.LineOf(frame.Pc) ?? 0;

    private static Value Variables(FrameImage frame)
    {
        var variables = MooMap.Empty;
        for (var i = 0; i < (frame.Program?.Variables.Length ?? 0); i++)
            if (!frame.Slots[i].IsUnset) variables = variables.Set(Value.Str(frame.Program!.Variables[i]), frame.Slots[i]);
        return Value.Of(variables);
    }

    private long Bytes => Image.Frames.Sum(frame => FrameBytes + (frame.Source?.Length ?? 0) + frame.Slots.Sum(value => value.Bytes));
}
