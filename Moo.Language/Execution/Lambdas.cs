using Moo.Language.Compilation;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Function values: making them, and calling them.</summary>
internal static class Lambdas
{
    /// <summary>Calls a function: puts its frame on top. False if that failed; the error is pending.</summary>
    public static bool Enter(MooTask task, MooLambda lambda, MooList arguments)
    {
        if (lambda.Compiled is not CompiledProgram compiled || compiled.Builtins != task.Runtime.Builtins)
            lambda.Compiled = compiled = ProgramCompiler.CompileLambda(lambda.Source, task.Runtime.Builtins);
        if (compiled.Program is not { } program)
        {
            task.RaiseHere(ErrorCode.E_INVARG, "this function does not compile: {0}", Value.Str(compiled.Diagnostics[0].Message));
            return false;
        }
        var caller = task.Top!;
        if (task.Push() is not { } frame)
        {
            task.RaiseHere(ErrorCode.E_MAXREC, "verbs may call each other {0} deep", Value.Int(task.Limits.MaxStackDepth));
            return false;
        }
        frame.ArgumentList = arguments;
        frame.This = lambda.Captured.Find("this") ?? caller.This;
        frame.CallerValue = caller.This;
        frame.Player = caller.PassedPlayer();
        frame.Command = caller.PassedCommand();
        frame.Verb = "<function>";
        frame.Definer = caller.Definer;
        frame.IsDebug = true;
        frame.SetProgrammer(lambda.Programmer);
        frame.Enter(program);
        foreach (var (name, slot) in program.Captured)
        {
            // A function's own name means the function.
            if (lambda.Captured.Find(name) is { } value) frame.Slots[slot] = value;
            else if (name == program.OwnName) frame.Slots[slot] = Value.Of(lambda);
        }
        return true;
    }
}
