using Moo.Store.Values;

namespace Moo.Language.Execution.Steps;

/// <summary><c>(value)(args)</c>: calls a function value.</summary>
internal sealed class CallValueStep(Node callee, Node arguments, int resultSlot) : Step
{
    public override int Run(Frame frame)
    {
        frame.Pc = Index;
        frame.ResultSlot = resultSlot;
        var function = callee.Eval(frame);
        if (function.IsFailure) return Signal.Unwind;
        var list = arguments.Eval(frame);
        if (list.IsFailure) return Signal.Unwind;
        if (!function.Try<MooLambda>(out var lambda))
        {
            var failed = frame.Fail(Span, ErrorCode.E_TYPE, "only a function can be called, not {0}", Value.Str(Kinds.Describe(function)));
            if (failed.IsFailure) return Signal.Unwind;
            frame.Slots[resultSlot] = failed;
            return Next;
        }
        if (Lambdas.Enter(frame.Task, lambda, list.AsList)) return Signal.Switch;
        frame.Task.LocateError(Span);
        return Signal.Unwind;
    }
}
