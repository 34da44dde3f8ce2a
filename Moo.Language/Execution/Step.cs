using Moo.Language.Syntax;

namespace Moo.Language.Execution;

/// <summary>One step of a flattened program. Between two steps a task may stop, be stored, and go on elsewhere.</summary>
internal abstract class Step
{
    /// <summary>Where in the program this step stands; the next one follows at <c>Index + 1</c>.</summary>
    public int Index { get; set; }

    /// <summary>Where the statement or call stands in the source.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The step after this one.</summary>
    protected int Next => Index + 1;

    /// <summary>Runs; returns the index of the step to go on with, or one of <see cref="Signal"/>.</summary>
    public abstract int Run(Frame frame);
}

/// <summary>What a step returns instead of the next one's index.</summary>
internal static class Signal
{
    /// <summary>An error is pending: look for a handler.</summary>
    public const int Unwind = -1;

    /// <summary>Another frame is on top.</summary>
    public const int Switch = -2;

    /// <summary>The task stops here: it waits, or it is done.</summary>
    public const int Stop = -3;
}
