namespace Moo.Store.Journal.Sqlite;

/// <summary>A copy of a SQLite file, and of the write-ahead log beside it, made while a server may be writing to both.</summary>
/// <remarks>
/// The log starts with a header that changes whenever the log starts anew, and all that was ever written to the file since is in the log
/// (https://www.sqlite.org/walformat.html). So a file and a log that were copied one after the other belong together if the header was the
/// same before and after: whatever page was being written meanwhile is in the log, and what the log holds goes before the file.
/// </remarks>
internal sealed class SqliteCopy : IDisposable
{
    private const int HeaderBytes = 32;
    private const int MostTries = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("moo-copy-").FullName;

    private SqliteCopy()
    {
    }

    /// <summary>The copied file.</summary>
    public string File => Path.Combine(_folder, "moo.db");

    /// <summary>Makes a copy.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onFileCopied">Called between the file and the log; tests write there.</param>
    /// <exception cref="JournalException">The log started anew again and again while it was being copied.</exception>
    /// <exception cref="IOException">The files cannot be read, or there is no room for the copy.</exception>
    public static SqliteCopy Make(string path, Action? onFileCopied)
    {
        var copy = new SqliteCopy();
        var isWhole = false;
        try
        {
            for (var tries = 0; tries < MostTries && !isWhole; tries++) isWhole = copy.TryTake(path, onFileCopied);
        }
        finally
        {
            if (!isWhole) copy.Dispose();
        }
        return isWhole ? copy : throw new JournalException($"SQLite file {path} changes too fast to be copied. Try again when less is going on, or from a backup.");
    }

    private bool TryTake(string path, Action? onFileCopied)
    {
        var header = Header(path + "-wal");
        Copy(path, File);
        onFileCopied?.Invoke();
        Copy(path + "-wal", File + "-wal");
        return header.AsSpan().SequenceEqual(Header(path + "-wal")) && header.AsSpan().SequenceEqual(Header(File + "-wal"));
    }

    // Empty if there is no log: its server ended in good order.
    private static byte[] Header(string log)
    {
        if (!System.IO.File.Exists(log)) return [];
        using var file = Open(log);
        var header = new byte[HeaderBytes];
        return header[..file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false)];
    }

    private static void Copy(string from, string to)
    {
        System.IO.File.Delete(to);
        if (!System.IO.File.Exists(from)) return;
        using var source = Open(from);
        using var target = System.IO.File.Create(to);
        source.CopyTo(target);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
