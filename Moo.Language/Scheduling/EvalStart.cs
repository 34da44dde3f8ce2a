using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>Runs a program text with somebody's permissions: for tools and tests, which have no player that types.</summary>
/// <param name="program">The compiled text.</param>
/// <param name="programmer">Whose permissions it runs with.</param>
internal sealed class EvalStart(Program program, ObjectId programmer) : TaskStart
{
    public override string Name => "eval";

    public override bool Begin(MooTask task)
    {
        var frame = task.Push()!;
        frame.This = Value.Nothing;
        frame.CallerValue = Value.Nothing;
        frame.Player = task.Player;
        frame.Verb = "";
        frame.Definer = ObjectId.Nothing;
        frame.IsDebug = true;
        frame.SetProgrammer(programmer);
        frame.Enter(program);
        return true;
    }
}
