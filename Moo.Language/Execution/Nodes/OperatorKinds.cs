using System.Runtime.CompilerServices;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

// One empty struct for each operator: the type argument by which the JIT knows which one a node applies.

internal readonly struct AddOperator : IValueOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Add(frame, at, left, right);
}

internal readonly struct SubtractOperator : IValueOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Subtract(frame, at, left, right);
}

internal readonly struct MultiplyOperator : IValueOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Multiply(frame, at, left, right);
}

internal readonly struct DivideOperator : IValueOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Divide(frame, at, left, right);
}

internal readonly struct ModuloOperator : IValueOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Modulo(frame, at, left, right);
}

internal readonly struct PowerOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Power(frame, at, left, right);
}

internal readonly struct InOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.In(frame, at, left, right);
}

internal readonly struct BitAndOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Bits(frame, at, BinaryOperator.BitAnd, left, right);
}

internal readonly struct BitOrOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Bits(frame, at, BinaryOperator.BitOr, left, right);
}

internal readonly struct BitXorOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Bits(frame, at, BinaryOperator.BitXor, left, right);
}

internal readonly struct ShiftLeftOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Bits(frame, at, BinaryOperator.ShiftLeft, left, right);
}

internal readonly struct ShiftRightOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) => Operators.Bits(frame, at, BinaryOperator.ShiftRight, left, right);
}

internal readonly struct ShiftRightLogicalOperator : IValueOperator
{
    public static Value Apply(Frame frame, Node at, Value left, Value right) =>
        Operators.Bits(frame, at, BinaryOperator.ShiftRightLogical, left, right);
}

internal readonly struct LessComparison : IComparison
{
    public static bool Holds(long left, long right) => left < right;
}

internal readonly struct LessOrEqualComparison : IComparison
{
    public static bool Holds(long left, long right) => left <= right;
}

internal readonly struct GreaterComparison : IComparison
{
    public static bool Holds(long left, long right) => left > right;
}

internal readonly struct GreaterOrEqualComparison : IComparison
{
    public static bool Holds(long left, long right) => left >= right;
}

/// <summary>From an operator to its node: the index of the binary operators.</summary>
internal static class OperatorNodes
{
    public static Node Make(BinaryOperator binary, Node left, Node right, SourceSpan span) => binary switch
    {
        BinaryOperator.Add => Operands.Make(left, right, new OperatorFactory<AddOperator>(span)),
        BinaryOperator.Subtract => Operands.Make(left, right, new OperatorFactory<SubtractOperator>(span)),
        BinaryOperator.Multiply => Operands.Make(left, right, new OperatorFactory<MultiplyOperator>(span)),
        BinaryOperator.Divide => Operands.Make(left, right, new OperatorFactory<DivideOperator>(span)),
        BinaryOperator.Modulo => Operands.Make(left, right, new OperatorFactory<ModuloOperator>(span)),
        BinaryOperator.Power => Operands.Make(left, right, new OperatorFactory<PowerOperator>(span)),
        BinaryOperator.In => Operands.Make(left, right, new OperatorFactory<InOperator>(span)),
        BinaryOperator.BitAnd => Operands.Make(left, right, new OperatorFactory<BitAndOperator>(span)),
        BinaryOperator.BitOr => Operands.Make(left, right, new OperatorFactory<BitOrOperator>(span)),
        BinaryOperator.BitXor => Operands.Make(left, right, new OperatorFactory<BitXorOperator>(span)),
        BinaryOperator.ShiftLeft => Operands.Make(left, right, new OperatorFactory<ShiftLeftOperator>(span)),
        BinaryOperator.ShiftRight => Operands.Make(left, right, new OperatorFactory<ShiftRightOperator>(span)),
        BinaryOperator.ShiftRightLogical => Operands.Make(left, right, new OperatorFactory<ShiftRightLogicalOperator>(span)),
        BinaryOperator.Less => Operands.Make(left, right, new CompareFactory<LessComparison>(span)),
        BinaryOperator.LessOrEqual => Operands.Make(left, right, new CompareFactory<LessOrEqualComparison>(span)),
        BinaryOperator.Greater => Operands.Make(left, right, new CompareFactory<GreaterComparison>(span)),
        BinaryOperator.GreaterOrEqual => Operands.Make(left, right, new CompareFactory<GreaterOrEqualComparison>(span)),
        BinaryOperator.Equal => Operands.Make(left, right, new EqualFactory(span, isNegated: false)),
        _ => Operands.Make(left, right, new EqualFactory(span, isNegated: true)),
    };
}
