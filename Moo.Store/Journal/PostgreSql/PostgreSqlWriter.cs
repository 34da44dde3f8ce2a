using Moo.Store.Journal.Rows;
using Npgsql;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Writes batches into the tables, each as one transaction.</summary>
/// <remarks>
/// A batch of usual size goes to the server as one message: all its statements, each for all rows of its table, and
/// the commit, in one round trip. Rows of a world's import go through COPY.
/// </remarks>
internal sealed class PostgreSqlWriter(NpgsqlConnection connection)
{
    private const int ShortestTimeout = 60;

    private MetaRows? _written;

    /// <summary>Writes a batch; durable on return.</summary>
    /// <param name="batch">The commits.</param>
    /// <param name="onWritePoint">Called between the steps, if the steps are to be made one by one.</param>
    public void Write(CommitBatch batch, Action<WritePoint>? onWritePoint)
    {
        using var portions = batch.RowSets().GetEnumerator();
        portions.MoveNext();
        var rows = portions.Current;
        var isLast = !portions.MoveNext();
        if (isLast && onWritePoint is null)
        {
            // Statements between two synchronisation points of the protocol are one transaction.
            using var message = new NpgsqlBatch(connection) { Timeout = Patience(rows) };
            foreach (var command in PostgreSqlCommands.Of(rows)) message.BatchCommands.Add(command);
            message.BatchCommands.Add(PostgreSqlCommands.Of(batch.Meta, _written));
            message.ExecuteNonQuery();
            _written = batch.Meta;
            return;
        }
        using var transaction = connection.BeginTransaction();
        onWritePoint?.Invoke(WritePoint.Begun);
        while (true)
        {
            Write(rows, onWritePoint);
            if (isLast) break;
            rows = portions.Current;
            isLast = !portions.MoveNext();
        }
        Run(PostgreSqlCommands.Of(batch.Meta, _written));
        onWritePoint?.Invoke(WritePoint.Meta);
        transaction.Commit();
        _written = batch.Meta;
        onWritePoint?.Invoke(WritePoint.Committed);
    }

    private void Write(RowSet rows, Action<WritePoint>? onWritePoint)
    {
        if (rows.IsNew)
        {
            PostgreSqlCopy.Write(connection, rows);
            return;
        }
        foreach (var command in PostgreSqlCommands.Of(rows))
        {
            Run(command, Patience(rows));
            onWritePoint?.Invoke(WritePoint.Objects);
        }
    }

    private void Run(NpgsqlBatchCommand command, int timeout = ShortestTimeout)
    {
        using var message = new NpgsqlBatch(connection) { Timeout = timeout, BatchCommands = { command } };
        message.ExecuteNonQuery();
    }

    // In seconds. A line that is dead must be noticed some day; a batch that is merely large must get through.
    private static int Patience(RowSet rows) => ShortestTimeout + rows.Count / 100 + (int)(rows.Bytes >> 20);

    /// <summary>Deletes old rows of the commit log; returns how many.</summary>
    public int Prune(DateTimeOffset before, int most)
    {
        using var command = new NpgsqlCommand(
            "delete from commit_log where time < $1 and sequence in (select sequence from commit_log order by sequence limit $2)", connection);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = before.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        return command.ExecuteNonQuery();
    }
}
