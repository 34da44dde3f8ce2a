using System.Globalization;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>What the server can tell of its caches and its scheduler.</summary>
internal static class CacheFunctions
{
    /// <summary>What the verb cache has done: <c>{hits, negative hits, misses, version, histogram}</c>.</summary>
    /// <remarks>
    /// Differs from LambdaMOO: each call in a program remembers what it found last, and counts nothing, since counting would take longer than looking
    /// it up. So the first three are 0 and the histogram is empty; the version moves whenever lookups have to be checked.
    /// </remarks>
    /// <example>length(verb_cache_stats()) => 5</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("verb_cache_stats")]
    public static Value VerbCacheStats(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "verb_cache_stats");
        return Value.List(Value.Int(0), Value.Int(0), Value.Int(0), Value.Int(task.Transaction.StructureVersion), Value.List(MooList.Empty));
    }

    /// <summary>Writes to the server's log what the workers have done: slices, conflicts, failures.</summary>
    /// <example>log_cache_stats() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("log_cache_stats")]
    public static Value LogCacheStats(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "log_cache_stats");
        var counters = task.Runtime.Scheduler.Counters;
        task.Transaction.Effects.Add(new LogEffect(string.Create(CultureInfo.InvariantCulture,
            $"Slices: {counters.Slices} committed, {counters.Conflicts} repeated, {counters.Alone} alone, {counters.Failures} failed, {counters.Aborts} aborted. Lookups: version {task.Transaction.StructureVersion}."),
            IsError: false));
        return Value.Int(0);
    }

    /// <summary>What the collector of values and unreachable objects has done, as a map of counts.</summary>
    /// <remarks>
    /// <c>"anonymous"</c> is how many anonymous objects and WAIFs the world holds; <c>"collections"</c> how often memory was cleaned up, by
    /// generation; <c>"bytes"</c> what the values take that are in use. Differs from ToastStunt, which counts colours of a reference counter.
    /// </remarks>
    /// <example>gc_stats()["bytes"] > 0 => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("gc_stats")]
    public static Value GcStats(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "gc_stats");
        var collections = Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation => Value.Int(GC.CollectionCount(generation)));
        return Value.Of(MooMap.Empty
            .Set(Value.Str("anonymous"), Value.Int(task.Transaction.Base.AllHidden().Count()))
            .Set(Value.Str("collections"), Value.List(MooList.Of([.. collections])))
            .Set(Value.Str("bytes"), Value.Int(GC.GetTotalMemory(forceFullCollection: false))));
    }
}
