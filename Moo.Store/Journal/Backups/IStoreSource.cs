namespace Moo.Store.Journal.Backups;

/// <summary>The rows of a world's database at one moment, whatever is written meanwhile.</summary>
internal interface IStoreSource : IDisposable
{
    /// <summary>Where they are, for messages.</summary>
    string Place { get; }

    /// <summary>Reads tables, in the order of <see cref="StoreTable.All"/>.</summary>
    /// <param name="tables">Which ones.</param>
    /// <param name="row">Takes each row.</param>
    /// <exception cref="JournalException">They cannot be read.</exception>
    /// <exception cref="JournalAwayException">The database is away.</exception>
    void Read(IReadOnlyCollection<StoreTable> tables, Action<StoreTable, IStoredRow> row);

    /// <summary>Reads the rows of <see cref="StoreTable.VerbHistory"/> that are about one object, oldest first.</summary>
    /// <inheritdoc cref="Read" path="/exception"/>
    void ReadVerbHistory(long holder, Action<IStoredRow> row);
}

/// <summary>Takes rows, table by table.</summary>
internal interface IStoreSink
{
    /// <summary>Takes a row.</summary>
    void Write(StoreTable table, IStoredRow row);
}
