using System.Globalization;
using System.Text;
using Moo.Store.Journal.Backups;
using Npgsql;
using NpgsqlTypes;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Writes rows of a backup into the tables, through binary COPY.</summary>
internal sealed class PostgreSqlRestore(NpgsqlConnection connection) : IStoreSink, IDisposable
{
    private NpgsqlBinaryImporter? _copy;
    private StoreTable? _table;

    public void Write(StoreTable table, IStoredRow row)
    {
        if (table != _table)
        {
            Finish();
            _table = table;
            _copy = connection.BeginBinaryImport(
                $"copy {table.Name} ({string.Join(", ", table.Columns.Select(column => column.Name))}) from stdin (format binary)");
            _copy.Timeout = TimeSpan.FromHours(1);
        }
        _copy!.StartRow();
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (row.IsNull(column)) _copy.WriteNull();
            else Write(_copy, row, column, table.Columns[column].Kind);
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, IStoredRow row, int column, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Long:
                copy.Write(row.Integer(column), NpgsqlDbType.Bigint);
                break;
            case ColumnKind.Short:
                copy.Write((int)row.Integer(column), NpgsqlDbType.Integer);
                break;
            case ColumnKind.Truth:
                copy.Write(row.Integer(column) != 0, NpgsqlDbType.Boolean);
                break;
            case ColumnKind.Real:
                copy.Write(row.Real(column), NpgsqlDbType.Double);
                break;
            case ColumnKind.Time:
                copy.Write(Time(Encoding.UTF8.GetString(row.Text(column))), NpgsqlDbType.TimestampTz);
                break;
            case ColumnKind.Json:
                copy.Write(Encoding.UTF8.GetString(row.Text(column)), NpgsqlDbType.Json);
                break;
            case ColumnKind.Text:
            default:
                copy.Write(Encoding.UTF8.GetString(row.Text(column)), NpgsqlDbType.Text);
                break;
        }
    }

    private static DateTime Time(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : throw new JournalException($"The backup holds \"{text}\", which is no time.");

    /// <summary>Ends the table that was begun last.</summary>
    public void Finish()
    {
        _copy?.Complete();
        _copy?.Dispose();
        _copy = null;
    }

    public void Dispose() => _copy?.Dispose();
}
