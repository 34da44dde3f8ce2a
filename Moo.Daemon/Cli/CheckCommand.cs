using System.CommandLine;
using Moo.Daemon.Hosting;
using Moo.Language.Checking;
using Moo.Language.Definitions;

namespace Moo.Daemon.Cli;

/// <summary><c>moo check PATH</c>: what is wrong with a core, a file, or the verbs of a stored world, or doubtful about them.</summary>
internal static class CheckCommand
{
    /// <summary>The command's line.</summary>
    public static Command Create()
    {
        var path = new Argument<string?>("path") { Description = "A core directory, a file of one, or the text of a verb", Arity = ArgumentArity.ZeroOrOne };
        var onlyErrors = new Option<bool>("--errors-only") { Description = "Keep quiet about what is only doubtful" };
        const string details = """
            Checks files or, with --data or --store, the verbs of a stored world.
            Exit code: 0 nothing found, 1 something found, 2 asked for wrongly.
            """;
        var command = new DetailedCommand("check", "Say what is wrong with programs, and what is doubtful about them: FILE:LINE:COLUMN: error: …", details) { path };
        foreach (var option in new Option[] { onlyErrors, CommandLine.Data, CommandLine.Store }) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            var isStored = result.GetResult(CommandLine.Data) is not null || result.GetResult(CommandLine.Store) is not null;
            if (result.GetValue(path) is null != isStored) result.AddError("check takes a core directory or a file, or else --data or --store");
        });
        command.SetAction(parsed => parsed.GetValue(path) is { } files
            ? Run(files, parsed.GetValue(onlyErrors))
            : Run(CommandLine.Settings(parsed, [CommandLine.Data, CommandLine.Store]), parsed.GetValue(onlyErrors)));
        return command;
    }

    /// <summary>Checks files.</summary>
    /// <param name="path">A core directory or a file.</param>
    /// <param name="onlyErrors">Whether to keep quiet about what is only doubtful.</param>
    /// <exception cref="SettingsException">There is no such file or directory.</exception>
    public static int Run(string path, bool onlyErrors)
    {
        if (Directory.Exists(path)) return Report(CoreCheck.Directory(path).Select(problem => FromHere(path, problem)), onlyErrors);
        if (File.Exists(path)) return Report(CoreCheck.File(path), onlyErrors);
        throw new SettingsException($"there is no file or directory {path}");
    }

    /// <summary>Checks the verbs of a stored world.</summary>
    public static int Run(DaemonSettings settings, bool onlyErrors) => Report(CoreCheck.World(StoredWorld.Load(settings).Snapshot), onlyErrors);

    /// <summary>A problem whose file is named as from the current folder: a terminal or an editor can follow it.</summary>
    public static DefinitionProblem FromHere(string directory, DefinitionProblem problem) =>
        problem.Place.File == directory ? problem : problem with { Place = problem.Place with { File = Path.Combine(directory, problem.Place.File) } };

    private static int Report(IEnumerable<DefinitionProblem> found, bool onlyErrors)
    {
        var problems = found.Where(problem => !onlyErrors || !problem.IsWarning).ToList();
        foreach (var problem in problems) Console.WriteLine(problem);
        var warnings = problems.Count(problem => problem.IsWarning);
        Console.WriteLine(onlyErrors ? Count(problems.Count, "error") : $"{Count(problems.Count - warnings, "error")}, {Count(warnings, "warning")}");
        return problems.Count == 0 ? ExitCodes.Good : ExitCodes.Refused;
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
