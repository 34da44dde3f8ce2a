namespace Moo.Store.Journal;

/// <summary>How commits are written.</summary>
public sealed record JournalOptions
{
    /// <summary>The most commits in one database transaction.</summary>
    public int MostCommitsPerBatch { get; init; } = 4096;

    /// <summary>The longest wait, after a batch, for those whom it answered to commit again, where others wait already; at most a quarter of what the batch took.</summary>
    public TimeSpan LongestGathering { get; init; } = TimeSpan.FromMicroseconds(500);

    /// <summary>With this many commits waiting to become durable, <see cref="JournalQueue.IsOverloaded"/> asks to hold commands back.</summary>
    public int MostWaitingCommits { get; init; } = 20_000;

    /// <summary>How long rows of the commit log are kept; null keeps them for ever, zero writes none.</summary>
    public TimeSpan? CommitLogRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The wait before the first attempt to reach a database again that went away; doubles with each.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two such attempts.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(5);
}
