namespace Moo.Store.Journal;

/// <summary>Writes batches through outages: what it was given is durable when it returns, however long the database was away.</summary>
/// <remarks>
/// A connection that dies leaves the fate of its batch open. The database itself tells, once it is back, which commit it holds: the
/// batch's last (it was written), the one before its first (it was not), or another, with which this server must not go on.
/// </remarks>
internal sealed class PatientWriter(IJournal journal, JournalOptions options, TimeProvider time, JournalCounters counters)
{
    private readonly object _gate = new();
    private bool _isGivingUp;
    private volatile bool _isAway;

    public Action<string>? OnAway { get; set; }

    public Action? OnBack { get; set; }

    public bool IsAway => _isAway;

    /// <summary>Writes a batch.</summary>
    /// <exception cref="JournalException">It cannot be written, or <see cref="GiveUp"/> was called while the database was away.</exception>
    public void Write(CommitBatch batch)
    {
        var (backOff, isFirstLoss) = (options.FirstBackOff, true);
        while (true)
        {
            var start = time.GetTimestamp();
            try
            {
                journal.Write(batch);
            }
            catch (JournalAwayException away)
            {
                counters.CountLostConnection();
                // A connection that died while nobody used it is made again at once, and nobody need hear of it.
                var isWritten = isFirstLoss ? TryReconnect(batch) : null;
                isFirstLoss = false;
                if (isWritten is null) GoAway(away);
                while (isWritten is null)
                {
                    Wait(backOff);
                    backOff = backOff * 2 < options.LongestBackOff ? backOff * 2 : options.LongestBackOff;
                    isWritten = TryReconnect(batch);
                }
                if (isWritten is false) continue;
            }
            counters.CountBatch(batch.Commits.Count, batch.RowCount, time.GetElapsedTime(start));
            ComeBack();
            return;
        }
    }

    /// <summary>Ends the waiting for a database that is away.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            _isGivingUp = true;
            Monitor.PulseAll(_gate);
        }
    }

    // Whether the batch that was in doubt had been written after all; null while the database is away.
    private bool? TryReconnect(CommitBatch batch)
    {
        try
        {
            var found = journal.Reconnect();
            if (found == batch.LastSequence) return true;
            if (found == batch.FirstSequence - 1) return false;
            throw new JournalException(
                $"The database at {journal.Place} came back with commit {found}, but this server had brought it to "
                + $"{batch.FirstSequence - 1} or {batch.LastSequence}: somebody else wrote to it, or it was put back from a backup. "
                + "Restart the server to go on from what the database holds.");
        }
        catch (JournalAwayException)
        {
            return null;
        }
    }

    private void Wait(TimeSpan backOff)
    {
        var isOver = false;
        using var timer = time.CreateTimer(_ => Ring(), null, backOff, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            while (!isOver && !_isGivingUp) Monitor.Wait(_gate);
            if (_isGivingUp)
            {
                throw new JournalException($"The server stopped while the database at {journal.Place} was away. The last commits "
                    + "were not written; nobody has seen their effects.");
            }
        }

        void Ring()
        {
            lock (_gate)
            {
                isOver = true;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void GoAway(JournalAwayException away)
    {
        if (_isAway) return;
        _isAway = true;
        counters.CountOutage();
        OnAway?.Invoke(away.Message);
    }

    private void ComeBack()
    {
        if (!_isAway) return;
        _isAway = false;
        OnBack?.Invoke();
    }
}
