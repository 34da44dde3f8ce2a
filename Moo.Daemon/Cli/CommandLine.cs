using System.CommandLine;
using Moo.Daemon.Hosting;

namespace Moo.Daemon.Cli;

/// <summary>The program's command line: <c>moo [serve|import|export|check|test] …</c></summary>
internal static class CommandLine
{
    /// <summary><c>--data</c></summary>
    public static readonly Option<string?> Data = new("--data") { Description = "The folder for everything the server writes (default: data)" };

    /// <summary><c>--store</c></summary>
    public static readonly Option<string?> Store = new("--store") { Description = "Where the world is kept: sqlite:FILE, Host=…, postgres://… (default: moo.db in the data folder)" };

    /// <summary>The commands.</summary>
    public static RootCommand Create()
    {
        var core = new Option<string?>("--core") { Description = "The core directory an empty store is filled with" };
        var telnet = new Option<string?>("--telnet") { Description = "Where telnet clients connect: ADDRESS:PORT (default: 0.0.0.0:7777)" };
        var http = new Option<string?>("--http") { Description = "Where browsers and monitoring connect: ADDRESS:PORT (default: 127.0.0.1:7780)" };
        var workers = new Option<string?>("--workers") { Description = "How many tasks run at once (default: one for each processor)" };
        var listen = new Option<string?>("--listen") { Description = "More places for clients, parted by blanks: telnets://ADDRESS:PORT, unix:///PATH, telnet://ADDRESS:PORT?on=msdp&off=mccp2" };
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
        return root;
    }

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
