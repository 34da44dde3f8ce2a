using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>All builtin functions, by name.</summary>
internal sealed class BuiltinTable
{
    private readonly FrozenDictionary<string, Builtin> _builtins;
    private readonly FrozenDictionary<string, Func<MooTask, NativeCall, Value, TaskStep>> _continuations;

    private BuiltinTable(Assembly assembly)
    {
        var methods = assembly.GetTypes().Where(t => t.IsAbstract && t.IsSealed && !t.IsGenericType)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static)).ToList();
        _builtins = methods.SelectMany(m => m.GetCustomAttributes<BuiltinAttribute>().Select(a => new Builtin(a, m)))
            .ToFrozenDictionary(b => b.Name, StringComparer.OrdinalIgnoreCase);
        _continuations = methods.Where(m => m.GetCustomAttribute<ContinuationAttribute>() is not null).ToFrozenDictionary(
            m => m.GetCustomAttribute<ContinuationAttribute>()!.Name, m => m.CreateDelegate<Func<MooTask, NativeCall, Value, TaskStep>>());
    }

    private BuiltinTable(BuiltinTable plain, IReadOnlySet<string> protectedNames, IReadOnlySet<string> guarded)
    {
        _builtins = plain._builtins.ToFrozenDictionary(entry => entry.Key, entry =>
            protectedNames.Contains(entry.Key) ? entry.Value.Protected() : guarded.Contains(entry.Key) ? entry.Value.Guarded() : entry.Value,
            StringComparer.OrdinalIgnoreCase);
        _continuations = plain._continuations;
        (ProtectedNames, GuardedNames) = (protectedNames, guarded);
    }

    /// <summary>The functions of this server, none of them protected.</summary>
    public static readonly BuiltinTable Default = new(typeof(BuiltinTable).Assembly);

    /// <summary>The functions that programs compiled with this table call through <see cref="Protection"/>, each in a step of its own.</summary>
    public IReadOnlySet<string> ProtectedNames { get; } = FrozenSet<string>.Empty;

    /// <summary>The functions that are refused to those who may not call them, but have no step of their own.</summary>
    public IReadOnlySet<string> GuardedNames { get; } = FrozenSet<string>.Empty;

    /// <summary>The functions of this server with some protected.</summary>
    /// <param name="names">These get steps of their own.</param>
    /// <param name="guarded">These, too, are protected, in a program whose steps are settled.</param>
    public static BuiltinTable With(IReadOnlySet<string> names, IReadOnlySet<string> guarded) =>
        names.Count + guarded.Count == 0 ? Default : new BuiltinTable(Default, names, guarded);

    /// <summary>Whether a program compiled with this table heeds that these are protected.</summary>
    public bool Heeds(IReadOnlySet<string> names) => names.All(name => ProtectedNames.Contains(name) || GuardedNames.Contains(name));

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _builtins.Keys;

    /// <summary>The functions.</summary>
    public IEnumerable<Builtin> All => _builtins.Values;

    public bool TryFind(string name, [NotNullWhen(true)] out Builtin? builtin) => _builtins.TryGetValue(name, out builtin);

    /// <summary>Goes on with a builtin function's work when a verb it called has returned.</summary>
    public TaskStep Continue(MooTask task, NativeCall call, Value result) => _continuations[call.Name](task, call, result);
}
