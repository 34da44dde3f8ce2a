using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>In what values differ (mooR).</summary>
internal static class DiffFunctions
{
    /// <summary>In what two values differ: a map that says what to change in the first to get the second.</summary>
    /// <remarks>
    /// <c>"equal"</c> says whether they are equal, <c>"kind"</c> how they differ: "unchanged", "replace", "list",
    /// "map", "flyweight"; <c>"changes"</c> lists what to do, each a map whose <c>"op"</c> is "change" (with a
    /// <c>"diff"</c> of its own), "add", "remove" or "replace_range", at an <c>"index"</c>, a <c>"key"</c> or a
    /// <c>"field"</c>; <c>"truncated"</c> whether a limit was reached. Options: <c>"max_depth"</c> (8),
    /// <c>"max_changes"</c> (128), <c>"max_lcs_cells"</c> (16384), <c>"include_values"</c>, to see small values, not
    /// only their types.
    /// </remarks>
    /// <example>value_diff({1, 2}, {1, 2})["equal"] => true</example>
    /// <example>value_diff({1, 2}, {1, 3})["changes"][1]["index"] => 2</example>
    /// <example>value_diff(1, 2, ["include_values" -> 1])["new"] => 2</example>
    /// <exception cref="MooError">E_INVARG for an unknown option, E_TYPE and E_RANGE for an option's value.</exception>
    [Builtin("value_diff")]
    public static Value Diff(MooTask task, Value old, Value young, MooMap? options = null)
    {
        if (DiffLimits.TryRead(task, options, out var limits) is { } wrong) return wrong;
        var diff = new ValueDiff(task, limits);
        var result = diff.Compare(old, young);
        return diff.IsHalted ? Value.Failure : Quota.Check(task, Value.Of(result));
    }

    /// <summary>
    /// Compares two changed versions of a value with the value they come from, and picks the one that changed.
    /// </summary>
    /// <remarks>
    /// If both changed to the same, or only one changed, <c>"ok"</c> is true, <c>"value"</c> the outcome,
    /// <c>"resolution"</c> "same", "incoming" or "local", and <c>"diff"</c> what changed. Else there is a conflict,
    /// with <c>"local_diff"</c> and <c>"incoming_diff"</c>. Options as for <c>value_diff()</c>.
    /// </remarks>
    /// <example>value_diff3({1, 2}, {1, 2}, {1, 3})["value"] => {1, 3}</example>
    /// <example>value_diff3(1, 2, 3)["conflict"] => true</example>
    /// <exception cref="MooError">As for <c>value_diff()</c>.</exception>
    [Builtin("value_diff3")]
    public static Value Diff3(MooTask task, Value original, Value local, Value incoming, MooMap? options = null)
    {
        if (DiffLimits.TryRead(task, options, out var limits) is { } wrong) return wrong;
        if (!Effort.OfBytes(task, original.Bytes + local.Bytes + incoming.Bytes)) return Value.Failure;
        var diff = new ValueDiff(task, limits);
        var result = local == incoming ? Resolved("same", local)
            : original == local ? Resolved("incoming", incoming)
            : original == incoming ? Resolved("local", local)
            : Start(isResolved: false, "conflict", "manual").Set(Value.Str("local_diff"), Value.Of(diff.Compare(original, local)))
                .Set(Value.Str("incoming_diff"), Value.Of(diff.Compare(original, incoming)));
        return diff.IsHalted ? Value.Failure : Quota.Check(task, Value.Of(result));

        MooMap Resolved(string resolution, Value value) => Start(isResolved: true, "resolved", resolution)
            .Set(Value.Str("value"), value).Set(Value.Str("diff"), Value.Of(diff.Compare(original, value)));
    }

    private static MooMap Start(bool isResolved, string kind, string resolution) => MooMap.Empty
        .Set(Value.Str("ok"), Value.Bool(isResolved)).Set(Value.Str("kind"), Value.Str(kind))
        .Set(Value.Str("conflict"), Value.Bool(!isResolved)).Set(Value.Str("resolution"), Value.Str(resolution));
}
