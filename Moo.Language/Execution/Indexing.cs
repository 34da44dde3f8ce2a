using System.Runtime.InteropServices;
using Moo.Language.Builtins;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Elements and ranges of lists, strings and maps: getting, and making the collection with one replaced.</summary>
internal static class Indexing
{
    public static Value Get(Frame frame, Node at, Value collection, Value index)
    {
        if (index.IsFailure) return index;
        if (collection.TryMap(out var map))
        {
            if (!MooMap.IsKey(index)) return BadKey(frame, at, index);
            return map.TryGet(index, out var found) ? found : frame.Fail(at, ErrorCode.E_RANGE, "the map has no key {0}", index);
        }
        if (!collection.IsList && !collection.IsStr)
            return frame.Fail(at, ErrorCode.E_TYPE, "{0} has no elements", Value.Str(Kinds.Describe(collection)));
        if (!index.TryInt(out var place)) return frame.Fail(at, ErrorCode.E_TYPE, "an index is an integer, not {0}", Value.Str(Kinds.Describe(index)));
        if (collection.TryList(out var list))
            return place >= 1 && place <= list.Count ? list[(int)place - 1] : OutOfRange(frame, at, place, list.Count);
        var text = collection.AsStr;
        if (!Effort.OfCounting(frame.Task, text.Length)) return Value.Failure;
        var length = MooText.Length(ref collection);
        return place >= 1 && place <= length ? Value.Str(MooText.At(text, (int)place, length)) : OutOfRange(frame, at, place, length);
    }

    public static Value GetRange(Frame frame, Node at, Value collection, Value from, Value to)
    {
        if (collection.TryMap(out var map)) return GetMapRange(frame, at, map, from, to);
        if (!collection.IsList && !collection.IsStr)
            return frame.Fail(at, ErrorCode.E_TYPE, "{0} has no ranges", Value.Str(Kinds.Describe(collection)));
        if (!from.TryInt(out var first) || !to.TryInt(out var last))
            return frame.Fail(at, ErrorCode.E_TYPE, "a range goes from an integer to an integer, not from {0} to {1}", from, to);
        if (collection.TryStr(out var whole) && !Effort.OfCounting(frame.Task, whole.Length)) return Value.Failure;
        var length = collection.TryList(out var list) ? list.Count : MooText.Length(ref collection);
        // A range that ends before it starts is empty, wherever it lies (LambdaMOO).
        if (last < first) return list is not null ? Value.List(MooList.Empty) : Value.EmptyString;
        if (first < 1 || first > length) return OutOfRange(frame, at, first, length);
        if (last > length) return OutOfRange(frame, at, last, length);
        if (!Effort.Take(frame.Task, last - first)) return Value.Failure;
        return list is not null
            ? Value.List(list.Slice((int)first - 1, (int)(last - first + 1)))
            : Value.Str(MooText.Slice(collection.AsStr, (int)first, (int)last, length));
    }

    // A map's range goes from key to key in key order (ToastStunt). Both must be there, except that a range that ends before it starts is empty.
    private static Value GetMapRange(Frame frame, Node at, MooMap map, Value from, Value to)
    {
        if (MooMap.IsKey(from) && MooMap.IsKey(to) && ValueComparison.CompareKeys(from, to) > 0) return Value.Of(MooMap.Empty);
        if (FindRange(frame, at, map, from, to, out var first, out var last) is { } failure) return failure;
        if (!Effort.OfElements(frame.Task, map.Count)) return Value.Failure;
        var pairs = new List<Value>();
        AddEntries(pairs, map, first, last);
        return Value.Of(MooMap.OfPairs(CollectionsMarshal.AsSpan(pairs)));
    }

    private static void AddEntries(List<Value> pairs, MooMap map, int first, int last)
    {
        var rank = 0;
        foreach (var (key, value) in map)
        {
            if (rank >= first && rank <= last) pairs.AddRange(key, value);
            rank++;
        }
    }

    private static Value? FindRange(Frame frame, Node at, MooMap map, Value from, Value to, out int first, out int last)
    {
        first = last = -1;
        if (!MooMap.IsKey(from)) return BadKey(frame, at, from);
        if (!MooMap.IsKey(to)) return BadKey(frame, at, to);
        (first, last) = (map.RankOf(from), map.RankOf(to));
        if (first < 0) return frame.Fail(at, ErrorCode.E_RANGE, "the map has no key {0}", from);
        return last < 0 ? frame.Fail(at, ErrorCode.E_RANGE, "the map has no key {0}", to) : null;
    }

    /// <summary>Replaces an element of a list in a variable, in place if the variable owns the list.</summary>
    /// <returns>The list that is in the variable then; null if this is a case for <see cref="Set"/>, which knows what is wrong.</returns>
    public static MooList? SetInPlace(Frame frame, MooList list, long place, Value item)
    {
        if ((ulong)(place - 1) >= (ulong)list.Count) return null;
        // What has a weight or a depth of its own may be too much.
        if (item.Reference is not null && (list.Bytes + item.Bytes > frame.Task.Limits.MaxListBytes || item.Depth >= TaskLimits.DeepestValue)) return null;
        return list.SetItemInPlace((int)place - 1, item, frame);
    }

    /// <summary>The same for an element of an element, which the caller knows to be there.</summary>
    public static MooList? SetInPlace(Frame frame, MooList list, long outer, long inner, Value item)
    {
        if (!list[(int)outer - 1].TryList(out var row) || (ulong)(inner - 1) >= (ulong)row.Count) return null;
        if (item.Reference is not null && (list.Bytes + item.Bytes > frame.Task.Limits.MaxListBytes || item.Depth + 1 >= TaskLimits.DeepestValue)) return null;
        return list.SetItemInPlace((int)outer - 1, (int)inner - 1, item, frame);
    }

    public static Value Set(Frame frame, Node at, Value collection, Value index, Value item)
    {
        if (collection.TryMap(out var map))
            return MooMap.IsKey(index) ? Quota.Check(frame, at, map.Set(index, item)) : BadKey(frame, at, index);
        if (!collection.IsList && !collection.IsStr)
            return frame.Fail(at, ErrorCode.E_TYPE, "{0} has no elements to set", Value.Str(Kinds.Describe(collection)));
        if (!index.TryInt(out var place)) return frame.Fail(at, ErrorCode.E_TYPE, "an index is an integer, not {0}", Value.Str(Kinds.Describe(index)));
        if (collection.TryList(out var list))
        {
            if (place < 1 || place > list.Count) return OutOfRange(frame, at, place, list.Count);
            return Quota.Check(frame, at, list.SetItem((int)place - 1, item));
        }
        return SetCharacter(frame, at, collection, place, item);
    }

    private static Value SetCharacter(Frame frame, Node at, Value collection, long place, Value item)
    {
        if (!item.TryStr(out var character)) return frame.Fail(at, ErrorCode.E_TYPE, "an element of a string is a string, not {0}", item);
        var length = MooText.Length(ref collection);
        if (place < 1 || place > length) return OutOfRange(frame, at, place, length);
        if (MooText.Length(character) != 1) return frame.Fail(at, ErrorCode.E_INVARG, "an element of a string is one character, not {0}", item);
        var text = collection.AsStr;
        if (!Effort.Take(frame.Task, text.Length)) return Value.Failure;
        return Value.Str(MooText.Slice(text, 1, (int)place - 1) + character + MooText.Slice(text, (int)place + 1, length));
    }

    public static Value SetRange(Frame frame, Node at, Value collection, Value from, Value to, Value items)
    {
        if (collection.TryMap(out var map)) return SetMapRange(frame, at, map, from, to, items);
        if (!from.TryInt(out var first) || !to.TryInt(out var last))
            return frame.Fail(at, ErrorCode.E_TYPE, "a range goes from an integer to an integer, not from {0} to {1}", from, to);
        if (collection.TryList(out var list) && items.TryList(out var with))
        {
            if (first > list.Count + 1L || last < 0) return OutOfRange(frame, at, last < 0 ? last : first, list.Count);
            var (before, behind) = Around(first, last, list.Count);
            if (!Effort.OfElements(frame.Task, behind + (long)with.Count)) return Value.Failure;
            var tail = list.Slice(list.Count - behind, behind);
            return Quota.Check(frame, at, list.Slice(0, before).AppendRange(with).AppendRange(tail));
        }
        if (!collection.IsStr || !items.TryStr(out var insert))
        {
            return frame.Fail(at, ErrorCode.E_TYPE, "{0} cannot take the place of a range of {1}",
                Value.Str(Kinds.Describe(items)), Value.Str(Kinds.Describe(collection)));
        }
        var length = MooText.Length(ref collection);
        if (first > length + 1L || last < 0) return OutOfRange(frame, at, last < 0 ? last : first, length);
        var text = collection.AsStr;
        if (text.Length + (long)insert.Length > frame.Task.Limits.MaxStringConcat + Math.Max(0, last - first + 1)) return Operators.Concatenate(frame, at, text, insert);
        var (head, end) = Around(first, last, length);
        return Operators.Concatenate(frame, at, MooText.Slice(text, 1, head), insert + MooText.Slice(text, length - end + 1, length));
    }

    // How many elements lie before and behind a range. LambdaMOO lets it reach out at either end, and be turned around.
    private static (int Before, int Behind) Around(long first, long last, int length) =>
        (first <= 1 ? 0 : (int)first - 1, (int)Math.Max(0, length - last));

    private static Value SetMapRange(Frame frame, Node at, MooMap map, Value from, Value to, Value items)
    {
        if (!items.TryMap(out var with)) return frame.Fail(at, ErrorCode.E_TYPE, "a map takes the place of a range of a map, not {0}", items);
        if (FindRange(frame, at, map, from, to, out var first, out var last) is { } failure) return failure;
        if (!Effort.OfElements(frame.Task, map.Count + (long)with.Count)) return Value.Failure;
        // Of equal keys the last counts: what lies behind the range keeps its values, whatever the new entries say (ToastStunt).
        var pairs = new List<Value>();
        AddEntries(pairs, map, 0, first - 1);
        AddEntries(pairs, with, 0, with.Count - 1);
        AddEntries(pairs, map, last + 1, map.Count - 1);
        return Quota.Check(frame, at, MooMap.OfPairs(CollectionsMarshal.AsSpan(pairs)));
    }

    private static Value OutOfRange(Frame frame, Node at, long place, long length) => frame.Fail(at, ErrorCode.E_RANGE,
        length == 0 ? "there is no element {0}: it is empty" : "there is no element {0}: there are {1}", Value.Int(place), Value.Int(length));

    private static Value BadKey(Frame frame, Node at, Value key) =>
        frame.Fail(at, ErrorCode.E_TYPE, "{0} cannot be a key of a map", Value.Str(Kinds.Name(key.Kind)));
}
