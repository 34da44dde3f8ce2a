namespace Moo.Store.Journal.Backups;

/// <summary>A journal whose rows can be replaced as a whole.</summary>
internal interface IRestorable : IJournal
{
    /// <summary>Replaces all rows, as one transaction; what the database notes about the server stays. The journal must be open.</summary>
    /// <param name="write">Writes the rows.</param>
    /// <exception cref="JournalException">They cannot be written; everything is as it was.</exception>
    /// <exception cref="JournalAwayException">The connection is lost; everything is as it was.</exception>
    void Replace(Action<IStoreSink> write);
}

/// <summary>Keeps out of <c>meta</c> what is the database's own.</summary>
internal static class OwnMeta
{
    public const string Condition = "key not in ('schema_version', 'server')";

    public static bool Holds(StoreTable table, IStoredRow row) =>
        table == StoreTable.Meta && (row.Text(0).SequenceEqual("schema_version"u8) || row.Text(0).SequenceEqual("server"u8));
}
