using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Moo.Daemon.Hosting;
using Moo.Language.Tools;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Cli;

/// <summary>What <c>eval</c> and <c>repl</c> have in common on the command line: which world, and who.</summary>
internal sealed class EvaluationLine
{
    private readonly Option<string?> _core = new("--core") { HelpName = "directory", Description = "The core whose world it runs in (default: the one that comes with the program)" };
    private readonly Option<string?> _player = new("--as") { HelpName = "number", Description = "Who it runs as: an object's number, such as 2 (default: the first wizard)" };

    /// <summary>Adds the options to a command.</summary>
    public EvaluationLine(Command command)
    {
        foreach (var option in new Option[] { _core, CommandLine.Data, CommandLine.Store, _player }) command.Options.Add(option);
        command.Validators.Add(Validate);
    }

    private static bool IsStored(SymbolResult result) => result.GetResult(CommandLine.Data) is not null || result.GetResult(CommandLine.Store) is not null;

    private void Validate(CommandResult result)
    {
        if (IsStored(result) && result.GetResult(_core) is not null) result.AddError("--core names one world, --data or --store another; give one of them");
        if (result.GetValue(_player) is { } player && !TryNumber(player, out _)) result.AddError($"--as {player} is no object's number; write a number, such as 2");
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>The world to run in, read anew, and who runs in it; null if the core has errors, which have been printed.</summary>
    /// <exception cref="SettingsException">There is no such world or player.</exception>
    /// <exception cref="JournalException">The store cannot be used.</exception>
    public (ThrowAwayWorld World, ObjectId Player)? Open(ParseResult parsed)
    {
        Snapshot snapshot;
        long lastStamp;
        if (IsStored(parsed.CommandResult))
        {
            (snapshot, lastStamp, _) = StoredWorld.Load(CommandLine.Settings(parsed, [CommandLine.Data, CommandLine.Store]));
        }
        else
        {
            if (Core.Read(CommandLine.Settings(parsed, [_core]).Core) is not { } core) return null;
            (snapshot, lastStamp) = core;
        }
        var player = parsed.GetValue(_player) is { } text && TryNumber(text, out var number) ? new ObjectId(number) : ThrowAwayWorld.ArchWizard(snapshot);
        if (snapshot.Find(player) is null) throw new SettingsException($"there is no {player} in this world to run as");
        return (new ThrowAwayWorld(snapshot, lastStamp, new ToolHost(Console.Error)), player);
    }
}
