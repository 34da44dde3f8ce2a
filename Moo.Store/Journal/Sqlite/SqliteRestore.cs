using Moo.Store.Journal.Backups;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Writes rows of a backup into the tables.</summary>
internal sealed class SqliteRestore(sqlite3 database) : IStoreSink, IDisposable
{
    private readonly Dictionary<StoreTable, SqliteStatement> _statements = [];

    public void Write(StoreTable table, IStoredRow row)
    {
        if (!_statements.TryGetValue(table, out var insert))
        {
            var marks = string.Join(", ", table.Columns.Select(_ => "?"));
            _statements[table] = insert = new SqliteStatement(database,
                $"insert into {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) values ({marks})");
        }
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (row.IsNull(column)) insert.BindNull(column + 1);
            else if (table.Columns[column].Kind is ColumnKind.Long or ColumnKind.Short or ColumnKind.Truth) insert.Bind(column + 1, row.Integer(column));
            else if (table.Columns[column].Kind == ColumnKind.Real) insert.Bind(column + 1, row.Real(column));
            else insert.Bind(column + 1, row.Text(column));
        }
        insert.Run();
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
    }
}
