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
        var present = Distribute(frame, at, source);
        if (present < 0) return FailedDistribution(frame, at, source);
        var optional = 0;
        foreach (var (kind, slot, otherwise) in _targets)
        {
            if (kind != ScatterKind.Optional || optional++ < present || otherwise is null) continue;
            var value = otherwise.Eval(frame);
            if (value.IsFailure) return value;
            frame.Slots[slot] = value;
        }
        return source;
    }

    /// <summary>Fills the variables for which there are elements. Returns how many optional ones that were, or -1 if the list does not fit.</summary>
    public int Distribute(Frame frame, Node at, Value source)
    {
        if (!source.TryList(out var list) || list.Count < _required || !_hasRest && list.Count > _required + _optional) return -1;

        var present = Math.Min(_optional, list.Count - _required);
        var rest = list.Count - _required - present;
        var (element, optional) = (0, 0);
        foreach (var (kind, slot, _) in _targets)
        {
            switch (kind)
            {
                case ScatterKind.Required:
                    frame.Slots[slot] = list[element++];
                    break;
                case ScatterKind.Optional when optional++ < present:
                    frame.Slots[slot] = list[element++];
                    break;
                case ScatterKind.Rest:
                    frame.Slots[slot] = Value.List(list.Slice(element, rest));
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
