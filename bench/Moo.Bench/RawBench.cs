using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Moo.Store.Journal.Sqlite;
using Npgsql;

namespace Moo.Bench;

/// <summary>What the database itself does with the least a server would write: one row updated per command, so many to a transaction.</summary>
internal static class RawBench
{
    private const string Upsert = "insert into raw (id, name, value) values (@id, 'n', @value) on conflict (id) do update set value = excluded.value";

    public static void Sqlite(string file, int perTransaction, int seconds)
    {
        SqliteLibrary.MakeReady();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var sql in new[] { "pragma locking_mode = exclusive", "pragma journal_mode = wal", "pragma synchronous = full",
            "create table if not exists raw (id integer primary key, name text, value text)" })
        {
            using var command = new SqliteCommand(sql, connection);
            command.ExecuteNonQuery();
        }
        using var upsert = new SqliteCommand(Upsert, connection);
        var (id, value) = (upsert.Parameters.Add("@id", SqliteType.Integer), upsert.Parameters.Add("@value", SqliteType.Text));
        upsert.Prepare();
        Measure("SQLite", perTransaction, seconds, n =>
        {
            using var transaction = connection.BeginTransaction();
            upsert.Transaction = transaction;
            for (var i = 0; i < perTransaction; i++)
            {
                (id.Value, value.Value) = ((long)i, n.ToString(CultureInfo.InvariantCulture));
                upsert.ExecuteNonQuery();
            }
            transaction.Commit();
        });
    }

    public static void PostgreSql(string address, int perTransaction, int seconds)
    {
        using var connection = new NpgsqlConnection(address);
        connection.Open();
        using (var command = new NpgsqlCommand("create table if not exists raw (id bigint primary key, name text, value text)", connection))
            command.ExecuteNonQuery();
        using var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < perTransaction; i++)
        {
            var command = new NpgsqlBatchCommand(Upsert.Replace("@id", "$1", StringComparison.Ordinal).Replace("@value", "$2", StringComparison.Ordinal));
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = i });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = "" });
            batch.BatchCommands.Add(command);
        }
        batch.Prepare();
        Measure("PostgreSQL, one connection", perTransaction, seconds, n =>
        {
            foreach (var command in batch.BatchCommands)
                ((NpgsqlParameter<string>)command.Parameters[1]).TypedValue = n.ToString(CultureInfo.InvariantCulture);
            batch.ExecuteNonQuery();
        });
    }

    private static void Measure(string what, int perTransaction, int seconds, Action<long> transaction)
    {
        var (done, clock) = (0L, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < seconds; done++) transaction(done);
        var time = clock.Elapsed;
        Console.WriteLine($"{what}, raw, {perTransaction} to a transaction: {done * perTransaction / time.TotalSeconds:N0}/s, {time.TotalMicroseconds / done:N0} us a transaction");
    }
}
