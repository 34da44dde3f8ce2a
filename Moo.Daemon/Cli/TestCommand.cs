using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Moo.Daemon.Hosting;
using Moo.Language.Tools;

namespace Moo.Daemon.Cli;

/// <summary><c>moo test DIRECTORY</c>: runs the <c>test_…</c> verbs of a core, each in a copy of its world that lives in memory.</summary>
internal static class TestCommand
{
    /// <summary>The command's line.</summary>
    public static Command Create()
    {
        var directory = new Argument<string>("directory") { Description = "A core directory" };
        var filter = new Option<string?>("--filter") { HelpName = "text", Description = "Run only the tests whose name, such as $string_utils:test_trim, contains this" };
        var patience = CommandLine.Timeout("Seconds that a test may take");
        var isVerbose = new Option<bool>("--verbose") { Description = "Name the tests that pass, too" };
        const string details = """
            Exit code: 0 all passed, 1 some failed or there are none, 2 asked for wrongly.
            """;
        var command = new DetailedCommand("test", "Run the test_… verbs of a core, as the first wizard, each in a copy of its world that lives in memory.", details) { directory };
        foreach (var option in new Option[] { filter, patience, isVerbose }) command.Options.Add(option);
        command.SetAction(parsed => Run(parsed.GetValue(directory)!, parsed.GetValue(filter),
            parsed.GetValue(patience) ?? CommandLine.UsualPatience, parsed.GetValue(isVerbose)));
        return command;
    }

    /// <summary>Runs tests.</summary>
    /// <param name="directory">The core.</param>
    /// <param name="filter">What a test's name must contain, upper and lower case alike; null for all tests.</param>
    /// <param name="patience">How long a test may take.</param>
    /// <param name="isVerbose">Whether to name the tests that pass, too.</param>
    /// <exception cref="SettingsException">There is no such directory.</exception>
    public static int Run(string directory, string? filter, TimeSpan patience, bool isVerbose)
    {
        if (Core.Read(directory) is not { } core) return ExitCodes.Refused;
        var tests = CoreTest.Of(core.Snapshot).Where(test => filter is null || test.FullName.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        if (tests.Count == 0)
        {
            Console.Error.WriteLine(filter is null ? $"moo: {directory} has no test_ verbs" : $"moo: no test's name contains {filter}");
            return ExitCodes.Refused;
        }
        var clock = Stopwatch.StartNew();
        var failed = 0;
        foreach (var test in tests)
        {
            using var log = new StringWriter(CultureInfo.InvariantCulture);
            var outcome = test.Run(core.Snapshot, core.LastStamp, new ToolHost(log), patience);
            if (outcome.Kind == OutcomeKind.Returned)
            {
                if (isVerbose) Console.WriteLine($"passed {test.FullName}");
                continue;
            }
            failed++;
            Report(test, outcome, patience, log.ToString());
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tests.Count} test{(tests.Count == 1 ? "" : "s")}: {tests.Count - failed} passed, {failed} failed ({clock.Elapsed.TotalSeconds:F1} s)"));
        return failed == 0 ? ExitCodes.Good : ExitCodes.Refused;
    }

    private static void Report(CoreTest test, Outcome outcome, TimeSpan patience, string log)
    {
        Console.WriteLine($"FAILED {test.FullName}");
        if (outcome.Kind == OutcomeKind.NeverEnded) Console.WriteLine($"  It did not end within {patience.TotalSeconds} seconds.");
        if (outcome.Kind == OutcomeKind.NothingToRun && outcome.Problems.Count == 0) Console.WriteLine("  It cannot be called: a verb of the same name stands in front of it.");
        foreach (var line in outcome.Problems) Console.WriteLine("  " + line);
        // The world's own report of the error says the same again.
        foreach (var line in outcome.Told.Except(outcome.Problems)) Console.WriteLine("  told: " + line);
        foreach (var line in log.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Console.WriteLine("  " + line);
    }
}
