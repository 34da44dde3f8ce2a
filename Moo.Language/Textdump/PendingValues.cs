using Moo.Language.Execution;
using Moo.Language.Execution.Steps;
using Moo.Language.Scheduling;
using Moo.Language.Syntax;
using Moo.Store.Textdump;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>Puts what LambdaMOO's interpreter had on its stack into the slots where this one keeps it.</summary>
/// <remarks>
/// Loops keep their state in temporary slots, and so do the operands that were evaluated before a call; both are found by their place in
/// the source. An operand without a slot is one that is evaluated again because that cannot make a difference: a literal or a variable.
/// </remarks>
internal sealed class PendingValues
{
    private const int FellThrough = 0;

    private readonly Program _program;
    private readonly Value[] _slots;
    private string _reason = "";

    private PendingValues(Program program, Value[] slots) => (_program, _slots) = (program, slots);

    /// <summary>The frame as it stands in a call; null with a reason if something on the stack has no place here.</summary>
    public static FrameImage? Fill(FrameImage image, Program program, CallSite site, IReadOnlyList<DumpedStackEntry> stack, out string reason)
    {
        var values = new PendingValues(program, [.. image.Slots]);
        var calls = program.Steps.OfType<CallingStep>().Where(step => step.Span == site.Call.Span).ToList();
        if (calls is not [var call])
        {
            reason = "the call that it stands in is not one that can wait here";
            return null;
        }
        for (var i = 0; i < site.Stack.Count && values._reason.Length == 0; i++) values.Place(site.Stack[i], stack[i].Value);
        reason = values._reason;
        return reason.Length > 0 ? null : image with { Slots = values._slots, Pc = call.Index, ResultSlot = call.ResultSlot };
    }

    private void Place(Pending pending, Value value)
    {
        switch (pending.Kind)
        {
            case PendingKind.Operand:
                Operand((Expr)pending.Source, pending.Span, value);
                break;
            case PendingKind.Elements:
                Elements(pending.Elements, value);
                break;
            case PendingKind.Collection:
                Loop<StartForStep>(((ForInStatement)pending.Source).Collection.Span, step => step.StateSlot, value);
                if (!value.IsList && !value.IsStr) _reason = "it is in a loop over a map";
                break;
            case PendingKind.Place:
                NextPlace((ForInStatement)pending.Source, value);
                break;
            case PendingKind.NextNumber:
                Loop<StartForRangeStep>(((ForRangeStatement)pending.Source).From.Span, step => step.StateSlot, value);
                break;
            case PendingKind.LastNumber:
                Loop<StartForRangeStep>(((ForRangeStatement)pending.Source).From.Span, step => step.StateSlot + 1, value);
                break;
            case PendingKind.Codes:
                var span = pending.Source is ExceptClause clause ? clause.Span : ((CatchExpr)pending.Source).Span;
                if (TemporariesAt(span) is [var codes]) _slots[codes] = value;
                break;
            case PendingKind.Ended:
                if (value != Value.Int(FellThrough)) _reason = "it is in a 'finally' clause that ends with an error, a return or a jump";
                else Loop<CompleteStep>(((TryStatement)pending.Source).Span, step => step.KindSlot, Value.Int(Completion.Normal));
                break;
        }
    }

    private void Loop<TStep>(SourceSpan span, Func<TStep, int> slot, Value value) where TStep : Step
    {
        if (_program.Steps.OfType<TStep>().FirstOrDefault(step => step.Span == span) is { } found) _slots[slot(found)] = value;
        else _reason = "a loop or clause that it is in has no state here";
    }

    // LambdaMOO counts elements from 1 and names the next one; the cursor here says how many were taken, of a string in both units.
    private void NextPlace(ForInStatement loop, Value value)
    {
        if (!value.TryInt(out var next) || next < 1)
        {
            _reason = "a loop that it is in stands at no number";
            return;
        }
        var start = _program.Steps.OfType<StartForStep>().First(step => step.Span == loop.Collection.Span);
        var taken = next - 1;
        if (_slots[start.StateSlot].TryStr(out var text))
        {
            if (taken > MooText.Length(text)) _reason = "a loop that it is in stands behind its string";
            else taken = (taken << 32) | (uint)MooText.ToUnits(text, (int)taken);
        }
        _slots[start.StateSlot + 1] = Value.Int(taken);
    }

    private void Operand(Expr expression, SourceSpan? other, Value value)
    {
        var slots = TemporariesAt(expression.Span);
        if (slots.Count == 0 && other is { } span) slots = TemporariesAt(span);
        if (slots is [var slot]) _slots[slot] = value;
        else if (slots.Count > 1 || !IsEvaluatedAgain(expression)) _reason = $"the value of \"{Unparser.Text(expression)}\" has no place here";
    }

    private static bool IsEvaluatedAgain(Expr expression) => expression is LiteralExpr or NameExpr or UnaryExpr { Operand: LiteralExpr };

    // The values of the elements so far; a splice gave as many as the others leave.
    private void Elements(IReadOnlyList<Expr>? elements, Value value)
    {
        if (elements is null || !value.TryList(out var list) || elements.Count(element => element is SpliceExpr) > 1
            || elements.All(element => element is not SpliceExpr) && elements.Count != list.Count || list.Count < elements.Count - 1)
        {
            _reason = "it is in the middle of a list that cannot be taken apart";
            return;
        }
        var spliced = list.Count - (elements.Count - 1);
        var at = 0;
        foreach (var element in elements)
        {
            if (element is SpliceExpr splice)
            {
                if (TemporariesAt(splice.Span) is [var slot]) _slots[slot] = Value.List(list.AsSpan().Slice(at, spliced));
                else if (splice.List is not NameExpr) _reason = "a spliced list has no place here";
                at += spliced;
            }
            else
            {
                Operand(element, null, list[at++]);
            }
        }
    }

    // Where an expression's value is kept while something else is evaluated: by a step of its own, or as a call's result.
    private List<int> TemporariesAt(SourceSpan span)
    {
        var slots = new List<int>();
        foreach (var step in _program.Steps)
        {
            if (step.Span != span) continue;
            var slot = step switch
            {
                AssignStep assign => assign.Slot,
                CallingStep call => call.ResultSlot,
                _ => -1,
            };
            if (slot >= _program.Variables.Length && !slots.Contains(slot)) slots.Add(slot);
        }
        return slots;
    }
}
