namespace Moo.Store.Journal.Backups;

/// <summary>A table of the schema, as backups carry it from one database to another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in order.</param>
internal sealed record StoreTable(string Name, StoreColumn[] Columns)
{
    public static readonly StoreTable Meta = new("meta", [new("key"), new("value")]);

    public static readonly StoreTable Objects = new("object",
    [
        new("id", ColumnKind.Long), new("name"), new("owner", ColumnKind.Long), new("location", ColumnKind.Long), new("player", ColumnKind.Truth),
        new("programmer", ColumnKind.Truth), new("wizard", ColumnKind.Truth), new("permissions"), new("parents", ColumnKind.Json),
        new("arrival", ColumnKind.Long), new("birth", ColumnKind.Long), new("metadata", ColumnKind.Json),
    ]);

    public static readonly StoreTable Properties = new("property",
    [
        new("object", ColumnKind.Long), new("name"), new("place", ColumnKind.Short), new("value", ColumnKind.Json), new("owner", ColumnKind.Long),
        new("permissions"),
    ]);

    public static readonly StoreTable Verbs = new("verb",
    [
        new("object", ColumnKind.Long), new("place", ColumnKind.Short), new("names"), new("owner", ColumnKind.Long), new("permissions"), new("direct"),
        new("preposition"), new("indirect"), new("source"), new("metadata", ColumnKind.Json),
    ]);

    public static readonly StoreTable Tasks = new("task",
        [new("id", ColumnKind.Long), new("owner", ColumnKind.Long), new("wake_at", ColumnKind.Real), new("state", ColumnKind.Json)]);

    public static readonly StoreTable CommitLog = new("commit_log",
    [
        new("sequence", ColumnKind.Long), new("time", ColumnKind.Time), new("task", ColumnKind.Long), new("player", ColumnKind.Long), new("verb"),
        new("changes", ColumnKind.Short), new("objects", ColumnKind.Json),
    ]);

    public static readonly StoreTable VerbHistory = new("verb_history",
    [
        new("object", ColumnKind.Long), new("sequence", ColumnKind.Long), new("time", ColumnKind.Time), new("player", ColumnKind.Long),
        new("place", ColumnKind.Short), new("names"), new("source"),
    ]);

    /// <summary>All tables, in the order in which they are read and written.</summary>
    public static readonly StoreTable[] All = [Meta, Objects, Properties, Verbs, Tasks, CommitLog, VerbHistory];

    /// <summary>The place of a column.</summary>
    public int this[string column] => Array.FindIndex(Columns, c => c.Name == column);
}

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record StoreColumn(string Name, ColumnKind Kind = ColumnKind.Text);

/// <summary>What a column holds, beside null.</summary>
internal enum ColumnKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A text that is JSON.</summary>
    Json,

    /// <summary>A number of 64 bits.</summary>
    Long,

    /// <summary>A number of 32 bits.</summary>
    Short,

    /// <summary>0 or 1.</summary>
    Truth,

    /// <summary>A floating-point number.</summary>
    Real,

    /// <summary>A time, read as the text <c>2030-12-31 23:59:59.123456</c>, UTC.</summary>
    Time,
}
