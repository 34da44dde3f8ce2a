using System.Globalization;
using Microsoft.Data.Sqlite;
using Moo.Store.Journal.Schema;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Keeps a world in a file, through SQLite.</summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=full</c>: a commit is on the disk when it returns. <c>locking_mode=exclusive</c> keeps
/// every other process out as long as the file is open.
/// </remarks>
internal sealed class SqliteJournal : IJournal
{
    private static readonly string[] Settings =
    [
        "locking_mode = exclusive", "journal_mode = wal", "synchronous = full", "cache_size = -65536", "wal_autocheckpoint = 4000",
    ];

    private readonly string _path;
    private SqliteConnection? _connection;
    private SqliteWriter? _writer;

    public SqliteJournal(string path)
    {
        _path = Path.GetFullPath(path);
        Place = "SQLite file " + _path;
    }

    public string Place { get; }

    public long? DiskBytes => SizeOf(_path) + SizeOf(_path + "-wal");

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>How long to wait for a server that is just ending to let go of the file.</summary>
    internal TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Called between the steps of writing; tests break the writing off here.</summary>
    internal Action<WritePoint>? OnWritePoint { get; set; }

    /// <summary>Called while the file is copied to be peeked at; tests write meanwhile.</summary>
    internal Action? OnFileCopied { get; set; }

    /// <summary>The open database.</summary>
    internal sqlite3 Database => _connection!.Handle!;

    public LoadedWorld Load()
    {
        SqliteLibrary.MakeReady();
        return Explained(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            var address = new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false };
            _connection = new SqliteConnection(address.ToString());
            _connection.Open();
            var database = _connection.Handle!;
            raw.sqlite3_busy_timeout(database, (int)LockPatience.TotalMilliseconds);
            foreach (var setting in Settings) Run(database, "pragma " + setting);
            Migrate(database);
            _writer = new SqliteWriter(database);
            return SqliteLoader.Load(database, Place);
        });
    }

    public LoadedWorld Peek() => Explained(() =>
    {
        if (!File.Exists(_path)) throw new JournalException($"{Place}: there is no such file.");
        // A server keeps everybody out of its file: what can be read is a copy.
        using var copy = SqliteCopy.Make(_path, OnFileCopied);
        using var journal = new SqliteJournal(copy.File);
        return journal.Load();
    });

    private void Migrate(sqlite3 database)
    {
        Run(database, "begin exclusive");
        var version = Exists(database, "meta") ? SchemaSteps.Parse(ReadMeta(database, "schema_version"), Place) : 0;
        foreach (var script in SchemaSteps.After("Sqlite", version))
        {
            if (raw.sqlite3_exec(database, script, out var message) != raw.SQLITE_OK)
                throw new SqliteException(message, raw.sqlite3_errcode(database), raw.sqlite3_extended_errcode(database));
        }
        using var write = new SqliteStatement(database, "insert or replace into meta (key, value) values ('schema_version', ?)");
        write.Bind(1, SchemaSteps.Current.ToString(CultureInfo.InvariantCulture)).Run();
        Run(database, "commit");
    }

    private static bool Exists(sqlite3 database, string table)
    {
        using var query = new SqliteStatement(database, "select 1 from sqlite_master where type = 'table' and name = ?");
        return query.Bind(1, table).Step();
    }

    private static string? ReadMeta(sqlite3 database, string key)
    {
        using var query = new SqliteStatement(database, "select value from meta where key = ?");
        return query.Bind(1, key).Step() ? System.Text.Encoding.UTF8.GetString(query.Text(0)) : null;
    }

    private static void Run(sqlite3 database, string sql)
    {
        using var statement = new SqliteStatement(database, sql);
        statement.Run();
    }

    public void Write(CommitBatch batch) => Explained(() =>
    {
        _writer!.Write(batch, OnWritePoint);
        return 0;
    });

    /// <summary>Never needed: a file does not go away and come back.</summary>
    public long Reconnect() => throw new JournalException($"{Place} has been closed. Restart the server.");

    public int Prune(DateTimeOffset before, int most) => Explained(() => _writer!.Prune(before, most));

    public void Dispose()
    {
        _writer?.Dispose();
        _connection?.Dispose();
    }

    private T Explained<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException problem)
        {
            throw SqliteProblem.Explain(problem, Place);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"{Place}: {problem.Message} Check the folder, or name another one with --data.", problem);
        }
    }
}
