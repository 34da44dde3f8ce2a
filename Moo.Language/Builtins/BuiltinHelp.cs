namespace Moo.Language.Builtins;

/// <summary>A built-in function's help as text, from its doc comment.</summary>
internal static class BuiltinHelp
{
    private const int Width = 79;

    /// <summary>The lines that players see: what it takes, what it does, examples, errors.</summary>
    public static IEnumerable<string> Lines(Builtin builtin)
    {
        yield return builtin.Usage;
        if (BuiltinDocs.Of(builtin) is not { } doc) yield break;
        yield return "";
        foreach (var line in Wrap(doc.Summary)) yield return line;
        foreach (var line in Paragraph(doc.Remarks)) yield return line;
        foreach (var example in doc.Examples)
        {
            yield return "";
            yield return "Example:  " + example;
        }
        foreach (var line in doc.Errors.SelectMany(Paragraph)) yield return line;
    }

    private static IEnumerable<string> Paragraph(string text) => text.Length == 0 ? [] : Wrap(text).Prepend("");

    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
