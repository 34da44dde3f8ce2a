using Moo.Daemon.Hosting;
using Moo.Store.Journal;

namespace Moo.Daemon.Cli;

/// <summary>The world in a store, for tools.</summary>
internal static class StoredWorld
{
    /// <summary>Reads the world as it is at this moment; a server may be running on it.</summary>
    /// <exception cref="SettingsException">There is no world.</exception>
    /// <exception cref="JournalException">The store cannot be used.</exception>
    public static LoadedWorld Load(DaemonSettings settings)
    {
        if (!settings.StoreAddress.Exists) throw Missing(settings);
        var loaded = settings.StoreAddress.Peek();
        return loaded.IsEmpty ? throw Missing(settings) : loaded;
    }

    /// <summary>Takes the world, to change it; no server may be running on it.</summary>
    /// <exception cref="SettingsException">There is no world.</exception>
    /// <exception cref="JournalException">The store cannot be used: a server has it, for one.</exception>
    public static (IJournal Journal, LoadedWorld World) Take(DaemonSettings settings)
    {
        if (!settings.StoreAddress.Exists) throw Missing(settings);
        var journal = settings.StoreAddress.CreateJournal();
        try
        {
            var loaded = journal.Load();
            return loaded.IsEmpty ? throw Missing(settings) : (journal, loaded);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    private static SettingsException Missing(DaemonSettings settings) => new($"there is no world in {settings.StoreAddress.File ?? "that database"}");
}
