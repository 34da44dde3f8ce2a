using Moo.Language.Syntax;

namespace Moo.Language.Textdump;

/// <summary>What stands for a value on the stack of LambdaMOO's interpreter while a call is in progress.</summary>
internal enum PendingKind
{
    /// <summary>The value of an expression.</summary>
    Operand,

    /// <summary>A list that holds the values of the first elements of a list or of arguments.</summary>
    Elements,

    /// <summary>The collection of a loop.</summary>
    Collection,

    /// <summary>The 1-based place of the next element of a loop.</summary>
    Place,

    /// <summary>The next number of a loop over a range.</summary>
    NextNumber,

    /// <summary>The last number of a loop over a range.</summary>
    LastNumber,

    /// <summary>The errors that a handler takes.</summary>
    Codes,

    /// <summary>Where a handler begins.</summary>
    HandlerPlace,

    /// <summary>The mark above a statement's or expression's handlers.</summary>
    CatchMark,

    /// <summary>The mark of a <c>finally</c> clause that is still to come.</summary>
    FinallyMark,

    /// <summary>What goes with the way by which the part before a <c>finally</c> clause ended.</summary>
    EndedWith,

    /// <summary>The way by which the part before a <c>finally</c> clause ended.</summary>
    Ended,
}

/// <summary>An entry of the stack.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The syntax it belongs to: an <see cref="Expr"/>, a <see cref="Statement"/> or an <see cref="ExceptClause"/>.</param>
/// <param name="Elements">The elements evaluated so far, for <see cref="PendingKind.Elements"/>.</param>
/// <param name="Span">Another place in the source under which the value may be kept.</param>
internal sealed record Pending(PendingKind Kind, object Source, IReadOnlyList<Expr>? Elements = null, SourceSpan? Span = null);

/// <summary>A place in LambdaMOO's code: how many bytes and references lie before it.</summary>
internal readonly record struct CodePlace(int Bytes, int Literals, int Forks, int Variables, int Labels);

/// <summary>A call in a program, and what LambdaMOO's interpreter has on its stack while it is in progress.</summary>
/// <param name="Call">The call: of a verb or of a function.</param>
/// <param name="Behind">The place behind the call's instruction.</param>
/// <param name="Stack">The stack, oldest first.</param>
internal sealed record CallSite(Expr Call, CodePlace Behind, IReadOnlyList<Pending> Stack);
