namespace Moo.Language.Commands;

/// <summary>Cuts lines into words the way commands are cut.</summary>
public static class Words
{
    /// <summary>The words of a line: blanks part them, double quotes hold them together, a backslash takes the next character as it is.</summary>
    public static IReadOnlyList<string> Of(string line) => CommandLine.WordsOf(line);
}
