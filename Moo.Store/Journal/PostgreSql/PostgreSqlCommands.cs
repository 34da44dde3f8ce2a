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
            foreach (var sql in RemoveObjects) yield return Remove(sql, rows.RemovedObjects.ConvertAll(id => id.Number));
        }
        if (rows.RemovedProperties.Count > 0) yield return Of(rows.RemovedProperties);
        if (rows.RemovedVerbs.Count > 0) yield return Of(rows.RemovedVerbs);
        if (rows.RemovedTasks.Count > 0) yield return Remove("delete from task where id = any($1)", rows.RemovedTasks);
        if (rows.Objects.Count > 0) yield return Of(rows.Objects);
        foreach (var part in Parts(rows.Properties, r => r.Cell.Value.Bytes)) yield return Of(part);
        foreach (var part in Parts(rows.Verbs, r => r.Verb.Source.Length)) yield return Of(part);
        foreach (var part in Parts(rows.VerbHistory, r => r.Source?.Length ?? 0)) yield return Of(part);
        var tasks = rows.Tasks.ConvertAll(t => new TaskRow(t.Id, t.Owner, t.WakeAt, t.ToJson()));
        foreach (var part in Parts(tasks, r => r.Json.Length)) yield return Of(part);
        if (rows.Commits.Count > 0) yield return Of(rows.Commits);
    }

    private static NpgsqlBatchCommand Remove(string sql, List<long> ids) =>
        new(sql) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. ids] } } };

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

    private static readonly Statement RemoveProperties = new(
        "delete from property p using {0} r(object, name) where p.object = r.object and p.name = r.name", 2);

    private static NpgsqlBatchCommand Of(List<RemovedProperty> rows) => RemoveProperties.With(rows.Count,
        Column(rows, r => r.Object.Number), Column(rows, r => StoredText.Write(r.Name)));

    private static readonly Statement RemoveVerbs = new(
        "delete from verb v using {0} r(object, place) where v.object = r.object and v.place > r.place", 2);

    private static NpgsqlBatchCommand Of(List<RemovedVerbs> rows) => RemoveVerbs.With(rows.Count,
        Column(rows, r => r.Object.Number), Column(rows, r => r.LastPlace));

    private static readonly Statement Objects = new(
        """
        insert into object (id, name, owner, location, player, programmer, wizard, permissions, parents, arrival, birth, metadata)
        select r.id, r.name, r.owner, r.location, r.player, r.programmer, r.wizard, r.permissions, r.parents::json, r.arrival, r.birth,
               r.metadata::json
        from {0} r(id, name, owner, location, player, programmer, wizard, permissions, parents, arrival, birth, metadata)
        on conflict (id) do update set name = excluded.name, owner = excluded.owner, location = excluded.location,
            player = excluded.player, programmer = excluded.programmer, wizard = excluded.wizard,
            permissions = excluded.permissions, parents = excluded.parents, arrival = excluded.arrival, birth = excluded.birth,
            metadata = excluded.metadata
        """, 12);

    private static NpgsqlBatchCommand Of(List<ObjectState> rows) => Objects.With(rows.Count,
        Column(rows, r => r.Id.Number), Column(rows, r => StoredText.Write(r.Name)), Column(rows, r => r.Owner.Number),
        Column(rows, r => r.Location.Number), Column(rows, r => r.Has(ObjectFlags.Player)),
        Column(rows, r => r.Has(ObjectFlags.Programmer)), Column(rows, r => r.Has(ObjectFlags.Wizard)),
        Column(rows, r => FlagLetters.Of(r.Flags)), Column(rows, r => StoredNumbers.Of(r.Class.Parents)),
        Column(rows, r => r.ArrivalStamp), Column(rows, r => r.BirthStamp), Column(rows, r => StoredMetadata.Write(r.Metadata)));

    private static readonly Statement Properties = new(
        """
        insert into property (object, name, place, value, owner, permissions)
        select r.object, r.name, r.place, r.value::json, r.owner, r.permissions
        from {0} r(object, name, place, value, owner, permissions)
        on conflict (object, name) do update set place = excluded.place, value = excluded.value, owner = excluded.owner,
            permissions = excluded.permissions
        """, 6);

    private static NpgsqlBatchCommand Of(List<PropertyRow> rows) => Properties.With(rows.Count,
        Column(rows, r => r.Object.Number), Column(rows, r => StoredText.Write(r.Name)), Column(rows, r => r.Place > 0 ? r.Place : (int?)null),
        Column(rows, r => r.Cell.Value.IsClear ? null : ValueJson.ToText(r.Cell.Value)),
        Column(rows, r => r.Cell.Access?.Owner.Number), Column(rows, r => r.Cell.Access is { } access ? FlagLetters.Of(access.Flags) : null));

    private static readonly Statement Verbs = new(
        """
        insert into verb (object, place, names, owner, permissions, direct, preposition, indirect, source, metadata)
        select r.object, r.place, r.names, r.owner, r.permissions, r.direct, r.preposition, r.indirect, r.source, r.metadata::json
        from {0} r(object, place, names, owner, permissions, direct, preposition, indirect, source, metadata)
        on conflict (object, place) do update set names = excluded.names, owner = excluded.owner,
            permissions = excluded.permissions, direct = excluded.direct, preposition = excluded.preposition,
            indirect = excluded.indirect, source = excluded.source, metadata = excluded.metadata
        """, 10);

    private static NpgsqlBatchCommand Of(List<VerbRow> rows) => Verbs.With(rows.Count,
        Column(rows, r => r.Object.Number), Column(rows, r => r.Place), Column(rows, r => StoredText.Write(r.Verb.Names)),
        Column(rows, r => r.Verb.Owner.Number), Column(rows, r => FlagLetters.Of(r.Verb.Flags)),
        Column(rows, r => StoredNames.Of(r.Verb.Arguments.Direct)), Column(rows, r => Prepositions.Name(r.Verb.Arguments.Preposition)),
        Column(rows, r => StoredNames.Of(r.Verb.Arguments.Indirect)), Column(rows, r => StoredText.Write(r.Verb.Source)),
        Column(rows, r => StoredMetadata.Write(r.Verb.Metadata)));

    private static readonly Statement VerbHistory = new(
        "insert into verb_history (object, sequence, time, player, place, names, source) select * from {0} r", 7);

    private static NpgsqlBatchCommand Of(List<VerbVersion> rows) => VerbHistory.With(rows.Count,
        Column(rows, r => r.Object.Number), Column(rows, r => r.Commit.Commit.Sequence), Column(rows, r => r.Commit.Time.UtcDateTime),
        Column(rows, r => r.Commit.Commit.Cause.Player.Number), Column(rows, r => r.Place), Column(rows, r => StoredText.Write(r.Names)),
        Column(rows, r => r.Source is null ? null : StoredText.Write(r.Source)));

    private static readonly Statement Tasks = new(
        """
        insert into task (id, owner, wake_at, state)
        select r.id, r.owner, r.wake_at, r.state::json from {0} r(id, owner, wake_at, state)
        on conflict (id) do update set owner = excluded.owner, wake_at = excluded.wake_at, state = excluded.state
        """, 4);

    private static NpgsqlBatchCommand Of(List<TaskRow> rows) => Tasks.With(rows.Count,
        Column(rows, r => r.Id), Column(rows, r => r.Owner.Number), Column(rows, r => r.WakeAt), Column(rows, r => r.Json));

    private static readonly Statement Log = new(
        """
        insert into commit_log (sequence, time, task, player, verb, changes, objects)
        select r.sequence, r.time, r.task, r.player, r.verb, r.changes, r.objects::json
        from {0} r(sequence, time, task, player, verb, changes, objects)
        """, 7);

    private static NpgsqlBatchCommand Of(List<QueuedCommit> rows) => Log.With(rows.Count,
        Column(rows, r => r.Commit.Sequence), Column(rows, r => r.Time.UtcDateTime), Column(rows, r => r.Commit.Cause.TaskId),
        Column(rows, r => r.Commit.Cause.Player.Number), Column(rows, r => StoredText.Write(r.Commit.Cause.Verb)),
        Column(rows, r => r.Commit.Objects.Count), Column(rows, r => StoredNumbers.Of(r.Commit.Objects)));

    private static readonly Statement Meta = new(
        "insert into meta (key, value) select * from {0} r on conflict (key) do update set value = excluded.value", 2);

    /// <summary>The statement that notes how far the world has come.</summary>
    public static NpgsqlBatchCommand Of(MetaRows meta, MetaRows? written)
    {
        var rows = meta.Since(written).ToList();
        return Meta.With(rows.Count, Column(rows, r => r.Key), Column(rows, r => r.Value));
    }

    // One row travels as plain parameters, more as one array for each column.
    private static NpgsqlParameter Column<TRow, TColumn>(List<TRow> rows, Func<TRow, TColumn> column)
    {
        if (rows.Count == 1) return new NpgsqlParameter<TColumn> { TypedValue = column(rows[0]) };
        var values = new TColumn[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = column(rows[i]);
        return new NpgsqlParameter<TColumn[]> { TypedValue = values };
    }

    // {0} stands for the rows.
    private sealed class Statement(string sql, int columns)
    {
        private readonly string _ofOne = With(sql, "(values ({0}))", columns);
        private readonly string _ofMany = With(sql, "unnest({0})", columns);

        public NpgsqlBatchCommand With(int rows, params ReadOnlySpan<NpgsqlParameter> parameters)
        {
            var command = new NpgsqlBatchCommand(rows == 1 ? _ofOne : _ofMany);
            foreach (var parameter in parameters) command.Parameters.Add(parameter);
            return command;
        }

        private static string With(string sql, string source, int columns) => sql.Replace("{0}",
            source.Replace("{0}", string.Join(", ", Enumerable.Range(1, columns).Select(n => $"${n}")), StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
