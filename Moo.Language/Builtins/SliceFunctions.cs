using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Lists and strings turned around; columns out of lists of lists.</summary>
internal static class SliceFunctions
{
    /// <summary>A list or a string with its elements in the opposite order.</summary>
    /// <example>reverse({1, 2, 3}) => {3, 2, 1}</example>
    /// <example>reverse("foobar") => "raboof"</example>
    /// <exception cref="MooError">E_INVARG for any other kind of value.</exception>
    [Builtin("reverse")]
    public static Value Reverse(MooTask task, Value value)
    {
        if (value.TryStr(out var text)) return Effort.OfElements(task, text.Length) ? Value.Str(Reversed(text)) : Value.Failure;
        if (!value.TryList(out var list))
            return task.RaiseHere(ErrorCode.E_INVARG, "a list or a string can be reversed, not {0}", Value.Str(Kinds.Describe(value)));
        if (!Effort.OfElements(task, list.Count)) return Value.Failure;
        var items = new Value[list.Count];
        list.CopyTo(items);
        Array.Reverse(items);
        return Value.List(MooList.FromOwned(items, items.Length));
    }

    private static string Reversed(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        source.CopyTo(target);
        target.Reverse();
        // A character beyond U+FFFF is a pair of units: it must not be turned around itself.
        for (var i = 0; i + 1 < target.Length; i++)
            if (char.IsLowSurrogate(target[i])) (target[i], target[i + 1]) = (target[++i], target[i - 1]);
    });

    /// <summary>One element out of each element of a list: a column of a table.</summary>
    /// <remarks>
    /// Of lists and strings, <paramref name="index"/> is a position, or a list of positions to get several elements of
    /// each. Of maps it is a string, the key; a map without that key is left out, or <paramref name="otherwise"/>
    /// stands in its place.
    /// </remarks>
    /// <example>slice({{"z", 1}, {"y", 2}, {"x", 5}}, 2) => {1, 2, 5}</example>
    /// <example>slice({{"z", 1, 3}, {"y", 2, 4}}, {2, 1}) => {{1, "z"}, {2, "y"}}</example>
    /// <example>slice({["a" -> 1], ["b" -> 8]}, "a", 0) => {1, 0}</example>
    /// <exception cref="MooError">
    /// E_INVARG for an index or an element of a kind that does not fit; E_RANGE for a position that an element does not
    /// have, and for an empty list of positions.
    /// </exception>
    [Builtin("slice")]
    public static Value Slice(MooTask task, MooList list, Value? index = null, Value? otherwise = null)
    {
        var column = index ?? Value.Int(1);
        if (CheckIndex(task, column) is { } failure) return failure;
        if (!Effort.OfElements(task, list.Count)) return Value.Failure;
        var cells = new Value[list.Count];
        var count = 0;
        long bytes = 0;
        foreach (ref readonly var row in list.AsSpan())
        {
            if (column.IsStr && row.TryMap(out var map) && !map.TryGet(column, out _) && otherwise is null) continue;
            if (!TryCell(task, row, column, otherwise ?? default, out var cell)) return cell;
            cells[count++] = cell;
            // Positions may be repeated: the columns can take far more than the table did.
            bytes += cell.Bytes;
            if (bytes > task.Limits.MaxListBytes)
                return task.RaiseQuota(default, "a list may take {0} bytes", task.Limits.MaxListBytes);
        }
        return Quota.Check(task, Value.List(MooList.FromOwned(cells, count)));
    }

    private static Value? CheckIndex(MooTask task, Value index)
    {
        if (index.IsStr) return null;
        if (index.TryInt(out var place)) return place >= 1 ? null : NoPosition(task, index);
        if (!index.TryList(out var places))
            return task.RaiseHere(ErrorCode.E_INVARG, "an index is a position, a list of positions, or a key, not {0}", index);
        if (places.Count == 0) return task.RaiseHere(ErrorCode.E_RANGE, "the list of positions is empty");
        foreach (ref readonly var each in places.AsSpan())
        {
            if (!each.IsInt) return task.RaiseHere(ErrorCode.E_INVARG, "a position is an integer, not {0}", each);
            if (each.AsInt < 1) return NoPosition(task, each);
        }
        return null;
    }

    private static Value NoPosition(MooTask task, Value number) =>
        task.RaiseHere(ErrorCode.E_RANGE, "positions count from 1, {0} is none", number);

    // False if there is none: then the cell is what to return instead, the error.
    private static bool TryCell(MooTask task, Value row, Value index, Value otherwise, out Value cell)
    {
        if (index.IsStr && row.TryMap(out var map))
        {
            if (!map.TryGet(index, out cell)) cell = otherwise;
            return true;
        }
        if (index.IsStr || !row.IsList && !row.IsStr)
        {
            cell = task.RaiseHere(ErrorCode.E_INVARG, "{0} has no element at {1}", Value.Str(Kinds.Describe(row)), index);
            return false;
        }
        return index.IsInt ? TryAt(task, row, index.AsInt, out cell) : TryAll(task, row, index.AsList.AsSpan(), out cell);
    }

    private static bool TryAll(MooTask task, Value row, ReadOnlySpan<Value> places, out Value cells)
    {
        var found = new Value[places.Length];
        for (var i = 0; i < found.Length; i++)
        {
            if (TryAt(task, row, places[i].AsInt, out found[i])) continue;
            cells = found[i];
            return false;
        }
        var isAffordable = Effort.OfElements(task, found.Length);
        cells = isAffordable ? Value.List(MooList.FromOwned(found, found.Length)) : Value.Failure;
        return isAffordable;
    }

    private static bool TryAt(MooTask task, Value row, long place, out Value element)
    {
        var length = row.TryList(out var list) ? list.Count : MooText.Length(ref row);
        if (place > length)
        {
            element = task.RaiseHere(ErrorCode.E_RANGE, "there is no element {0} in {1}", Value.Int(place), row);
            return false;
        }
        element = list is not null ? list[(int)place - 1] : Value.Str(MooText.At(row.AsStr, (int)place));
        return true;
    }
}
