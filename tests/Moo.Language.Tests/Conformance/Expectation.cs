namespace Moo.Language.Tests.Conformance;

/// <summary>One thing that must hold of a MOO: what a piece of code returns, raises or says.</summary>
/// <param name="Line">Where its code starts.</param>
/// <param name="Code">An expression, or statements.</param>
/// <param name="IsBlock">Whether the code is statements, with <c>return</c> giving the value.</param>
/// <param name="IsWizardly">Whether a wizard runs it, or a programmer who is none.</param>
/// <param name="Outcomes">What is expected.</param>
internal sealed record Expectation(int Line, string Code, bool IsBlock, bool IsWizardly, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>The code as statements.</summary>
    public string Program => IsBlock ? Code : $"return {Code};";
}

/// <summary>What is expected of a piece of code.</summary>
internal sealed record Outcome(OutcomeKind Kind, string Text);

internal enum OutcomeKind
{
    /// <summary><c>=></c> It returns the value of this literal.</summary>
    Returns,

    /// <summary><c>!></c> It raises this error.</summary>
    Raises,

    /// <summary><c>~></c> A line that the player is told contains this text.</summary>
    Tells,

    /// <summary><c>?></c> It does not compile, and a line of the errors contains this text.</summary>
    DoesNotCompile,
}
