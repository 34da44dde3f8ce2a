using Microsoft.Extensions.Logging;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Daemon.Hosting;

/// <summary>What the world may ask of the database it is kept in.</summary>
internal sealed class StoreAccess(StoreAddress address, IJournal journal, JournalQueue queue, ILogger log)
{
    /// <summary>What it takes on disk; null if unknown.</summary>
    public long? DiskBytes => journal.DiskBytes;

    /// <summary>What was done so far, by name.</summary>
    public IReadOnlyDictionary<string, long> Counters => new Dictionary<string, long>
    {
        ["commits"] = queue.Counters.Commits,
        ["batches"] = queue.Counters.Batches,
        ["rows"] = queue.Counters.Rows,
        ["microseconds"] = (long)queue.Counters.WriteTime.TotalMicroseconds,
        ["waiting"] = queue.QueueLength,
        ["outages"] = queue.Counters.Outages,
        ["bytes"] = journal.DiskBytes ?? 0,
    };

    /// <summary>Every version of the programs of an object's verbs, that of the commit that asks included. Null if the database cannot be asked.</summary>
    public async Task<IReadOnlyList<PastVerb>?> ReadVerbHistoryAsync(ObjectId holder, CancellationToken cancellation)
    {
        try
        {
            await queue.Flush().WaitAsync(cancellation).ConfigureAwait(false);
            return await Task.Run(() => PastVerb.Read(address, holder), cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is JournalException or JournalAwayException)
        {
            log.HistoryUnreadable(problem.Message);
            return null;
        }
    }
}
