using Moo.Store.Values;

namespace Moo.Language.Execution.Steps;

/// <summary>The start of <c>for value, key in (collection)</c>: checks the collection and sets the cursor before it.</summary>
/// <param name="stateSlot">Takes the collection; the slot behind it the cursor.</param>
/// <param name="collection">The collection.</param>
internal sealed class StartForStep(int stateSlot, Node collection) : JumpingStep
{
    /// <summary>The slot of the collection; the one behind it is the cursor's.</summary>
    public int StateSlot => stateSlot;

    public override int Run(Frame frame)
    {
        var source = collection.Eval(frame);
        if (source.IsFailure) return Signal.Unwind;
        source = Iteration.Start(frame, collection, source);
        if (source.IsFailure) return Signal.Unwind;
        frame.Slots[stateSlot] = source;
        frame.Slots[stateSlot + 1] = Value.Int(0);
        return Target;
    }
}

/// <summary>The next turn of <c>for value, key in (collection)</c>: goes on at the body, or behind the loop.</summary>
internal sealed class NextForStep(int stateSlot, int valueSlot, int keySlot) : JumpingStep
{
    public override int Run(Frame frame)
    {
        var slots = frame.Slots;
        var cursor = slots[stateSlot + 1].AsInt;
        if (keySlot < 0 && slots[stateSlot].TryList(out var list))
        {
            if (cursor >= list.Count) return Next;
            slots[valueSlot] = list[(int)cursor];
            slots[stateSlot + 1] = Value.Int(cursor + 1);
            return Target;
        }
        if (!Iteration.Next(slots[stateSlot], ref cursor, out var value, out var key)) return Next;
        slots[valueSlot] = value;
        if (keySlot >= 0) slots[keySlot] = key;
        slots[stateSlot + 1] = Value.Int(cursor);
        return Target;
    }
}

/// <summary>The start of <c>for name in [from..to]</c>.</summary>
/// <param name="stateSlot">Takes the next number; the slot behind it the last one.</param>
/// <param name="from">The first number.</param>
/// <param name="to">The last number.</param>
internal sealed class StartForRangeStep(int stateSlot, Node from, Node to) : JumpingStep
{
    /// <summary>The slot of the next number; the one behind it is the last number's.</summary>
    public int StateSlot => stateSlot;

    public override int Run(Frame frame)
    {
        var first = from.Eval(frame);
        if (first.IsFailure) return Signal.Unwind;
        var last = to.Eval(frame);
        if (last.IsFailure) return Signal.Unwind;
        var start = Iteration.StartRange(frame, from, first, last);
        if (start.IsFailure) return Signal.Unwind;
        // Without the d bit a loop over nonsense is a loop over nothing.
        frame.Slots[stateSlot] = start.IsErr ? Value.Int(1) : first;
        frame.Slots[stateSlot + 1] = start.IsErr ? Value.Int(0) : last;
        return Target;
    }
}

/// <summary>The next turn of <c>for name in [from..to]</c>: goes on at the body, or behind the loop.</summary>
internal sealed class NextForRangeStep(int stateSlot, int slot) : JumpingStep
{
    public override int Run(Frame frame)
    {
        var slots = frame.Slots;
        ref var state = ref slots[stateSlot];
        var next = state.Bits;
        var last = slots[stateSlot + 1].Bits;
        if (next > last) return Next;
        if (next == long.MaxValue) return RunLast(slots, state);
        if (!state.IsInt)
        {
            slots[slot] = state;
            state = Value.Obj(next + 1);
            return Target;
        }
        slots[slot] = Value.Int(next);
        state = Value.Int(next + 1);
        return Target;
    }

    // The largest integer has no successor: the loop's end is turned around instead of counting on.
    private int RunLast(Value[] slots, Value next)
    {
        slots[slot] = next;
        slots[stateSlot + 1] = Value.Int(long.MinValue);
        return Target;
    }
}

/// <summary><c>fork name (seconds)</c>: asks for a task that runs the body, which stands elsewhere in the same program.</summary>
/// <param name="delay">The seconds.</param>
/// <param name="nameSlot">The variable that gets the task's number, or -1.</param>
internal sealed class ForkStep(Node delay, int nameSlot) : JumpingStep
{
    public override int Run(Frame frame)
    {
        var seconds = delay.Eval(frame);
        if (seconds.IsFailure) return Signal.Unwind;
        if (!seconds.IsInt && !seconds.IsFloat)
        {
            var failed = frame.Fail(delay, ErrorCode.E_TYPE, "a fork waits for a number of seconds, not {0}", Value.Str(Kinds.Describe(seconds)));
            return failed.IsFailure ? Signal.Unwind : Next;
        }
        var wait = seconds.IsInt ? seconds.AsInt : seconds.AsFloat;
        if (wait < 0)
        {
            var failed = frame.Fail(delay, ErrorCode.E_INVARG, "a fork cannot wait for {0} seconds", seconds);
            return failed.IsFailure ? Signal.Unwind : Next;
        }
        var id = frame.Task.Fork(frame, delay.Span, Target, wait, nameSlot);
        return id.IsFailure ? Signal.Unwind : Next;
    }
}
