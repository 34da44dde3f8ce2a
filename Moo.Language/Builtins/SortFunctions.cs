using System.Buffers;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Sorting lists.</summary>
internal static class SortFunctions
{
    private const int LongestOnStack = 256;

    /// <summary>A list with its elements in order; or in the order of other values, one for each element.</summary>
    /// <remarks>
    /// All values that decide the order must be of one kind, one that has an order: numbers, strings (ignoring case),
    /// objects, errors, booleans, symbols, binaries. Equal elements keep their order. <paramref name="natural"/> takes
    /// the digits inside strings for numbers, so that "x2" comes before "x11"; blanks do not count then.
    /// <paramref name="reverse"/> turns the result around. With <c>{}</c> for <paramref name="keys"/> the list decides
    /// itself. Differs from ToastStunt: the task never waits.
    /// </remarks>
    /// <example>sort({"a57", "a5", "a7", "a11"}) => {"a11", "a5", "a57", "a7"}</example>
    /// <example>sort({"a57", "a5", "a7", "a11"}, {}, 1) => {"a5", "a7", "a11", "a57"}</example>
    /// <example>sort({"foo", "bar", "baz"}, {123, 5, 8000}) => {"bar", "foo", "baz"}</example>
    /// <example>sort({3, 1, 2}, {}, 0, 1) => {3, 2, 1}</example>
    /// <exception cref="MooError">
    /// E_TYPE for mixed kinds or kinds without an order; E_INVARG if the number of keys is not that of the elements.
    /// </exception>
    [Builtin("sort")]
    public static Value Sort(MooTask task, MooList list, MooList? keys = null, bool natural = false, bool reverse = false)
    {
        var deciding = keys is { Count: > 0 } ? keys : list;
        if (deciding.Count == 0) return Value.List(MooList.Empty);
        if (deciding.Count != list.Count)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "there must be a key for each element, not {0} for {1}",
                Value.Int(deciding.Count), Value.Int(list.Count));
        }
        var kind = deciding[0].Kind;
        if (CheckKinds(task, deciding, kind) is { } failure) return failure;
        if (!Effort.OfElements(task, list.Count)) return Value.Failure;

        if (ReferenceEquals(deciding, list) && kind is ValueKind.Int or ValueKind.Obj) return SortNumbers(list, kind, reverse);
        return SortByKeys(task, list, deciding, kind, natural, reverse);
    }

    private static Value? CheckKinds(MooTask task, MooList keys, ValueKind kind)
    {
        if (!ValueComparison.AreOrdered(keys[0], keys[0]))
            return task.RaiseHere(ErrorCode.E_TYPE, "{0} has no place in an order", Value.Str(Kinds.Name(kind)));
        foreach (ref readonly var key in keys.AsSpan())
        {
            if (key.Kind != kind)
            {
                return task.RaiseHere(ErrorCode.E_TYPE, "{0} and {1} have no common order",
                    Value.Str(Kinds.Name(kind)), Value.Str(Kinds.Name(key.Kind)));
            }
        }
        return null;
    }

    // Equal integers are the same integer: nobody can tell whether they kept their order, so the fastest sort will do.
    private static Value SortNumbers(MooList list, ValueKind kind, bool reverse)
    {
        var items = new Value[list.Count];
        list.CopyTo(items);
        var rented = items.Length <= LongestOnStack ? null : ArrayPool<long>.Shared.Rent(items.Length);
        var numbers = rented is null ? stackalloc long[items.Length] : rented.AsSpan(0, items.Length);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = items[i].Bits;
        numbers.Sort();
        if (reverse) numbers.Reverse();
        if (kind == ValueKind.Int)
            for (var i = 0; i < numbers.Length; i++) items[i] = Value.Int(numbers[i]);
        else
            for (var i = 0; i < numbers.Length; i++) items[i] = Value.Obj(numbers[i]);
        if (rented is not null) ArrayPool<long>.Shared.Return(rented);
        return Value.List(MooList.FromOwned(items, items.Length));
    }

    private static Value SortByKeys(MooTask task, MooList list, MooList keys, ValueKind kind, bool natural, bool reverse)
    {
        var pairs = new Pair[list.Count];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = new Pair(keys[i], list[i]);
        var sorted = kind switch
        {
            ValueKind.Int or ValueKind.Obj or ValueKind.Bool => MergeSort.Sort(task, pairs, default(ByBits)),
            ValueKind.Str when natural => MergeSort.Sort(task, pairs, default(ByNaturalText)),
            _ => MergeSort.Sort(task, pairs, default(ByValue)),
        };
        if (!sorted) return Value.Failure;
        if (reverse) Array.Reverse(pairs);
        var items = new Value[pairs.Length];
        for (var i = 0; i < items.Length; i++) items[i] = pairs[i].Item;
        return Value.List(MooList.FromOwned(items, items.Length));
    }

    private readonly record struct Pair(Value Key, Value Item);

    private readonly struct ByBits : IOrder<Pair>
    {
        public int Compare(in Pair left, in Pair right) => left.Key.Bits.CompareTo(right.Key.Bits);

        public int Effort(in Pair left, in Pair right) => 1;
    }

    private readonly struct ByValue : IOrder<Pair>
    {
        public int Compare(in Pair left, in Pair right) => ValueComparison.Compare(left.Key, right.Key);

        public int Effort(in Pair left, in Pair right) => EffortOfText(left.Key, right.Key);
    }

    private readonly struct ByNaturalText : IOrder<Pair>
    {
        public int Compare(in Pair left, in Pair right) => NaturalOrder.Compare(left.Key.AsStr, right.Key.AsStr);

        public int Effort(in Pair left, in Pair right) => EffortOfText(left.Key, right.Key);
    }

    // The texts might differ at their very end only.
    private static int EffortOfText(Value left, Value right) =>
        left.Reference is string text && right.Reference is string other ? 2 + Math.Min(text.Length, other.Length) / 128 : 2;
}
