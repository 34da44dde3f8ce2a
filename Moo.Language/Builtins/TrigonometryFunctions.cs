using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Angles (in radians) and hyperbolic functions.</summary>
internal static class TrigonometryFunctions
{
    /// <summary>The sine of an angle in radians.</summary>
    /// <example>sin(0.0) => 0.0</example>
    [Builtin("sin")]
    public static Value Sin(double angle) => Value.Float(Math.Sin(angle));

    /// <summary>The cosine of an angle in radians.</summary>
    /// <example>cos(0.0) => 1.0</example>
    [Builtin("cos")]
    public static Value Cos(double angle) => Value.Float(Math.Cos(angle));

    /// <summary>The tangent of an angle in radians.</summary>
    /// <example>tan(0.0) => 0.0</example>
    [Builtin("tan")]
    public static Value Tan(MooTask task, double angle) => Floats.Finite(task, Math.Tan(angle));

    /// <summary>The angle, from -pi/2 to pi/2, that has a sine.</summary>
    /// <example>asin(1.0) => 1.5707963267949</example>
    /// <exception cref="MooError">E_INVARG unless <paramref name="sine"/> lies between -1.0 and 1.0.</exception>
    [Builtin("asin")]
    public static Value ASin(MooTask task, double sine) =>
        Math.Abs(sine) > 1 ? Floats.OutsideDomain(task, "asin", sine) : Value.Float(Math.Asin(sine));

    /// <summary>The angle, from 0 to pi, that has a cosine.</summary>
    /// <example>acos(1.0) => 0.0</example>
    /// <exception cref="MooError">E_INVARG unless <paramref name="cosine"/> lies between -1.0 and 1.0.</exception>
    [Builtin("acos")]
    public static Value ACos(MooTask task, double cosine) =>
        Math.Abs(cosine) > 1 ? Floats.OutsideDomain(task, "acos", cosine) : Value.Float(Math.Acos(cosine));

    /// <summary>
    /// The angle, from -pi/2 to pi/2, that has a tangent; with two arguments the angle, from -pi to pi, of a point.
    /// </summary>
    /// <example>atan(1.0) => 0.785398163397448</example>
    /// <example>atan(1.0, -1.0) => 2.35619449019234</example>
    [Builtin("atan")]
    public static Value ATan(double y, double? x = null) => Value.Float(x is { } given ? Math.Atan2(y, given) : Math.Atan(y));

    /// <summary>
    /// The angle, from -pi to pi, of the point at <paramref name="x"/>, <paramref name="y"/>, seen from the origin.
    /// </summary>
    /// <example>atan2(1.0, -1.0) => 2.35619449019234</example>
    [Builtin("atan2")]
    public static Value ATan2(double y, double x) => Value.Float(Math.Atan2(y, x));

    /// <summary>The hyperbolic sine of a number.</summary>
    /// <example>sinh(0.0) => 0.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("sinh")]
    public static Value SinH(MooTask task, double number) => Floats.Finite(task, Math.Sinh(number));

    /// <summary>The hyperbolic cosine of a number.</summary>
    /// <example>cosh(0.0) => 1.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("cosh")]
    public static Value CosH(MooTask task, double number) => Floats.Finite(task, Math.Cosh(number));

    /// <summary>The hyperbolic tangent of a number.</summary>
    /// <example>tanh(0.0) => 0.0</example>
    [Builtin("tanh")]
    public static Value TanH(double number) => Value.Float(Math.Tanh(number));

    /// <summary>The number that has a hyperbolic sine.</summary>
    /// <example>asinh(0.0) => 0.0</example>
    [Builtin("asinh")]
    public static Value ASinH([Number] Value number) => Value.Float(Math.Asinh(Floats.Of(number)));

    /// <summary>The number, not negative, that has a hyperbolic cosine.</summary>
    /// <example>acosh(1.0) => 0.0</example>
    /// <exception cref="MooError">E_INVARG for less than 1.0.</exception>
    [Builtin("acosh")]
    public static Value ACosH(MooTask task, [Number] Value number)
    {
        var cosine = Floats.Of(number);
        return cosine < 1 ? Floats.OutsideDomain(task, "acosh", cosine) : Value.Float(Math.Acosh(cosine));
    }

    /// <summary>The number that has a hyperbolic tangent.</summary>
    /// <example>atanh(0.0) => 0.0</example>
    /// <exception cref="MooError">E_INVARG unless the number lies between -1.0 and 1.0, the ends excluded.</exception>
    [Builtin("atanh")]
    public static Value ATanH(MooTask task, [Number] Value number)
    {
        var tangent = Floats.Of(number);
        return Math.Abs(tangent) >= 1 ? Floats.OutsideDomain(task, "atanh", tangent) : Value.Float(Math.Atanh(tangent));
    }

    /// <summary>An angle in radians as degrees; always a float.</summary>
    /// <example>to_degrees(0) => 0.0</example>
    /// <exception cref="MooError">E_FLOAT if the result is too large.</exception>
    [Builtin("to_degrees")]
    public static Value ToDegrees(MooTask task, [Number] Value angle) => Floats.Finite(task, Floats.Of(angle) * (180 / Math.PI));

    /// <summary>An angle in degrees as radians; always a float.</summary>
    /// <example>to_radians(180) => 3.14159265358979</example>
    [Builtin("to_radians")]
    public static Value ToRadians([Number] Value angle) => Value.Float(Floats.Of(angle) * (Math.PI / 180));
}
