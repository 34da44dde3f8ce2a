using System.Reflection;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>A builtin that stays in the frame.</summary>
internal delegate Value BuiltinFunction(MooTask task, ReadOnlySpan<Value> arguments);

/// <summary>A builtin that may call a verb or make the task wait.</summary>
internal delegate TaskStep LeavingBuiltinFunction(MooTask task, ReadOnlySpan<Value> arguments);

/// <summary>One builtin function: its name, what it takes, and the code that runs it.</summary>
internal sealed class Builtin
{
    private readonly Lazy<BuiltinFunction> _function;
    private readonly Lazy<LeavingBuiltinFunction> _leavingFunction;

    public Builtin(BuiltinAttribute attribute, MethodInfo method)
    {
        var name = attribute.Name;
        Name = name;
        OnlyLooks = attribute.OnlyLooks;
        Method = method;
        Parameters = [.. method.GetParameters().Where(p => p.ParameterType != typeof(MooTask)).Select(p => new BuiltinParameter(p))];
        MinArguments = Parameters.Count(p => !p.IsOptional && !p.IsRest);
        MaxArguments = Parameters.Any(p => p.IsRest) ? -1 : Parameters.Length;
        Leaves = method.ReturnType == typeof(TaskStep);
        Signature = $"{name}({string.Join(", ", Parameters.Select(p => p.Describe()))})";
        Usage = $"{name}({string.Concat(Parameters.Select((p, i) => p.DescribeNamed(isFirst: i == 0)))})";
        _function = new(() => BuiltinBinding.Bind<BuiltinFunction>(this));
        _leavingFunction = new(() => BuiltinBinding.Bind<LeavingBuiltinFunction>(this));
    }

    // The same function, called with a look at whether it is protected.
    private Builtin(Builtin original, bool leaves)
    {
        (Name, Method, Parameters) = (original.Name, original.Method, original.Parameters);
        (Signature, Usage) = (original.Signature, original.Usage);
        (MinArguments, MaxArguments, Leaves) = (original.MinArguments, original.MaxArguments, leaves);
        _function = new(() => (task, arguments) => Protection.Guard(original, task, arguments));
        _leavingFunction = new(() => (task, arguments) => Protection.Call(original, task, arguments));
    }

    /// <summary>The function as a step of its own that runs <c>#0:bf_name</c> instead where it is protected.</summary>
    public Builtin Protected() => new(this, leaves: true);

    /// <summary>The function where it stands in a program that was compiled before it was protected, and has no step for it.</summary>
    public Builtin Guarded() => new(this, Leaves);

    /// <summary>The name in the language.</summary>
    public string Name { get; }

    /// <summary>The method that does the work.</summary>
    public MethodInfo Method { get; }

    /// <summary>What it takes.</summary>
    public BuiltinParameter[] Parameters { get; }

    public int MinArguments { get; }

    /// <summary>The most arguments it takes; -1 for any number.</summary>
    public int MaxArguments { get; }

    /// <summary>Whether it may call a verb or make the task wait, and so needs a step of its own.</summary>
    public bool Leaves { get; }

    /// <summary>Whether it only looks at its arguments: neither they nor parts of them are in its result, or kept.</summary>
    public bool OnlyLooks { get; }

    /// <summary>Name and parameters, as people write them: <c>strsub(STR, STR, STR, ?any)</c>.</summary>
    public string Signature { get; }

    /// <summary>The same with the parameters' names, for help: <c>strsub(STR subject, STR what, STR with [, any caseMatters])</c>.</summary>
    public string Usage { get; }

    /// <summary>Runs it, if it stays in the frame. Made on first use.</summary>
    public BuiltinFunction Function => _function.Value;

    /// <summary>Runs it, if it may leave the frame. Made on first use.</summary>
    public LeavingBuiltinFunction LeavingFunction => _leavingFunction.Value;

    /// <summary>Runs it, whichever way.</summary>
    public TaskStep Call(MooTask task, ReadOnlySpan<Value> arguments) =>
        Leaves ? LeavingFunction(task, arguments) : TaskStep.Of(Function(task, arguments));

    /// <summary>E_ARGS for a wrong number of arguments.</summary>
    public Value RefuseCount(MooTask task, int count) => task.RaiseHere(ErrorCode.E_ARGS,
        Signature + " does not take {0} argument" + (count == 1 ? "" : "s"), Value.Int(count));

    /// <summary>E_TYPE for an argument of a wrong kind.</summary>
    public Value RefuseType(MooTask task, ReadOnlySpan<Value> arguments, int index) => task.RaiseHere(ErrorCode.E_TYPE,
        $"argument {index + 1} of {Name}() must be {Parameters[index].Kind}, not {{0}}", Value.Str(Kinds.Describe(arguments[index])));
}
