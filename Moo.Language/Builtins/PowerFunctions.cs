using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Roots, powers and logarithms.</summary>
internal static class PowerFunctions
{
    /// <summary>The square root of a float.</summary>
    /// <example>sqrt(2.25) => 1.5</example>
    /// <exception cref="MooError">E_INVARG for a negative number.</exception>
    [Builtin("sqrt")]
    public static Value Sqrt(MooTask task, double number) =>
        number < 0 ? Floats.OutsideDomain(task, "sqrt", number) : Value.Float(Math.Sqrt(number));

    /// <summary>The cube root of a number, negative ones included.</summary>
    /// <example>cbrt(-27.0) => -3.0</example>
    [Builtin("cbrt")]
    public static Value Cbrt([Number] Value number) => Value.Float(Math.Cbrt(Floats.Of(number)));

    /// <summary>E, the base of natural logarithms, to a power.</summary>
    /// <example>exp(0.0) => 1.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("exp")]
    public static Value Exp(MooTask task, double power) => Floats.Finite(task, Math.Exp(power));

    /// <summary>2 to a power; always a float.</summary>
    /// <example>exp2(10) => 1024.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("exp2")]
    public static Value Exp2(MooTask task, [Number] Value power) => Floats.Finite(task, Math.Pow(2, Floats.Of(power)));

    /// <summary>One less than E to a power: exact where the power is near zero.</summary>
    /// <example>expm1(0.0) => 0.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("expm1")]
    public static Value ExpM1(MooTask task, [Number] Value power)
    {
        var x = Floats.Of(power);
        // Around zero exp(x) rounds away what is asked for; the identity with tanh does not.
        if (Math.Abs(x) < 0.5) return Value.Float(NearZero(x));
        return Floats.Finite(task, Math.Exp(x) - 1);

        static double NearZero(double x)
        {
            var half = Math.Tanh(x / 2);
            return 2 * half / (1 - half);
        }
    }

    /// <summary>The natural logarithm of a float.</summary>
    /// <example>log(1.0) => 0.0</example>
    /// <exception cref="MooError">E_INVARG unless the number is positive.</exception>
    [Builtin("log")]
    public static Value Log(MooTask task, double number) =>
        number <= 0 ? Floats.OutsideDomain(task, "log", number) : Value.Float(Math.Log(number));

    /// <summary>The logarithm of a number to base 2.</summary>
    /// <example>log2(8) => 3.0</example>
    /// <exception cref="MooError">E_INVARG unless the number is positive.</exception>
    [Builtin("log2")]
    public static Value Log2(MooTask task, [Number] Value number)
    {
        var x = Floats.Of(number);
        return x <= 0 ? Floats.OutsideDomain(task, "log2", x) : Value.Float(Math.Log2(x));
    }

    /// <summary>The logarithm of a float to base 10.</summary>
    /// <example>log10(1000.0) => 3.0</example>
    /// <exception cref="MooError">E_INVARG unless the number is positive.</exception>
    [Builtin("log10")]
    public static Value Log10(MooTask task, double number) =>
        number <= 0 ? Floats.OutsideDomain(task, "log10", number) : Value.Float(Math.Log10(number));

    /// <summary>The natural logarithm of one more than a number: exact where the number is near zero.</summary>
    /// <example>ln1p(0.0) => 0.0</example>
    /// <exception cref="MooError">E_INVARG unless the number is greater than -1.0.</exception>
    [Builtin("ln1p")]
    public static Value Ln1P(MooTask task, [Number] Value number)
    {
        var x = Floats.Of(number);
        if (x <= -1) return Floats.OutsideDomain(task, "ln1p", x);
        // Goldberg's correction: the error of log(1 + x) is the error of rounding 1 + x, which cancels here.
        var sum = 1 + x;
        return Value.Float(sum == 1 ? x : Math.Log(sum) * (x / (sum - 1)));
    }

    /// <summary>The long side of a right triangle with these short sides, without overflowing on the way.</summary>
    /// <example>hypot(3, 4) => 5.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("hypot")]
    public static Value Hypot(MooTask task, [Number] Value x, [Number] Value y) =>
        Floats.Finite(task, double.Hypot(Floats.Of(x), Floats.Of(y)));
}
