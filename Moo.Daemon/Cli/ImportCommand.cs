using Moo.Daemon.Hosting;
using Moo.Language.Checking;
using Moo.Language.Definitions;
using Moo.Store.Journal;
using Moo.Store.Textdump;
using Moo.Store.Worlds;

namespace Moo.Daemon.Cli;

/// <summary><c>moo import PATH</c>: fills an empty store from a core directory or a textdump, as one commit.</summary>
internal static class ImportCommand
{
    private const int MostNamed = 200;

    public static int Run(DaemonSettings settings, string source)
    {
        if (!Directory.Exists(source) && !File.Exists(source))
        {
            Console.Error.WriteLine($"moo: there is neither a directory nor a file {source}");
            return ExitCodes.Refused;
        }
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
        var world = new World(loaded.Snapshot, queue, loaded.LastStamp);
        var isDone = Directory.Exists(source) ? FromDirectory(world, source, journal.Place) : FromTextdump(world, source, journal.Place);
        if (!isDone) return ExitCodes.Refused;
        if (!queue.Stop(TimeSpan.FromMinutes(10))) throw queue.Failure ?? new JournalException("The import did not end in time.");
        return ExitCodes.Good;
    }

    private static bool FromDirectory(World world, string source, string place)
    {
        var problems = new List<DefinitionProblem>();
        var objects = CoreImport.Fill(world, source, problems);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (objects is null) return false;
        Console.WriteLine($"Imported {objects} objects from {source} into {place}.");
        TellOfPrograms(source);
        return true;
    }

    // They are kept as they are, since whoever brings a core of another server can mend them here; until then their verbs cannot be called.
    private static void TellOfPrograms(string source)
    {
        var errors = CoreCheck.Directory(source).Where(problem => !problem.IsWarning).ToList();
        foreach (var problem in errors.Take(MostNamed)) Console.WriteLine($"  {CheckCommand.FromHere(source, problem)}");
        if (errors.Count > MostNamed) Console.WriteLine($"  … and {errors.Count - MostNamed} more; moo check --errors-only {source} lists them all");
        Console.WriteLine(errors.Count == 0 ? "  every program compiles" : $"  {errors.Count} errors in programs: those verbs fail when they are called");
    }

    private static bool FromTextdump(World world, string source, string place)
    {
        using var bar = new ProgressBar(new FileInfo(source).Length);
        try
        {
            var report = CoreImport.FillFromTextdump(world, source, bar.Report);
            bar.Clear();
            Console.WriteLine($"Imported {source} into {place}.");
            DumpReportText.Write(report, Console.Out);
            return true;
        }
        catch (TextdumpException damaged)
        {
            bar.Clear();
            Console.Error.WriteLine($"moo: {source}: {damaged.Message}; nothing was imported");
            return false;
        }
        catch (IOException problem)
        {
            bar.Clear();
            Console.Error.WriteLine($"moo: {source}: {problem.Message}; nothing was imported");
            return false;
        }
    }
}
