namespace Moo.Store.Journal;

/// <summary>What the journal has done since it started. Written by its thread alone; may be read by anybody at any time.</summary>
public sealed class JournalCounters
{
    private long _commits;
    private long _batches;
    private long _rows;
    private long _writeTicks;
    private long _outages;
    private long _lostConnections;
    private long _largestBatch;

    /// <summary>The commits made durable.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>The database transactions that they took.</summary>
    public long Batches => Volatile.Read(ref _batches);

    /// <summary>The rows written and deleted.</summary>
    public long Rows => Volatile.Read(ref _rows);

    /// <summary>The time spent in those transactions, the wait for the disk included.</summary>
    public TimeSpan WriteTime => new(Volatile.Read(ref _writeTicks));

    /// <summary>How often the database went away.</summary>
    public long Outages => Volatile.Read(ref _outages);

    /// <summary>How often a connection was lost, the times when it could be made again at once included.</summary>
    public long LostConnections => Volatile.Read(ref _lostConnections);

    /// <summary>The most commits that one transaction held.</summary>
    public long LargestBatch => Volatile.Read(ref _largestBatch);

    /// <summary>How long the transactions took, by length.</summary>
    public TimeBuckets Writes { get; } = new();

    internal void CountBatch(int commits, long rows, TimeSpan time)
    {
        Volatile.Write(ref _commits, _commits + commits);
        Volatile.Write(ref _batches, _batches + 1);
        Volatile.Write(ref _rows, _rows + rows);
        Volatile.Write(ref _writeTicks, _writeTicks + time.Ticks);
        Writes.Add(time);
        Volatile.Write(ref _largestBatch, Math.Max(_largestBatch, commits));
    }

    internal void CountLostConnection() => Volatile.Write(ref _lostConnections, _lostConnections + 1);

    internal void CountOutage() => Volatile.Write(ref _outages, _outages + 1);
}
