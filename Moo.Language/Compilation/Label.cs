namespace Moo.Language.Compilation;

/// <summary>A place in the steps that is not known yet when something jumps there.</summary>
internal sealed class Label
{
    /// <summary>The step's index; -1 until it is placed.</summary>
    public int Target { get; set; } = -1;
}
