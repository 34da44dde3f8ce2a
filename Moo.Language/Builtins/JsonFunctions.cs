using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>JSON in and out.</summary>
internal static class JsonFunctions
{
    private const string CommonSubset = "common-subset";
    private const string EmbeddedTypes = "embedded-types";

    /// <summary>A value as JSON text.</summary>
    /// <remarks>
    /// Lists become arrays, maps objects, whose keys are strings whatever they were; numbers, strings and booleans are
    /// JSON's own. All else becomes a string: <c>"#13"</c>, <c>"E_PERM"</c>, a symbol's name, the base64 of a binary.
    /// In mode "embedded-types" such strings end with a type, <c>"#13|obj"</c>, and <c>parse_json()</c> in that mode
    /// gives the same value back. Differs from ToastStunt: <c>~0A</c> in a string is three characters, not a line end;
    /// strings hold line ends themselves. Floats get as many digits as it takes to read them back.
    /// </remarks>
    /// <example>generate_json({1, 2.5, "three", true}) => "[1,2.5,\"three\",true]"</example>
    /// <example>generate_json(["foo" -> #1]) => "{\"foo\":\"#1\"}"</example>
    /// <example>generate_json([1 -> #1], "embedded-types") => "{\"1|int\":\"#1|obj\"}"</example>
    /// <exception cref="MooError">
    /// E_INVARG for an unknown mode and for a value that has no form in JSON: a WAIF, a function.
    /// </exception>
    [Builtin("generate_json")]
    public static Value GenerateJson(MooTask task, Value value, string mode = CommonSubset)
    {
        if (!TryMode(mode, out var withTypes)) return UnknownMode(task, mode);
        var generator = new JsonGenerator(task, withTypes, stackalloc char[256]);
        try
        {
            return generator.Generate(value);
        }
        finally
        {
            generator.Dispose();
        }
    }

    /// <summary>The value of a JSON text.</summary>
    /// <remarks>
    /// Arrays become lists, objects maps with strings for keys; of entries with one key the last counts. A number
    /// without a point or an exponent is an integer, or a float if 64 bits are too few. <c>null</c> is <c>E_NONE</c>.
    /// In mode "embedded-types" a string that ends with a type, as <c>generate_json()</c> writes it, is a value of that
    /// type. <c>$server_options.json_max_parse_depth</c> limits nesting.
    /// </remarks>
    /// <example>parse_json("{\"foo\": [1, 1.5, \"bar\"]}") => ["foo" -> {1, 1.5, "bar"}]</example>
    /// <example>parse_json("{\"1|int\": \"#1|obj\"}", "embedded-types") => [1 -> #1]</example>
    /// <exception cref="MooError">
    /// E_INVARG for an unknown mode, for what is no JSON, and for too deep nesting.
    /// </exception>
    [Builtin("parse_json")]
    public static Value ParseJson(MooTask task, string json, string mode = CommonSubset)
    {
        if (!TryMode(mode, out var withTypes)) return UnknownMode(task, mode);
        return new JsonParser(task, json, withTypes, MaxDepth(task)).Parse();
    }

    // The value limit leaves room for one list around what was parsed.
    private static int MaxDepth(MooTask task) =>
        task.Runtime.Options.Find(task.Transaction.Base, "json_max_parse_depth") is { } option && option.TryInt(out var depth)
            ? (int)Math.Clamp(depth, 0, TaskLimits.DeepestValue - 1) : TaskLimits.DeepestValue - 1;

    private static bool TryMode(string mode, out bool withTypes)
    {
        withTypes = mode.Equals(EmbeddedTypes, StringComparison.OrdinalIgnoreCase);
        return withTypes || mode.Equals(CommonSubset, StringComparison.OrdinalIgnoreCase);
    }

    private static Value UnknownMode(MooTask task, string mode) => task.RaiseHere(ErrorCode.E_INVARG,
        "{0} is neither \"" + CommonSubset + "\" nor \"" + EmbeddedTypes + "\"", Value.Str(Literal.Of(Value.Str(mode))));
}
