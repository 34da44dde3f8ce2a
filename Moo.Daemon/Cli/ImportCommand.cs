using Moo.Daemon.Hosting;
using Moo.Language.Definitions;
using Moo.Store.Journal;
using Moo.Store.Worlds;

namespace Moo.Daemon.Cli;

/// <summary><c>moo import DIRECTORY</c>: fills an empty store, as one commit.</summary>
internal static class ImportCommand
{
    public static int Run(DaemonSettings settings, string source)
    {
        Directory.CreateDirectory(settings.Data);
        var journal = settings.StoreAddress.CreateJournal();
        var loaded = journal.Load();
        using var queue = new JournalQueue(journal, loaded.Snapshot.Sequence, (_, _) => { });
        if (!loaded.IsEmpty)
        {
            Console.Error.WriteLine($"moo: there is a world in {journal.Place} already; import needs an empty store");
            return ExitCodes.Refused;
        }
        queue.Start();
        var problems = new List<DefinitionProblem>();
        var objects = CoreImport.Fill(new World(loaded.Snapshot, queue, loaded.LastStamp), source, problems);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (objects is null) return ExitCodes.Refused;
        if (!queue.Stop(TimeSpan.FromMinutes(10))) throw queue.Failure ?? new JournalException("The import did not end in time.");
        Console.WriteLine($"Imported {objects} objects from {source} into {journal.Place}.");
        return ExitCodes.Good;
    }
}
