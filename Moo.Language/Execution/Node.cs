using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>An operand of a step: an expression tree that is walked and never leaves its frame.</summary>
/// <remarks>
/// A failed evaluation returns <see cref="Value.Failure"/>; the error itself waits in the task. Fast paths need no check for that:
/// a failure is none of the kinds that they ask for, so only their slow paths look (<c>return failed</c> first).
/// </remarks>
internal abstract class Node
{
    /// <summary>Where the expression stands in the source: for carets.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The value, or <see cref="Value.Failure"/>.</summary>
    public abstract Value Eval(Frame frame);

    /// <summary>The truth of the value.</summary>
    public virtual Truth Test(Frame frame)
    {
        var value = Eval(frame);
        return value.IsFailure ? Truth.Failed : value.IsTrue ? Truth.True : Truth.False;
    }
}

/// <summary>The outcome of a test.</summary>
internal enum Truth
{
    False,
    True,
    Failed,
}
