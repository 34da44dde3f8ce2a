using System.Text;
using Moo.Store.Journal.Sqlite;
using SQLitePCL;

namespace Moo.Store.SideDatabases;

/// <summary>A SQLite database beside the world: a file that programs of the language work with. One thread at a time, but for <see cref="Interrupt"/>.</summary>
/// <remarks>
/// It can reach no other file: ATTACH is refused, and so are the settings that name folders or move the bound on its size. Extensions cannot be
/// loaded, which is SQLite's default.
/// </remarks>
public sealed class SideDatabase : IDisposable
{
    private static readonly string[] RefusedPragmas = ["temp_store_directory", "data_store_directory", "max_page_count", "page_size", "mmap_size", "writable_schema"];

    // Codes of SQLite's authorizer: https://www.sqlite.org/c3ref/c_alter_table.html
    private const int Attach = 24;
    private const int Pragma = 19;

    private readonly sqlite3 _database;

    // The library keeps no reference to it that .NET can see.
    private readonly strdelegate_authorizer _authorizer;

    private SideDatabase(sqlite3 database)
    {
        _database = database;
        _authorizer = Authorize;
    }

    /// <summary>Opens a database, or makes it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="largest">How many bytes the file may grow to.</param>
    /// <exception cref="SideDatabaseException">SQLite refuses, or is not there.</exception>
    public static SideDatabase Open(string path, long largest)
    {
        try
        {
            SqliteLibrary.MakeReady();
        }
        catch (Journal.JournalException problem)
        {
            throw new SideDatabaseException(problem.Message);
        }
        var result = raw.sqlite3_open_v2(path, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_FULLMUTEX, null);
        var opened = new SideDatabase(database);
        try
        {
            if (result != raw.SQLITE_OK) throw opened.Problem();
            const int pageSize = 4096;
            opened.Run($"PRAGMA page_size = {pageSize}; PRAGMA max_page_count = {Math.Max(1, largest / pageSize)}; PRAGMA trusted_schema = OFF;");
            raw.sqlite3_set_authorizer(database, opened._authorizer, null);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void Run(string sql)
    {
        if (raw.sqlite3_exec(_database, sql) != raw.SQLITE_OK) throw Problem();
    }

    // An empty name is a temporary database, which VACUUM makes for itself.
    private static int Authorize(object user, int action, string first, string second, string database, string inner) => action switch
    {
        Attach => string.IsNullOrEmpty(first) ? raw.SQLITE_OK : raw.SQLITE_DENY,
        Pragma => RefusedPragmas.Contains(first, StringComparer.OrdinalIgnoreCase) ? raw.SQLITE_DENY : raw.SQLITE_OK,
        _ => raw.SQLITE_OK,
    };

    /// <summary>Runs statements one after another; values are bound to the parameters of the first.</summary>
    /// <param name="sql">The statements.</param>
    /// <param name="values">Strings, 64-bit integers, doubles, byte arrays; null for NULL.</param>
    /// <param name="onRow">Gets each row: the columns' names and texts, null for NULL. False ends it all.</param>
    /// <param name="isFirstOnly">Whether what stands behind the first statement is left out.</param>
    /// <exception cref="SideDatabaseException">SQLite refuses, or was interrupted.</exception>
    public void Execute(string sql, IReadOnlyList<object?> values, Func<string[], string?[], bool> onRow, bool isFirstOnly)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(onRow);
        var rest = Encoding.UTF8.GetBytes(sql + '\0').AsSpan();
        while (rest.Length > 1)
        {
            if (raw.sqlite3_prepare_v2(_database, rest, out var statement, out var tail) != raw.SQLITE_OK) throw Problem();
            // Blanks and comments make no statement.
            if (statement is not null && !statement.IsInvalid)
            {
                using (statement)
                {
                    for (var i = 0; i < values.Count; i++) Bind(statement, i + 1, values[i]);
                    if (!StepThrough(statement, onRow)) return;
                }
                if (isFirstOnly) return;
            }
            values = [];
            rest = rest[^tail.Length..];
        }
    }

    private bool StepThrough(sqlite3_stmt statement, Func<string[], string?[], bool> onRow)
    {
        var names = new string[raw.sqlite3_column_count(statement)];
        for (var i = 0; i < names.Length; i++) names[i] = raw.sqlite3_column_name(statement, i).utf8_to_string();
        while (true)
        {
            switch (raw.sqlite3_step(statement))
            {
                case raw.SQLITE_DONE:
                    return true;
                case raw.SQLITE_ROW:
                    var row = new string?[names.Length];
                    for (var i = 0; i < row.Length; i++)
                        row[i] = raw.sqlite3_column_type(statement, i) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(statement, i).utf8_to_string();
                    if (!onRow(names, row)) return false;
                    break;
                default:
                    throw Problem();
            }
        }
    }

    private void Bind(sqlite3_stmt statement, int index, object? value)
    {
        var result = value switch
        {
            string text => raw.sqlite3_bind_text(statement, index, text),
            long number => raw.sqlite3_bind_int64(statement, index, number),
            double number => raw.sqlite3_bind_double(statement, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            null => raw.sqlite3_bind_null(statement, index),
            _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored.", nameof(value)),
        };
        if (result != raw.SQLITE_OK) throw Problem();
    }

    /// <summary>The number of the row that was inserted last; 0 if none was.</summary>
    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>Sets one of SQLite's limits, counted from 0 as SQLite does; -1 only asks. Returns what it was.</summary>
    public int Limit(int category, int value) => raw.sqlite3_limit(_database, category, value);

    /// <summary>Ends what the database is doing at this moment; from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_database);

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private SideDatabaseException Problem() => new(raw.sqlite3_errmsg(_database).utf8_to_string());
}

/// <summary>A database refuses.</summary>
/// <param name="message">What SQLite says.</param>
public sealed class SideDatabaseException(string message) : Exception(message);
