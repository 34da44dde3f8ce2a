using System.Text;
using Moo.Store.Journal.Loading;
using Moo.Store.Worlds;
using SQLitePCL;

namespace Moo.Store.Journal.Sqlite;

/// <summary>Reads a whole world out of the tables.</summary>
internal static class SqliteLoader
{
    public static LoadedWorld Load(sqlite3 database, string place)
    {
        var loader = new WorldLoader(place);
        ForEach(database, "select key, value from meta", row => ReadMeta(loader, row));
        ForEach(database, "select id, name, owner, location, player, programmer, wizard, permissions, parents, arrival, birth, "
            + "metadata from object order by id", row => ReadObject(loader, row));
        ForEach(database, "select object, name, place, value, owner, permissions from property", row => ReadProperty(loader, row));
        ForEach(database, "select object, place, names, owner, permissions, direct, preposition, indirect, source, metadata from verb",
            row => ReadVerb(loader, row));
        ForEach(database, "select id, owner, wake_at, state from task", row => ReadTask(loader, row));
        return loader.Finish();
    }

    private static void ForEach(sqlite3 database, string query, Action<SqliteStatement> read)
    {
        using var rows = new SqliteStatement(database, query);
        while (rows.Step()) read(rows);
    }

    private static void ReadMeta(WorldLoader loader, SqliteStatement row) =>
        loader.AddMeta(Encoding.UTF8.GetString(row.Text(0)), Encoding.UTF8.GetString(row.Text(1)));

    private static void ReadObject(WorldLoader loader, SqliteStatement row)
    {
        var flags = FlagsOf(row.Integer(4), ObjectFlags.Player) | FlagsOf(row.Integer(5), ObjectFlags.Programmer)
            | FlagsOf(row.Integer(6), ObjectFlags.Wizard) | Rows.FlagLetters.ToObject(row.Text(7));
        loader.AddObject(row.Integer(0), row.Text(1), row.Integer(2), row.Integer(3), flags, row.Text(8), row.Integer(9), row.Integer(10),
            row.Text(11));
    }

    private static ObjectFlags FlagsOf(long truth, ObjectFlags flag) => truth != 0 ? flag : ObjectFlags.None;

    private static void ReadProperty(WorldLoader loader, SqliteStatement row)
    {
        var access = row.IsNull(4) ? null : loader.Access(row.Integer(4), row.Text(5));
        loader.AddProperty(row.Integer(0), row.Text(1), (int)row.Integer(2), row.Text(3), access);
    }

    private static void ReadVerb(WorldLoader loader, SqliteStatement row) =>
        loader.AddVerb(row.Integer(0), (int)row.Integer(1), row.Text(2), row.Integer(3), row.Text(4), row.Text(5), row.Text(6),
            row.Text(7), row.Text(8), row.Text(9));

    private static void ReadTask(WorldLoader loader, SqliteStatement row) =>
        loader.AddTask(row.Integer(0), row.Integer(1), row.IsNull(2) ? null : row.Real(2), row.Text(3));
}
