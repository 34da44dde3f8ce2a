using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Calls verbs from builtin functions.</summary>
internal static class Calls
{
    /// <summary>Calls a verb if the object has it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="then">What goes on when it has returned; null if that waits on the stack already.</param>
    /// <param name="receiver">The object.</param>
    /// <param name="name">The verb.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What to return at once: entered, or failed. Null if there is no such verb.</returns>
    public static TaskStep? Verb(MooTask task, NativeCall? then, Value receiver, string name, MooList arguments) =>
        Dispatch.Find(task, receiver, ref name, out _, out var found) is null ? Enter(task, then, receiver, found!, name, arguments) : null;

    /// <summary>The same for a verb with one argument, of which a list is made only if there is such a verb: hooks that worlds may have are mostly absent.</summary>
    public static TaskStep? Verb(MooTask task, NativeCall? then, Value receiver, string name, Value argument) =>
        Dispatch.Find(task, receiver, ref name, out _, out var found) is null ? Enter(task, then, receiver, found!, name, MooList.Of(argument)) : null;

    private static TaskStep Enter(MooTask task, NativeCall? then, Value receiver, ResolvedVerb found, string name, MooList arguments)
    {
        if (then is not null && !task.PushNative(then)) return TaskStep.Of(Value.Failure);
        return task.Enter(receiver, found, name, arguments) ? TaskStep.Entered : TaskStep.Of(Value.Failure);
    }
}
