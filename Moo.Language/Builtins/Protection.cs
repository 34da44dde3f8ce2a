using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Protected functions: where <c>$server_options.protect_name</c> is true, verbs call <c>#0:bf_name</c> in place of <c>name()</c>.</summary>
/// <remarks>
/// LambdaMOO Programmer's Manual, 4.9.2 "Server Assumptions About the Database". Code that runs on <c>#0</c> itself calls the function
/// directly; without such a verb, so do wizards, and nobody else may. Programs are compiled for the functions that are protected
/// (<see cref="BuiltinTable.With"/>), so calling one that is not costs nothing.
/// </remarks>
internal static class Protection
{
    /// <summary>Calls a function that has a step of its own.</summary>
    public static TaskStep Call(Builtin builtin, MooTask task, ReadOnlySpan<Value> arguments)
    {
        if (IsFree(builtin, task)) return builtin.Call(task, arguments);
        if (task.Transaction.Find(ObjectId.System) is { } system && Verbs.FindCallable(task.Transaction, system, "bf_" + builtin.Name) is { } verb)
            return task.Enter(Value.Obj(ObjectId.System), verb, "bf_" + builtin.Name, MooList.Of(arguments)) ? TaskStep.Entered : TaskStep.Of(Value.Failure);
        return task.IsWizardly ? builtin.Call(task, arguments) : TaskStep.Of(Denied(builtin, task));
    }

    /// <summary>Calls a function from inside an expression that was compiled before it was protected: no verb can be called there.</summary>
    public static Value Guard(Builtin builtin, MooTask task, ReadOnlySpan<Value> arguments) =>
        IsFree(builtin, task) || task.IsWizardly ? builtin.Function(task, arguments) : Denied(builtin, task);

    private static bool IsFree(Builtin builtin, MooTask task) =>
        task.Top!.This.TryObj(out var self) && self == ObjectId.System || !task.Runtime.Builtins.ProtectedNames.Contains(builtin.Name);

    private static Value Denied(Builtin builtin, MooTask task) => task.RaiseHere(ErrorCode.E_PERM,
        "this world keeps {0}() for wizards; this code runs with the permissions of {1}", Value.Str(builtin.Name), Value.Obj(task.Programmer));
}
