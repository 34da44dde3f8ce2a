using System.Reflection;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>From a value to a C# parameter; false if the kind is wrong. Called by the code that <see cref="BuiltinBinding"/> writes.</summary>
internal static class Unwrapping
{
    /// <summary>The method for a parameter.</summary>
    public static MethodInfo For(BuiltinParameter parameter) =>
        parameter.IsNumber ? typeof(Unwrapping).GetMethod(nameof(TryNumber))!
        : typeof(Unwrapping).GetMethod(nameof(Try), [typeof(ReadOnlySpan<Value>), typeof(int), parameter.Type.MakeByRefType()])
        ?? throw new InvalidOperationException($"A builtin function cannot take {parameter.Type.Name}.");

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out Value value)
    {
        value = arguments[index];
        return true;
    }

    public static bool TryNumber(ReadOnlySpan<Value> arguments, int index, out Value value)
    {
        value = arguments[index];
        return value.IsInt || value.IsFloat;
    }

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out long number) => arguments[index].TryInt(out number);

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out double number)
    {
        number = arguments[index].AsFloat;
        return arguments[index].IsFloat;
    }

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out bool truth)
    {
        truth = arguments[index].IsTrue;
        return true;
    }

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out string? text) => arguments[index].TryStr(out text);

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out ObjectId id) => arguments[index].TryObj(out id);

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out MooList? list) => arguments[index].TryList(out list);

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out MooMap? map) => arguments[index].TryMap(out map);

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out MooFlyweight? flyweight) => arguments[index].Try(out flyweight);

    public static bool Try(ReadOnlySpan<Value> arguments, int index, out MooBinary? binary) => arguments[index].Try(out binary);

    public static ReadOnlySpan<Value> Rest(ReadOnlySpan<Value> arguments, int from) =>
        from >= arguments.Length ? default : arguments[from..];
}
