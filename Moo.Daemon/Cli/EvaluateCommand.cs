using System.CommandLine;
using Moo.Language.Tools;
using Moo.Store.Values;

namespace Moo.Daemon.Cli;

/// <summary><c>moo eval 'TEXT'</c>: evaluates a text in a copy of a world that lives in memory, or in a stored world itself.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command's line.</summary>
    public static Command Create()
    {
        var text = new Argument<string?>("text")
        {
            Description = "An expression, or statements; - or nothing: what the input holds, or a conversation on a terminal",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var patience = CommandLine.Timeout("Seconds that it may take");
        const string details = """
            Exit code: 0 it returned, 1 it failed or did not compile, 2 asked for wrongly.
            """;
        var command = new DetailedCommand("eval", "Evaluate a text in a copy of a world that lives in memory, and print its value; nothing is kept, unless --keep says so.", details) { text };
        command.Options.Add(patience);
        var line = new EvaluationLine(command);
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(text);
            if (given is null && !Console.IsInputRedirected) return ReplCommand.Run(line, parsed);
            return Run(line, parsed, given is null or "-" ? Console.In.ReadToEnd() : given, parsed.GetValue(patience) ?? CommandLine.UsualPatience);
        });
        return command;
    }

    private static int Run(EvaluationLine line, ParseResult parsed, string text, TimeSpan patience)
    {
        if (line.Open(parsed) is not { } opened) return ExitCodes.Refused;
        using var world = opened.World;
        world.OnTold = Console.WriteLine;
        var outcome = world.Evaluate(text, opened.Player, new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase), patience);
        // A traceback that the world has shown to the player is on the screen already.
        foreach (var problem in outcome.Problems.Except(outcome.Told)) Console.Error.WriteLine(problem);
        if (outcome.Kind == OutcomeKind.NeverEnded) Console.Error.WriteLine($"moo: it did not end within {patience.TotalSeconds} seconds");
        if (outcome.Kind != OutcomeKind.Returned) return ExitCodes.Refused;
        Console.WriteLine(Literal.Of(outcome.Result));
        return ExitCodes.Good;
    }
}
