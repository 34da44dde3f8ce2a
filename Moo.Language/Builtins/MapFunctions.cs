using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Keys and values of maps.</summary>
internal static class MapFunctions
{
    /// <summary>The keys of a map, in their order.</summary>
    /// <example>mapkeys(["foo" -> 1, "bar" -> 2]) => {"bar", "foo"}</example>
    [Builtin("mapkeys")]
    public static Value MapKeys(MooTask task, MooMap map) =>
        Effort.OfElements(task, map.Count) ? Quota.Check(task, Value.List(map.Keys())) : Value.Failure;

    /// <summary>The values of a map in the order of their keys, or the values under the keys given.</summary>
    /// <remarks>Keys given must be spelled as in the map: here upper and lower case differ.</remarks>
    /// <example>mapvalues(["foo" -> 1, "bar" -> 2, "baz" -> 3]) => {2, 3, 1}</example>
    /// <example>mapvalues(["foo" -> 1, "bar" -> 2, "baz" -> 3], "foo", "baz") => {1, 3}</example>
    /// <exception cref="MooError">E_RANGE for a key that the map does not have.</exception>
    [Builtin("mapvalues")]
    public static Value MapValues(MooTask task, MooMap map, ReadOnlySpan<Value> keys)
    {
        if (keys.IsEmpty) return Effort.OfElements(task, map.Count) ? Quota.Check(task, Value.List(map.Values())) : Value.Failure;
        var values = new Value[keys.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!MooMap.IsKey(keys[i]) || !map.TryGet(keys[i], out values[i], matchCase: true)) return NoKey(task, keys[i]);
        }
        return Quota.Check(task, Value.List(MooList.FromOwned(values, values.Length)));
    }

    /// <summary>A map without one of its keys.</summary>
    /// <example>mapdelete(["foo" -> 1, "bar" -> 2], "bar") => ["foo" -> 1]</example>
    /// <exception cref="MooError">
    /// E_RANGE if the map does not have the key; E_TYPE for a list or a map as the key.
    /// </exception>
    [Builtin("mapdelete")]
    public static Value MapDelete(MooTask task, MooMap map, Value key)
    {
        if (!MooMap.IsKey(key)) return BadKey(task, key);
        var less = map.Remove(key);
        return ReferenceEquals(less, map) ? NoKey(task, key) : Value.Of(less);
    }

    /// <summary>Whether a map has a key.</summary>
    /// <remarks>Upper and lower case count as equal unless <paramref name="caseMatters"/>.</remarks>
    /// <example>maphaskey(["foo" -> 1], "FOO") => 1</example>
    /// <example>maphaskey(["foo" -> 1], "FOO", 1) => 0</example>
    /// <exception cref="MooError">E_TYPE for a list or a map as the key.</exception>
    [Builtin("maphaskey")]
    public static Value MapHasKey(MooTask task, MooMap map, Value key, bool caseMatters = false) =>
        MooMap.IsKey(key) ? Value.Truth(map.TryGet(key, out _, caseMatters)) : BadKey(task, key);

    private static Value NoKey(MooTask task, Value key) => task.RaiseHere(ErrorCode.E_RANGE, "the map has no key {0}", key);

    private static Value BadKey(MooTask task, Value key) =>
        task.RaiseHere(ErrorCode.E_TYPE, "{0} cannot be a key of a map", Value.Str(Kinds.Describe(key)));
}
