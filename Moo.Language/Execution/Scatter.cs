using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>A scattering assignment: <c>{a, ?b = default, @rest} = list</c> (LambdaMOO Programmer's Manual, 3.1.7).</summary>
internal sealed class Scatter
{
    private readonly (ScatterKind Kind, int Slot, Node? Default)[] _targets;
    private readonly int _required;
    private readonly int _optional;
    private readonly bool _hasRest;

    public Scatter((ScatterKind Kind, int Slot, Node? Default)[] targets)
    {
        _targets = targets;
        _required = targets.Count(t => t.Kind == ScatterKind.Required);
        _optional = targets.Count(t => t.Kind == ScatterKind.Optional);
        _hasRest = targets.Any(t => t.Kind == ScatterKind.Rest);
    }

    /// <summary>Fills the variables; defaults are evaluated from left to right once all present elements are assigned.</summary>
    /// <returns>The list itself, or a failure: E_TYPE for something else than a list, E_ARGS for one of the wrong length.</returns>
    public Value Assign(Frame frame, Node at, Value source)
    {
        var present = Distribute(frame, source);
        if (present < 0) return FailedDistribution(frame, at, source);
        return AssignDefaults(frame, present) ? source : Value.Failure;
    }

    /// <summary>The same with the frame's arguments as the list, which is not made for that.</summary>
    public Value AssignArguments(Frame frame, Node at)
    {
        var present = frame.ArgumentList is { } list
            ? Fill(frame, list.AsSpan(), list)
            : Fill(frame, frame.Arguments.AsSpan(0, frame.ArgumentCount), null);
        if (present < 0) return FailedDistribution(frame, at, Value.List(frame.ReadArguments()));
        return AssignDefaults(frame, present) ? Value.Int(0) : Value.Failure;
    }

    private bool AssignDefaults(Frame frame, int present)
    {
        if (present == _optional) return true;
        var optional = 0;
        foreach (var (kind, slot, otherwise) in _targets)
        {
            if (kind != ScatterKind.Optional || optional++ < present || otherwise is null) continue;
            var value = otherwise.Eval(frame);
            if (value.IsFailure) return false;
            frame.Slots[slot] = value;
        }
        return true;
    }

    /// <summary>Fills the variables for which there are elements. Returns how many optional ones that were, or -1 if the list does not fit.</summary>
    public int Distribute(Frame frame, Value source) => source.TryList(out var list) ? Fill(frame, list.AsSpan(), list) : -1;

    private int Fill(Frame frame, ReadOnlySpan<Value> elements, MooList? list)
    {
        if (elements.Length < _required || !_hasRest && elements.Length > _required + _optional) return -1;

        var present = Math.Min(_optional, elements.Length - _required);
        var rest = elements.Length - _required - present;
        var slots = frame.Slots;
        var (element, optional) = (0, 0);
        foreach (ref readonly var target in _targets.AsSpan())
        {
            switch (target.Kind)
            {
                case ScatterKind.Required:
                    slots[target.Slot] = elements[element++];
                    break;
                case ScatterKind.Optional when optional++ < present:
                    slots[target.Slot] = elements[element++];
                    break;
                case ScatterKind.Rest:
                    slots[target.Slot] = Value.List(list is not null ? list.Slice(element, rest) : MooList.Of(elements.Slice(element, rest)));
                    element += rest;
                    break;
            }
        }
        return present;
    }

    /// <summary>The error for a list that <see cref="Distribute"/> refused.</summary>
    public Value FailedDistribution(Frame frame, Node at, Value source)
    {
        if (!source.TryList(out var list))
            return frame.Fail(at, ErrorCode.E_TYPE, "only a list can be taken apart like this, not {0}", Value.Str(Kinds.Describe(source)));
        var most = _required + _optional;
        return _hasRest ? frame.Fail(at, ErrorCode.E_ARGS, "there are {0} elements for at least {1} variables", Value.Int(list.Count), Value.Int(_required))
            : _optional == 0 ? frame.Fail(at, ErrorCode.E_ARGS, "there are {0} elements for {1} variables", Value.Int(list.Count), Value.Int(most))
            : frame.Fail(at, ErrorCode.E_ARGS, "there are {0} elements for " + _required + " to {1} variables", Value.Int(list.Count), Value.Int(most));
    }
}
