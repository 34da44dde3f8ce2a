using Moo.Store.Journal.Schema;

namespace Moo.Store.Journal.Backups;

/// <summary>Backup files: written from a store while a server goes on using it, and put back into an empty one.</summary>
/// <remarks>A backup holds every table, logs and histories too, and fits either database.</remarks>
public static class Backup
{
    /// <summary>Writes a backup and reads it again to see that it is whole. The file appears under its name only then.</summary>
    /// <param name="from">The store.</param>
    /// <param name="file">The file; what is there is replaced.</param>
    /// <param name="time">The time that the backup notes.</param>
    /// <exception cref="JournalException">The store cannot be read, or the file not written.</exception>
    /// <exception cref="JournalAwayException">The database is away.</exception>
    public static BackupReport Write(StoreAddress from, string file, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(from);
        using var source = from.OpenSource();
        return Write(source, file, time);
    }

    internal static BackupReport Write(IStoreSource source, string file, DateTimeOffset time)
    {
        file = Path.GetFullPath(file);
        var partial = file + ".partial";
        source.Read([StoreTable.Meta], (_, _) => { }); // a store that cannot be read leaves no trace of the attempt
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                using var writer = new BackupWriter(stream, source.Place, time);
                source.Read(StoreTable.All, writer.Write);
                writer.Finish();
                stream.Flush(flushToDisk: true);
            }
            Inspect(partial);
            File.Move(partial, file, overwrite: true);
            return Inspect(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The backup {file} cannot be written: {problem.Message}", problem);
        }
        finally
        {
            TryDelete(partial);
        }
    }

    // Best effort: what hinders it has been reported already.
    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>Reads a whole backup and checks that nothing in it is missing or changed.</summary>
    /// <exception cref="JournalException">It is damaged, or no backup, or made by a newer server.</exception>
    public static BackupReport Inspect(string file)
    {
        using var source = new BackupSource(file);
        var report = new BackupReport();
        source.Read(StoreTable.All, report.Count);
        return report with { Time = source.Time, Bytes = new FileInfo(file).Length };
    }

    /// <summary>Puts a backup into an empty store, as one transaction.</summary>
    /// <exception cref="JournalException">The backup is damaged, or the store is not empty; nothing has changed then.</exception>
    /// <exception cref="JournalAwayException">The database is away.</exception>
    public static BackupReport Restore(string file, StoreAddress to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var report = Inspect(file);
        using var source = new BackupSource(file);
        Fill(source, to);
        return report;
    }

    /// <summary>Copies a world into another, empty store, logs and histories too.</summary>
    /// <exception cref="JournalException">One of the stores cannot be used; nothing has changed then.</exception>
    /// <exception cref="JournalAwayException">A database is away.</exception>
    public static BackupReport Copy(StoreAddress from, StoreAddress to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        using var source = from.OpenSource();
        var report = new BackupReport();
        source.Read([StoreTable.Meta], report.Count);
        Fill(source, to, report.Count);
        return report;
    }

    private static void Fill(IStoreSource source, StoreAddress to, Action<StoreTable, IStoredRow>? seen = null)
    {
        using var journal = to.CreateRestorable();
        if (!journal.Load().IsEmpty) throw new JournalException($"There is a world in {journal.Place} already. Name an empty store with --data or --store.");
        journal.Replace(sink => source.Read(StoreTable.All, (table, row) =>
        {
            if (table != StoreTable.Meta) seen?.Invoke(table, row);
            if (!OwnMeta.Holds(table, row)) sink.Write(table, row);
        }));
    }

    /// <summary>The version of the schema that this program writes.</summary>
    public static int SchemaVersion => SchemaSteps.Current;
}
