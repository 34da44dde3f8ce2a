using Moo.Daemon.Hosting;
using Moo.Language.Definitions;
using Moo.Language.Textdump;
using Moo.Store.Journal;
using Moo.Store.Textdump;

namespace Moo.Daemon.Cli;

/// <summary><c>moo export PATH</c>: writes the world as a core directory, or as a LambdaMOO database.</summary>
internal static class ExportCommand
{
    /// <summary>The name of the format of core directories.</summary>
    public const string Definitions = "definitions";

    /// <summary>The name of the format of LambdaMOO databases.</summary>
    public const string Textdump = "textdump";

    public static int Run(DaemonSettings settings, string target, string format)
    {
        using var journal = settings.StoreAddress.CreateJournal();
        var loaded = journal.Load();
        if (loaded.IsEmpty)
        {
            Console.Error.WriteLine($"moo: there is no world in {journal.Place}");
            return ExitCodes.Refused;
        }
        if (format == Textdump) return ToTextdump(loaded, journal.Place, target);
        var count = CoreDirectory.Write(loaded.Snapshot, target);
        Console.WriteLine($"Exported {count} objects from {journal.Place} to {target}.");
        return ExitCodes.Good;
    }

    private static int ToTextdump(LoadedWorld loaded, string place, string target)
    {
        var report = new DumpReport { Version = DumpVersion.LambdaMoo };
        var unfinished = target + ".new";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                TextdumpWriter.Write(stream, loaded.Snapshot, LambdaMooPrograms.Of(loaded.Snapshot, report), ForkedTasks.Of(loaded.Tasks, report), report);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, target, overwrite: true);
        }
        catch (IOException problem)
        {
            Console.Error.WriteLine($"moo: {target} cannot be written: {problem.Message}");
            return ExitCodes.Refused;
        }
        Console.WriteLine($"Exported {place} to {target}.");
        DumpReportText.Write(report, Console.Out);
        return ExitCodes.Good;
    }
}
