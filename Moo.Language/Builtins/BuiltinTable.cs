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
        _builtins = methods.SelectMany(m => m.GetCustomAttributes<BuiltinAttribute>().Select(a => new Builtin(a.Name, m)))
            .ToFrozenDictionary(b => b.Name, StringComparer.OrdinalIgnoreCase);
        _continuations = methods.Where(m => m.GetCustomAttribute<ContinuationAttribute>() is not null).ToFrozenDictionary(
            m => m.GetCustomAttribute<ContinuationAttribute>()!.Name, m => m.CreateDelegate<Func<MooTask, NativeCall, Value, TaskStep>>());
    }

    /// <summary>The functions of this server.</summary>
    public static readonly BuiltinTable Default = new(typeof(BuiltinTable).Assembly);

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _builtins.Keys;

    /// <summary>The functions.</summary>
    public IEnumerable<Builtin> All => _builtins.Values;

    public bool TryFind(string name, [NotNullWhen(true)] out Builtin? builtin) => _builtins.TryGetValue(name, out builtin);

    /// <summary>Goes on with a builtin function's work when a verb it called has returned.</summary>
    public TaskStep Continue(MooTask task, NativeCall call, Value result) => _continuations[call.Name](task, call, result);
}
