using Moo.Language.Execution;
using Moo.Language.Execution.Steps;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Compilation;

/// <summary>Collects the steps, handlers and temporaries of one program.</summary>
/// <param name="firstTemporary">The first slot behind the variables.</param>
internal sealed class Emitter(int firstTemporary)
{
    private readonly List<Step> _steps = [];
    private readonly List<(JumpingStep Step, Label Label)> _jumps = [];
    private readonly List<(Label Start, Label End, Label Target, ErrorCode[]? Codes, int CodesSlot, int ErrorSlot, HandlerKind Kind)> _handlers = [];
    private int _nextTemporary = firstTemporary;
    private int _slotCount = firstTemporary;

    /// <summary>The number of slots in use.</summary>
    public int SlotCount => _slotCount;

    /// <summary>The temporaries in use; give it to <see cref="ReleaseTemporaries"/> when those made since are done with.</summary>
    public int Temporaries => _nextTemporary;

    /// <summary>A new temporary slot.</summary>
    public int Temporary()
    {
        _slotCount = Math.Max(_slotCount, _nextTemporary + 1);
        return _nextTemporary++;
    }

    public void ReleaseTemporaries(int upTo) => _nextTemporary = upTo;

    public void Emit(Step step)
    {
        step.Index = _steps.Count;
        _steps.Add(step);
    }

    /// <summary>Adds a step that jumps to a label.</summary>
    public void Emit(JumpingStep step, Label target)
    {
        _jumps.Add((step, target));
        Emit(step);
    }

    public void Jump(Label target, SourceSpan span) => Emit(new JumpStep { Span = span }, target);

    /// <summary>Puts a label before the next step.</summary>
    public void Place(Label label) => label.Target = _steps.Count;

    public Label PlaceNew()
    {
        var label = new Label();
        Place(label);
        return label;
    }

    /// <summary>Covers the steps between two labels with a handler. Inner ranges must be covered before the outer ones around them.</summary>
    public void Cover(Label start, Label end, Label target, ErrorCode[]? codes, int codesSlot, int errorSlot, HandlerKind kind) =>
        _handlers.Add((start, end, target, codes, codesSlot, errorSlot, kind));

    public Step[] FinishSteps()
    {
        foreach (var (step, label) in _jumps) step.Target = label.Target;
        return [.. _steps];
    }

    public Handler[] FinishHandlers() =>
        [.. _handlers.Select(h => new Handler(h.Start.Target, h.End.Target, h.Target.Target, h.Codes, h.CodesSlot, h.ErrorSlot, h.Kind))];
}
