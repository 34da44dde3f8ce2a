using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Kinds of value in plain words, for messages.</summary>
internal static class Kinds
{
    /// <summary>A value with its kind: <c>the string "abc"</c>.</summary>
    public static string Describe(Value value) => value.Kind switch
    {
        ValueKind.Int => $"the integer {value}",
        ValueKind.Float => $"the float {value}",
        ValueKind.Str => $"the string {Short(value)}",
        ValueKind.Obj => $"the object {value}",
        ValueKind.Err => $"the error {value}",
        _ => Name(value.Kind),
    };

    /// <summary>A kind with its article: <c>a list</c>.</summary>
    public static string Name(ValueKind kind) => kind switch
    {
        ValueKind.Int => "an integer",
        ValueKind.Obj => "an object",
        ValueKind.Str => "a string",
        ValueKind.Err => "an error",
        ValueKind.List => "a list",
        ValueKind.Float => "a float",
        ValueKind.Map => "a map",
        ValueKind.Anon => "an anonymous object",
        ValueKind.Waif => "a WAIF",
        ValueKind.Bool => "a boolean",
        ValueKind.Flyweight => "a flyweight",
        ValueKind.Symbol => "a symbol",
        ValueKind.Binary => "a binary string",
        ValueKind.Lambda => "a function",
        _ => "nothing",
    };

    /// <summary>A text that a world made up, to stand inside the format of a message: its braces mean nothing.</summary>
    public static string Verbatim(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Short(Value value)
    {
        const int longest = 30;
        var text = value.AsStr;
        return Literal.Of(Value.Str(text.Length <= longest ? text : text[..longest] + "…"));
    }
}
