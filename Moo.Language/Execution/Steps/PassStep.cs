using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution.Steps;

/// <summary><c>pass(args)</c>: calls the verb of the same name that the definer's parents have.</summary>
internal sealed class PassStep(Node arguments, int resultSlot) : CallingStep(resultSlot)
{
    private Found? _found;

    public override int Run(Frame frame)
    {
        frame.Pc = Index;
        frame.ResultSlot = ResultSlot;
        var values = arguments.Eval(frame);
        if (values.IsFailure || !values.TryList(out var list)) return Signal.Unwind;
        var definer = frame.Transaction.Open(frame.Definer);
        var known = _found;
        if (known is null || definer.State?.Class != known.Class || known.Version != frame.Transaction.StructureVersion
            || !ReferenceEquals(known.Name, frame.Verb))
        {
            if (!definer.Exists) return Fail(frame, ErrorCode.E_INVIND, "the object {0} that defines this verb is no more", Value.Obj(frame.Definer));
            var verb = Verbs.FindPassed(frame.Transaction, definer, frame.Verb);
            if (verb is null) return Fail(frame, ErrorCode.E_VERBNF, "no ancestor of {0} has a verb \"{1}\"", Value.Obj(frame.Definer), Value.Str(frame.Verb));
            var program = Programs.Of(frame.Task.Runtime, verb);
            if (program is null) return Fail(frame, ErrorCode.E_INVARG, "the program of {0} does not compile", Value.Str($"{verb.Definer}:{verb.Verb.Names}"));
            _found = known = new Found(definer.State!.Class, frame.Transaction.StructureVersion, frame.Verb, verb, program);
        }
        definer.MarkClassRead();
        if (frame.Task.Push() is not { } callee)
            return Fail(frame, ErrorCode.E_MAXREC, "verbs may call each other {0} deep", Value.Int(frame.Task.Limits.MaxStackDepth));
        callee.ArgumentList = list;
        frame.Task.Start(callee, frame, frame.This, known.Verb, frame.Verb, known.Program);
        return Signal.Switch;
    }

    private int Fail(Frame frame, ErrorCode code, string detail, Value a, Value b = default)
    {
        var failed = frame.Fail(Span, code, detail, a, b);
        if (failed.IsFailure) return Signal.Unwind;
        frame.Slots[ResultSlot] = failed;
        return Next;
    }

    private sealed record Found(ObjectClass Class, long Version, string Name, ResolvedVerb Verb, Program Program);
}
