using Microsoft.Data.Sqlite;
using Moo.Store.Journal;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public enum StoreKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>An empty place for one test's world, on either database.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moo-test-").FullName;
    private readonly string? _connectionString;

    private TestStore(string? connectionString) => _connectionString = connectionString;

    public static async Task<TestStore> Create(StoreKind kind, PgCluster cluster) =>
        new(kind == StoreKind.PostgreSql ? await cluster.CreateDatabase() : null);

    public string File => Path.Combine(_folder, "moo.db");

    public string Folder => _folder;

    public string ConnectionString => _connectionString!;

    public string DatabaseName => new Npgsql.NpgsqlConnectionStringBuilder(_connectionString).Database!;

    public StoreAddress Address => StoreAddress.Parse(_connectionString, _folder);

    public IJournal Open() => Address.CreateJournal();

    /// <summary>Asks the database itself for one value, while no journal has it open (SQLite) or beside it (PostgreSQL).</summary>
    public object? Ask(string sql) => AskRow(sql) is [var first, ..] ? first : null;

    /// <summary>The columns of the first row that a query gives; a null is the empty string.</summary>
    public object[] AskRow(string sql)
    {
        using System.Data.Common.DbConnection connection = _connectionString is null
            ? new SqliteConnection($"Data Source={File};Pooling=False") : new Npgsql.NpgsqlConnection(_connectionString + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        if (!reader.Read()) return [];
        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return [.. row.Select(v => v is DBNull ? "" : v is bool truth ? (truth ? "true" : "false") : v)];
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
