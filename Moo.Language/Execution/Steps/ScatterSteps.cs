using Moo.Store.Values;

namespace Moo.Language.Execution.Steps;

/// <summary>A scattering assignment of which a default leaves the frame: fills what there is, and counts the optional ones filled.</summary>
/// <param name="scatter">The variables.</param>
/// <param name="source">The list.</param>
/// <param name="countSlot">Takes the number of optional variables that were filled.</param>
internal sealed class ScatterStep(Scatter scatter, Node source, int countSlot) : Step
{
    public override int Run(Frame frame)
    {
        var list = source.Eval(frame);
        if (list.IsFailure) return Signal.Unwind;
        var filled = scatter.Distribute(frame, list);
        if (filled < 0 && scatter.FailedDistribution(frame, source, list).IsFailure) return Signal.Unwind;
        frame.Slots[countSlot] = Value.Int(filled < 0 ? int.MaxValue : filled);
        return Next;
    }
}

/// <summary>Skips the default of an optional variable that was filled.</summary>
internal sealed class JumpIfFilledStep(int countSlot, int optional) : JumpingStep
{
    public override int Run(Frame frame) => frame.Slots[countSlot].AsInt > optional ? Target : Next;
}
