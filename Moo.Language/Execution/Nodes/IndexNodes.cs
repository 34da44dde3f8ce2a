using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary><c>base[index]</c></summary>
internal sealed class IndexNode<TBase, TIndex>(TBase indexed, TIndex index) : Node
    where TBase : struct, IOperand where TIndex : struct, IOperand
{
    public override Value Eval(Frame frame)
    {
        var collection = indexed.Eval(frame);
        if (TBase.MayFail && collection.IsFailure) return collection;
        var place = index.Eval(frame);
        if (place.IsInt && collection.Reference is MooList list && (ulong)(place.AsInt - 1) < (ulong)list.Count)
            return list[(int)place.AsInt - 1];
        return Indexing.Get(frame, this, collection, place);
    }
}

/// <summary>An element of a list that a variable may own, and which may own the element for the sake of <c>x[i][j] = value</c>.</summary>
/// <remarks>Whoever gets the element from here may keep it, so it is owned no longer.</remarks>
internal sealed class OwnedElementNode(Node element) : Node
{
    /// <summary>The same for those who only look at the element, and do not keep it.</summary>
    public Node Looking => element;

    public override Value Eval(Frame frame)
    {
        var value = element.Eval(frame);
        if (value.Reference is MooList list) list.Disown();
        return value;
    }
}

/// <summary>Makes the nodes of an index.</summary>
internal readonly struct IndexFactory(SourceSpan span) : IBinaryFactory
{
    public Node Make<TLeft, TRight>(TLeft left, TRight right) where TLeft : struct, IOperand where TRight : struct, IOperand =>
        new IndexNode<TLeft, TRight>(left, right) { Span = span };
}

/// <summary><c>base[from..to]</c></summary>
internal sealed class RangeNode(Node indexed, Node from, Node to) : Node
{
    private readonly int _slot = indexed is LocalNode local ? local.Slot : -1;

    public override Value Eval(Frame frame)
    {
        // A string in a variable remembers its length: it is often cut more than once.
        if (_slot >= 0 && frame.Slots[_slot].IsStr) MooText.Length(ref frame.Slots[_slot]);
        var collection = indexed.Eval(frame);
        if (collection.IsFailure) return collection;
        var first = from.Eval(frame);
        if (first.IsFailure) return first;
        var last = to.Eval(frame);
        return last.IsFailure ? last : Indexing.GetRange(frame, this, collection, first, last);
    }
}

/// <summary><c>$</c> inside an index: the length, or a map's last key.</summary>
internal sealed class LastIndexNode(int slot) : Node
{
    public override Value Eval(Frame frame)
    {
        ref var collection = ref frame.Slots[slot];
        if (collection.TryList(out var list)) return Value.Int(list.Count);
        if (collection.IsStr) return Value.Int(MooText.Length(ref collection));
        if (!collection.TryMap(out var map)) return frame.Fail(this, ErrorCode.E_TYPE, "{0} has no length", collection);
        return map.Count == 0 ? frame.Fail(this, ErrorCode.E_RANGE, "the map is empty") : map.EntryAt(map.Count - 1).Key;
    }
}

/// <summary><c>^</c> inside an index: 1, or a map's first key.</summary>
internal sealed class FirstIndexNode(int slot) : Node
{
    public override Value Eval(Frame frame)
    {
        if (!frame.Slots[slot].TryMap(out var map)) return Value.Int(1);
        return map.Count == 0 ? frame.Fail(this, ErrorCode.E_RANGE, "the map is empty") : map.EntryAt(0).Key;
    }
}

/// <summary>The collection that results from <c>base[index] = value</c>.</summary>
internal sealed class WithIndexNode(Node indexed, Node index, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var collection = indexed.Eval(frame);
        if (collection.IsFailure) return collection;
        var place = index.Eval(frame);
        if (place.IsFailure) return place;
        var item = value.Eval(frame);
        return item.IsFailure ? item : Indexing.Set(frame, this, collection, place, item);
    }
}

/// <summary>The collection that results from <c>base[from..to] = value</c>.</summary>
internal sealed class WithRangeNode(Node indexed, Node from, Node to, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var collection = indexed.Eval(frame);
        if (collection.IsFailure) return collection;
        var first = from.Eval(frame);
        if (first.IsFailure) return first;
        var last = to.Eval(frame);
        if (last.IsFailure) return last;
        var items = value.Eval(frame);
        return items.IsFailure ? items : Indexing.SetRange(frame, this, collection, first, last, items);
    }
}
