using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Moo.Daemon.Hosting;
using Moo.Language.Tools;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Daemon.Cli;

/// <summary>What <c>eval</c> and <c>repl</c> have in common on the command line: which world, and who.</summary>
internal sealed class EvaluationLine
{
    private readonly Option<string?> _core = new("--core") { HelpName = "directory", Description = "The core whose world it runs in (default: the one that comes with the program)" };
    private readonly Option<string?> _player = new("--as") { HelpName = "number", Description = "Who it runs as: an object's number, such as 2 (default: the first wizard)" };

    private readonly Option<bool> _keep = new("--keep") { Description = "Keep what changes in the store that --data or --store names; its server must not run" };

    /// <summary>Adds the options to a command.</summary>
    public EvaluationLine(Command command)
    {
        foreach (var option in new Option[] { _core, CommandLine.Data, CommandLine.Store, _player, _keep }) command.Options.Add(option);
        command.Validators.Add(Validate);
    }

    private static bool IsStored(SymbolResult result) => result.GetResult(CommandLine.Data) is not null || result.GetResult(CommandLine.Store) is not null;

    private void Validate(CommandResult result)
    {
        if (IsStored(result) && result.GetResult(_core) is not null) result.AddError("--core names one world, --data or --store another; give one of them");
        if (result.GetValue(_keep) && !IsStored(result)) result.AddError("--keep needs a store to keep it in; give --data or --store");
        if (result.GetValue(_player) is { } player && !TryNumber(player, out _)) result.AddError($"--as {player} is no object's number; write a number, such as 2");
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>The world to run in, and who runs in it; null if the core has errors, which have been printed.</summary>
    /// <exception cref="SettingsException">There is no such world or player.</exception>
    /// <exception cref="JournalException">The store cannot be used.</exception>
    public (ToolWorld World, ObjectId Player)? Open(ParseResult parsed)
    {
        var host = new ToolHost(Console.Error);
        ToolWorld world;
        if (parsed.GetValue(_keep))
        {
            var (journal, loaded) = StoredWorld.Take(CommandLine.Settings(parsed, [CommandLine.Data, CommandLine.Store]));
            world = new ToolWorld(journal, loaded, host);
        }
        else if (IsStored(parsed.CommandResult))
        {
            var loaded = StoredWorld.Load(CommandLine.Settings(parsed, [CommandLine.Data, CommandLine.Store]));
            world = new ToolWorld(loaded.Snapshot, loaded.LastStamp, host);
        }
        else
        {
            if (Core.Read(CommandLine.Settings(parsed, [_core]).Core) is not { } core) return null;
            world = new ToolWorld(core.Snapshot, core.LastStamp, host);
        }
        var snapshot = world.World.Current;
        var player = parsed.GetValue(_player) is { } text && TryNumber(text, out var number) ? new ObjectId(number) : ToolWorld.ArchWizard(snapshot);
        if (snapshot.Find(player) is not null) return (world, player);
        world.Dispose();
        throw new SettingsException($"there is no {player} in this world to run as");
    }
}
