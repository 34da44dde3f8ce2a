using System.Globalization;
using Moo.Store.Journal.Backups;
using Moo.Store.Journal.Schema;
using Npgsql;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Reads the rows of a PostgreSQL database as they are at the first look, while a server goes on writing to it.</summary>
internal sealed class PostgreSqlSource(string connectionString) : IStoreSource
{
    private readonly string _address = PostgreSqlJournal.AddressOf(connectionString);
    private NpgsqlConnection? _connection;

    public string Place { get; } = PostgreSqlJournal.PlaceOf(connectionString);

    public void Read(IReadOnlyCollection<StoreTable> tables, Action<StoreTable, IStoredRow> row)
    {
        foreach (var table in StoreTable.All.Where(tables.Contains)) Select(table, "", found => row(table, found));
    }

    public void ReadVerbHistory(long holder, Action<IStoredRow> row) =>
        Select(StoreTable.VerbHistory, string.Create(CultureInfo.InvariantCulture, $" where object = {holder} order by sequence, place"), row);

    private void Select(StoreTable table, string condition, Action<IStoredRow> row)
    {
        try
        {
            Open();
            using var stream = _connection!.BeginRawBinaryCopy(
                $"copy (select {string.Join(", ", table.Columns.Select(Column))} from {table.Name}{condition}) to stdout (format binary)");
            var rows = new CopyReader(stream);
            while (rows.Read()) row(rows);
        }
        catch (Exception problem) when (PostgreSqlProblem.IsKnown(problem))
        {
            throw PostgreSqlProblem.Explain(problem, Place);
        }
    }

    private void Open()
    {
        if (_connection is not null) return;
        _connection = new NpgsqlConnection(_address);
        _connection.Open();
        Run("begin isolation level repeatable read, read only");
        var version = Ask("select to_regclass('meta')::text") is null ? 0
            : SchemaSteps.Parse(Ask("select value from meta where key = 'schema_version'"), Place);
        SchemaSteps.RequireCurrent(version, Place);
    }

    private static string Column(StoreColumn column) => column.Kind switch
    {
        ColumnKind.Truth => column.Name + "::int",
        ColumnKind.Json => column.Name + "::text",
        ColumnKind.Time => $"to_char({column.Name} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
        _ => column.Name,
    };

    private string? Ask(string query)
    {
        using var command = new NpgsqlCommand(query, _connection);
        return command.ExecuteScalar() as string;
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    public void Dispose() => _connection?.Dispose();
}
