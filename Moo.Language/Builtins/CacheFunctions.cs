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

    /// <summary>The same for properties: <c>{hits, negative hits, misses, version, histogram}</c>.</summary>
    /// <remarks>Differs from mooR: as with <c>verb_cache_stats()</c>, only the version says something.</remarks>
    /// <example>property_cache_stats() == verb_cache_stats() => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("property_cache_stats")]
    public static Value PropertyCacheStats(MooTask task) =>
        task.IsWizardly ? VerbCacheStats(task) : Permissions.WizardsOnly(task, "property_cache_stats");

    /// <summary>The same for ancestors: <c>{hits, negative hits, misses, version, histogram}</c>.</summary>
    /// <remarks>Differs from mooR: as with <c>verb_cache_stats()</c>, only the version says something.</remarks>
    /// <example>ancestry_cache_stats() == verb_cache_stats() => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("ancestry_cache_stats")]
    public static Value AncestryCacheStats(MooTask task) =>
        task.IsWizardly ? VerbCacheStats(task) : Permissions.WizardsOnly(task, "ancestry_cache_stats");

    /// <summary>What is kept of programs that were evaluated: <c>{hits, negative hits, misses, flushes, {0, kept}}</c>.</summary>
    /// <remarks>Differs from mooR: programs of verbs are kept with the verbs, and only how many of <c>eval()</c> are kept is counted.</remarks>
    /// <example>program_cache_stats()[1..4] => {0, 0, 0, 0}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("program_cache_stats")]
    public static Value ProgramCacheStats(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "program_cache_stats");
        var none = Value.Int(0);
        return Value.List(none, none, none, none, Value.List(none, Value.Int(Programs.KeptCount)));
    }

    /// <summary>Forgets what can be found again: programs that were evaluated.</summary>
    /// <remarks>Other caches are part of what they speed up, and are never stale.</remarks>
    /// <example>flush_caches() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("flush_caches")]
    public static Value FlushCaches(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "flush_caches");
        Programs.Forget();
        return Value.Int(0);
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
    /// <c>"anonymous"</c> is how many anonymous objects and WAIFs the world holds; <c>"collected"</c> how many were collected because nothing referred to
    /// them any more; <c>"collections"</c> how often memory was cleaned up, by
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
            .Set(Value.Str("collected"), Value.Int(task.Runtime.Scheduler.Collector.Collected))
            .Set(Value.Str("collections"), Value.List(MooList.Of([.. collections])))
            .Set(Value.Str("bytes"), Value.Int(GC.GetTotalMemory(forceFullCollection: false))));
    }

    /// <summary>Collects the anonymous objects and WAIFs that nothing refers to any more, at once; returns how many there were.</summary>
    /// <remarks>
    /// The server does that by itself now and then. What the task has done so far is committed, and it sleeps until all are gone and their <c>:recycle</c>
    /// verbs have run.
    /// </remarks>
    /// <example>run_gc() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("run_gc")]
    public static TaskStep RunGc(MooTask task) => Collect(task, "run_gc");

    /// <summary>The same as <c>run_gc()</c>: mooR's name.</summary>
    /// <example>gc_collect() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("gc_collect")]
    public static TaskStep GcCollect(MooTask task) => Collect(task, "gc_collect");

    private static TaskStep Collect(MooTask task, string function)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, function));
        var collector = task.Runtime.Scheduler.Collector;
        return Waits.ForOutside(task, function, async cancellation => Value.Int(await collector.Collect(cancellation).ConfigureAwait(false)));
    }
}
