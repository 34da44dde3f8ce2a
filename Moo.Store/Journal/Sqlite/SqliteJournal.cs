using System.Globalization;
using Microsoft.Data.Sqlite;
using Moo.Store.Journal.Backups;
using Moo.Store.Journal.Schema;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Keeps a world in a file, through SQLite.</summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=full</c>: a commit is on the disk when it returns. A locked file beside the database
/// (<c>moo.db.lock</c>) keeps other servers out; whoever only reads the database may do so at any time.
/// </remarks>
internal sealed class SqliteJournal : IRestorable
{
    private const int ReadOnlyDisk = 30; // EROFS of Linux, macOS and the BSDs
    private static readonly string[] Settings = ["journal_mode = wal", "synchronous = full", "cache_size = -65536", "wal_autocheckpoint = 4000"];

    private readonly string _path;
    private FileStream? _lock;
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
    internal static readonly TimeSpan UsualLockPatience = TimeSpan.FromSeconds(3);

    /// <inheritdoc cref="UsualLockPatience"/>
    internal TimeSpan LockPatience { get; init; } = UsualLockPatience;

    /// <summary>Called between the steps of writing; tests break the writing off here.</summary>
    internal Action<WritePoint>? OnWritePoint { get; set; }

    /// <summary>The open database.</summary>
    internal sqlite3 Database => _connection!.Handle!;

    public int Open()
    {
        SqliteLibrary.MakeReady();
        return Explained(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            LockOut();
            var address = new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false };
            _connection = new SqliteConnection(address.ToString());
            _connection.Open();
            var database = _connection.Handle!;
            WaitForLocks(database, LockPatience);
            foreach (var setting in Settings) Run(database, "pragma " + setting);
            var version = Migrate(database);
            _writer = new SqliteWriter(database);
            return version;
        });
    }

    public LoadedWorld Load()
    {
        if (_connection is null) Open();
        return Explained(() => SqliteLoader.Load(Database, Place));
    }

    // The operating system takes the lock back when the process ends, however it ends.
    private void LockOut()
    {
        var start = TimeProvider.System.GetTimestamp();
        using var pause = new ManualResetEventSlim();
        while (true)
        {
            try
            {
                _lock = new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                return;
            }
            catch (IOException problem) when (problem.HResult != ReadOnlyDisk && File.Exists(_path + ".lock") && !Directory.Exists(_path))
            {
                if (TimeProvider.System.GetElapsedTime(start) >= LockPatience)
                    throw new JournalException($"{Place}: another server has it open. Stop that first: two servers cannot run one world.");
                pause.Wait(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    internal static void WaitForLocks(sqlite3 database, TimeSpan patience) => raw.sqlite3_busy_timeout(database, (int)patience.TotalMilliseconds);

    private int Migrate(sqlite3 database)
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
        return version;
    }

    internal static bool Exists(sqlite3 database, string table)
    {
        using var query = new SqliteStatement(database, "select 1 from sqlite_master where type = 'table' and name = ?");
        return query.Bind(1, table).Step();
    }

    internal static string? ReadMeta(sqlite3 database, string key)
    {
        using var query = new SqliteStatement(database, "select value from meta where key = ?");
        return query.Bind(1, key).Step() ? System.Text.Encoding.UTF8.GetString(query.Text(0)) : null;
    }

    internal static void Run(sqlite3 database, string sql)
    {
        using var statement = new SqliteStatement(database, sql);
        statement.Run();
    }

    public void Write(CommitBatch batch) => Explained(() =>
    {
        _writer!.Write(batch, OnWritePoint);
        return 0;
    });

    /// <summary>What could not be written for want of room, or because another program was writing, may be tried again.</summary>
    public long Reconnect() => Explained(() => long.Parse(ReadMeta(Database, "sequence") ?? "0", CultureInfo.InvariantCulture));

    public int Prune(DateTimeOffset before, int most) => Explained(() => _writer!.Prune(before, most));

    public void Replace(Action<IStoreSink> write) => Explained(() =>
    {
        Run(Database, "begin immediate");
        try
        {
            Run(Database, "delete from meta where " + OwnMeta.Condition);
            foreach (var table in StoreTable.All.Where(table => table != StoreTable.Meta)) Run(Database, "delete from " + table.Name);
            using (var rows = new SqliteRestore(Database)) write(rows);
            Run(Database, "commit");
        }
        finally
        {
            if (raw.sqlite3_get_autocommit(Database) == 0) Run(Database, "rollback");
        }
        return 0;
    });

    public void Dispose()
    {
        _writer?.Dispose();
        _connection?.Dispose();
        _lock?.Dispose();
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
