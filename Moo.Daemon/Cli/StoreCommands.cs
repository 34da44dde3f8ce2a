using System.CommandLine;
using System.Globalization;
using Moo.Daemon.Hosting;
using Moo.Store.Journal;
using Moo.Store.Journal.Backups;
using Moo.Store.Journal.Checks;

namespace Moo.Daemon.Cli;

/// <summary>The commands for whoever looks after a store: <c>moo backup</c>, <c>restore</c>, <c>verify</c>, <c>migrate</c>.</summary>
/// <param name="settings">Reads the settings that the command line gives.</param>
internal sealed class StoreCommands(Func<ParseResult, DaemonSettings> settings)
{
    /// <summary>The commands.</summary>
    public IEnumerable<Command> All() => [BackUp(), Restore(), Verify(), Migrate()];

    private Command BackUp()
    {
        var target = new Argument<string?>("file") { Description = "The file to write (default: one in the data folder's backups, named after the time)", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("backup", "Write the world to a file, while the server runs.") { target };
        command.SetAction(parsed => BackUp(settings(parsed), parsed.GetValue(target)));
        return command;
    }

    private static int BackUp(DaemonSettings settings, string? file)
    {
        var time = TimeProvider.System.GetUtcNow();
        file ??= new BackupFolder(settings.Data).PathFor(time);
        if (File.Exists(file)) return Refuse($"{file} exists already; name another file");
        var report = Backup.Write(settings.StoreAddress, file, time);
        Console.WriteLine($"Backed up {What(report)} to {file}: {Size(report.Bytes)}, read again and found whole.");
        return ExitCodes.Good;
    }

    private Command Restore()
    {
        var source = new Argument<string>("file") { Description = "A backup" };
        var dry = new Option<bool>("--dry-run") { Description = "Only read the backup and check the world in it" };
        var command = new Command("restore", "Fill an empty store from a backup.") { source, dry };
        command.SetAction(parsed => parsed.GetValue(dry) ? TryOut(parsed.GetValue(source)!) : Restore(settings(parsed), parsed.GetValue(source)!));
        return command;
    }

    private static int Restore(DaemonSettings settings, string file)
    {
        Directory.CreateDirectory(settings.Data);
        var report = Backup.Restore(file, settings.StoreAddress);
        using var journal = settings.StoreAddress.CreateJournal();
        var objects = journal.Load().Snapshot.All().LongCount();
        Console.WriteLine($"Restored {What(report)} from {file}, made {report.Time}, into {journal.Place}; {objects} of the objects have a number.");
        return ExitCodes.Good;
    }

    private static int TryOut(string file)
    {
        var report = Backup.Inspect(file);
        Console.WriteLine($"{file}, made {report.Time}, holds {What(report)}; it is whole.");
        return Tell(WorldCheck.Check(file), isRepaired: false);
    }

    private Command Verify()
    {
        var repair = new Option<bool>("--repair") { Description = "Put right what is wrong, after a backup; the server must not run" };
        var command = new Command("verify", "Check that everything in the store refers to what exists.") { repair };
        command.SetAction(parsed => Verify(settings(parsed), parsed.GetValue(repair)));
        return command;
    }

    private static int Verify(DaemonSettings settings, bool repairs)
    {
        var report = WorldCheck.Check(settings.StoreAddress);
        if (!repairs || report.Damages + report.LooseEnds == 0) return Tell(report, isRepaired: false);

        var time = TimeProvider.System.GetUtcNow();
        var backup = new BackupFolder(settings.Data).PathFor(time, "before-repair");
        report = WorldCheck.Repair(settings.StoreAddress, backup, time);
        var code = Tell(report, isRepaired: true);
        Console.WriteLine($"The store as it was before is in {backup}.");
        return code;
    }

    private static int Tell(CheckReport report, bool isRepaired)
    {
        foreach (var problem in report.Problems)
            Console.WriteLine($"{(problem.IsDamage ? "damage" : "loose end")}: {problem.What}{(isRepaired ? " — repaired: " : "; a repair: ")}{problem.Remedy}");
        var unlisted = report.Damages + report.LooseEnds - report.Problems.Count;
        if (unlisted > 0) Console.WriteLine($"… and {unlisted} more");
        Console.WriteLine($"Looked at {report.Objects} objects, {report.Properties} properties, {report.Verbs} verbs and {report.Tasks} sleeping tasks: "
            + (report.Damages + report.LooseEnds == 0 ? "all is well."
            : isRepaired ? $"repaired {report.Damages} damages and {report.LooseEnds} loose ends."
            : $"{report.Damages} damages, {report.LooseEnds} loose ends. moo verify --repair puts them right."));
        return report.Damages == 0 || isRepaired ? ExitCodes.Good : ExitCodes.Refused;
    }

    private Command Migrate()
    {
        var to = new Option<string?>("--to") { Description = "Copy the world to this empty store instead (what --store takes)" };
        var command = new Command("migrate", "Bring the store's schema up to date, or move the world to another database.") { to };
        command.SetAction(parsed => Migrate(settings(parsed), parsed.GetValue(to)));
        return command;
    }

    private static int Migrate(DaemonSettings settings, string? target)
    {
        if (target is not null) return Move(settings, target);
        using var journal = settings.StoreAddress.CreateJournal();
        var before = journal.Open();
        Console.WriteLine(before == Backup.SchemaVersion ? $"{journal.Place} has schema version {before} already, the newest that this program knows."
            : before == 0 ? $"{journal.Place} was empty; it has schema version {Backup.SchemaVersion} now."
            : $"{journal.Place}: brought from schema version {before} to {Backup.SchemaVersion}.");
        return ExitCodes.Good;
    }

    private static int Move(DaemonSettings settings, string target)
    {
        StoreAddress to;
        try
        {
            to = StoreAddress.Parse(target, settings.Data);
        }
        catch (FormatException mistake)
        {
            throw new SettingsException(mistake.Message.Replace("--store", "--to", StringComparison.Ordinal));
        }
        var report = Backup.Copy(settings.StoreAddress, to);
        Console.WriteLine($"Copied {What(report)}. Start the server with --store naming the new place; the old one is as it was.");
        return ExitCodes.Good;
    }

    private static string What(BackupReport report) =>
        $"{report.Objects} objects, {report.Properties} properties, {report.Verbs} verbs and {report.Tasks} sleeping tasks, as of commit {report.Sequence}";

    private static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:F1} KiB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MiB");

    private static int Refuse(string why)
    {
        Console.Error.WriteLine("moo: " + why);
        return ExitCodes.Refused;
    }
}
