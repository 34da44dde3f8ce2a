using System.Reflection;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>One parameter of a builtin function, as its C# declaration says.</summary>
internal sealed class BuiltinParameter
{
    private const int AnyType = -1;
    private const int NumberType = -2;

    public BuiltinParameter(ParameterInfo info)
    {
        Info = info;
        IsRest = info.ParameterType == typeof(ReadOnlySpan<Value>);
        IsOptional = info.HasDefaultValue;
        Type = Nullable.GetUnderlyingType(info.ParameterType) ?? info.ParameterType;
        IsNumber = info.GetCustomAttribute<NumberAttribute>() is not null;
    }

    public ParameterInfo Info { get; }

    /// <summary>The C# type, a nullable one's inner type.</summary>
    public Type Type { get; }

    /// <summary>Whether it takes all arguments that are left.</summary>
    public bool IsRest { get; }

    public bool IsOptional { get; }

    /// <summary>Whether an integer and a float will both do.</summary>
    public bool IsNumber { get; }

    /// <summary>The type's number in <c>function_info()</c>: that of <c>typeof()</c>, -1 for any, -2 for a number.</summary>
    public int TypeCode => IsNumber ? NumberType
        : Type == typeof(long) ? (int)ValueKind.Int
        : Type == typeof(double) ? (int)ValueKind.Float
        : Type == typeof(string) ? (int)ValueKind.Str
        : Type == typeof(ObjectId) ? (int)ValueKind.Obj
        : Type == typeof(MooList) ? (int)ValueKind.List
        : Type == typeof(MooMap) ? (int)ValueKind.Map
        : Type == typeof(MooFlyweight) ? (int)ValueKind.Flyweight
        : Type == typeof(MooBinary) ? (int)ValueKind.Binary
        : AnyType;

    /// <summary>What is expected, in plain words.</summary>
    public string Kind => TypeCode switch
    {
        NumberType => "a number",
        AnyType => "any value",
        var code => Kinds.Name((ValueKind)code),
    };

    public string Describe() => IsRest ? "…" : (IsOptional ? "?" : "") + TypeWord;

    /// <summary>The parameter with its name, and the comma before it: <c>, STR what</c>, <c> [, any caseMatters]</c>.</summary>
    public string DescribeNamed(bool isFirst)
    {
        var comma = isFirst ? "" : ", ";
        if (IsRest) return comma + "…";
        return IsOptional ? $"{(isFirst ? "" : " ")}[{comma}{TypeWord} {Info.Name}]" : $"{comma}{TypeWord} {Info.Name}";
    }

    private string TypeWord => TypeCode switch
    {
        NumberType => "num",
        AnyType => "any",
        var code => ((ValueKind)code).ToString().ToUpperInvariant(),
    };
}
