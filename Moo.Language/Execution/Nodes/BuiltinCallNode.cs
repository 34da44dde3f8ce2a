using System.Runtime.CompilerServices;
using Moo.Language.Builtins;
using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary><c>function(args)</c>: a builtin that stays in the frame, without splices.</summary>
internal sealed class BuiltinCallNode(Builtin builtin, Node[] arguments) : Node
{
    private readonly BuiltinFunction _function = builtin.Function;

    public override Value Eval(Frame frame)
    {
        if (arguments.Length > Arguments.Length) return EvalMany(frame);
        var values = default(Arguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i].Eval(frame);
            if (value.IsFailure) return value;
            values[i] = value;
        }
        var result = _function(frame.Task, ((ReadOnlySpan<Value>)values)[..arguments.Length]);
        if (result.IsFailure) frame.Task.LocateError(Span);
        return result;
    }

    private Value EvalMany(Frame frame)
    {
        var values = new Value[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Eval(frame);
            if (values[i].IsFailure) return values[i];
        }
        var result = _function(frame.Task, values);
        if (result.IsFailure) frame.Task.LocateError(Span);
        return result;
    }

    [InlineArray(Length)]
    private struct Arguments
    {
        public const int Length = 6;

        private Value _first;
    }
}

/// <summary><c>function(a, @rest)</c>: a builtin that stays in the frame, with its arguments as a list.</summary>
internal sealed class BuiltinApplyNode(Builtin builtin, Node arguments) : Node
{
    public override Value Eval(Frame frame)
    {
        var list = arguments.Eval(frame);
        if (list.IsFailure) return list;
        var result = builtin.Function(frame.Task, list.AsList.AsSpan());
        if (result.IsFailure) frame.Task.LocateError(Span);
        return result;
    }
}
