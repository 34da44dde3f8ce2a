using System.Globalization;
using Moo.Store.Journal.Rows;
using Moo.Store.Values;
using Moo.Store.Worlds;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Writes batches into the tables, each as one transaction.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly List<SqliteStatement> _statements = [];
    private readonly sqlite3 _database;
    private readonly SqliteStatement _begin, _commit, _rollback;
    private readonly SqliteStatement _object, _property, _verb, _task, _logged, _version, _meta, _prune;
    private readonly SqliteStatement _removeObject, _removeProperties, _removeVerbs, _removeProperty, _removeTask;

    private MetaRows? _written;

    public SqliteWriter(sqlite3 database)
    {
        _database = database;
        _begin = Prepare("begin immediate");
        _commit = Prepare("commit");
        _rollback = Prepare("rollback");
        _object = Prepare("insert or replace into object (id, name, owner, location, player, programmer, wizard, permissions, "
            + "parents, arrival, birth, metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _property = Prepare("insert or replace into property (object, name, place, value, owner, permissions) values (?, ?, ?, ?, ?, ?)");
        _verb = Prepare("insert or replace into verb (object, place, names, owner, permissions, direct, preposition, indirect, source, "
            + "metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _task = Prepare("insert or replace into task (id, owner, wake_at, state) values (?, ?, ?, ?)");
        _logged = Prepare("insert into commit_log (sequence, time, task, player, verb, changes, objects) values (?, ?, ?, ?, ?, ?, ?)");
        _version = Prepare("insert into verb_history (object, sequence, time, player, place, names, source) values (?, ?, ?, ?, ?, ?, ?)");
        _meta = Prepare("insert or replace into meta (key, value) values (?, ?)");
        _prune = Prepare("delete from commit_log where time < ?1 and sequence in "
            + "(select sequence from commit_log order by sequence limit ?2)");
        _removeObject = Prepare("delete from object where id = ?");
        _removeProperties = Prepare("delete from property where object = ?");
        _removeVerbs = Prepare("delete from verb where object = ? and place > ?");
        _removeProperty = Prepare("delete from property where object = ? and name = ?");
        _removeTask = Prepare("delete from task where id = ?");
    }

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_database, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Writes a batch; durable on return.</summary>
    /// <param name="batch">The commits.</param>
    /// <param name="onWritePoint">Called between the steps.</param>
    public void Write(CommitBatch batch, Action<WritePoint>? onWritePoint)
    {
        _begin.Run();
        try
        {
            onWritePoint?.Invoke(WritePoint.Begun);
            foreach (var rows in batch.RowSets())
            {
                Remove(rows);
                onWritePoint?.Invoke(WritePoint.Removed);
                WriteObjects(rows);
                onWritePoint?.Invoke(WritePoint.Objects);
                WriteProperties(rows.Properties);
                onWritePoint?.Invoke(WritePoint.Properties);
                WriteVerbs(rows);
                WriteTasks(rows.Tasks);
                WriteLog(rows.Commits);
                onWritePoint?.Invoke(WritePoint.Log);
            }
            WriteMeta(batch.Meta);
            onWritePoint?.Invoke(WritePoint.Meta);
            _commit.Run();
            _written = batch.Meta;
            onWritePoint?.Invoke(WritePoint.Committed);
        }
        finally
        {
            // An error left the transaction open, unless SQLite has closed it by itself (as for a full disk).
            if (raw.sqlite3_get_autocommit(_database) == 0) _rollback.Run();
        }
    }

    private void Remove(RowSet rows)
    {
        foreach (var id in rows.RemovedObjects)
        {
            _removeObject.Bind(1, id.Number).Run();
            _removeProperties.Bind(1, id.Number).Run();
            _removeVerbs.Bind(1, id.Number).Bind(2, 0).Run();
        }
        foreach (var (id, name) in rows.RemovedProperties)
            _removeProperty.Bind(1, id.Number).Bind(2, StoredText.Write(name)).Run();
        foreach (var (id, last) in rows.RemovedVerbs) _removeVerbs.Bind(1, id.Number).Bind(2, last).Run();
        foreach (var id in rows.RemovedTasks) _removeTask.Bind(1, id).Run();
    }

    private void WriteObjects(RowSet rows)
    {
        foreach (var state in rows.Objects)
        {
            _object.Bind(1, state.Id.Number).Bind(2, StoredText.Write(state.Name)).Bind(3, state.Owner.Number)
                .Bind(4, state.Location.Number).Bind(5, state.Has(ObjectFlags.Player)).Bind(6, state.Has(ObjectFlags.Programmer))
                .Bind(7, state.Has(ObjectFlags.Wizard)).Bind(8, FlagLetters.Of(state.Flags))
                .Bind(9, StoredNumbers.Of(state.Class.Parents)).Bind(10, state.ArrivalStamp).Bind(11, state.BirthStamp)
                .BindOrNull(12, StoredMetadata.Write(state.Metadata)).Run();
        }
    }

    private void WriteProperties(List<PropertyRow> rows)
    {
        foreach (var row in rows)
        {
            _property.Bind(1, row.Object.Number).Bind(2, StoredText.Write(row.Name));
            if (row.Place > 0) _property.Bind(3, row.Place);
            else _property.BindNull(3);
            if (row.Cell.Value.IsClear) _property.BindNull(4);
            else _property.Bind(4, ValueJson.ToText(row.Cell.Value));
            if (row.Cell.Access is { } access) _property.Bind(5, access.Owner.Number).Bind(6, FlagLetters.Of(access.Flags));
            else _property.BindNull(5).BindNull(6);
            _property.Run();
        }
    }

    private void WriteVerbs(RowSet rows)
    {
        foreach (var (id, place, verb) in rows.Verbs)
        {
            _verb.Bind(1, id.Number).Bind(2, place).Bind(3, StoredText.Write(verb.Names)).Bind(4, verb.Owner.Number)
                .Bind(5, FlagLetters.Of(verb.Flags)).Bind(6, StoredNames.Of(verb.Arguments.Direct))
                .Bind(7, Prepositions.Name(verb.Arguments.Preposition)).Bind(8, StoredNames.Of(verb.Arguments.Indirect))
                .Bind(9, StoredText.Write(verb.Source)).BindOrNull(10, StoredMetadata.Write(verb.Metadata)).Run();
        }
        foreach (var (id, place, names, source, commit) in rows.VerbHistory)
        {
            BindTime(_version, 3, commit.Time).Bind(1, id.Number).Bind(2, commit.Commit.Sequence)
                .Bind(4, commit.Commit.Cause.Player.Number).Bind(5, place).Bind(6, StoredText.Write(names));
            _version.BindOrNull(7, source is null ? null : StoredText.Write(source)).Run();
        }
    }

    private void WriteTasks(List<StoredTask> tasks)
    {
        foreach (var task in tasks)
        {
            _task.Bind(1, task.Id).Bind(2, task.Owner.Number);
            if (task.WakeAt is { } wakeAt) _task.Bind(3, wakeAt);
            else _task.BindNull(3);
            _task.Bind(4, task.ToJson()).Run();
        }
    }

    private void WriteLog(List<QueuedCommit> commits)
    {
        foreach (var (commit, time) in commits)
        {
            BindTime(_logged, 2, time).Bind(1, commit.Sequence).Bind(3, commit.Cause.TaskId).Bind(4, commit.Cause.Player.Number)
                .Bind(5, StoredText.Write(commit.Cause.Verb)).Bind(6, commit.Objects.Count)
                .Bind(7, StoredNumbers.Of(commit.Objects)).Run();
        }
    }

    private void WriteMeta(MetaRows meta)
    {
        foreach (var (key, value) in meta.Since(_written)) _meta.Bind(1, key).Bind(2, value).Run();
    }

    public int Prune(DateTimeOffset before, int most)
    {
        BindTime(_prune, 1, before).Bind(2, most).Run();
        return raw.sqlite3_changes(_database);
    }

    // As SQLite's own date functions read and write it, with microseconds; sorts as it is. The round-trip format is much the fastest to make,
    // and has one digit more, a T between day and time, and a Z.
    private static SqliteStatement BindTime(SqliteStatement statement, int index, DateTimeOffset time)
    {
        const int dayLength = 10, length = 26;
        Span<byte> text = stackalloc byte[length + 2];
        time.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[dayLength] = (byte)' ';
        return statement.Bind(index, text[..length]);
    }

    public void Dispose()
    {
        foreach (var statement in _statements) statement.Dispose();
    }
}
