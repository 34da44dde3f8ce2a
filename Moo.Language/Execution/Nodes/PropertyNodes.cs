using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary><c>target.name</c></summary>
internal sealed class PropertyNode(Node target, string name) : Node
{
    private readonly PropertySite _site = new(name);

    public override Value Eval(Frame frame)
    {
        var holder = target.Eval(frame);
        return holder.IsObj ? _site.Read(frame, this, holder) : ValueProperties.ReadOther(frame, this, holder, name);
    }
}

/// <summary><c>target.(name)</c></summary>
internal sealed class NamedPropertyNode(Node target, Node name) : Node
{
    private PropertySite? _last;

    public override Value Eval(Frame frame)
    {
        var holder = target.Eval(frame);
        if (holder.IsFailure) return holder;
        var which = name.Eval(frame);
        if (which.IsFailure) return which;
        if (!ValueProperties.TryName(which, out var text))
            return frame.Fail(this, ErrorCode.E_TYPE, "a property's name is a string, not {0}", Value.Str(Kinds.Describe(which)));
        if (!holder.IsObj) return ValueProperties.ReadOther(frame, this, holder, text);
        var site = _last;
        if (site is null || site.Name != text) _last = site = new PropertySite(text);
        return site.Read(frame, this, holder);
    }
}

/// <summary><c>target.name = value</c></summary>
internal sealed class AssignPropertyNode(Node target, string name, Node value) : Node
{
    private readonly PropertySite _site = new(name);

    public override Value Eval(Frame frame)
    {
        var holder = target.Eval(frame);
        if (holder.IsFailure) return holder;
        var assigned = value.Eval(frame);
        if (assigned.IsFailure) return assigned;
        return holder.IsObj ? _site.Write(frame, this, holder, assigned)
            : ValueProperties.WriteOther(frame, this, holder, name, assigned);
    }
}

/// <summary><c>target.(name) = value</c></summary>
internal sealed class AssignNamedPropertyNode(Node target, Node name, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var holder = target.Eval(frame);
        if (holder.IsFailure) return holder;
        var which = name.Eval(frame);
        if (which.IsFailure) return which;
        var assigned = value.Eval(frame);
        if (assigned.IsFailure) return assigned;
        if (!ValueProperties.TryName(which, out var text))
            return frame.Fail(this, ErrorCode.E_TYPE, "a property's name is a string, not {0}", Value.Str(Kinds.Describe(which)));
        return holder.IsObj ? new PropertySite(text).Write(frame, this, holder, assigned)
            : ValueProperties.WriteOther(frame, this, holder, text, assigned);
    }
}
