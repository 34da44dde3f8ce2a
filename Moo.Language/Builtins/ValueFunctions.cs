using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Kinds of value, conversions, equality.</summary>
internal static class ValueFunctions
{
    /// <summary>The number of a value's kind: <c>INT</c>, <c>STR</c>, <c>LIST</c> …</summary>
    /// <example>typeof("abc") == STR => 1</example>
    [Builtin("typeof", OnlyLooks = true)]
    public static long TypeOf(Value value) => (long)value.Kind;

    /// <summary>The texts of all values, one behind the other.</summary>
    /// <remarks>Strings are taken as they are, errors by their message; a list is shown as <c>{list}</c> only.</remarks>
    /// <example>tostr("item ", 3, " of ", #1) => "item 3 of #1"</example>
    [Builtin("tostr", OnlyLooks = true)]
    public static Value ToStr(MooTask task, ReadOnlySpan<Value> values)
    {
        if (values.Length == 1 && values[0].IsStr) return values[0];
        var text = new TextBuilder(stackalloc char[128]);
        foreach (ref readonly var value in values)
        {
            ValueText.Write(ref text, value);
            if (text.Length > task.Limits.MaxStringConcat) break;
        }
        if (!Effort.Take(task, text.Length)) return Value.Failure;
        return Quota.Check(task, Value.Str(text.Finish()));
    }

    /// <summary>The literal that reads back as the value.</summary>
    /// <example>toliteral({1, "two", E_PERM}) => "{1, \"two\", E_PERM}"</example>
    [Builtin("toliteral", OnlyLooks = true)]
    public static Value ToLiteral(MooTask task, Value value) =>
        Effort.OfBytes(task, value.Bytes) ? Quota.Check(task, Value.Str(Literal.Of(value))) : Value.Failure;

    /// <summary>Whether two values are the same, upper and lower case counting as different.</summary>
    /// <example>equal("Foo", "foo") => 0</example>
    [Builtin("equal", OnlyLooks = true)]
    public static Value Equal(MooTask task, Value left, Value right) =>
        Effort.OfComparison(task, left, right) ? Value.Truth(ValueComparison.AreEqual(left, right, matchCase: true)) : Value.Failure;

    /// <summary>The number of characters of a string, elements of a list, or entries of a map.</summary>
    /// <example>length({1, 2, 3}) => 3</example>
    /// <exception cref="MooError">E_TYPE for any other kind of value.</exception>
    [Builtin("length", OnlyLooks = true)]
    public static Value Length(MooTask task, Value value) => value.Reference switch
    {
        MooList list => Value.Int(list.Count),
        string text => Effort.OfCounting(task, text.Length) ? Value.Int(MooText.Length(ref value)) : Value.Failure,
        MooMap map => Value.Int(map.Count),
        MooBinary binary => Value.Int(binary.Length),
        MooFlyweight flyweight => Value.Int(flyweight.Contents.Count),
        _ => task.RaiseHere(ErrorCode.E_TYPE, "{0} has no length", Value.Str(Kinds.Describe(value))),
    };
}
