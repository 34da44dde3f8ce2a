using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Moo.Daemon.Hosting;
using Spelling = Moo.Language.Syntax.Spelling;

namespace Moo.Daemon.Cli;

/// <summary>The program's command line: <c>moo [serve|import|export|check|test|fmt|eval|repl] …</c></summary>
internal static class CommandLine
{
    /// <summary><c>--data</c></summary>
    public static readonly Option<string?> Data = new("--data") { HelpName = "folder", Description = "The folder for everything the server writes (default: data)" };

    /// <summary><c>--store</c></summary>
    public static readonly Option<string?> Store = new("--store") { HelpName = "address", Description = "Where the world is kept: sqlite:FILE, Host=…, postgres://… (default: moo.db in the data folder)" };

    /// <summary>The commands.</summary>
    public static RootCommand Create()
    {
        var core = new Option<string?>("--core") { HelpName = "directory", Description = "The core directory an empty store is filled with" };
        var telnet = new Option<string?>("--telnet") { HelpName = "address:port", Description = "Where telnet clients connect: ADDRESS:PORT (default: 0.0.0.0:7777)" };
        var http = new Option<string?>("--http") { HelpName = "address:port", Description = "Where browsers and monitoring connect: ADDRESS:PORT (default: 127.0.0.1:7780)" };
        var workers = new Option<string?>("--workers") { HelpName = "number", Description = "How many tasks run at once (default: one for each processor)" };
        var listen = new Option<string?>("--listen") { HelpName = "places", Description = "More places for clients, parted by blanks: telnets://ADDRESS:PORT, unix:///PATH, telnet://ADDRESS:PORT?on=msdp&off=mccp2" };
        Option<string?>[] all = [Data, Store, core, telnet, http, listen, workers];

        var root = new RootCommand("Moo, a MOO server: a shared text world that its inhabitants program while they are in it.");
        var serve = new Command("serve", "Run the server (the default).");
        foreach (var option in all) serve.Options.Add(option);
        foreach (var option in all) root.Options.Add(option);
        serve.SetAction((parsed, _) => Server.RunAsync(Settings(parsed, all)));
        root.SetAction((parsed, _) => Server.RunAsync(Settings(parsed, all)));
        root.Subcommands.Add(serve);
        root.Subcommands.Add(Import());
        root.Subcommands.Add(Export());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(TestCommand.Create());
        foreach (var command in new StoreCommands(parsed => Settings(parsed, [Data, Store])).All())
        {
            command.Options.Add(Data);
            command.Options.Add(Store);
            root.Subcommands.Add(command);
        }
        root.Subcommands.Add(FormatCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(ReplCommand.Create());
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new DetailedHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>How long a tool waits for a program, unless <c>--timeout</c> says otherwise.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(60);

    /// <summary><c>--timeout SECONDS</c></summary>
    /// <param name="description">What may take so long.</param>
    public static Option<TimeSpan?> Timeout(string description)
    {
        const int mostSeconds = 24 * 60 * 60;
        return new Option<TimeSpan?>("--timeout")
        {
            Description = $"{description} (default: {UsualPatience.TotalSeconds})",
            HelpName = "seconds",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= mostSeconds)
                    return TimeSpan.FromSeconds(seconds);
                result.AddError($"--timeout {result.Tokens[0].Value} is no time; write a number of seconds from 1 to {mostSeconds}");
                return null;
            },
        };
    }

    /// <summary>What is wrong with a command line, in one line; null if nothing is.</summary>
    public static string? Mistake(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var (name, help) = command is RootCommand ? ("moo", "; moo --help says what there is") : (command.Name, $"; moo {command.Name} --help says what there is");
        if (parsed.Errors.Count == 0 && parsed.Action is HelpAction or DetailedHelp) return null;
        var unknown = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal));
        if (unknown is not null)
        {
            var option = unknown.Value.Split('=')[0];
            return $"{name} has no option {option}{MeantOr(help, option, command.Options)}";
        }
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            return command is RootCommand ? $"there is no command {word}{MeantOr(help, word, command.Subcommands)}"
                : $"{name} has no use for {word}{help}";
        }
        if (parsed.Errors.Count == 0) return null;
        foreach (var child in parsed.CommandResult.Children.OfType<OptionResult>().Where(child => child.Tokens.Count == 0 && child.Option.Arity.MinimumNumberOfValues > 0 && !child.Implicit))
            return $"{child.Option.Name} needs a value: {child.Option.HelpName ?? child.Option.Name}{help}";
        foreach (var argument in command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 }))
            return $"{name} needs a {argument.Name}{help}";
        return parsed.Errors[0].Message.TrimEnd('.') + help;
    }

    private static string MeantOr(string help, string word, IEnumerable<Symbol> symbols) =>
        Spelling.Closest(word, symbols.Select(symbol => symbol.Name)) is { } close ? $"; did you mean {close}?" : help;

    private static Command Import()
    {
        var source = new Argument<string>("path") { Description = "A core directory of *.moo files, or a database file (textdump) of LambdaMOO or ToastStunt" };
        var command = new Command("import", "Fill an empty store from a core directory or from another server's database.") { source };
        command.Options.Add(Data);
        command.Options.Add(Store);
        command.SetAction(parsed => ImportCommand.Run(Settings(parsed, [Data, Store]), parsed.GetValue(source)!));
        return command;
    }

    private static Command Export()
    {
        var target = new Argument<string>("path") { Description = "The directory to write, made if need be; or the file" };
        var format = new Option<string>("--format")
        {
            Description = "definitions: a core directory (the default); textdump: a database file of format version 4, which LambdaMOO loads",
            DefaultValueFactory = _ => ExportCommand.Definitions,
        };
        format.AcceptOnlyFromAmong(ExportCommand.Definitions, ExportCommand.Textdump);
        var command = new Command("export", "Write the world as a core directory, or as a LambdaMOO database.") { target };
        command.Options.Add(format);
        command.Options.Add(Data);
        command.Options.Add(Store);
        command.SetAction(parsed => ExportCommand.Run(Settings(parsed, [Data, Store]), parsed.GetValue(target)!, parsed.GetValue(format)!));
        return command;
    }

    /// <summary>The settings that some options give, with those of the environment and appsettings.json behind them.</summary>
    public static DaemonSettings Settings(ParseResult parsed, IEnumerable<Option<string?>> options) =>
        DaemonSettings.Read(options.ToDictionary(option => option.Name.TrimStart('-'), parsed.GetValue));
}
