using System.Collections.Frozen;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Names and first values of the predefined variables, and the names that stand for constants.</summary>
internal static class BuiltInVariables
{
    private static readonly FrozenDictionary<string, BuiltInVariable> ByName = Enum.GetValues<BuiltInVariable>()
        .ToFrozenDictionary(v => v.ToString(), StringComparer.OrdinalIgnoreCase);

    // Predefined, assignable like any variable, but not part of a frame: mostly never assigned.
    private static readonly FrozenDictionary<string, Value> Constants = new Dictionary<string, Value>
    {
        ["true"] = Value.Bool(true),
        ["false"] = Value.Bool(false),
        ["MAXINT"] = Value.Int(long.MaxValue),
        ["MININT"] = Value.Int(long.MinValue),
        ["TYPE_INT"] = Type(ValueKind.Int),
        ["TYPE_NUM"] = Type(ValueKind.Int),
        ["TYPE_OBJ"] = Type(ValueKind.Obj),
        ["TYPE_STR"] = Type(ValueKind.Str),
        ["TYPE_ERR"] = Type(ValueKind.Err),
        ["TYPE_LIST"] = Type(ValueKind.List),
        ["TYPE_FLOAT"] = Type(ValueKind.Float),
        ["TYPE_MAP"] = Type(ValueKind.Map),
        ["TYPE_ANON"] = Type(ValueKind.Anon),
        ["TYPE_WAIF"] = Type(ValueKind.Waif),
        ["TYPE_BOOL"] = Type(ValueKind.Bool),
        ["TYPE_FLYWEIGHT"] = Type(ValueKind.Flyweight),
        ["TYPE_SYM"] = Type(ValueKind.Symbol),
        ["TYPE_SYMBOL"] = Type(ValueKind.Symbol),
        ["TYPE_BINARY"] = Type(ValueKind.Binary),
        ["TYPE_LAMBDA"] = Type(ValueKind.Lambda),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryFind(string name, out BuiltInVariable variable) => ByName.TryGetValue(name, out variable);

    /// <summary>The value of a name that stands for a constant unless the program assigns to it.</summary>
    public static bool TryConstant(string name, out Value value)
    {
        if (Constants.TryGetValue(name, out value)) return true;
        if (!TryFind(name, out var variable) || variable < BuiltInVariable.Int) return false;
        value = TypeOf(variable);
        return true;
    }

    /// <summary>The value a variable has when its frame starts.</summary>
    public static Value Read(Frame frame, BuiltInVariable variable) => variable switch
    {
        BuiltInVariable.This => frame.This,
        BuiltInVariable.Player => Value.Obj(frame.Player),
        BuiltInVariable.Caller => frame.CallerValue,
        BuiltInVariable.Verb => Value.Str(frame.Verb),
        BuiltInVariable.Args => Value.List(frame.ReadArguments()),
        BuiltInVariable.Argstr => frame.Command.Argstr,
        BuiltInVariable.Dobj => frame.Command.Dobj,
        BuiltInVariable.Dobjstr => frame.Command.Dobjstr,
        BuiltInVariable.Prepstr => frame.Command.Prepstr,
        BuiltInVariable.Iobj => frame.Command.Iobj,
        BuiltInVariable.Iobjstr => frame.Command.Iobjstr,
        _ => TypeOf(variable),
    };

    private static Value TypeOf(BuiltInVariable variable) => variable switch
    {
        BuiltInVariable.Int or BuiltInVariable.Num => Type(ValueKind.Int),
        BuiltInVariable.Float => Type(ValueKind.Float),
        BuiltInVariable.Str => Type(ValueKind.Str),
        BuiltInVariable.Obj => Type(ValueKind.Obj),
        BuiltInVariable.List => Type(ValueKind.List),
        BuiltInVariable.Err => Type(ValueKind.Err),
        BuiltInVariable.Map => Type(ValueKind.Map),
        BuiltInVariable.Anon => Type(ValueKind.Anon),
        BuiltInVariable.Waif => Type(ValueKind.Waif),
        _ => Type(ValueKind.Bool),
    };

    private static Value Type(ValueKind kind) => Value.Int((int)kind);
}
