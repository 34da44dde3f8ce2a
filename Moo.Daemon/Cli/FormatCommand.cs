using System.CommandLine;
using Moo.Daemon.Hosting;
using Moo.Language.Definitions;
using Moo.Language.Formatting;

namespace Moo.Daemon.Cli;

/// <summary><c>moo fmt PATH</c>: brings a core's files into their canonical form.</summary>
internal static class FormatCommand
{
    /// <summary>The command's line.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A core directory, a file of one, or the text of a verb" };
        var onlyChecks = new Option<bool>("--check") { Description = "Change nothing; name the files that are not in canonical form" };
        var formatsCode = new Option<bool>("--code") { Description = "Indent the lines of verbs by their nesting, too; otherwise verbs are kept as written" };
        const string details = """
            Exit code: 0 all is in canonical form, 1 something was not (--check) or cannot be formatted, 2 asked for wrongly.
            """;
        var command = new DetailedCommand("fmt", "Bring a core's files into their canonical form: the one that export writes.", details) { path };
        foreach (var option in new Option[] { onlyChecks, formatsCode }) command.Options.Add(option);
        command.SetAction(parsed => Run(parsed.GetValue(path)!, parsed.GetValue(onlyChecks), parsed.GetValue(formatsCode)));
        return command;
    }

    /// <summary>Formats files.</summary>
    /// <param name="path">A core directory or a file.</param>
    /// <param name="onlyChecks">Whether to change nothing.</param>
    /// <param name="formatsCode">Whether to indent the lines of verbs by their nesting.</param>
    /// <exception cref="SettingsException">There is no such file or directory.</exception>
    public static int Run(string path, bool onlyChecks, bool formatsCode)
    {
        if (!Path.Exists(path)) throw new SettingsException($"there is no file or directory {path}");
        var problems = new List<DefinitionProblem>();
        var files = DefinitionFormat.Format(path, formatsCode, problems);
        foreach (var problem in problems) Console.Error.WriteLine(CheckCommand.FromHere(path, problem));
        var changed = files.Where(file => file.Text != file.Canonical).ToList();
        foreach (var file in changed)
        {
            if (!onlyChecks) File.WriteAllText(file.File, file.Canonical);
            Console.WriteLine($"{file.File}{(onlyChecks ? ": not in canonical form" : "")}");
        }
        return problems.Count == 0 && (changed.Count == 0 || !onlyChecks) ? ExitCodes.Good : ExitCodes.Refused;
    }
}
