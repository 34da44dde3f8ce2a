using Moo.Store.Journal;

namespace Moo.Language.Scheduling;

/// <summary>What the workers have done so far. Plain fields: read without a lock, exact enough for people and metrics.</summary>
public sealed class SchedulerCounters
{
    internal long SlicesField;
    internal long ConflictsField;
    internal long AloneField;
    internal long FailuresField;
    internal long AbortsField;
    internal long TicksField;

    /// <summary>Slices committed.</summary>
    public long Slices => Volatile.Read(ref SlicesField);

    /// <summary>Slices that had to run again because something they read had changed.</summary>
    public long Conflicts => Volatile.Read(ref ConflictsField);

    /// <summary>Slices that ran alone after too many conflicts.</summary>
    public long Alone => Volatile.Read(ref AloneField);

    /// <summary>Slices that ended with an uncaught error.</summary>
    public long Failures => Volatile.Read(ref FailuresField);

    /// <summary>Slices that ran out of ticks or seconds, or were killed.</summary>
    public long Aborts => Volatile.Read(ref AbortsField);

    /// <summary>Ticks used, those of runs that had to be repeated included.</summary>
    public long Ticks => Volatile.Read(ref TicksField);

    /// <summary>How long slices ran.</summary>
    public TimeBuckets SliceTime { get; } = new();

    /// <summary>Which verbs conflict, and what that costs.</summary>
    public ConflictTable ByVerb { get; } = new();
}
