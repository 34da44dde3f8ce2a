using Moo.Language.Builtins;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary><c>!x</c></summary>
internal sealed class NotNode(Node operand) : Node
{
    public override Value Eval(Frame frame) => Test(frame) switch
    {
        Truth.True => Value.Int(1),
        Truth.False => Value.Int(0),
        _ => Value.Failure,
    };

    public override Truth Test(Frame frame) => operand.Test(frame) switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Failed,
    };
}

/// <summary><c>-x</c></summary>
internal sealed class NegateNode(Node operand) : Node
{
    public override Value Eval(Frame frame) => Operators.Negate(frame, this, operand.Eval(frame));
}

/// <summary><c>~x</c></summary>
internal sealed class ComplementNode(Node operand) : Node
{
    public override Value Eval(Frame frame)
    {
        var value = operand.Eval(frame);
        return value.TryInt(out var bits) ? Value.Int(~bits)
            : value.IsFailure ? value : frame.Fail(this, ErrorCode.E_TYPE, "'~' needs an integer, not {0}", value);
    }
}

/// <summary><c>a + b</c>, <c>a &lt;&lt; b</c> and all others that come to a value.</summary>
internal sealed class OperatorNode<TOperator, TLeft, TRight>(TLeft left, TRight right) : Node
    where TOperator : struct, IValueOperator where TLeft : struct, IOperand where TRight : struct, IOperand
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        if (TLeft.MayFail && l.IsFailure) return l;
        return TOperator.Apply(frame, this, l, right.Eval(frame));
    }
}

/// <summary>A binary operator that comes to a value. It passes on a failure of its right side.</summary>
internal interface IValueOperator
{
    static abstract Value Apply(Frame frame, Node at, Value left, Value right);
}

/// <summary>Makes the nodes of an operator.</summary>
internal readonly struct OperatorFactory<TOperator>(SourceSpan span) : IBinaryFactory where TOperator : struct, IValueOperator
{
    public Node Make<TLeft, TRight>(TLeft left, TRight right) where TLeft : struct, IOperand where TRight : struct, IOperand =>
        new OperatorNode<TOperator, TLeft, TRight>(left, right) { Span = span };
}

/// <summary>A node whose own business is a truth: its value is 1 or 0.</summary>
internal abstract class TestNode : Node
{
    public sealed override Value Eval(Frame frame) => Test(frame) switch
    {
        Truth.True => Value.Int(1),
        Truth.False => Value.Int(0),
        _ => Value.Failure,
    };

    public abstract override Truth Test(Frame frame);
}

/// <summary><c>a &lt; b</c> and its like.</summary>
internal sealed class CompareNode<TComparison, TLeft, TRight>(TLeft left, TRight right) : Node
    where TComparison : struct, IComparison where TLeft : struct, IOperand where TRight : struct, IOperand
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        if (TLeft.MayFail && l.IsFailure) return l;
        var r = right.Eval(frame);
        if (l.IsInt && r.IsInt) return Value.Truth(TComparison.Holds(l.AsInt, r.AsInt));
        // Without the d bit the value of a comparison that fails is the error.
        if (!ValueComparison.AreOrdered(l, r)) return Operators.Mismatch(frame, this, l, r, "a comparison");
        return Value.Truth(TComparison.Holds(ValueComparison.Compare(l, r), 0));
    }

    public override Truth Test(Frame frame)
    {
        var l = left.Eval(frame);
        if (TLeft.MayFail && l.IsFailure) return Truth.Failed;
        var r = right.Eval(frame);
        if (l.IsInt && r.IsInt) return TComparison.Holds(l.AsInt, r.AsInt) ? Truth.True : Truth.False;
        return TestSlowly(frame, l, r);
    }

    private Truth TestSlowly(Frame frame, Value l, Value r)
    {
        if (!Effort.OfComparison(frame.Task, l, r)) return Truth.Failed;
        if (ValueComparison.AreOrdered(l, r)) return TComparison.Holds(ValueComparison.Compare(l, r), 0) ? Truth.True : Truth.False;
        return Operators.Mismatch(frame, this, l, r, "a comparison").IsFailure ? Truth.Failed : Truth.False;
    }
}

/// <summary>A comparison with an order.</summary>
internal interface IComparison
{
    static abstract bool Holds(long left, long right);
}

/// <summary>Makes the nodes of a comparison.</summary>
internal readonly struct CompareFactory<TComparison>(SourceSpan span) : IBinaryFactory where TComparison : struct, IComparison
{
    public Node Make<TLeft, TRight>(TLeft left, TRight right) where TLeft : struct, IOperand where TRight : struct, IOperand =>
        new CompareNode<TComparison, TLeft, TRight>(left, right) { Span = span };
}

/// <summary><c>a == b</c> or <c>a != b</c></summary>
internal sealed class EqualNode<TLeft, TRight>(TLeft left, TRight right, bool isNegated) : TestNode
    where TLeft : struct, IOperand where TRight : struct, IOperand
{
    public override Truth Test(Frame frame)
    {
        var l = left.Eval(frame);
        if (TLeft.MayFail && l.IsFailure) return Truth.Failed;
        var r = right.Eval(frame);
        if (TRight.MayFail && r.IsFailure) return Truth.Failed;
        bool areEqual;
        if (l.IsInt && r.IsInt) areEqual = l.AsInt == r.AsInt;
        else if (Effort.OfComparison(frame.Task, l, r)) areEqual = ValueComparison.AreEqual(l, r, matchCase: false);
        else return Truth.Failed;
        return areEqual != isNegated ? Truth.True : Truth.False;
    }
}

/// <summary>Makes the nodes of <c>==</c> and <c>!=</c>.</summary>
internal readonly struct EqualFactory(SourceSpan span, bool isNegated) : IBinaryFactory
{
    public Node Make<TLeft, TRight>(TLeft left, TRight right) where TLeft : struct, IOperand where TRight : struct, IOperand =>
        new EqualNode<TLeft, TRight>(left, right, isNegated) { Span = span };
}

/// <summary><c>a &amp;&amp; b</c>: <c>a</c> if that is false, else <c>b</c>.</summary>
internal sealed class AndNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure || !l.IsTrue ? l : right.Eval(frame);
    }

    public override Truth Test(Frame frame)
    {
        var l = left.Test(frame);
        return l == Truth.True ? right.Test(frame) : l;
    }
}

/// <summary><c>a || b</c>: <c>a</c> if that is true, else <c>b</c>.</summary>
internal sealed class OrNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure || l.IsTrue ? l : right.Eval(frame);
    }

    public override Truth Test(Frame frame)
    {
        var l = left.Test(frame);
        return l == Truth.False ? right.Test(frame) : l;
    }
}

/// <summary><c>test ? yes | no</c>, when no part leaves the frame; else compilation turns it into jumps.</summary>
internal sealed class ConditionalNode(Node test, Node yes, Node no) : Node
{
    public override Value Eval(Frame frame) => test.Test(frame) switch
    {
        Truth.True => yes.Eval(frame),
        Truth.False => no.Eval(frame),
        _ => Value.Failure,
    };

    public override Truth Test(Frame frame) => test.Test(frame) switch
    {
        Truth.True => yes.Test(frame),
        Truth.False => no.Test(frame),
        _ => Truth.Failed,
    };
}

/// <summary><c>`body ! codes => default'</c>, when no part leaves the frame; else compilation makes a handler.</summary>
internal sealed class CatchNode(Node body, ErrorCode[]? codes, Node? codeList, Node? otherwise) : Node
{
    public override Value Eval(Frame frame)
    {
        MooList? list = null;
        if (codeList is not null)
        {
            var value = codeList.Eval(frame);
            if (value.IsFailure) return value;
            list = value.AsList;
        }
        var result = body.Eval(frame);
        if (!result.IsFailure || !frame.Task.IsCaught(codes, list, out var code)) return result;
        return otherwise is null ? code : otherwise.Eval(frame);
    }
}
