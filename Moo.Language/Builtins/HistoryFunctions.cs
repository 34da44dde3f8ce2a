using Moo.Language.Execution;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>What the server remembers: earlier programs of verbs, and what its workers and its database have done.</summary>
internal static class HistoryFunctions
{
    /// <summary>Every version of a verb's program that there was, the newest first.</summary>
    /// <remarks>
    /// Each is a map: <c>"commit"</c> is the number of the commit that made it, <c>"time"</c> when, <c>"player"</c> who, <c>"names"</c> the verb's names
    /// then, and <c>"code"</c> the program's lines, or 0 where the verb was removed. A verb is known by its names: one that was renamed begins anew.
    /// Of a verb that is no more, name it as it was called. The task waits for the database, so this commits what it has done so far.
    /// </remarks>
    /// <example>`verb_history(#0, "no such verb") ! E_VERBNF => "never was"' => "never was"</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object; E_VERBNF if it neither has nor had such a verb; E_PERM unless the verb is readable or yours, or, if it is
    /// no more, the object is; E_FILE if the database cannot be asked.
    /// </exception>
    [Builtin("verb_history")]
    public static TaskStep VerbHistory(MooTask task, ObjectId target, string verb)
    {
        if (task.Transaction.Find(target) is not { } draft) return TaskStep.Of(Permissions.NoObject(task, Value.Obj(target)));
        var current = draft.Class.Verbs.ToArray().FirstOrDefault(candidate => candidate.Answers(verb));
        var isAllowed = task.IsWizardly || (current is null ? draft.Owner == task.Programmer
            : (current.Flags & VerbFlags.Read) != 0 || current.Owner == task.Programmer);
        if (!isAllowed) return TaskStep.Of(Permissions.Denied(task, "the history of {0} is not readable for {1}", Value.Str($"{target}:{verb}")));
        var host = task.Runtime.Host;
        return Waits.ForOutside(task, "verb_history", async cancellation =>
        {
            if (await host.ReadVerbHistoryAsync(target, cancellation).ConfigureAwait(false) is not { } versions) return Value.Err(ErrorCode.E_FILE);
            var names = current?.Names;
            var found = versions.Where(version => names is null ? VerbNames.Match(version.Names, verb) : version.Names == names).Reverse().Select(ToValue).ToArray();
            return found.Length == 0 ? Value.Err(ErrorCode.E_VERBNF) : Value.List(MooList.Of(found));
        });
    }

    private static Value ToValue(PastVerb version) => Value.Of(MooMap.Empty
        .Set(Value.Str("commit"), Value.Int(version.Sequence))
        .Set(Value.Str("time"), Value.Int(version.Time.ToUnixTimeSeconds()))
        .Set(Value.Str("player"), Value.Obj(version.Player))
        .Set(Value.Str("names"), Value.Str(version.Names))
        .Set(Value.Str("code"), version.Source is null ? Value.Int(0)
            : Value.List(version.Source.Length == 0 ? MooList.Empty : MooList.OfStrings(version.Source.Split('\n')))));

    /// <summary>Which verbs' tasks got into each other's way: a list of <c>{verb, conflicts, times alone, seconds lost}</c>, the most costly first.</summary>
    /// <remarks>
    /// Tasks run in parallel. One that has read what another one changes before it is through runs again, unseen by anybody but the clock; after a
    /// few times it runs alone. The verb is the one in which the task began or went on: <c>"#12:look"</c>.
    /// </remarks>
    /// <example>typeof(conflict_stats()) == LIST => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("conflict_stats")]
    public static Value ConflictStats(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "conflict_stats");
        var verbs = task.Runtime.Scheduler.Counters.ByVerb.All();
        return Value.List(MooList.Of([.. verbs.Select(verb =>
            Value.List(Value.Str(verb.Verb), Value.Int(verb.Conflicts), Value.Int(verb.Alone), Value.Float(verb.Lost.TotalSeconds)))]));
    }

    /// <summary>What the workers have done since the server started, as a map of counts.</summary>
    /// <remarks><c>"slices"</c> committed, <c>"conflicts"</c>, runs <c>"alone"</c>, <c>"failures"</c>, <c>"aborts"</c>, <c>"ticks"</c>, and <c>"seconds"</c> that slices ran.</remarks>
    /// <example>sched_counters()["slices"] >= 0 => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("sched_counters")]
    public static Value SchedulerCounts(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "sched_counters");
        var counters = task.Runtime.Scheduler.Counters;
        return Value.Of(MooMap.Empty
            .Set(Value.Str("slices"), Value.Int(counters.Slices))
            .Set(Value.Str("conflicts"), Value.Int(counters.Conflicts))
            .Set(Value.Str("alone"), Value.Int(counters.Alone))
            .Set(Value.Str("failures"), Value.Int(counters.Failures))
            .Set(Value.Str("aborts"), Value.Int(counters.Aborts))
            .Set(Value.Str("ticks"), Value.Int(counters.Ticks))
            .Set(Value.Str("seconds"), Value.Float(counters.SliceTime.Sum.TotalSeconds)));
    }

    /// <summary>What the database has done since the server started, as a map of counts.</summary>
    /// <remarks>
    /// <c>"commits"</c> made durable in so many <c>"batches"</c> of so many <c>"rows"</c>, in <c>"microseconds"</c>; <c>"waiting"</c> commits; how often it
    /// was away (<c>"outages"</c>); <c>"bytes"</c> on disk. Empty where there is no database.
    /// </remarks>
    /// <example>typeof(db_counters()) == MAP => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("db_counters")]
    public static Value DatabaseCounts(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "db_counters");
        var counts = MooMap.Empty;
        foreach (var (name, count) in task.Runtime.Host.DatabaseCounters) counts = counts.Set(Value.Str(name), Value.Int(count));
        return Value.Of(counts);
    }
}
