using Moo.Store.Values;

namespace Moo.Language.Execution.Steps;

/// <summary><c>expr;</c></summary>
internal sealed class EvaluateStep(Node expression) : Step
{
    public override int Run(Frame frame) => expression.Eval(frame).IsFailure ? Signal.Unwind : Next;
}

/// <summary><c>name = expr;</c>, and keeping what a later step needs.</summary>
internal sealed class AssignStep(int slot, Node value) : Step
{
    /// <summary>The slot that takes the value.</summary>
    public int Slot => slot;

    public override int Run(Frame frame)
    {
        var assigned = value.Eval(frame);
        // An integer is stored without telling the garbage collector.
        if (assigned.IsInt)
        {
            frame.Slots[slot] = Value.Int(assigned.AsInt);
            return Next;
        }
        if (assigned.IsFailure) return Signal.Unwind;
        frame.Slots[slot] = assigned;
        return Next;
    }
}

/// <summary>Makes a block's variable forget the value of the last time round.</summary>
internal sealed class UnsetStep(int slot) : Step
{
    public override int Run(Frame frame)
    {
        frame.Slots[slot] = Value.Unset;
        return Next;
    }
}

/// <summary><c>return expr;</c></summary>
internal sealed class ReturnStep(Node value) : Step
{
    /// <summary>What is returned.</summary>
    public Node Value => value;

    public override int Run(Frame frame)
    {
        var result = value.Eval(frame);
        return result.IsFailure ? Signal.Unwind : frame.Task.Return(result);
    }
}

/// <summary>The end of the part before a <c>finally</c> clause: notes how that part ended.</summary>
/// <param name="kindSlot">Takes the <see cref="Completion"/>; what goes with it is in the slot behind.</param>
/// <param name="completion">How it ended.</param>
internal sealed class CompleteStep(int kindSlot, int completion) : Step
{
    /// <summary>The slot that takes the completion.</summary>
    public int KindSlot => kindSlot;

    public override int Run(Frame frame)
    {
        frame.Slots[kindSlot] = Value.Int(completion);
        return Next;
    }
}

/// <summary>The end of a <c>finally</c> clause: goes on as the part before it ended.</summary>
/// <param name="kindSlot">Holds the <see cref="Completion"/>.</param>
/// <param name="exits">Where to go on for <see cref="Completion.FirstExit"/> and those behind it.</param>
internal sealed class EndFinallyStep(int kindSlot, JumpStep[] exits) : Step
{
    public override int Run(Frame frame)
    {
        var completion = (int)frame.Slots[kindSlot].AsInt;
        if (completion == Completion.Normal) return Next;
        if (completion >= Completion.FirstExit) return exits[completion - Completion.FirstExit].Index;
        frame.Pc = Index;
        frame.Task.RaiseAgain(frame.Slots[kindSlot + 1].AsList);
        return Signal.Unwind;
    }
}
