using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Lists with an element added, taken out or replaced; lists as sets.</summary>
internal static class ListFunctions
{
    /// <summary>
    /// A list with <paramref name="value"/> added at its end, or behind the element at <paramref name="index"/>.
    /// </summary>
    /// <remarks>
    /// An index of 0 or less puts it first, one past the end puts it last. Without an index <c>{@list, value}</c> says
    /// the same.
    /// </remarks>
    /// <example>listappend({1, 2, 3}, 4) => {1, 2, 3, 4}</example>
    /// <example>listappend({1, 2, 3}, 4, 2) => {1, 2, 4, 3}</example>
    [Builtin("listappend")]
    public static Value ListAppend(MooTask task, MooList list, Value value, long? index = null) =>
        Insert(task, list, value, index ?? list.Count);

    /// <summary>
    /// A list with <paramref name="value"/> added at its start, or before the element at <paramref name="index"/>.
    /// </summary>
    /// <remarks>
    /// An index of 1 or less puts it first, one past the end puts it last. Without an index <c>{value, @list}</c> says
    /// the same.
    /// </remarks>
    /// <example>listinsert({1, 2, 3}, 4) => {4, 1, 2, 3}</example>
    /// <example>listinsert({1, 2, 3}, 4, 2) => {1, 4, 2, 3}</example>
    [Builtin("listinsert")]
    public static Value ListInsert(MooTask task, MooList list, Value value, long index = 1) =>
        Insert(task, list, value, Math.Max(index, 1) - 1);

    private static Value Insert(MooTask task, MooList list, Value value, long before)
    {
        if (before >= list.Count) return Quota.Check(task, Value.List(list.Append(value)));
        return Effort.OfElements(task, list.Count)
            ? Quota.Check(task, Value.List(list.Insert((int)Math.Max(before, 0), value))) : Value.Failure;
    }

    /// <summary>A list without the element at <paramref name="index"/>.</summary>
    /// <example>listdelete({"foo", "bar", "baz"}, 2) => {"foo", "baz"}</example>
    /// <exception cref="MooError">E_RANGE if the list has no such element.</exception>
    [Builtin("listdelete")]
    public static Value ListDelete(MooTask task, MooList list, long index)
    {
        if (index < 1 || index > list.Count) return OutOfRange(task, list, index);
        return Effort.OfElements(task, list.Count) ? Value.List(list.RemoveAt((int)index - 1)) : Value.Failure;
    }

    /// <summary>A list with the element at <paramref name="index"/> replaced by <paramref name="value"/>.</summary>
    /// <remarks>Note the order of the arguments. <c>list[index] = value</c> does the same to a variable.</remarks>
    /// <example>listset({"foo", "bar", "baz"}, "mumble", 2) => {"foo", "mumble", "baz"}</example>
    /// <exception cref="MooError">E_RANGE if the list has no such element.</exception>
    [Builtin("listset")]
    public static Value ListSet(MooTask task, MooList list, Value value, long index) =>
        index < 1 || index > list.Count ? OutOfRange(task, list, index)
        : Quota.Check(task, Value.List(list.SetItem((int)index - 1, value)));

    /// <summary>A list with <paramref name="value"/> added at its end, unless it is there already.</summary>
    /// <remarks>Upper and lower case count as equal, as for <c>in</c>.</remarks>
    /// <example>setadd({1, 2, 3}, 4) => {1, 2, 3, 4}</example>
    /// <example>setadd({"a", "b"}, "A") => {"a", "b"}</example>
    [Builtin("setadd")]
    public static Value SetAdd(MooTask task, MooList list, Value value)
    {
        if (!Effort.OfBytes(task, list.Bytes)) return Value.Failure;
        return list.IndexOf(value) >= 0 ? Value.List(list) : Quota.Check(task, Value.List(list.Append(value)));
    }

    /// <summary>
    /// A list without the first element equal to <paramref name="value"/>; the same list if there is none.
    /// </summary>
    /// <remarks>Upper and lower case count as equal, as for <c>in</c>.</remarks>
    /// <example>setremove({1, 2, 3, 2}, 2) => {1, 3, 2}</example>
    [Builtin("setremove")]
    public static Value SetRemove(MooTask task, MooList list, Value value)
    {
        if (!Effort.OfBytes(task, list.Bytes)) return Value.Failure;
        var place = list.IndexOf(value);
        return Value.List(place < 0 ? list : list.RemoveAt(place));
    }

    private static Value OutOfRange(MooTask task, MooList list, long index) =>
        task.RaiseHere(ErrorCode.E_RANGE, "there is no element {0}: the list has {1}", Value.Int(index), Value.Int(list.Count));
}
