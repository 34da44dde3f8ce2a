namespace Moo.Store.Journal;

/// <summary>A database that keeps one world: loads it once, then takes every commit in order.</summary>
/// <remarks>
/// Used by one thread at a time. <see cref="Open"/> or <see cref="Load"/> comes first and makes this the only server on the database until it is
/// disposed of; <see cref="Peek"/> comes alone.
/// </remarks>
public interface IJournal : IDisposable
{
    /// <summary>Where the world is kept, for logs; never shows a password.</summary>
    string Place { get; }

    /// <summary>Bytes the world takes on disk, as of the last look; null if unknown. May be asked by any thread.</summary>
    long? DiskBytes { get; }

    /// <summary>Connects, shuts other servers out, and brings the schema up to date.</summary>
    /// <returns>The version of the schema before that; 0 for a database that was empty.</returns>
    /// <exception cref="JournalAwayException">The database cannot be reached (yet).</exception>
    /// <exception cref="JournalException">Anything that waiting would not mend; the message says what to do.</exception>
    int Open();

    /// <summary>Reads the whole world, after <see cref="Open"/> if that has not been called.</summary>
    /// <exception cref="JournalAwayException">The database cannot be reached (yet).</exception>
    /// <exception cref="JournalException">Anything that waiting would not mend; the message says what to do.</exception>
    LoadedWorld Load();

    /// <summary>Reads the world as it is at this moment, beside the server that may be running on it. Changes nothing and shuts nobody out.</summary>
    /// <exception cref="JournalAwayException">The database cannot be reached.</exception>
    /// <exception cref="JournalException">There is none, or its schema is not this program's.</exception>
    LoadedWorld Peek();

    /// <summary>Writes commits as one database transaction. When this returns they are durable.</summary>
    /// <exception cref="JournalAwayException">The connection is lost. Whether the commits were written is not known.</exception>
    /// <exception cref="JournalException">They were not written, and trying again would not help.</exception>
    void Write(CommitBatch batch);

    /// <summary>Connects again after <see cref="JournalAwayException"/>.</summary>
    /// <returns>The last commit that the database holds: tells whether the batch in doubt was written.</returns>
    /// <exception cref="JournalAwayException">The database is still away.</exception>
    /// <exception cref="JournalException">It is there again, but not the database that this server may go on with.</exception>
    long Reconnect();

    /// <summary>Forgets the oldest rows of the commit log.</summary>
    /// <param name="before">Rows older than this may go.</param>
    /// <param name="most">The most rows to take away in one call.</param>
    /// <returns>How many rows went.</returns>
    /// <exception cref="JournalAwayException">The connection is lost.</exception>
    /// <exception cref="JournalException">Trying again would not help.</exception>
    int Prune(DateTimeOffset before, int most);
}
