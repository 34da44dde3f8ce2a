using Moo.Language.Tools;
using Moo.Store.Values;

namespace Moo.Daemon.Cli;

/// <summary>Reads a text, evaluates it, prints its value, and so on: a text goes over as many lines as it needs.</summary>
/// <param name="world">The world.</param>
/// <param name="player">Who runs in it.</param>
/// <param name="input">Where lines come from.</param>
/// <param name="output">Where everything goes.</param>
/// <param name="isTerminal">Whether somebody sits there who wants to be prompted.</param>
internal sealed class Repl(ToolWorld world, ObjectId player, TextReader input, TextWriter output, bool isTerminal)
{
    private readonly Dictionary<string, Value> _variables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Goes on until the input ends or somebody types <c>:quit</c>.</summary>
    public void Run()
    {
        if (isTerminal) output.WriteLine($"Moo, as {player} in {(world.IsKept ? "the stored world itself: what you change is kept" : "a copy of the world")}. :help says how, :quit or Ctrl+D ends it.");
        world.OnTold = output.WriteLine;
        while (ReadText() is { } text)
        {
            switch (text.Trim())
            {
                case "":
                    break;
                case ":quit":
                    return;
                case ":help":
                    output.WriteLine(Help(world.IsKept));
                    break;
                case ":variables":
                    foreach (var (name, value) in _variables.OrderBy(variable => variable.Key, StringComparer.OrdinalIgnoreCase))
                        output.WriteLine($"{name} = {Literal.Of(value)}");
                    break;
                default:
                    Evaluate(text);
                    break;
            }
        }
    }

    private static string Help(bool isKept) => $"""
        An expression is evaluated and its value shown; statements run, and return shows a value.
        What is not complete goes on in the next line; an empty line says that it is.
        Variables last. {(isKept ? "What changes in the world is in the store when the value is shown." : "What changes in the world lasts until you quit, and never reaches a store.")}
          :variables   what the variables hold
          :help        this
          :quit        end
        """;

    private string? ReadText()
    {
        var text = Prompt("moo> ");
        while (text is not null && !Evaluation.IsComplete(text))
        {
            if (Prompt("...> ") is not { Length: > 0 } more) return text;
            text += "\n" + more;
        }
        return text;
    }

    private string? Prompt(string prompt)
    {
        if (isTerminal) output.Write(prompt);
        var line = input.ReadLine();
        if (isTerminal && line is null) output.WriteLine();
        return line;
    }

    private void Evaluate(string text)
    {
        var outcome = world.Evaluate(text, player, _variables, CommandLine.UsualPatience);
        // A traceback that the world has shown to the player is on the screen already.
        foreach (var problem in outcome.Problems.Except(outcome.Told)) output.WriteLine(problem);
        if (outcome.Kind == OutcomeKind.NeverEnded) output.WriteLine($"It did not end within {CommandLine.UsualPatience.TotalSeconds} seconds; it goes on without you.");
        if (outcome.Kind == OutcomeKind.Returned) output.WriteLine("=> " + Literal.Of(outcome.Result));
    }
}
