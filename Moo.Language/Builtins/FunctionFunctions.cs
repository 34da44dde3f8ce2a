using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>The built-in functions themselves: calling them by name, what they take, their help.</summary>
internal static class FunctionFunctions
{
    /// <summary>Calls the built-in function of a name with the arguments that follow, and returns what it returns.</summary>
    /// <example>call_function("valid", #1) => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such function; beyond that, whatever the function raises.</exception>
    [Builtin("call_function")]
    public static TaskStep CallFunction(MooTask task, string name, params ReadOnlySpan<Value> arguments)
    {
        if (!task.Runtime.Builtins.TryFind(name, out var builtin)) return TaskStep.Of(Unknown(task, name));
        return builtin.Call(task, arguments);
    }

    /// <summary>What built-in functions there are: <c>{name, fewest arguments, most arguments, {types}}</c> for each, or for the one named.</summary>
    /// <remarks>
    /// Any number of arguments is -1. A type is the number that <c>typeof()</c> gives, -1 for any type, -2 for an integer or a float.
    /// </remarks>
    /// <example>function_info("strsub") => {"strsub", 3, 4, {2, 2, 2, -1}}</example>
    /// <exception cref="MooError">E_INVARG if there is no such function.</exception>
    [Builtin("function_info")]
    public static Value FunctionInfo(MooTask task, string? name = null)
    {
        var builtins = task.Runtime.Builtins;
        if (name is null) return Value.List(MooList.Of([.. builtins.All.OrderBy(builtin => builtin.Name, StringComparer.Ordinal).Select(Describe)]));
        return builtins.TryFind(name, out var found) ? Describe(found) : Unknown(task, name);
    }

    private static Value Describe(Builtin builtin)
    {
        var types = builtin.Parameters.Where(parameter => !parameter.IsRest).Take(builtin.MaxArguments < 0 ? builtin.MinArguments : builtin.Parameters.Length);
        return Value.List(Value.Str(builtin.Name), Value.Int(builtin.MinArguments), Value.Int(builtin.MaxArguments),
            Value.List(MooList.Of([.. types.Select(parameter => Value.Int(parameter.TypeCode))])));
    }

    /// <summary>The help of a built-in function, as lines.</summary>
    /// <example>function_help("valid")[1] => "valid(any target)"</example>
    /// <exception cref="MooError">E_INVARG if there is no such function.</exception>
    [Builtin("function_help")]
    public static Value FunctionHelp(MooTask task, string name) => task.Runtime.Builtins.TryFind(name, out var builtin)
        ? Value.List(MooList.OfStrings(BuiltinHelp.Lines(builtin))) : Unknown(task, name);

    private static Value Unknown(MooTask task, string name)
    {
        var close = Syntax.Spelling.Closest(name, task.Runtime.Builtins.Names);
        return task.RaiseHere(ErrorCode.E_INVARG, close is null ? "there is no built-in function \"{0}\"" : "there is no built-in function \"{0}\"; did you mean {1}()?",
            Value.Str(name), Value.Str(close ?? ""));
    }

    /// <summary>Calls the verb of the same name that the parents of this verb's object have; what it overrides.</summary>
    /// <remarks>The verb called sees the same <c>this</c>. Usually all arguments are passed on: <c>pass(@args)</c>.</remarks>
    /// <example>
    /// a = create(#1); b = create(a); for o in ({a, b}) add_verb(o, {player, "xd", "f"}, {"this", "none", "this"}); endfor set_verb_code(a, "f", {"return {1, this};"}); set_verb_code(b, "f", {"return {2, @pass()};"}); return b:f() == {2, 1, b}; => 1
    /// </example>
    /// <exception cref="MooError">E_INVIND if the object that defines this verb is no more; E_VERBNF if none of its ancestors has such a verb.</exception>
    [Builtin("pass")]
    public static TaskStep Pass(MooTask task, params ReadOnlySpan<Value> arguments)
    {
        var frame = task.Top!;
        if (task.Transaction.Find(frame.Definer) is not { } definer)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVIND, "the object {0} that defines this verb is no more", Value.Obj(frame.Definer)));
        if (Verbs.FindPassed(task.Transaction, definer, frame.Verb) is not { } verb)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_VERBNF, "no ancestor of {0} has a verb \"{1}\"", Value.Obj(frame.Definer), Value.Str(frame.Verb)));
        return task.Enter(frame.This, verb, frame.Verb, MooList.Of(arguments)) ? TaskStep.Entered : TaskStep.Of(Value.Failure);
    }
}
