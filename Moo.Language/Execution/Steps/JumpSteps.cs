namespace Moo.Language.Execution.Steps;

/// <summary>A step that may go on somewhere else.</summary>
internal abstract class JumpingStep : Step
{
    /// <summary>Where: a step's index.</summary>
    public int Target { get; set; }
}

/// <summary>Goes on at the target.</summary>
internal sealed class JumpStep : JumpingStep
{
    public override int Run(Frame frame) => Target;
}

/// <summary>Goes on at the target if a test fails to hold.</summary>
internal sealed class JumpIfFalseStep(Node test) : JumpingStep
{
    public override int Run(Frame frame) => test.Test(frame) switch
    {
        Truth.True => Next,
        Truth.False => Target,
        _ => Signal.Unwind,
    };
}

/// <summary>Goes on at the target if a test holds.</summary>
internal sealed class JumpIfTrueStep(Node test) : JumpingStep
{
    public override int Run(Frame frame) => test.Test(frame) switch
    {
        Truth.True => Target,
        Truth.False => Next,
        _ => Signal.Unwind,
    };
}
