using Moo.Language.Builtins;

namespace Moo.Language.Execution.Steps;

/// <summary><c>function(args)</c>: a builtin that may call a verb or make the task wait.</summary>
/// <param name="builtin">The function.</param>
/// <param name="arguments">The arguments as a list.</param>
/// <param name="resultSlot">Takes the result.</param>
internal sealed class CallBuiltinStep(Builtin builtin, Node arguments, int resultSlot) : CallingStep(resultSlot)
{
    public override int Run(Frame frame)
    {
        frame.Pc = Index;
        frame.ResultSlot = ResultSlot;
        var list = arguments.Eval(frame);
        if (list.IsFailure) return Signal.Unwind;
        var step = builtin.LeavingFunction(frame.Task, list.AsList.AsSpan());
        switch (step.Kind)
        {
            case TaskStepKind.Done:
                frame.Slots[ResultSlot] = step.Value;
                return Next;
            case TaskStepKind.Entered:
                return Signal.Switch;
            case TaskStepKind.Stopped:
                return Signal.Stop;
            default:
                frame.Task.LocateError(Span);
                return Signal.Unwind;
        }
    }
}
