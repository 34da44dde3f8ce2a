using System.CommandLine;

namespace Moo.Daemon.Cli;

/// <summary><c>moo repl</c>: a conversation with a copy of a world that lives in memory.</summary>
internal static class ReplCommand
{
    /// <summary>The command's line.</summary>
    public static Command Create()
    {
        const string details = """
            Variables last from one text to the next. :help says more.
            """;
        var command = new DetailedCommand("repl", "Evaluate one text after another in a copy of a world that lives in memory; nothing is kept, unless --keep says so.", details);
        var line = new EvaluationLine(command);
        command.SetAction(parsed => Run(line, parsed));
        return command;
    }

    /// <summary>Converses until the input ends.</summary>
    public static int Run(EvaluationLine line, ParseResult parsed)
    {
        if (line.Open(parsed) is not { } opened) return ExitCodes.Refused;
        using var world = opened.World;
        new Repl(world, opened.Player, Console.In, Console.Out, isTerminal: !Console.IsInputRedirected).Run();
        return ExitCodes.Good;
    }
}
