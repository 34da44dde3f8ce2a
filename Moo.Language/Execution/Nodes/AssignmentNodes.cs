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
        ref var variable = ref frame.Slots[slot];
        if (place.IsInt && variable.Reference is MooList list && Indexing.SetInPlace(frame, list, place.AsInt, item) is { } owned)
        {
            if (!ReferenceEquals(owned, list)) variable = Value.List(owned);
            return item;
        }
        var collection = variable;
        if (collection.IsUnset) return frame.Fail(this, ErrorCode.E_VARNF, "the variable \"{0}\" has no value here", Value.Str(name));
        var changed = Indexing.Set(frame, this, collection, place, item);
        if (changed.IsFailure) return changed;
        variable = changed;
        return item;
    }
}

/// <summary><c>name[outer][inner] = value</c>, where none of them assigns to a variable; its value is the element.</summary>
/// <param name="slot">The variable's slot.</param>
/// <param name="variable">The variable.</param>
/// <param name="outerAt">The place of the outer element in the source.</param>
/// <param name="outer">The first index.</param>
/// <param name="inner">The second index.</param>
/// <param name="value">The new element.</param>
internal sealed class AssignNestedIndexNode(int slot, LocalNode variable, Node outerAt, Node outer, Node inner, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        // As in LambdaMOO the collections are read before the value is computed.
        var collection = variable.Eval(frame);
        if (collection.IsFailure) return collection;
        var outerPlace = outer.Eval(frame);
        if (outerPlace.IsFailure) return outerPlace;
        var element = collection.Reference is MooList rows && outerPlace.IsInt && (ulong)(outerPlace.AsInt - 1) < (ulong)rows.Count
            ? rows[(int)outerPlace.AsInt - 1] : Indexing.Get(frame, outerAt, collection, outerPlace);
        if (element.IsFailure) return element;
        var innerPlace = inner.Eval(frame);
        if (innerPlace.IsFailure) return innerPlace;
        var item = value.Eval(frame);
        if (item.IsFailure) return item;
        if (outerPlace.IsInt && innerPlace.IsInt && collection.Reference is MooList list
            && Indexing.SetInPlace(frame, list, outerPlace.AsInt, innerPlace.AsInt, item) is { } owned)
        {
            frame.Slots[slot] = Value.List(owned);
            return item;
        }
        var changed = Indexing.Set(frame, this, element, innerPlace, item);
        if (!changed.IsFailure) changed = Indexing.Set(frame, outerAt, collection, outerPlace, changed);
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
