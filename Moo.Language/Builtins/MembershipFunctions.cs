using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Where values stand in lists and maps; whether all or none of some values are true.</summary>
internal static class MembershipFunctions
{
    /// <summary>The place of a value in a list, or among the values of a map; 0 if it is not there.</summary>
    /// <remarks>
    /// As <c>in</c>, but upper and lower case count as different unless <paramref name="caseMatters"/> is false.
    /// </remarks>
    /// <example>is_member("XyZ", {"XYZ", "xyz", "XyZ"}) => 3</example>
    /// <example>is_member("def", {"ABC", "DEF", "GHI"}, 0) => 2</example>
    /// <exception cref="MooError">E_TYPE if <paramref name="container"/> is neither a list nor a map.</exception>
    [Builtin("is_member", OnlyLooks = true)]
    public static Value IsMember(MooTask task, Value value, Value container, bool caseMatters = true)
    {
        if (!container.IsList && !container.IsMap)
            return task.RaiseHere(ErrorCode.E_TYPE, "a list or a map has members, not {0}", Value.Str(Kinds.Describe(container)));
        if (!Effort.OfBytes(task, container.Bytes)) return Value.Failure;
        return Value.Int(container.TryList(out var list) ? list.IndexOf(value, caseMatters) + 1
            : PlaceIn(container.AsMap, value, caseMatters));
    }

    private static int PlaceIn(MooMap map, Value value, bool caseMatters)
    {
        var place = 0;
        foreach (var (_, candidate) in map)
        {
            place++;
            if (ValueComparison.AreEqual(candidate, value, caseMatters)) return place;
        }
        return 0;
    }

    /// <summary>The places of all elements of a list that equal a value.</summary>
    /// <remarks>Upper and lower case count as equal.</remarks>
    /// <example>all_members("a", {"a", "b", "A", "c", "a"}) => {1, 3, 5}</example>
    [Builtin("all_members")]
    public static Value AllMembers(MooTask task, Value value, MooList list)
    {
        if (!Effort.OfBytes(task, list.Bytes)) return Value.Failure;
        var places = MooList.Empty;
        var place = 0;
        foreach (ref readonly var candidate in list.AsSpan())
        {
            place++;
            if (ValueComparison.AreEqual(candidate, value, matchCase: false)) places = places.Append(Value.Int(place));
        }
        return Quota.Check(task, Value.List(places));
    }

    /// <summary>Whether every argument is true; without arguments, too.</summary>
    /// <example>all(1, "ok", {1}) => 1</example>
    /// <example>all(1, 0) => 0</example>
    [Builtin("all")]
    public static bool All(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly var value in values)
            if (!value.IsTrue) return false;
        return true;
    }

    /// <summary>Whether no argument is true; without arguments, too.</summary>
    /// <example>none(0, "", {}) => 1</example>
    /// <example>none(0, 1) => 0</example>
    [Builtin("none")]
    public static bool None(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly var value in values)
            if (value.IsTrue) return false;
        return true;
    }
}
