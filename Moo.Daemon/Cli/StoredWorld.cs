using Moo.Daemon.Hosting;
using Moo.Store.Journal;

namespace Moo.Daemon.Cli;

/// <summary>The world in a store, for tools that only look.</summary>
internal static class StoredWorld
{
    /// <summary>Reads the world as it is at this moment; a server may be running on it.</summary>
    /// <exception cref="SettingsException">There is no world.</exception>
    /// <exception cref="JournalException">The store cannot be used.</exception>
    public static LoadedWorld Load(DaemonSettings settings)
    {
        if (!settings.StoreAddress.Exists) throw new SettingsException($"there is no world in {settings.StoreAddress.File}");
        using var journal = settings.StoreAddress.CreateJournal();
        var loaded = journal.Peek();
        return loaded.IsEmpty ? throw new SettingsException($"there is no world in {journal.Place}") : loaded;
    }
}
