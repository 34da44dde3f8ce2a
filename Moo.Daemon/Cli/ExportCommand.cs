using Moo.Daemon.Hosting;
using Moo.Language.Definitions;

namespace Moo.Daemon.Cli;

/// <summary><c>moo export DIRECTORY</c>: writes the world as a core directory.</summary>
internal static class ExportCommand
{
    public static int Run(DaemonSettings settings, string target)
    {
        using var journal = settings.StoreAddress.CreateJournal();
        var loaded = journal.Load();
        if (loaded.IsEmpty)
        {
            Console.Error.WriteLine($"moo: there is no world in {journal.Place}");
            return ExitCodes.Refused;
        }
        var count = CoreDirectory.Write(loaded.Snapshot, target);
        Console.WriteLine($"Exported {count} objects from {journal.Place} to {target}.");
        return ExitCodes.Good;
    }
}
