using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Sizes and signs of numbers, rounding.</summary>
internal static class NumberFunctions
{
    // Beyond this many decimal places every finite float is as exact as it can be, or rounds to zero.
    private const int MostPlaces = 308;

    /// <summary>The absolute value of a number, of the same kind.</summary>
    /// <remarks>The smallest integer has no positive counterpart and stays as it is.</remarks>
    /// <example>abs(-5) => 5</example>
    /// <example>abs(-2.5) => 2.5</example>
    [Builtin("abs")]
    public static Value Abs([Number] Value number) =>
        number.IsFloat ? Value.Float(Math.Abs(number.AsFloat)) : Value.Int(number.AsInt < 0 ? -number.AsInt : number.AsInt);

    /// <summary>The smallest of some numbers.</summary>
    /// <example>min(3, 1, 2) => 1</example>
    /// <exception cref="MooError">E_TYPE unless all are integers or all are floats.</exception>
    [Builtin("min")]
    public static Value Min(MooTask task, [Number] Value first, ReadOnlySpan<Value> others) =>
        Extreme(task, first, others, sign: -1);

    /// <summary>The largest of some numbers.</summary>
    /// <example>max(3.5, 1.0) => 3.5</example>
    /// <exception cref="MooError">E_TYPE unless all are integers or all are floats.</exception>
    [Builtin("max")]
    public static Value Max(MooTask task, [Number] Value first, ReadOnlySpan<Value> others) =>
        Extreme(task, first, others, sign: 1);

    private static Value Extreme(MooTask task, Value first, ReadOnlySpan<Value> others, int sign)
    {
        if (!Effort.OfElements(task, others.Length)) return Value.Failure;
        var extreme = first;
        foreach (ref readonly var other in others)
        {
            if (other.Kind != first.Kind)
            {
                return task.RaiseHere(ErrorCode.E_TYPE, "{0} and {1} cannot be compared",
                    Value.Str(Kinds.Describe(first)), Value.Str(Kinds.Describe(other)));
            }
            var order = first.IsInt ? other.AsInt.CompareTo(extreme.AsInt) : other.AsFloat.CompareTo(extreme.AsFloat);
            if (Math.Sign(order) == sign) extreme = other;
        }
        return extreme;
    }

    /// <summary>The smallest whole number that is not less than a float; still a float.</summary>
    /// <example>ceil(2.1) => 3.0</example>
    [Builtin("ceil")]
    public static Value Ceil(double number) => Value.Float(Math.Ceiling(number));

    /// <summary>The largest whole number that is not greater than a float; still a float.</summary>
    /// <example>floor(-2.1) => -3.0</example>
    [Builtin("floor")]
    public static Value Floor(double number) => Value.Float(Math.Floor(number));

    /// <summary>A float without what stands behind its decimal point; still a float.</summary>
    /// <example>trunc(-2.9) => -2.0</example>
    [Builtin("trunc")]
    public static Value Trunc(double number) => Value.Float(Math.Truncate(number));

    /// <summary>
    /// The whole number nearest to a number; or the number rounded to some decimal places. Always a float.
    /// </summary>
    /// <remarks>Halves go away from zero. Places may be negative: <c>round(1234.0, -2)</c> is <c>1200.0</c>.</remarks>
    /// <example>round(2.5) => 3.0</example>
    /// <example>round(3.14159, 2) => 3.14</example>
    [Builtin("round")]
    public static Value Round([Number] Value number, long places = 0)
    {
        var exact = Floats.Of(number);
        if (places > MostPlaces) return Value.Float(exact);
        if (places < -MostPlaces) return Value.Float(0);
        var scale = Math.Pow(10, Math.Abs((int)places));
        var scaled = places >= 0 ? exact * scale : exact / scale;
        if (!double.IsFinite(scaled)) return Value.Float(exact);
        var rounded = Math.Round(scaled, MidpointRounding.AwayFromZero);
        return Value.Float(places >= 0 ? rounded / scale : rounded * scale);
    }

    /// <summary>What stands behind a number's decimal point, with its sign; always a float.</summary>
    /// <example>fract(-3.25) => -0.25</example>
    [Builtin("fract")]
    public static Value Fract([Number] Value number)
    {
        var exact = Floats.Of(number);
        return Value.Float(exact - Math.Truncate(exact));
    }

    /// <summary>The sign of a number: 1.0, -1.0 or 0.0.</summary>
    /// <example>signum(-17) => -1.0</example>
    [Builtin("signum")]
    public static Value Signum([Number] Value number) => Value.Float(Math.Sign(Floats.Of(number)));

    /// <summary>One divided by a number; always a float.</summary>
    /// <example>recip(4) => 0.25</example>
    /// <exception cref="MooError">E_DIV for zero; E_FLOAT if the result is too large.</exception>
    [Builtin("recip")]
    public static Value Recip(MooTask task, [Number] Value number)
    {
        var divisor = Floats.Of(number);
        return divisor == 0 ? task.RaiseHere(ErrorCode.E_DIV, "zero has no reciprocal") : Floats.Finite(task, 1 / divisor);
    }

    /// <summary>A number with the sign of another; always a float.</summary>
    /// <example>copysign(5.0, -1.0) => -5.0</example>
    [Builtin("copysign")]
    public static Value CopySign([Number] Value magnitude, [Number] Value sign) =>
        Value.Float(Math.CopySign(Floats.Of(magnitude), Floats.Of(sign)));
}
