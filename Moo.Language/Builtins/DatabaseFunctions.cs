using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Store.SideDatabases;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>SQLite databases beside the world (ToastStunt). Wizards only, and only where the server's settings allow it.</summary>
internal static class DatabaseFunctions
{
    private const long MostDatabases = 20;
    private const int LimitAttached = 7;

    private static readonly string[] Limits =
    [
        "LIMIT_LENGTH", "LIMIT_SQL_LENGTH", "LIMIT_COLUMN", "LIMIT_EXPR_DEPTH", "LIMIT_COMPOUND_SELECT", "LIMIT_VDBE_OP", "LIMIT_FUNCTION_ARG",
        "LIMIT_ATTACHED", "LIMIT_LIKE_PATTERN_LENGTH", "LIMIT_VARIABLE_NUMBER", "LIMIT_TRIGGER_DEPTH", "LIMIT_WORKER_THREADS",
    ];

    /// <summary>Opens a database, a file in the server's <c>files/</c> folder, or makes it; returns the number by which the other functions know it.</summary>
    /// <remarks>
    /// <paramref name="options"/> adds up: 2, what looks like a number comes out as one (else all is text); 4, <c>#12</c> comes out as an object; 8, line
    /// breaks in texts become tabs. As with all functions that work on databases, what the task has done so far is committed, and it sleeps until the
    /// work is done.
    /// </remarks>
    /// <example>`sqlite_open("notes.db") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard and the server's settings allow it; E_INVARG for a name that leads elsewhere, or if it is open already;
    /// E_QUOTA if <c>$server_options.sqlite_max_handles</c> (20) are open; E_NONE, with its words, if SQLite refuses.
    /// </exception>
    [Builtin("sqlite_open")]
    public static TaskStep SqliteOpen(MooTask task, string name, long options = 6)
    {
        if (Refuse(task, "sqlite_open") is { } refused) return TaskStep.Of(refused);
        if (!FilePaths.IsAllowed(name)) return TaskStep.Of(FilePaths.Invalid(task, name));
        var (outside, databases) = (task.Runtime.Outside, task.Runtime.Databases);
        var most = task.Runtime.Options.Find(task.Transaction.Base, "sqlite_max_handles") is { IsInt: true } option ? option.AsInt : MostDatabases;
        return Waits.ForOutside(task, "sqlite_open", _ => Task.FromResult(FileErrors.Guard(name, () =>
        {
            var path = FilePaths.Resolve(outside, name);
            foreach (var (open, known) in databases.All)
                if (known.Path == path) return Value.Of(MooError.Of(ErrorCode.E_INVARG, $"Database already open with handle: {open}", Value.Int(open)));
            try
            {
                return databases.Add(() => new OpenDatabase(SideDatabase.Open(path, outside.LargestFile), name, path, (DatabaseOptions)options), most) is { } handle
                    ? Value.Int(handle) : throw new FileQuotaException("Too many database connections open");
            }
            catch (SideDatabaseException problem)
            {
                return Value.Of(MooError.Of(ErrorCode.E_NONE, problem.Message));
            }
        })));
    }

    /// <summary>Closes a database.</summary>
    /// <example>`sqlite_close(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>, or while a task works with it; E_INVARG if there is no such open database.</exception>
    [Builtin("sqlite_close")]
    public static TaskStep SqliteClose(MooTask task, long handle)
    {
        if (Find(task, "sqlite_close", handle, out var failed) is not { } database) return TaskStep.Of(failed);
        if (database.Locks > 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_PERM, "Handle can't be closed until all worker threads are finished"));
        var databases = task.Runtime.Databases;
        return Waits.ForOutside(task, "sqlite_close", _ =>
        {
            if (databases.Remove(handle) is null) return Task.FromResult(Value.Err(ErrorCode.E_INVARG));
            database.Dispose();
            return Task.FromResult(Value.Int(0));
        });
    }

    /// <summary>The numbers of all open databases.</summary>
    /// <example>`sqlite_handles() ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>.</exception>
    [Builtin("sqlite_handles")]
    public static Value SqliteHandles(MooTask task) => Refuse(task, "sqlite_handles")
        ?? Value.List(MooList.Of([.. task.Runtime.Databases.Handles.Select(Value.Int)]));

    /// <summary>What is known of an open database: a map with <c>"path"</c>, the three options, and <c>"locks"</c>, how many tasks work with it.</summary>
    /// <example>`sqlite_info(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>; E_INVARG if there is no such open database.</exception>
    [Builtin("sqlite_info")]
    public static Value SqliteInfo(MooTask task, long handle)
    {
        if (Find(task, "sqlite_info", handle, out var failed) is not { } database) return failed;
        return Value.Of(MooMap.Empty
            .Set(Value.Str("path"), Value.Str("files/" + database.Name.TrimStart('/')))
            .Set(Value.Str("parse_types"), Has(DatabaseOptions.ParseTypes))
            .Set(Value.Str("parse_objects"), Has(DatabaseOptions.ParseObjects))
            .Set(Value.Str("sanitize_strings"), Has(DatabaseOptions.SanitizeStrings))
            .Set(Value.Str("locks"), Value.Int(database.Locks)));

        Value Has(DatabaseOptions option) => Value.Truth((database.Options & option) != 0);
    }

    /// <summary>Runs SQL statements; returns the rows they give, each as a list, or SQLite's own words as a string if it refuses.</summary>
    /// <remarks>With <paramref name="withNames"/>, each value comes as <c>{column, value}</c>. NULL comes out as <c>"NULL"</c>.</remarks>
    /// <example>`sqlite_query(1, "SELECT 1") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>; E_INVARG if there is no such open database; E_QUOTA if the rows are too much for a list.</exception>
    [Builtin("sqlite_query")]
    public static TaskStep SqliteQuery(MooTask task, long handle, string sql, bool withNames = false) => Run(task, "sqlite_query", handle, sql, [], withNames, isFirstOnly: false);

    /// <summary>Runs one SQL statement, with values for the question marks in it; returns rows as <c>sqlite_query()</c> does.</summary>
    /// <remarks>Values are strings, integers, floats and objects (which are stored as <c>#12</c>).</remarks>
    /// <example>`sqlite_execute(1, "INSERT INTO notes VALUES (?)", {"text"}) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">As <c>sqlite_query()</c>; E_INVARG for a value of another kind.</exception>
    [Builtin("sqlite_execute")]
    public static TaskStep SqliteExecute(MooTask task, long handle, string sql, MooList values)
    {
        var bound = new List<object?>(values.Count);
        foreach (ref readonly var value in values.AsSpan())
        {
            if (value.Kind is not (ValueKind.Str or ValueKind.Int or ValueKind.Float or ValueKind.Obj))
                return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "a database cannot hold {0}", Value.Str(Kinds.Describe(value))));
            bound.Add(value.TryStr(out var text) ? text : value.IsInt ? value.AsInt : value.IsFloat ? value.AsFloat : value.AsObj.ToString());
        }
        return Run(task, "sqlite_execute", handle, sql, bound, withNames: false, isFirstOnly: true);
    }

    private static TaskStep Run(MooTask task, string function, long handle, string sql, IReadOnlyList<object?> values, bool withNames, bool isFirstOnly)
    {
        if (Find(task, function, handle, out var failed) is not { } database) return TaskStep.Of(failed);
        var (most, time) = (task.Limits.MaxListBytes, task.Runtime.Outside.DatabaseTime);
        return Waits.ForOutside(task, function, cancellation => Task.FromResult(database.Execute(sql, values, withNames, isFirstOnly, most, time, cancellation)));
    }

    /// <summary>The number of the row that was inserted last; 0 if none was.</summary>
    /// <example>`sqlite_last_insert_row_id(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>; E_INVARG if there is no such open database.</exception>
    [Builtin("sqlite_last_insert_row_id")]
    public static Value SqliteLastInsertRowId(MooTask task, long handle) =>
        Find(task, "sqlite_last_insert_row_id", handle, out var failed) is { } database ? Value.Int(database.LastInsertedRow) : failed;

    /// <summary>Sets one of SQLite's limits, by name (<c>"LIMIT_LENGTH"</c>) or number; returns what it was. -1 only asks.</summary>
    /// <remarks>Differs from ToastStunt: databases cannot be attached, so that limit cannot be set.</remarks>
    /// <example>`sqlite_limit(1, "LIMIT_LENGTH", 100) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>; E_INVARG if there is no such open database or limit.</exception>
    [Builtin("sqlite_limit")]
    public static TaskStep SqliteLimit(MooTask task, long handle, Value limit, long value)
    {
        if (Find(task, "sqlite_limit", handle, out var failed) is not { } database) return TaskStep.Of(failed);
        var category = limit.TryStr(out var name) ? Array.IndexOf(Limits, name) : limit.TryInt(out var number) ? number : -1;
        if (category < 0 || category >= Limits.Length) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "SQLite has no limit {0}", limit));
        if (category == LimitAttached && value >= 0) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "databases cannot be attached"));
        var most = (int)Math.Clamp(value, -1, int.MaxValue);
        return Waits.ForOutside(task, "sqlite_limit", _ => Task.FromResult(Value.Int(database.Limit((int)category, most))));
    }

    /// <summary>Ends what a database is doing for some task at this moment.</summary>
    /// <example>`sqlite_interrupt(1) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM as <c>sqlite_open()</c>; E_INVARG if there is no such open database.</exception>
    [Builtin("sqlite_interrupt")]
    public static Value SqliteInterrupt(MooTask task, long handle)
    {
        if (Find(task, "sqlite_interrupt", handle, out var failed) is not { } database) return failed;
        database.Interrupt();
        return Value.Int(0);
    }

    private static Value? Refuse(MooTask task, string function)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, function);
        return task.Runtime.Outside is { Databases: true, DataFolder: not null } ? null : Gate.Closed(task, "Databases");
    }

    private static OpenDatabase? Find(MooTask task, string function, long handle, out Value failed)
    {
        failed = default;
        if (Refuse(task, function) is { } refused)
        {
            failed = refused;
            return null;
        }
        var database = task.Runtime.Databases.Find(handle);
        if (database is null) failed = task.RaiseHere(ErrorCode.E_INVARG, "Invalid database handle: {0}", Value.Int(handle));
        return database;
    }
}
