using System.Runtime.CompilerServices;
using Moo.Language.Builtins;
using Moo.Language.Builtins.Text;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>What the operators do. Each takes the node it works for, to say where it failed.</summary>
internal static class Operators
{
    /// <summary><c>a + b</c>: numbers of one kind, two strings, two lists, or a list and one more element (ToastStunt).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Add(Frame frame, Node at, Value left, Value right) =>
        left.IsInt && right.IsInt ? Value.Int(left.AsInt + right.AsInt) : AddSlow(frame, at, left, right);

    private static Value AddSlow(Frame frame, Node at, Value left, Value right)
    {
        if (left.IsFloat && right.IsFloat) return Finite(frame, at, left.AsFloat + right.AsFloat);
        if (left.TryStr(out var text) && right.TryStr(out var more)) return Concatenate(frame, at, text, more);
        if (!left.TryList(out var list) || right.IsFailure) return Mismatch(frame, at, left, right, "+");
        if (!right.TryList(out var elements)) return Quota.Check(frame, at, list.Append(right));
        return Effort.OfElements(frame.Task, elements.Count) ? Quota.Check(frame, at, list.AppendRange(elements)) : Value.Failure;
    }

    public static Value Concatenate(Frame frame, Node at, string left, string right)
    {
        var length = left.Length + (long)right.Length;
        if (length <= frame.Task.Limits.MaxStringConcat) return Effort.Take(frame.Task, length) ? Value.Str(string.Concat(left, right)) : Value.Failure;
        return frame.Task.RaiseQuota(at.Span, "a string may be {0} characters long", frame.Task.Limits.MaxStringConcat);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Subtract(Frame frame, Node at, Value left, Value right) =>
        left.IsInt && right.IsInt ? Value.Int(left.AsInt - right.AsInt) : SubtractSlow(frame, at, left, right);

    private static Value SubtractSlow(Frame frame, Node at, Value left, Value right) =>
        left.IsFloat && right.IsFloat ? Finite(frame, at, left.AsFloat - right.AsFloat)
        : Mismatch(frame, at, left, right, "-");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Multiply(Frame frame, Node at, Value left, Value right) =>
        left.IsInt && right.IsInt ? Value.Int(left.AsInt * right.AsInt) : MultiplySlow(frame, at, left, right);

    private static Value MultiplySlow(Frame frame, Node at, Value left, Value right) =>
        left.IsFloat && right.IsFloat ? Finite(frame, at, left.AsFloat * right.AsFloat)
        : Mismatch(frame, at, left, right, "*");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Divide(Frame frame, Node at, Value left, Value right) =>
        left.IsInt && right.IsInt && right.AsInt > 0 ? Value.Int(left.AsInt / right.AsInt) : DivideSlow(frame, at, left, right);

    private static Value DivideSlow(Frame frame, Node at, Value left, Value right)
    {
        if (left.IsInt && right.IsInt)
        {
            if (right.AsInt == 0) return frame.Fail(at, ErrorCode.E_DIV);
            // The one quotient that does not fit wraps, as all integer arithmetic does.
            return Value.Int(right.AsInt == -1 ? -left.AsInt : left.AsInt / right.AsInt);
        }
        if (!left.IsFloat || !right.IsFloat) return Mismatch(frame, at, left, right, "/");
        return right.AsFloat == 0 ? frame.Fail(at, ErrorCode.E_DIV) : Finite(frame, at, left.AsFloat / right.AsFloat);
    }

    /// <summary><c>a % b</c>: the remainder of division towards zero; it has the sign of <c>a</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Modulo(Frame frame, Node at, Value left, Value right) =>
        left.IsInt && right.IsInt && right.AsInt > 0 ? Value.Int(left.AsInt % right.AsInt) : ModuloSlow(frame, at, left, right);

    private static Value ModuloSlow(Frame frame, Node at, Value left, Value right)
    {
        if (left.IsInt && right.IsInt)
        {
            if (right.AsInt == 0) return frame.Fail(at, ErrorCode.E_DIV);
            return Value.Int(right.AsInt == -1 ? 0 : left.AsInt % right.AsInt);
        }
        if (!left.IsFloat || !right.IsFloat) return Mismatch(frame, at, left, right, "%");
        return right.AsFloat == 0 ? frame.Fail(at, ErrorCode.E_DIV) : Finite(frame, at, left.AsFloat % right.AsFloat);
    }

    /// <summary><c>a ^ b</c>: an integer to an integer power stays an integer; a float may be raised to either.</summary>
    public static Value Power(Frame frame, Node at, Value left, Value right)
    {
        if (left.IsInt && right.IsInt) return IntegerPower(frame, at, left.AsInt, right.AsInt);
        if (left.IsFloat && right.IsFloat) return Finite(frame, at, Math.Pow(left.AsFloat, right.AsFloat));
        if (left.IsFloat && right.IsInt) return Finite(frame, at, Math.Pow(left.AsFloat, right.AsInt));
        return Mismatch(frame, at, left, right, "^");
    }

    private static Value IntegerPower(Frame frame, Node at, long number, long exponent)
    {
        if (exponent < 0)
        {
            return number switch
            {
                0 => frame.Fail(at, ErrorCode.E_DIV),
                1 => Value.Int(1),
                -1 => Value.Int(exponent % 2 == 0 ? 1 : -1),
                _ => Value.Int(0),
            };
        }
        long result = 1;
        for (; exponent > 0; exponent >>= 1, number *= number)
            if ((exponent & 1) != 0) result *= number;
        return Value.Int(result);
    }

    public static Value Bits(Frame frame, Node at, BinaryOperator binary, Value left, Value right)
    {
        if (!left.TryInt(out var l) || !right.TryInt(out var r)) return Mismatch(frame, at, left, right, "a bit operator");
        switch (binary)
        {
            case BinaryOperator.BitAnd:
                return Value.Int(l & r);
            case BinaryOperator.BitOr:
                return Value.Int(l | r);
            case BinaryOperator.BitXor:
                return Value.Int(l ^ r);
        }
        if (r is < 0 or > 64) return frame.Fail(at, ErrorCode.E_INVARG, "{0} is no number of places to shift by: 0 to 64 are", right);
        // ToastStunt shifts zeros in at either end: '>>' and '>>>' are the same.
        if (r == 64) return Value.Int(0);
        return Value.Int(binary == BinaryOperator.ShiftLeft ? l << (int)r : l >>> (int)r);
    }

    /// <summary><c>a in b</c>: the place of an element in a list, of a value in a map or of a string in a string (ToastStunt); 0 if it is not there.</summary>
    public static Value In(Frame frame, Node at, Value left, Value right)
    {
        if (left.IsFailure || right.IsFailure) return Value.Failure;
        if (right.TryList(out var list)) return Effort.OfSearch(frame.Task, left, right) ? Value.Int(list.IndexOf(left) + 1) : Value.Failure;
        if (left.TryStr(out var part) && right.TryStr(out var whole))
        {
            if (!Effort.Take(frame.Task, whole.Length + (long)part.Length)) return Value.Failure;
            var unit = TextSearch.IndexOf(whole, part, caseMatters: false);
            return Value.Int(unit < 0 ? 0 : MooText.ToPoints(whole, unit) + 1);
        }
        if (!right.TryMap(out var map)) return Mismatch(frame, at, left, right, "in");
        if (!Effort.OfSearch(frame.Task, left, right)) return Value.Failure;
        var place = 0;
        foreach (var (_, value) in map)
        {
            place++;
            if (value.Equals(left)) return Value.Int(place);
        }
        return Value.Int(0);
    }

    public static Value Negate(Frame frame, Node at, Value operand) =>
        operand.IsInt ? Value.Int(-operand.AsInt)
        : operand.IsFloat ? Value.Float(-operand.AsFloat)
        : operand.IsFailure ? operand : frame.Fail(at, ErrorCode.E_TYPE, "'-' needs a number, not {0}", operand);

    /// <summary>A float result, or E_FLOAT where it is none (language.md §1).</summary>
    public static Value Finite(Frame frame, Node at, double number) =>
        double.IsFinite(number) ? Value.Float(number) : frame.Fail(at, ErrorCode.E_FLOAT, "the result is too large for a float");

    /// <summary>E_TYPE for two operands that do not go together; passes on a failure in either.</summary>
    public static Value Mismatch(Frame frame, Node at, Value left, Value right, string what)
    {
        if (left.IsFailure || right.IsFailure) return Value.Failure;
        return frame.Fail(at, ErrorCode.E_TYPE, what + " does not work on {0} and {1}", Value.Str(Kinds.Describe(left)), Value.Str(Kinds.Describe(right)));
    }
}
