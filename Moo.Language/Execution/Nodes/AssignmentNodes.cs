using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary><c>name = value</c> inside an expression.</summary>
internal sealed class AssignLocalNode(int slot, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var assigned = value.Eval(frame);
        if (!assigned.IsFailure) frame.Slots[slot] = assigned;
        return assigned;
    }
}

/// <summary><c>name[index] = value</c>; its value is the element.</summary>
internal sealed class AssignLocalIndexNode(int slot, string name, Node index, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var place = index.Eval(frame);
        if (place.IsFailure) return place;
        var item = value.Eval(frame);
        if (item.IsFailure) return item;
        var collection = frame.Slots[slot];
        if (collection.IsUnset) return frame.Fail(this, ErrorCode.E_VARNF, "the variable \"{0}\" has no value here", Value.Str(name));
        var changed = Indexing.Set(frame, this, collection, place, item);
        if (changed.IsFailure) return changed;
        frame.Slots[slot] = changed;
        return item;
    }
}

/// <summary><c>{a, ?b = default, @rest} = value</c>; its value is the list.</summary>
internal sealed class ScatterNode(Scatter scatter, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var source = value.Eval(frame);
        if (source.IsFailure) return source;
        return scatter.Assign(frame, this, source);
    }
}

/// <summary><c>{a, ?b = default, @rest} = args</c> as a statement, where the program never assigns to <c>args</c>.</summary>
internal sealed class ScatterArgumentsNode(Scatter scatter) : Node
{
    public override Value Eval(Frame frame) => scatter.AssignArguments(frame, this);
}
