using Moo.Store.Journal.Rows;
using Moo.Store.Values;
using Moo.Store.Worlds;
using Npgsql;
using NpgsqlTypes;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Writes the rows of new objects through binary COPY, several times as fast as statements.</summary>
internal static class PostgreSqlCopy
{
    public static void Write(NpgsqlConnection connection, RowSet rows)
    {
        using (var copy = connection.BeginBinaryImport("copy object (id, name, owner, location, player, programmer, wizard, permissions, "
            + "parents, arrival, birth, metadata) from stdin (format binary)"))
        {
            foreach (var state in rows.Objects) Write(copy, state);
            copy.Complete();
        }
        using (var copy = connection.BeginBinaryImport(
            "copy property (object, name, place, value, owner, permissions) from stdin (format binary)"))
        {
            foreach (var row in rows.Properties) Write(copy, row);
            copy.Complete();
        }
        using (var copy = connection.BeginBinaryImport("copy verb (object, place, names, owner, permissions, direct, preposition, "
            + "indirect, source, metadata) from stdin (format binary)"))
        {
            foreach (var row in rows.Verbs) Write(copy, row);
            copy.Complete();
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, ObjectState state)
    {
        copy.StartRow();
        copy.Write(state.Id.Number, NpgsqlDbType.Bigint);
        copy.Write(StoredText.Write(state.Name), NpgsqlDbType.Text);
        copy.Write(state.Owner.Number, NpgsqlDbType.Bigint);
        copy.Write(state.Location.Number, NpgsqlDbType.Bigint);
        copy.Write(state.Has(ObjectFlags.Player), NpgsqlDbType.Boolean);
        copy.Write(state.Has(ObjectFlags.Programmer), NpgsqlDbType.Boolean);
        copy.Write(state.Has(ObjectFlags.Wizard), NpgsqlDbType.Boolean);
        copy.Write(FlagLetters.Of(state.Flags), NpgsqlDbType.Text);
        copy.Write(StoredNumbers.Of(state.Class.Parents), NpgsqlDbType.Json);
        copy.Write(state.ArrivalStamp, NpgsqlDbType.Bigint);
        copy.Write(state.BirthStamp, NpgsqlDbType.Bigint);
        Write(copy, state.Metadata);
    }

    private static void Write(NpgsqlBinaryImporter copy, PropertyRow row)
    {
        copy.StartRow();
        copy.Write(row.Object.Number, NpgsqlDbType.Bigint);
        copy.Write(StoredText.Write(row.Name), NpgsqlDbType.Text);
        if (row.Place > 0) copy.Write(row.Place, NpgsqlDbType.Integer);
        else copy.WriteNull();
        if (row.Cell.Value.IsClear) copy.WriteNull();
        else copy.Write(ValueJson.ToText(row.Cell.Value), NpgsqlDbType.Json);
        if (row.Cell.Access is { } access)
        {
            copy.Write(access.Owner.Number, NpgsqlDbType.Bigint);
            copy.Write(FlagLetters.Of(access.Flags), NpgsqlDbType.Text);
            return;
        }
        copy.WriteNull();
        copy.WriteNull();
    }

    private static void Write(NpgsqlBinaryImporter copy, VerbRow row)
    {
        copy.StartRow();
        copy.Write(row.Object.Number, NpgsqlDbType.Bigint);
        copy.Write(row.Place, NpgsqlDbType.Integer);
        copy.Write(StoredText.Write(row.Verb.Names), NpgsqlDbType.Text);
        copy.Write(row.Verb.Owner.Number, NpgsqlDbType.Bigint);
        copy.Write(FlagLetters.Of(row.Verb.Flags), NpgsqlDbType.Text);
        copy.Write(StoredNames.Of(row.Verb.Arguments.Direct), NpgsqlDbType.Text);
        copy.Write(Prepositions.Name(row.Verb.Arguments.Preposition), NpgsqlDbType.Text);
        copy.Write(StoredNames.Of(row.Verb.Arguments.Indirect), NpgsqlDbType.Text);
        copy.Write(StoredText.Write(row.Verb.Source), NpgsqlDbType.Text);
        Write(copy, row.Verb.Metadata);
    }

    private static void Write(NpgsqlBinaryImporter copy, MooMap metadata)
    {
        if (StoredMetadata.Write(metadata) is { } json) copy.Write(json, NpgsqlDbType.Json);
        else copy.WriteNull();
    }
}
