using System.Data;
using System.Globalization;
using Moo.Store.Journal.Backups;
using Moo.Store.Journal.Schema;
using Npgsql;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Keeps a world in a PostgreSQL database.</summary>
/// <remarks>
/// <list type="number">
/// <item>One connection does everything; it holds an advisory lock for as long as it lives, so there is one server to a database.</item>
/// <item>Whoever gets the lock after a lost connection knows that the lost session has ended, so what <c>meta</c> says then is final:
/// either the batch in doubt is in it, or it never will be.</item>
/// <item><c>meta</c> says which run of a server wrote last. A server that lost the lock to another one does not go on.</item>
/// </list>
/// </remarks>
internal sealed class PostgreSqlJournal : IRestorable
{
    private const string Lock = "5074799, hashtext(current_schema()::text)"; // 5074799 is "Moo"

    private readonly string _address;
    private readonly string _server = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}";
    private NpgsqlConnection? _connection;
    private PostgreSqlWriter? _writer;
    private int _session;
    private long _diskBytes;

    public PostgreSqlJournal(string address) => (_address, Place) = (AddressOf(address), PlaceOf(address));

    /// <summary>What an operator's connection string leaves open.</summary>
    internal static string AddressOf(string address)
    {
        var parts = new NpgsqlConnectionStringBuilder(address) { Pooling = false };
        if (parts.MaxAutoPrepare == 0) (parts.MaxAutoPrepare, parts.AutoPrepareMinUsages) = (64, 2);
        if (parts.ApplicationName is null) parts.ApplicationName = "moo";
        parts.TcpKeepAlive = true;
        return parts.ToString();
    }

    internal static string PlaceOf(string address)
    {
        var parts = new NpgsqlConnectionStringBuilder(address);
        return $"PostgreSQL database {parts.Database ?? parts.Username} on {parts.Host}:{parts.Port}";
    }

    public string Place { get; }

    /// <remarks>Looked up at start and with every pruning.</remarks>
    public long? DiskBytes => Interlocked.Read(ref _diskBytes) is > 0 and var bytes ? bytes : null;

    /// <summary>How long to wait for the session of a server that has just died to end.</summary>
    internal TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called between the steps of writing, which are then made one by one; tests break the writing off here.</summary>
    internal Action<WritePoint>? OnWritePoint { get; set; }

    /// <summary>The number of the database's process at the other end.</summary>
    internal int Session => _session;

    public int Open() => Explained(() =>
    {
        Connect();
        if (!TryLock())
        {
            throw new JournalException($"{Place}: another server runs its world on this database ({Holder()}). Stop that first: "
                + "two servers cannot run one world.");
        }
        var version = Migrate();
        Run("insert into meta (key, value) values ('server', $1) on conflict (key) do update set value = excluded.value", _server);
        LookAtDisk();
        return version;
    });

    public LoadedWorld Load()
    {
        if (_connection is null) Open();
        return Explained(() => PostgreSqlLoader.Load(_connection!, Place));
    }

    public LoadedWorld Peek() => Explained(() =>
    {
        Connect();
        using var transaction = _connection!.BeginTransaction(IsolationLevel.RepeatableRead);
        Run("set transaction read only");
        var version = Ask("select to_regclass('meta')::text") is null ? 0 : SchemaSteps.Parse(Meta("schema_version"), Place);
        if (version != SchemaSteps.Current)
        {
            throw new JournalException(version == 0 ? $"{Place}: there is no world." : $"{Place} has schema version {version}, made by an older "
                + $"server; this one knows {SchemaSteps.Current}. Start this server on it once to bring it up to date.");
        }
        return PostgreSqlLoader.Load(_connection!, Place);
    });

    private void LookAtDisk() =>
        Interlocked.Exchange(ref _diskBytes, long.Parse(Ask("select pg_database_size(current_database())::text")!, CultureInfo.InvariantCulture));

    private void Connect()
    {
        _connection = new NpgsqlConnection(_address);
        _connection.Open();
        _session = _connection.ProcessID;
        _writer = new PostgreSqlWriter(_connection);
        var encoding = Ask("show server_encoding");
        if (encoding != "UTF8")
            throw new JournalException($"{Place} has the encoding {encoding}. Make one that can hold any text: createdb --encoding=UTF8 --template=template0 NAME.");
        // Whatever the server's habit is, a commit that was reported must be on its disk.
        Run("select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'");
        // Every statement finds its rows by key. A plan made while the world was small must not read whole tables when it has grown.
        Run("set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off");
    }

    private bool TryLock()
    {
        Run(string.Create(CultureInfo.InvariantCulture, $"set lock_timeout = {LockPatience.TotalMilliseconds:F0}"));
        var isOurs = true;
        try
        {
            Run($"select pg_advisory_lock({Lock})");
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            isOurs = false;
        }
        Run("set lock_timeout = 0");
        return isOurs;
    }

    private string Holder() => Ask("select format('process %s, %s, since %s', a.pid, coalesce(host(a.client_addr), 'local'), "
        + "date_trunc('second', a.backend_start)) from pg_locks l join pg_stat_activity a on a.pid = l.pid "
        + "where l.locktype = 'advisory' and l.classid = 5074799 and l.granted and a.datname = current_database() limit 1") ?? "which ended just now";

    private int Migrate()
    {
        using var transaction = _connection!.BeginTransaction();
        var exists = Ask("select to_regclass('meta')::text") is not null;
        var version = exists ? SchemaSteps.Parse(Meta("schema_version"), Place) : 0;
        foreach (var script in SchemaSteps.After("PostgreSql", version)) Run(script);
        Run("insert into meta (key, value) values ('schema_version', $1) on conflict (key) do update set value = excluded.value",
            SchemaSteps.Current.ToString(CultureInfo.InvariantCulture));
        transaction.Commit();
        return version;
    }

    public void Replace(Action<IStoreSink> write) => Explained(() =>
    {
        using var transaction = _connection!.BeginTransaction();
        Run("delete from meta where " + OwnMeta.Condition);
        Run("truncate " + string.Join(", ", StoreTable.All.Where(table => table != StoreTable.Meta).Select(table => table.Name)));
        using (var rows = new PostgreSqlRestore(_connection))
        {
            write(rows);
            rows.Finish();
        }
        transaction.Commit();
        return 0;
    });

    public void Write(CommitBatch batch) => Explained(() =>
    {
        Writer.Write(batch, OnWritePoint);
        return 0;
    });

    public int Prune(DateTimeOffset before, int most) => Explained(() =>
    {
        LookAtDisk();
        return Writer.Prune(before, most);
    });

    private PostgreSqlWriter Writer => _writer ?? throw new JournalAwayException($"{Place}: the connection is lost.");

    public long Reconnect() => Explained(() =>
    {
        var lost = _session;
        Disconnect();
        Connect();
        // The lost session may not have noticed yet that nobody listens to it.
        Run("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 5074799 and granted "
            + "and pid = $1 and pid <> pg_backend_pid()", lost);
        var isOurs = TryLock();
        if (Meta("server") != _server)
        {
            throw new JournalException($"{Place}: another server has run its world on this database meanwhile. Its world is not "
                + "the one that this server holds: restart this server once the other one has stopped.");
        }
        if (!isOurs) throw new JournalAwayException($"{Place}: the lost connection still holds the lock.");
        return long.Parse(Meta("sequence") ?? "0", CultureInfo.InvariantCulture);
    });

    private string? Meta(string key) => Ask("select value from meta where key = $1", key);

    private string? Ask(string query, params object[] arguments)
    {
        using var command = Command(query, arguments);
        return command.ExecuteScalar() as string;
    }

    private void Run(string sql, params object[] arguments)
    {
        using var command = Command(sql, arguments);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(string sql, object[] arguments)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private T Explained<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (InvalidOperationException problem) when (_connection is not { FullState: ConnectionState.Open })
        {
            // Npgsql's word for a statement on a connection that broke before it.
            Disconnect();
            throw new JournalAwayException($"{Place}: the connection is lost.", problem);
        }
        catch (Exception problem) when (PostgreSqlProblem.IsKnown(problem))
        {
            var explained = PostgreSqlProblem.Explain(problem, Place);
            if (explained is JournalAwayException) Disconnect();
            throw explained;
        }
        catch (JournalAwayException)
        {
            Disconnect();
            throw;
        }
    }

    private void Disconnect()
    {
        _writer = null;
        _connection?.Dispose();
        _connection = null;
    }

    public void Dispose() => Disconnect();
}
