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

/// <summary><c>a + b</c></summary>
internal sealed class AddNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        if (l.IsFailure) return l;
        var r = right.Eval(frame);
        return Operators.Add(frame, this, l, r);
    }
}

/// <summary><c>a - b</c></summary>
internal sealed class SubtractNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        if (l.IsFailure) return l;
        var r = right.Eval(frame);
        return Operators.Subtract(frame, this, l, r);
    }
}

/// <summary><c>a * b</c></summary>
internal sealed class MultiplyNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        if (l.IsFailure) return l;
        var r = right.Eval(frame);
        return Operators.Multiply(frame, this, l, r);
    }
}

/// <summary><c>a / b</c></summary>
internal sealed class DivideNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure ? l : Operators.Divide(frame, this, l, right.Eval(frame));
    }
}

/// <summary><c>a % b</c></summary>
internal sealed class ModuloNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure ? l : Operators.Modulo(frame, this, l, right.Eval(frame));
    }
}

/// <summary><c>a ^ b</c></summary>
internal sealed class PowerNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure ? l : Operators.Power(frame, this, l, right.Eval(frame));
    }
}

/// <summary><c>a &amp;. b</c>, <c>a &lt;&lt; b</c> and their like.</summary>
internal sealed class BitsNode(BinaryOperator binary, Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure ? l : Operators.Bits(frame, this, binary, l, right.Eval(frame));
    }
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
internal sealed class CompareNode(BinaryOperator binary, Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        if (l.IsFailure) return l;
        var r = right.Eval(frame);
        // Without the d bit the value of a comparison that fails is the error.
        if (!(l.IsInt && r.IsInt) && !ValueComparison.AreOrdered(l, r)) return Operators.Mismatch(frame, this, l, r, "a comparison");
        return Value.Truth(Operators.Compare(frame, this, binary, l, r) == Truth.True);
    }

    public override Truth Test(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure ? Truth.Failed : Operators.Compare(frame, this, binary, l, right.Eval(frame));
    }
}

/// <summary><c>a == b</c> or <c>a != b</c></summary>
internal sealed class EqualNode(Node left, Node right, bool isNegated) : TestNode
{
    public override Truth Test(Frame frame)
    {
        var l = left.Eval(frame);
        if (l.IsFailure) return Truth.Failed;
        var r = right.Eval(frame);
        if (r.IsFailure) return Truth.Failed;
        var areEqual = l.IsInt && r.IsInt ? l.AsInt == r.AsInt : ValueComparison.AreEqual(l, r, matchCase: false);
        return areEqual != isNegated ? Truth.True : Truth.False;
    }
}

/// <summary><c>a in b</c></summary>
internal sealed class InNode(Node left, Node right) : Node
{
    public override Value Eval(Frame frame)
    {
        var l = left.Eval(frame);
        return l.IsFailure ? l : Operators.In(frame, this, l, right.Eval(frame));
    }
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
