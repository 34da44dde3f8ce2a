using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using Moo.Store.Journal.Backups;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0.</summary>
/// <remarks>Straight on the library: a world's millions of rows pass here as UTF-8, without a string or a box for each cell.</remarks>
internal sealed class SqliteStatement : IStoredRow, IDisposable
{
    private const int MostCharactersOnStack = 100;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    public SqliteStatement Bind(int index, long number)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, number));
        return this;
    }

    public SqliteStatement Bind(int index, bool truth) => Bind(index, truth ? 1 : 0);

    public SqliteStatement Bind(int index, double number)
    {
        Check(raw.sqlite3_bind_double(_statement, index, number));
        return this;
    }

    public SqliteStatement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    public SqliteStatement BindOrNull(int index, string? text) => text is null ? BindNull(index) : Bind(index, text);

    public SqliteStatement Bind(int index, string text)
    {
        if (text.Length <= MostCharactersOnStack)
        {
            Span<byte> few = stackalloc byte[MostCharactersOnStack * 3];
            return Bind(index, few[..Encoding.UTF8.GetBytes(text, few)]);
        }
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Bind(index, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> utf8)
    {
        // A span without bytes has no address, and no address means null.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, index, "") : raw.sqlite3_bind_text(_statement, index, utf8));
        return this;
    }

    /// <summary>Runs it to its end, ready to be bound again.</summary>
    public void Run()
    {
        while (Step())
        {
            // rows that nobody asked for
        }
        Reset();
    }

    /// <summary>Goes on to the next row; false behind the last one.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        var problem = Problem(result);
        Reset();
        throw problem;
    }

    public void Reset() => raw.sqlite3_reset(_statement); // repeats the error that Step has thrown

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Real(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>The bytes of a text; they hold until the next step.</summary>
    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) throw Problem(result);
    }

    private SqliteException Problem(int result) => new(
        raw.sqlite3_errmsg(_database).utf8_to_string(), result & 0xFF, raw.sqlite3_extended_errcode(_database));
}
