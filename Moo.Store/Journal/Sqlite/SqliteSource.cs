using System.Globalization;
using Microsoft.Data.Sqlite;
using Moo.Store.Journal.Backups;
using Moo.Store.Journal.Schema;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Reads the rows of a SQLite file as they are at the first look, while a server goes on writing to it.</summary>
internal sealed class SqliteSource : IStoreSource
{
    private readonly string _path;
    private SqliteConnection? _connection;

    public SqliteSource(string path)
    {
        _path = Path.GetFullPath(path);
        Place = "SQLite file " + _path;
    }

    public string Place { get; }

    public void Read(IReadOnlyCollection<StoreTable> tables, Action<StoreTable, IStoredRow> row)
    {
        foreach (var table in StoreTable.All.Where(tables.Contains)) Select(table, "", found => row(table, found));
    }

    public void ReadVerbHistory(long holder, Action<IStoredRow> row) =>
        Select(StoreTable.VerbHistory, string.Create(CultureInfo.InvariantCulture, $" where object = {holder} order by sequence, place"), row);

    private void Select(StoreTable table, string condition, Action<IStoredRow> row)
    {
        SqliteLibrary.MakeReady();
        try
        {
            Open();
            using var rows = new SqliteStatement(_connection!.Handle!,
                $"select {string.Join(", ", table.Columns.Select(column => column.Name))} from {table.Name}{condition}");
            while (rows.Step()) row(rows);
        }
        catch (SqliteException problem)
        {
            throw SqliteProblem.Explain(problem, Place);
        }
    }

    private void Open()
    {
        if (_connection is not null) return;
        if (!File.Exists(_path)) throw new JournalException($"There is no world in {Place}: the file does not exist.");
        // For writing, since who reads a write-ahead log notes in a file beside it which part is in use.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        _connection.Open();
        var database = _connection.Handle!;
        SqliteJournal.WaitForLocks(database, SqliteJournal.UsualLockPatience);
        SqliteJournal.Run(database, "pragma query_only = on");
        SqliteJournal.Run(database, "begin");
        var version = SqliteJournal.Exists(database, "meta") ? SchemaSteps.Parse(SqliteJournal.ReadMeta(database, "schema_version"), Place) : 0;
        SchemaSteps.RequireCurrent(version, Place);
    }

    public void Dispose() => _connection?.Dispose();
}
