using Moo.Language.Builtins;
using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary><c>@list</c> among elements: <see cref="SplicedListNode"/> takes its value apart.</summary>
internal sealed class SpliceNode(Node list) : Node
{
    public override Value Eval(Frame frame)
    {
        var value = list.Eval(frame);
        return value.IsList || value.IsFailure ? value
            : frame.Fail(this, ErrorCode.E_TYPE, "'@' needs a list, not {0}", Value.Str(Kinds.Describe(value)));
    }
}

/// <summary><c>{a, b, c}</c> without splices.</summary>
internal sealed class ListNode(Node[] elements) : Node
{
    public override Value Eval(Frame frame)
    {
        if (elements.Length == 0) return Value.List(MooList.Empty);
        var items = new Value[elements.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            var item = elements[i].Eval(frame);
            if (item.IsFailure) return item;
            items[i] = item;
        }
        return Quota.Check(frame, this, MooList.FromOwned(items, items.Length));
    }
}

/// <summary><c>{a, @b, c}</c></summary>
internal sealed class SplicedListNode(Node[] elements) : Node
{
    public override Value Eval(Frame frame)
    {
        var list = MooList.Empty;
        foreach (var element in elements)
        {
            var item = element.Eval(frame);
            if (item.IsFailure) return item;
            // What comes first is shared, not copied: {@list, x} costs the same however long the list is.
            if (element is not SpliceNode || !item.TryList(out var more)) list = list.Append(item);
            else if (list.Count == 0 || Effort.OfElements(frame.Task, more.Count)) list = list.AppendRange(more);
            else return Value.Failure;
            if (list.Bytes > frame.Task.Limits.MaxListBytes) break;
        }
        return Quota.Check(frame, this, list);
    }
}

/// <summary><c>[key -> value, …]</c></summary>
internal sealed class MapNode((Node Key, Node Value)[] entries) : Node
{
    public override Value Eval(Frame frame)
    {
        var map = MooMap.Empty;
        foreach (var (keyNode, valueNode) in entries)
        {
            var key = keyNode.Eval(frame);
            if (key.IsFailure) return key;
            var value = valueNode.Eval(frame);
            if (value.IsFailure) return value;
            if (!MooMap.IsKey(key)) return frame.Fail(this, ErrorCode.E_TYPE, "{0} cannot be a key of a map", Value.Str(Kinds.Name(key.Kind)));
            map = map.Set(key, value);
        }
        return Quota.Check(frame, this, map);
    }
}

/// <summary><c>&lt;delegate, .slot = value, …, {contents}&gt;</c></summary>
internal sealed class FlyweightNode(Node @delegate, (string Name, Node Value)[] slots, Node? contents) : Node
{
    public override Value Eval(Frame frame)
    {
        var target = @delegate.Eval(frame);
        if (target.IsFailure) return target;
        if (!target.TryObj(out var id)) return frame.Fail(this, ErrorCode.E_TYPE, "a flyweight's delegate is an object, not {0}", target);
        var map = MooMap.Empty;
        foreach (var (name, node) in slots)
        {
            var value = node.Eval(frame);
            if (value.IsFailure) return value;
            map = map.Set(Value.Of(new MooSymbol(name)), value);
        }
        var inside = contents is null ? Value.List(MooList.Empty) : contents.Eval(frame);
        if (inside.IsFailure) return inside;
        if (!inside.TryList(out var list)) return frame.Fail(this, ErrorCode.E_TYPE, "a flyweight's contents are a list, not {0}", inside);
        return Value.Of(new MooFlyweight(id, map, list));
    }
}

/// <summary><c>{element for value, key in (source) if filter}</c>, when no part leaves the frame; else compilation makes a loop of steps.</summary>
/// <param name="element">What goes into the list each turn.</param>
/// <param name="valueSlot">The variable.</param>
/// <param name="keySlot">The second variable, or -1.</param>
/// <param name="source">The collection.</param>
/// <param name="filter">Which turns count, or null for all.</param>
internal sealed class ComprehensionNode(Node element, int valueSlot, int keySlot, Node source, Node? filter) : Node
{
    public override Value Eval(Frame frame)
    {
        var collection = source.Eval(frame);
        if (collection.IsFailure) return collection;
        collection = Iteration.Start(frame, this, collection);
        var turn = new ComprehensionTurn(element, filter);
        long cursor = 0;
        while (Iteration.Next(collection, ref cursor, out var value, out var key))
        {
            frame.Slots[valueSlot] = value;
            if (keySlot >= 0) frame.Slots[keySlot] = key;
            if (!turn.Take(frame)) return Value.Failure;
            if (turn.IsFull(frame)) break;
        }
        return collection.IsFailure ? collection : Quota.Check(frame, this, turn.List);
    }
}

/// <summary><c>{element for value in [from..to] if filter}</c>, when no part leaves the frame.</summary>
internal sealed class RangeComprehensionNode(Node element, int valueSlot, Node from, Node to, Node? filter) : Node
{
    public override Value Eval(Frame frame)
    {
        var first = from.Eval(frame);
        if (first.IsFailure) return first;
        var last = to.Eval(frame);
        if (last.IsFailure) return last;
        var start = Iteration.StartRange(frame, this, first, last);
        if (start.IsFailure || start.IsErr) return start;
        var turn = new ComprehensionTurn(element, filter);
        for (var number = first.Bits; number <= last.Bits; number++)
        {
            frame.Slots[valueSlot] = first.IsInt ? Value.Int(number) : Value.Obj(number);
            if (!turn.Take(frame)) return Value.Failure;
            if (turn.IsFull(frame) || number == long.MaxValue) break;
        }
        return Quota.Check(frame, this, turn.List);
    }
}

/// <summary>One turn of a comprehension after another, and the list that comes of them.</summary>
internal struct ComprehensionTurn(Node element, Node? filter)
{
    public MooList List { get; private set; } = MooList.Empty;

    /// <summary>Adds what this turn gives. False if something failed.</summary>
    public bool Take(Frame frame)
    {
        if (!frame.Task.Spend(1)) return false;
        var test = filter is null ? Truth.True : filter.Test(frame);
        if (test != Truth.True) return test == Truth.False;
        var item = element.Eval(frame);
        if (item.IsFailure) return false;
        List = List.Append(item);
        return true;
    }

    /// <summary>Whether the list has outgrown its limit already.</summary>
    public readonly bool IsFull(Frame frame) => List.Bytes > frame.Task.Limits.MaxListBytes;
}
