using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Float arguments and results: MOO knows neither infinities nor NaN.</summary>
internal static class Floats
{
    /// <summary>The result of a calculation: E_FLOAT where it grew too large, E_INVARG where it has none.</summary>
    public static Value Finite(MooTask task, double number)
    {
        if (double.IsFinite(number)) return Value.Float(number);
        return double.IsNaN(number) ? task.RaiseHere(ErrorCode.E_INVARG, "there is no such number")
            : task.RaiseHere(ErrorCode.E_FLOAT, "the result is too large for a float");
    }

    /// <summary>E_INVARG for an argument at which a function has no value.</summary>
    public static Value OutsideDomain(MooTask task, string function, double number) =>
        task.RaiseHere(ErrorCode.E_INVARG, function + "({0}) does not exist", Value.Float(number));

    /// <summary>The number that an argument marked as one holds.</summary>
    public static double Of(Value number) => number.IsInt ? number.AsInt : number.AsFloat;
}
