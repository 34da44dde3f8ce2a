using System.Globalization;
using Moo.Store.SideDatabases;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>A SQLite database that a program has open. Used off the workers, by one thread at a time.</summary>
/// <param name="database">The database.</param>
/// <param name="name">The name it was opened by.</param>
/// <param name="path">Its path.</param>
/// <param name="options">How values come out of it.</param>
internal sealed class OpenDatabase(SideDatabase database, string name, string path, DatabaseOptions options) : IDisposable
{
    private readonly Lock _lock = new();
    private int _locks;
    private long _lastRow;
    private bool _isClosed;

    public string Name => name;

    public string Path => path;

    public DatabaseOptions Options => options;

    /// <summary>How many tasks work with it or wait to.</summary>
    public int Locks => Volatile.Read(ref _locks);

    /// <summary>The number of the row that was inserted last.</summary>
    public long LastInsertedRow => Interlocked.Read(ref _lastRow);

    /// <summary>Runs statements; the rows they give as a list, or SQLite's words where it refuses.</summary>
    /// <param name="sql">The statements.</param>
    /// <param name="values">What is bound to the first one's parameters.</param>
    /// <param name="withNames">Whether each value comes with its column's name.</param>
    /// <param name="isFirstOnly">Whether only the first statement is run.</param>
    /// <param name="most">Bytes that the rows may take together.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="cancellation">Asks to give up.</param>
    public Value Execute(string sql, IReadOnlyList<object?> values, bool withNames, bool isFirstOnly, long most, TimeSpan time, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _locks);
        try
        {
            lock (_lock)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_isClosed) return Value.Err(ErrorCode.E_INVARG);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                limit.CancelAfter(time);
                using var interrupt = limit.Token.Register(database.Interrupt);
                return Rows(sql, values, withNames, isFirstOnly, most);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _locks);
        }
    }

    private Value Rows(string sql, IReadOnlyList<object?> values, bool withNames, bool isFirstOnly, long most)
    {
        var rows = new List<Value>();
        var bytes = 0L;
        try
        {
            database.Execute(sql, values, (names, row) =>
            {
                var cells = row.Select((text, i) => withNames ? Value.List(Value.Str(names[i]), ToValue(text)) : ToValue(text));
                var value = Value.List(MooList.Of([.. cells]));
                rows.Add(value);
                bytes += value.Bytes;
                return bytes <= most;
            }, isFirstOnly);
        }
        catch (SideDatabaseException problem)
        {
            return Value.Str(problem.Message);
        }
        Interlocked.Exchange(ref _lastRow, database.LastInsertedRow);
        return bytes <= most ? Value.List(MooList.FromOwned([.. rows], rows.Count))
            : Value.Of(MooError.Of(ErrorCode.E_QUOTA, "that is more than a list may hold"));
    }

    // ToastStunt: numbers are told from texts by how they look, and NULL is the text.
    private Value ToValue(string? text)
    {
        if (text is null) return Value.Str("NULL");
        if ((options & DatabaseOptions.ParseTypes) != 0)
        {
            if ((options & DatabaseOptions.ParseObjects) != 0 && text.StartsWith('#') && long.TryParse(text.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
                return Value.Obj(id);
            if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return Value.Int(number);
            if (LooksLikeFloat(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real)) return Value.Float(real);
        }
        return Value.Str((options & DatabaseOptions.SanitizeStrings) != 0 ? text.Replace('\n', '\t') : text);
    }

    // "Infinity" and "NaN" are words here.
    private static bool LooksLikeFloat(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or '+' or '-' or 'e' or 'E' or ' ');

    /// <summary>Sets one of SQLite's limits; returns what it was.</summary>
    public int Limit(int category, int value)
    {
        lock (_lock) return _isClosed ? 0 : database.Limit(category, value);
    }

    /// <summary>Ends what it is doing at this moment.</summary>
    public void Interrupt()
    {
        // While something runs, the lock is held by what keeps the database open.
        if (Locks > 0) database.Interrupt();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            database.Dispose();
        }
    }
}

/// <summary>How values come out of a database: <c>sqlite_open()</c>'s second argument.</summary>
[Flags]
internal enum DatabaseOptions
{
    None = 0,
    ParseTypes = 2,
    ParseObjects = 4,
    SanitizeStrings = 8,
}
