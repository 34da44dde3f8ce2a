using Moo.Store.Journal.Rows;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Npgsql;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>The statements that write a portion of rows: one for each table and way, whatever the number of rows.</summary>
/// <remarks>The rows travel as one array for each column. So there are few statements, and the server has them all prepared.</remarks>
internal static class PostgreSqlCommands
{
    private const long MostBytesPerStatement = 32 << 20;

    public static IEnumerable<NpgsqlBatchCommand> Of(RowSet rows)
    {
        if (rows.RemovedObjects.Count > 0)
        {
            foreach (var sql in RemoveObjects) yield return Command(sql, Array(rows.RemovedObjects, id => id.Number));
        }
        if (rows.RemovedProperties.Count > 0) yield return RemoveProperties(rows.RemovedProperties);
        if (rows.RemovedVerbs.Count > 0) yield return RemoveVerbs(rows.RemovedVerbs);
        if (rows.RemovedTasks.Count > 0)
            yield return Command("delete from task where id = any($1)", Array(rows.RemovedTasks, id => id));
        if (rows.Objects.Count > 0) yield return Objects(rows.Objects);
        foreach (var part in Parts(rows.Properties, r => r.Cell.Value.Bytes)) yield return Properties(part);
        foreach (var part in Parts(rows.Verbs, r => r.Verb.Source.Length)) yield return Verbs(part);
        foreach (var part in Parts(rows.VerbHistory, r => r.Source?.Length ?? 0)) yield return VerbHistory(part);
        var tasks = rows.Tasks.ConvertAll(t => new TaskRow(t.Id, t.Owner, t.WakeAt, t.ToJson()));
        foreach (var part in Parts(tasks, r => r.Json.Length)) yield return Tasks(part);
        if (rows.Commits.Count > 0) yield return Log(rows.Commits);
    }

    // A statement's array may not reach 1 GiB, and JSON may take six times the room of the value.
    private static IEnumerable<List<T>> Parts<T>(List<T> rows, Func<T, long> bytes)
    {
        var part = new List<T>(rows.Count);
        var size = 0L;
        foreach (var row in rows)
        {
            if (size > MostBytesPerStatement)
            {
                yield return part;
                (part, size) = ([], 0);
            }
            part.Add(row);
            size += bytes(row);
        }
        if (part.Count > 0) yield return part;
    }

    private static readonly string[] RemoveObjects =
    [
        "delete from object where id = any($1)",
        "delete from property where object = any($1)",
        "delete from verb where object = any($1)",
    ];

    private static NpgsqlBatchCommand RemoveProperties(List<RemovedProperty> rows) => Command(
        "delete from property p using unnest($1, $2) r(object, name) where p.object = r.object and p.name = r.name",
        Array(rows, r => r.Object.Number), Array(rows, r => StoredText.Write(r.Name)));

    private static NpgsqlBatchCommand RemoveVerbs(List<RemovedVerbs> rows) => Command(
        "delete from verb v using unnest($1, $2) r(object, place) where v.object = r.object and v.place > r.place",
        Array(rows, r => r.Object.Number), Array(rows, r => r.LastPlace));

    private static NpgsqlBatchCommand Objects(List<ObjectState> rows) => Command(
        """
        insert into object (id, name, owner, location, player, programmer, wizard, permissions, parents, arrival, birth)
        select r.id, r.name, r.owner, r.location, r.player, r.programmer, r.wizard, r.permissions, r.parents::json, r.arrival, r.birth
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            r(id, name, owner, location, player, programmer, wizard, permissions, parents, arrival, birth)
        on conflict (id) do update set name = excluded.name, owner = excluded.owner, location = excluded.location,
            player = excluded.player, programmer = excluded.programmer, wizard = excluded.wizard,
            permissions = excluded.permissions, parents = excluded.parents, arrival = excluded.arrival, birth = excluded.birth
        """,
        Array(rows, r => r.Id.Number), Array(rows, r => StoredText.Write(r.Name)), Array(rows, r => r.Owner.Number),
        Array(rows, r => r.Location.Number), Array(rows, r => r.Has(ObjectFlags.Player)),
        Array(rows, r => r.Has(ObjectFlags.Programmer)), Array(rows, r => r.Has(ObjectFlags.Wizard)),
        Array(rows, r => FlagLetters.Of(r.Flags)), Array(rows, r => StoredNumbers.Of(r.Class.Parents)),
        Array(rows, r => r.ArrivalStamp), Array(rows, r => r.BirthStamp));

    private static NpgsqlBatchCommand Properties(List<PropertyRow> rows) => Command(
        """
        insert into property (object, name, place, value, owner, permissions)
        select r.object, r.name, r.place, r.value::json, r.owner, r.permissions
        from unnest($1, $2, $3, $4, $5, $6) r(object, name, place, value, owner, permissions)
        on conflict (object, name) do update set place = excluded.place, value = excluded.value, owner = excluded.owner,
            permissions = excluded.permissions
        """,
        Array(rows, r => r.Object.Number), Array(rows, r => StoredText.Write(r.Name)), Array(rows, r => r.Place > 0 ? r.Place : (int?)null),
        Array(rows, r => r.Cell.Value.IsClear ? null : ValueJson.ToText(r.Cell.Value)),
        Array(rows, r => r.Cell.Access?.Owner.Number), Array(rows, r => r.Cell.Access is { } access ? FlagLetters.Of(access.Flags) : null));

    private static NpgsqlBatchCommand Verbs(List<VerbRow> rows) => Command(
        """
        insert into verb (object, place, names, owner, permissions, direct, preposition, indirect, source)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (object, place) do update set names = excluded.names, owner = excluded.owner,
            permissions = excluded.permissions, direct = excluded.direct, preposition = excluded.preposition,
            indirect = excluded.indirect, source = excluded.source
        """,
        Array(rows, r => r.Object.Number), Array(rows, r => r.Place), Array(rows, r => StoredText.Write(r.Verb.Names)),
        Array(rows, r => r.Verb.Owner.Number), Array(rows, r => FlagLetters.Of(r.Verb.Flags)),
        Array(rows, r => StoredNames.Of(r.Verb.Arguments.Direct)), Array(rows, r => Prepositions.Name(r.Verb.Arguments.Preposition)),
        Array(rows, r => StoredNames.Of(r.Verb.Arguments.Indirect)), Array(rows, r => StoredText.Write(r.Verb.Source)));

    private static NpgsqlBatchCommand VerbHistory(List<VerbVersion> rows) => Command(
        "insert into verb_history (object, sequence, time, player, place, names, source) select * from unnest($1, $2, $3, $4, $5, $6, $7)",
        Array(rows, r => r.Object.Number), Array(rows, r => r.Commit.Commit.Sequence), Array(rows, r => r.Commit.Time.UtcDateTime),
        Array(rows, r => r.Commit.Commit.Cause.Player.Number), Array(rows, r => r.Place), Array(rows, r => StoredText.Write(r.Names)),
        Array(rows, r => r.Source is null ? null : StoredText.Write(r.Source)));

    private static NpgsqlBatchCommand Tasks(List<TaskRow> rows) => Command(
        """
        insert into task (id, owner, wake_at, state)
        select r.id, r.owner, r.wake_at, r.state::json from unnest($1, $2, $3, $4) r(id, owner, wake_at, state)
        on conflict (id) do update set owner = excluded.owner, wake_at = excluded.wake_at, state = excluded.state
        """,
        Array(rows, r => r.Id), Array(rows, r => r.Owner.Number), Array(rows, r => r.WakeAt), Array(rows, r => r.Json));

    private static NpgsqlBatchCommand Log(List<QueuedCommit> rows) => Command(
        """
        insert into commit_log (sequence, time, task, player, verb, changes, objects)
        select r.sequence, r.time, r.task, r.player, r.verb, r.changes, r.objects::json
        from unnest($1, $2, $3, $4, $5, $6, $7) r(sequence, time, task, player, verb, changes, objects)
        """,
        Array(rows, r => r.Commit.Sequence), Array(rows, r => r.Time.UtcDateTime), Array(rows, r => r.Commit.Cause.TaskId),
        Array(rows, r => r.Commit.Cause.Player.Number), Array(rows, r => StoredText.Write(r.Commit.Cause.Verb)),
        Array(rows, r => r.Commit.Objects.Count), Array(rows, r => StoredNumbers.Of(r.Commit.Objects)));

    /// <summary>The statement that notes how far the world has come.</summary>
    public static NpgsqlBatchCommand Meta(MetaRows meta, MetaRows? written)
    {
        var rows = meta.Since(written).ToList();
        return Command(
            "insert into meta (key, value) select * from unnest($1, $2) on conflict (key) do update set value = excluded.value",
            Array(rows, r => r.Key), Array(rows, r => r.Value));
    }

    private static NpgsqlParameter<TColumn[]> Array<TRow, TColumn>(List<TRow> rows, Func<TRow, TColumn> column)
    {
        var values = new TColumn[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = column(rows[i]);
        return new NpgsqlParameter<TColumn[]> { TypedValue = values };
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
