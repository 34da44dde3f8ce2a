using System.Text;
using Moo.Store.Journal.Loading;
using Moo.Store.Journal.Rows;
using Moo.Store.Worlds;
using Npgsql;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Reads a whole world out of the tables, through binary COPY.</summary>
internal static class PostgreSqlLoader
{
    public static LoadedWorld Load(NpgsqlConnection connection, string place)
    {
        var loader = new WorldLoader(place);
        ForEach(connection, "meta (key, value)",
            row => loader.AddMeta(Encoding.UTF8.GetString(row.Text(0)), Encoding.UTF8.GetString(row.Text(1))));
        ForEach(connection, "object (id, name, owner, location, player, programmer, wizard, permissions, parents, arrival, birth, metadata)",
            row => ReadObject(loader, row));
        ForEach(connection, "property (object, name, place, value, owner, permissions)", row => ReadProperty(loader, row));
        ForEach(connection, "verb (object, place, names, owner, permissions, direct, preposition, indirect, source, metadata)",
            row => ReadVerb(loader, row));
        ForEach(connection, "task (id, owner, wake_at, state)", row => ReadTask(loader, row));
        return loader.Finish();
    }

    private static void ForEach(NpgsqlConnection connection, string columns, Action<CopyReader> read)
    {
        using var stream = connection.BeginRawBinaryCopy($"copy {columns} to stdout (format binary)");
        var rows = new CopyReader(stream);
        while (rows.Read()) read(rows);
    }

    private static void ReadObject(WorldLoader loader, CopyReader row)
    {
        var flags = FlagsOf(row.Truth(4), ObjectFlags.Player) | FlagsOf(row.Truth(5), ObjectFlags.Programmer)
            | FlagsOf(row.Truth(6), ObjectFlags.Wizard) | FlagLetters.ToObject(row.Text(7));
        loader.AddObject(row.Integer(0), row.Text(1), row.Integer(2), row.Integer(3), flags, row.Text(8), row.Integer(9), row.Integer(10),
            row.TextOrNothing(11));
    }

    private static ObjectFlags FlagsOf(bool truth, ObjectFlags flag) => truth ? flag : ObjectFlags.None;

    private static void ReadProperty(WorldLoader loader, CopyReader row)
    {
        var place = row.IsNull(2) ? 0 : (int)row.Integer(2);
        var access = row.IsNull(4) ? null : loader.Access(row.Integer(4), row.Text(5));
        loader.AddProperty(row.Integer(0), row.Text(1), place, row.TextOrNothing(3), access);
    }

    private static void ReadVerb(WorldLoader loader, CopyReader row) =>
        loader.AddVerb(row.Integer(0), (int)row.Integer(1), row.Text(2), row.Integer(3), row.Text(4), row.Text(5), row.Text(6),
            row.Text(7), row.Text(8), row.TextOrNothing(9));

    private static void ReadTask(WorldLoader loader, CopyReader row) =>
        loader.AddTask(row.Integer(0), row.Integer(1), row.IsNull(2) ? null : row.Real(2), row.Text(3));
}
