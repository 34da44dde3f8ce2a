using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>The error function, the gamma function, and logarithms near 1 (LambdaMOO 1.9).</summary>
internal static class SpecialFunctions
{
    // From here on 1 is all that a double shows of erf(x).
    private const double ErfIsOne = 6;
    private const double SeriesEnds = 2.5;

    // Lanczos' approximation with g = 7 and nine terms, good to 15 digits.
    private const double LanczosG = 7;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The error function: how likely a normally distributed number lies within x times the square root of 2 of its mean.</summary>
    /// <example>floatstr(erf(1.0), 12) => "0.842700792950"</example>
    [Builtin("erf")]
    public static Value Erf(double number) => Value.Float(Math.Abs(number) <= SeriesEnds ? Series(number)
        : Math.Abs(number) >= ErfIsOne ? Math.Sign(number) : Math.Sign(number) * (1 - Fraction(Math.Abs(number))));

    /// <summary>1 less the error function, exact where that is near 1.</summary>
    /// <example>floatstr(erfc(3.0) * 1.0e5, 10) => "2.2090496999"</example>
    [Builtin("erfc")]
    public static Value ErfC(double number) => Value.Float(number > SeriesEnds ? Fraction(number)
        : number < -SeriesEnds ? 2 - Fraction(-number) : 1 - Series(number));

    // erf(x) = 2/√π · e^(-x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)): all terms have one sign, so nothing cancels.
    private static double Series(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // erfc(x) = e^(-x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))), from the inside out.
    private static double Fraction(double x)
    {
        const int levels = 120;
        var below = x;
        for (var level = levels; level > 0; level--) below = x + level / 2.0 / below;
        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / below;
    }

    /// <summary>The logarithm of the absolute value of the gamma function: <c>exp(lgamma(n + 1))</c> is the factorial of n.</summary>
    /// <example>floatstr(exp(lgamma(6.0)), 6) => "120.000000"</example>
    /// <exception cref="MooError">E_FLOAT at 0 and the negative whole numbers, where it has no value.</exception>
    [Builtin("lgamma")]
    public static Value LGamma(MooTask task, double number)
    {
        if (number <= 0 && number == Math.Floor(number)) return task.RaiseHere(ErrorCode.E_FLOAT, "lgamma({0}) is infinite", Value.Float(number));
        return Floats.Finite(task, LogGamma(number));
    }

    private static double LogGamma(double x)
    {
        // Γ(x) Γ(1-x) = π / sin πx
        if (x < 0.5) return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * (x - 2 * Math.Floor(x / 2))))) - LogGamma(1 - x);
        // Exact where the logarithm is 0.
        if (x is 1 or 2) return 0;
        x -= 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (x + i);
        var t = x + LanczosG + 0.5;
        return (Math.Log(2 * Math.PI) / 2) + (x + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>The natural logarithm of 1 and a float: exact where the float is near zero. mooR calls it <c>ln1p()</c>.</summary>
    /// <example>log1p(0.0) => 0.0</example>
    /// <exception cref="MooError">E_INVARG unless the number is greater than -1.</exception>
    [Builtin("log1p")]
    public static Value Log1P(MooTask task, double number) => PowerFunctions.Ln1P(task, Value.Float(number));
}
