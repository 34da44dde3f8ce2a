using Moo.Language.Execution;
using Moo.Language.Execution.Steps;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Tools;

/// <summary>Runs a text that finds the variables which earlier ones left, and leaves its own.</summary>
/// <param name="program">The compiled text.</param>
/// <param name="slots">The variables' slots.</param>
/// <param name="variables">The variables by name. They are changed when the text returns, not when it fails.</param>
/// <param name="programmer">Whose permissions it runs with.</param>
internal sealed class EvaluationStart(
    Program program, IReadOnlyList<(string Name, int Slot)> slots, IDictionary<string, Value> variables, ObjectId programmer) : TaskStart
{
    private readonly Program _program = Leaving(program, slots, variables);

    public override string Name => "eval";

    public override bool Begin(MooTask task)
    {
        new EvalStart(_program, programmer).Begin(task);
        foreach (var (name, slot) in slots)
            if (variables.TryGetValue(name, out var value)) task.Top!.Slots[slot] = value;
        return true;
    }

    // The same program, but that every variable starts without a value, and that what they hold is noted at each return.
    private static Program Leaving(Program program, IReadOnlyList<(string Name, int Slot)> slots, IDictionary<string, Value> variables) => new()
    {
        Steps = [.. program.Steps.Select(step => step is ReturnStep { Value: var value } ? new LeavingStep(value, slots, variables) { Index = step.Index, Span = step.Span } : step)],
        Handlers = program.Handlers,
        Variables = program.Variables,
        SlotCount = program.SlotCount,
        Unsure = [.. program.Unsure.Union(slots.Select(variable => variable.Slot))],
        AssignedBuiltIns = program.AssignedBuiltIns,
        Source = program.Source,
        Builtins = program.Builtins,
    };

    private sealed class LeavingStep(Node value, IReadOnlyList<(string Name, int Slot)> slots, IDictionary<string, Value> variables) : Step
    {
        public override int Run(Frame frame)
        {
            var result = value.Eval(frame);
            if (result.IsFailure) return Signal.Unwind;
            foreach (var (name, slot) in slots)
            {
                var left = frame.Slots[slot];
                if (left.IsUnset) continue;
                // Two hold it from here on: this frame's successor, and the table of variables.
                if (left.Reference is MooList list) list.Disown();
                variables[name] = left;
            }
            return frame.Task.Return(result);
        }
    }
}
