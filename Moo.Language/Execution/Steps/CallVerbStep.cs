using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution.Steps;

/// <summary><c>target:name(args)</c></summary>
/// <param name="target">The receiver.</param>
/// <param name="name">The verb's name.</param>
/// <param name="arguments">The arguments; null if they come as a list.</param>
/// <param name="list">The arguments as a list, or null.</param>
/// <param name="resultSlot">Takes the result.</param>
internal sealed class CallVerbStep(Node target, Node name, Node[]? arguments, Node? list, int resultSlot) : CallingStep(resultSlot)
{
    private readonly string? _fixedName = name is Nodes.ConstantNode { Value: var value } && value.TryStr(out var text) ? text : null;
    private Found? _found;

    public override int Run(Frame frame)
    {
        frame.Pc = Index;
        frame.ResultSlot = ResultSlot;
        var receiver = target.Eval(frame);
        if (receiver.IsFailure) return Signal.Unwind;
        var verbName = _fixedName;
        if (verbName is null)
        {
            var which = name.Eval(frame);
            if (which.IsFailure) return Signal.Unwind;
            if (!ValueProperties.TryName(which, out verbName))
                return Fail(frame, ErrorCode.E_TYPE, "a verb's name is a string, not {0}", Value.Str(Kinds.Describe(which)));
        }
        return list is not null ? CallWithList(frame, receiver, verbName) : Call(frame, receiver, verbName);
    }

    private int Call(Frame frame, Value receiver, string verbName)
    {
        var task = frame.Task;
        if (task.Depth >= task.Limits.MaxStackDepth) return TooDeep(frame);
        // The arguments go straight into the callee's frame, which is not on the stack before they are all there.
        var callee = task.Frames.Take(task);
        if (callee.Arguments.Length < arguments!.Length) callee.Arguments = new Value[Math.Max(4, arguments.Length)];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i].Eval(frame);
            if (argument.IsFailure)
            {
                task.Frames.Return(callee);
                return Signal.Unwind;
            }
            callee.Arguments[i] = argument;
            callee.ArgumentCount = i + 1;
        }
        if (!Find(frame, receiver, verbName, out var found, out var failed))
        {
            task.Frames.Return(callee);
            return failed;
        }
        task.PushFilled(callee);
        task.Start(callee, frame, receiver, found.Verb, found.Name, found.Program);
        return Signal.Switch;
    }

    private int CallWithList(Frame frame, Value receiver, string verbName)
    {
        var values = list!.Eval(frame);
        if (values.IsFailure) return Signal.Unwind;
        if (!values.TryList(out var elements)) return Signal.Unwind;
        if (!Find(frame, receiver, verbName, out var found, out var failed)) return failed;
        if (frame.Task.Push() is not { } callee) return TooDeep(frame);
        callee.ArgumentList = elements;
        frame.Task.Start(callee, frame, receiver, found.Verb, found.Name, found.Program);
        return Signal.Switch;
    }

    private bool Find(Frame frame, Value receiver, string verbName, out Found found, out int failed)
    {
        failed = Signal.Unwind;
        if (receiver.IsObj)
        {
            var draft = frame.Transaction.Open(receiver.AsObj);
            var known = _found;
            if (known is not null && draft.State is { } state && known.Class == state.Class
                && known.Version == frame.Transaction.StructureVersion && ReferenceEquals(known.Name, verbName))
            {
                draft.MarkClassRead();
                found = known;
                return true;
            }
        }
        return FindSlowly(frame, receiver, verbName, out found, out failed);
    }

    private bool FindSlowly(Frame frame, Value receiver, string verbName, out Found found, out int failed)
    {
        found = null!;
        failed = Signal.Unwind;
        var code = Dispatch.Find(frame.Task, receiver, ref verbName, out var draft, out var verb);
        if (code is not null)
        {
            failed = code == ErrorCode.E_VERBNF
                ? Fail(frame, code, "{0} has no verb \"" + Kinds.Verbatim(verbName) + "\" that can be called", receiver)
                : code == ErrorCode.E_INVIND ? Fail(frame, code, "there is no object {0}", receiver)
                : Fail(frame, code, "{0} has no verbs", Value.Str(Kinds.Describe(receiver)));
            return false;
        }
        var program = Programs.Of(frame.Task.Runtime, verb!);
        if (program is null)
        {
            failed = Fail(frame, ErrorCode.E_INVARG, "the program of {0} does not compile; @list shows it, @program replaces it",
                Value.Str($"{verb!.Definer}:{verb.Verb.Names}"));
            return false;
        }
        found = new Found(draft!.State!.Class, frame.Transaction.StructureVersion, verbName, verb!, program);
        if (receiver.IsObj) _found = found;
        return true;
    }

    private int TooDeep(Frame frame) =>
        Fail(frame, ErrorCode.E_MAXREC, "verbs may call each other {0} deep", Value.Int(frame.Task.Limits.MaxStackDepth));

    // An error, or without the d bit its value as the call's result.
    private int Fail(Frame frame, ErrorCode code, string detail, Value a)
    {
        var failed = frame.Fail(Span, code, detail, a);
        if (failed.IsFailure) return Signal.Unwind;
        frame.Slots[ResultSlot] = failed;
        return Next;
    }

    private sealed record Found(ObjectClass Class, long Version, string Name, ResolvedVerb Verb, Program Program);
}
