using System.Globalization;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>What programs can ask about the server's version: a tree of <c>{name, value}</c> pairs.</summary>
internal static class VersionTree
{
    private static readonly string[] Features =
    [
        "anonymous_objects", "binaries", "booleans", "custom_errors", "flyweights", "int64", "lambdas", "maps", "multiple_inheritance", "symbols", "transactions",
        "unicode", "waifs",
    ];

    /// <summary>The tree of a version <c>1.2.3</c>, perhaps with something behind.</summary>
    public static MooList Of(string version)
    {
        var end = version.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        var parts = version[..end].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return MooList.Of(
            Pair("major", Number(parts, 0)), Pair("minor", Number(parts, 1)), Pair("release", Number(parts, 2)),
            Pair("ext", Value.Str(version[end..])), Pair("string", Value.Str(version)),
            Pair("features", Value.List(MooList.OfStrings(Features))));
    }

    private static Value Pair(string name, Value value) => Value.List(Value.Str(name), value);

    private static Value Number(string[] parts, int index) =>
        Value.Int(index < parts.Length && long.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    /// <summary>What a path of names leads to, or null.</summary>
    public static Value? Find(Value tree, string path)
    {
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!tree.TryList(out var level) || Step(level, name) is not { } below) return null;
            tree = below;
        }
        return tree;
    }

    private static Value? Step(MooList level, string name)
    {
        foreach (var entry in level)
        {
            if (entry.TryStr(out var text) && text == name) return entry;
            if (entry.TryList(out var pair) && pair.Count == 2 && pair[0].TryStr(out var key) && key == name) return pair[1];
        }
        return null;
    }
}
