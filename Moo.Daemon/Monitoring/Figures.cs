using Moo.Daemon.Sessions;
using Moo.Language.Scheduling;
using Moo.Store.Journal;
using Moo.Store.Worlds;

namespace Moo.Daemon.Monitoring;

/// <summary>Everything that can be watched. All of it is read from plain fields at the moment somebody looks; nothing is counted for the sake of it.</summary>
internal sealed class Figures
{
    private readonly JournalCounters _store;
    private readonly SchedulerCounters _tasks;

    public Figures(World world, Scheduler scheduler, JournalQueue journal, Func<long?> diskBytes, SessionRegistry sessions)
    {
        (_store, _tasks) = (journal.Counters, scheduler.Counters);
        All =
        [
            Figure.Counter("moo_commits_total", "Commits made durable", () => _store.Commits),
            Figure.Counter("moo_batches_total", "Database transactions that they took", () => _store.Batches),
            Figure.Counter("moo_rows_total", "Rows written and deleted", () => _store.Rows),
            Figure.Gauge("moo_batch_commits_max", "The most commits that one database transaction held", () => _store.LargestBatch),
            Figure.Gauge("moo_journal_queue", "Commits that are not durable yet", () => journal.QueueLength),
            Figure.Gauge("moo_database_away", "Whether the database is away", () => journal.IsAway ? 1 : 0),
            Figure.Counter("moo_database_outages_total", "How often the database went away", () => _store.Outages),
            Figure.Counter("moo_database_lost_connections_total", "How often a connection to it was lost", () => _store.LostConnections),
            Figure.Gauge("moo_database_bytes", "What the database takes on disk", () => diskBytes() ?? double.NaN),
            Figure.Counter("moo_slices_total", "Slices of tasks committed", () => _tasks.Slices),
            Figure.Counter("moo_conflicts_total", "Slices that had to run again", () => _tasks.Conflicts),
            Figure.Counter("moo_slices_alone_total", "Slices that ran alone after too many conflicts", () => _tasks.Alone),
            Figure.Counter("moo_task_failures_total", "Slices that ended with an error nobody caught", () => _tasks.Failures),
            Figure.Counter("moo_task_aborts_total", "Slices that ran out of ticks or seconds, or were killed", () => _tasks.Aborts),
            Figure.Counter("moo_ticks_total", "Ticks used", () => _tasks.Ticks),
            ByVerb("moo_conflict_seconds_total", "Time lost by slices that had to run again, by the verb they began in", verb => verb.Lost.TotalSeconds),
            ByVerb("moo_verb_conflicts_total", "Slices that had to run again, by the verb they began in", verb => verb.Conflicts),
            ByVerb("moo_verb_alone_total", "Slices that ran alone after too many conflicts, by the verb they began in", verb => verb.Alone),
            new Figure("moo_tasks", false, "Tasks, by what they are doing", () => scheduler.Count().Select(state => ((string?)state.State, (double)state.Count)), "state"),
            new Figure("moo_connections", false, "Open connections", () => Connections(sessions), "state"),
            Figure.Gauge("moo_objects_max", "The highest object number given out", () => world.Current.MaxObject),
            Figure.Gauge("moo_sequence", "The number of the last commit", () => world.Current.Sequence),
            new Figure("moo_gc_collections_total", true, "Collections of garbage, by generation",
                () => Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation => ((string?)$"{generation}", (double)GC.CollectionCount(generation))), "generation"),
            Figure.Counter("moo_gc_pause_seconds_total", "Time that collections stopped everything", () => GC.GetTotalPauseDuration().TotalSeconds),
            Figure.Gauge("moo_gc_heap_bytes", "Memory in use by values and programs", () => GC.GetTotalMemory(forceFullCollection: false)),
            Figure.Gauge("moo_process_resident_bytes", "Memory that the process holds", () => Environment.WorkingSet),
            Figure.Counter("moo_process_cpu_seconds_total", "Processor time used", () => Environment.CpuUsage.TotalTime.TotalSeconds),
        ];
    }

    // Each verb is a time series of its own to whoever collects them.
    private const int MostVerbs = 20;

    /// <summary>The single figures.</summary>
    public IReadOnlyList<Figure> All { get; }

    /// <summary>What is measured by length: name, meaning, times.</summary>
    public IReadOnlyList<(string Name, string Meaning, TimeBuckets Times)> Times =>
    [
        ("moo_slice_seconds", "How long slices of tasks ran", _tasks.SliceTime),
        ("moo_write_seconds", "How long database transactions took, the disk included", _store.Writes),
    ];

    private Figure ByVerb(string name, string meaning, Func<VerbConflicts, double> count) =>
        new(name, true, meaning, () => _tasks.ByVerb.All().Take(MostVerbs).Select(verb => ((string?)verb.Verb, count(verb))), "verb");

    private static IEnumerable<(string?, double)> Connections(SessionRegistry sessions)
    {
        var all = sessions.All;
        var players = all.Count(session => session.IsLoggedIn);
        return [("logged in", players), ("logging in", all.Count - players)];
    }
}
