using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Finds out in what two values differ, and says so as a map (mooR's format). Used once.</summary>
/// <remarks>After <see cref="IsHalted"/> is set, the task must stop and the results mean nothing.</remarks>
internal sealed class ValueDiff(MooTask task, DiffLimits limits)
{
    // Above this many cells the table that finds the longest common part would take too much memory, whatever the options say.
    private const int MostCells = 1 << 22;

    /// <summary>Whether the task must stop.</summary>
    public bool IsHalted { get; private set; }

    /// <summary>What makes one value out of another.</summary>
    public MooMap Compare(Value old, Value young) => Compare(old, young, 0);

    private MooMap Compare(Value old, Value young, int depth)
    {
        IsHalted |= !Effort.OfBytes(task, Math.Min(old.Bytes, young.Bytes));
        if (IsHalted) return MooMap.Empty;
        if (old == young) return Add(Start("unchanged", isTruncated: false, isEqual: true), ("changes", Value.List(MooList.Empty)));
        if (depth >= limits.Depth) return Replacement(old, young, isTruncated: true);
        if (old.TryList(out var oldList) && young.TryList(out var newList)) return CompareLists(oldList, newList, depth);
        if (old.TryMap(out var oldMap) && young.TryMap(out var newMap)) return CompareMaps(oldMap, newMap, depth);
        if (old.Try<MooFlyweight>(out var oldFly) && young.Try<MooFlyweight>(out var newFly))
            return CompareFlyweights(oldFly, newFly, depth);
        return Replacement(old, young, isTruncated: false);
    }

    private MooMap Replacement(Value old, Value young, bool isTruncated)
    {
        var entry = Add(Start("replace", isTruncated), ("old_type", TypeName(old)), ("new_type", TypeName(young)));
        return limits.ShowsValues && IsSmall(old) && IsSmall(young) ? Add(entry, ("old", old), ("new", young)) : entry;
    }

    // ---- lists

    private MooMap CompareLists(MooList old, MooList young, int depth)
    {
        var shorter = Math.Min(old.Count, young.Count);
        int before = 0, behind = 0;
        while (before < shorter && old[before] == young[before]) before++;
        while (behind < shorter - before && old[^(behind + 1)] == young[^(behind + 1)]) behind++;
        var oldMiddle = old.Slice(before, old.Count - before - behind);
        var newMiddle = young.Slice(before, young.Count - before - behind);

        var cells = (long)oldMiddle.Count * newMiddle.Count;
        bool isTruncated;
        MooList changes;
        if (oldMiddle.Count == newMiddle.Count)
            (changes, isTruncated) = CompareInPlace(oldMiddle, newMiddle, before, depth);
        else if (cells <= Math.Min(limits.Cells, MostCells))
            (changes, isTruncated) = CompareByCommonPart(oldMiddle, newMiddle, before, depth);
        else
            (changes, isTruncated) = (MooList.Of(Value.Of(Range(oldMiddle, newMiddle, before))), false);
        return Add(Start("list", isTruncated), ("old_len", Value.Int(old.Count)), ("new_len", Value.Int(young.Count)),
            ("changes", Value.List(changes)));
    }

    private static MooMap Range(MooList old, MooList young, int before) => Entry(("op", Text("replace_range")),
        ("old_start", Value.Int(before + 1)), ("old_len", Value.Int(old.Count)),
        ("new_start", Value.Int(before + 1)), ("new_len", Value.Int(young.Count)));

    private (MooList Changes, bool IsTruncated) CompareInPlace(MooList old, MooList young, int before, int depth)
    {
        var changes = MooList.Empty;
        for (var i = 0; i < old.Count; i++)
        {
            if (old[i] == young[i]) continue;
            if (changes.Count >= limits.Changes) return (changes, true);
            changes = changes.Append(Changed("index", Value.Int(before + i + 1), old[i], young[i], depth));
        }
        return (changes, false);
    }

    private (MooList Changes, bool IsTruncated) CompareByCommonPart(MooList old, MooList young, int before, int depth)
    {
        var common = CommonLengths(old, young);
        if (IsHalted) return (MooList.Empty, true);
        var changes = MooList.Empty;
        for (int i = 0, j = 0; i < old.Count || j < young.Count;)
        {
            if (changes.Count >= limits.Changes) return (changes, true);
            if (i < old.Count && j < young.Count && old[i] == young[j])
            {
                i++;
                j++;
            }
            else if (j < young.Count && (i == old.Count || common[i, j + 1] >= common[i + 1, j]))
            {
                changes = AppendAddition(changes, old, i, young, j++, before, depth);
            }
            else
            {
                changes = changes.Append(One("remove", "index", Value.Int(before + ++i), old[i - 1]));
            }
        }
        return (changes, false);
    }

    // What was removed just before is what the addition changes, if values are to be shown.
    private MooList AppendAddition(MooList changes, MooList old, int i, MooList young, int j, int before, int depth)
    {
        if (limits.ShowsValues && i > 0 && changes.Count > 0 && changes[^1].AsMap is { } last && last.Find("op") == Text("remove")
            && last.Find("index") == Value.Int(before + i) && last.Find("value") != Summary(young[j]))
        {
            return changes.SetItem(changes.Count - 1, Changed("index", Value.Int(before + i), old[i - 1], young[j], depth));
        }
        return changes.Append(One("add", "index", Value.Int(before + j + 1), young[j]));
    }

    // By positions: how long the longest common part of what lies behind them is.
    private int[,] CommonLengths(MooList old, MooList young)
    {
        var common = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            IsHalted |= !Effort.OfBytes(task, young.Bytes + old[i].Bytes);
            if (IsHalted) return common;
            for (var j = young.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    // ---- maps and flyweights

    private MooMap CompareMaps(MooMap old, MooMap young, int depth)
    {
        var (changes, isTruncated) = CompareEntries(old, young, depth);
        return Add(Start("map", isTruncated), ("old_len", Value.Int(old.Count)), ("new_len", Value.Int(young.Count)),
            ("changes", Value.List(changes)));
    }

    private (MooList Changes, bool IsTruncated) CompareEntries(MooMap old, MooMap young, int depth)
    {
        var changes = MooList.Empty;
        long oldCursor = 0, newCursor = 0;
        var hasOld = old.Next(ref oldCursor, out var oldKey, out var oldValue);
        var hasNew = young.Next(ref newCursor, out var newKey, out var newValue);
        while (hasOld || hasNew)
        {
            if (changes.Count >= limits.Changes) return (changes, true);
            var order = !hasOld ? 1 : !hasNew ? -1 : ValueComparison.CompareKeys(oldKey, newKey);
            if (order < 0) changes = changes.Append(One("remove", "key", oldKey, oldValue));
            else if (order > 0) changes = changes.Append(One("add", "key", newKey, newValue));
            else if (oldValue != newValue) changes = changes.Append(Changed("key", oldKey, oldValue, newValue, depth));
            if (order <= 0) hasOld = old.Next(ref oldCursor, out oldKey, out oldValue);
            if (order >= 0) hasNew = young.Next(ref newCursor, out newKey, out newValue);
        }
        return (changes, false);
    }

    private MooMap CompareFlyweights(MooFlyweight old, MooFlyweight young, int depth)
    {
        var changes = MooList.Empty;
        if (old.Delegate != young.Delegate)
            changes = changes.Append(Field("delegate", ("old", Value.Obj(old.Delegate)), ("new", Value.Obj(young.Delegate))));
        var (slots, isTruncated) = CompareEntries(old.Slots, young.Slots, depth);
        if (slots.Count > 0) changes = changes.Append(Field("slots", ("changes", Value.List(slots))));
        var (oldContents, newContents) = (Value.List(old.Contents), Value.List(young.Contents));
        if (oldContents != newContents)
            changes = changes.Append(Field("contents", ("diff", Value.Of(Compare(oldContents, newContents, depth + 1)))));
        if (changes.Count > limits.Changes) (changes, isTruncated) = (changes.Slice(0, limits.Changes), true);
        return Add(Start("flyweight", isTruncated), ("changes", Value.List(changes)));
    }

    // ---- parts of the result

    private Value Changed(string place, Value where, Value old, Value young, int depth) =>
        Value.Of(Entry(("op", Text("change")), (place, where), ("diff", Value.Of(Compare(old, young, depth + 1)))));

    private Value One(string what, string place, Value where, Value value) =>
        Value.Of(Entry(("op", Text(what)), (place, where), ("value", Summary(value))));

    private static Value Field(string name, params ReadOnlySpan<(string Key, Value Value)> rest) =>
        Value.Of(Add(Entry(("op", Text("change")), ("field", Text(name))), rest));

    private Value Summary(Value value) => limits.ShowsValues && IsSmall(value) ? value : Value.Of(Entry(("type", TypeName(value))));

    private static bool IsSmall(Value value) => value.Kind is ValueKind.Int or ValueKind.Float or ValueKind.Bool or ValueKind.Obj
        or ValueKind.Symbol or ValueKind.Err;

    private static Value TypeName(Value value) =>
        Text(value.Kind == ValueKind.Symbol ? "sym" : value.Kind.ToString().ToLowerInvariant());

    private static MooMap Start(string kind, bool isTruncated, bool isEqual = false) =>
        Entry(("equal", Value.Bool(isEqual)), ("kind", Text(kind)), ("truncated", Value.Bool(isTruncated)));

    private static Value Text(string text) => Value.Str(text);

    private static MooMap Entry(params ReadOnlySpan<(string Key, Value Value)> entries) => Add(MooMap.Empty, entries);

    private static MooMap Add(MooMap map, params ReadOnlySpan<(string Key, Value Value)> entries)
    {
        foreach (var (key, value) in entries) map = map.Set(Text(key), value);
        return map;
    }
}
