namespace Moo.Language.Execution.Steps;

/// <summary>A step that calls something, and may stop there: a call's result lands in a slot when it comes.</summary>
/// <param name="resultSlot">Takes the result.</param>
internal abstract class CallingStep(int resultSlot) : Step
{
    /// <summary>The slot that takes the result.</summary>
    public int ResultSlot { get; } = resultSlot;
}
