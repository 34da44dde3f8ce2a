namespace Moo.Protocols.Mcp;

/// <summary>
/// LambdaMOO's local editing, older than MCP: the server hands a text to the client's editor, which sends it back.
/// </summary>
/// <remarks>The client answers with the upload command, the text's lines, and a line with a dot.</remarks>
public static class LocalEdit
{
    /// <summary>The lines that open an editor.</summary>
    /// <param name="name">What the editor's window is called.</param>
    /// <param name="upload">The command that the client puts before the text it sends back.</param>
    /// <param name="text">The lines to edit.</param>
    public static IEnumerable<string> Open(string name, string upload, IEnumerable<string> text)
    {
        yield return $"#$# edit name: {OneLine(name)} upload: {OneLine(upload)}";
        foreach (var line in text)
            yield return Stuff(OneLine(line));
        yield return ".";
    }

    /// <summary>
    /// A line of text as it travels: one that begins with a dot gets another, since a dot alone is the end.
    /// </summary>
    public static string Stuff(string line) => line.StartsWith('.') ? "." + line : line;

    /// <summary>A received line of text as it was meant. (A dot alone is the end and no text.)</summary>
    public static string Unstuff(string line) => line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
