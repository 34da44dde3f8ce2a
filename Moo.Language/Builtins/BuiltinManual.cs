using System.Text;

namespace Moo.Language.Builtins;

/// <summary>Writes the reference manual's page of built-in functions from the doc comments.</summary>
internal static class BuiltinManual
{
    /// <summary>The page, in Markdown.</summary>
    public static string Page(BuiltinTable builtins)
    {
        var page = new StringBuilder("""
            # Built-in functions

            This page is made from the functions' own help, which `function_help("name")` shows in the world. Examples are tests: what
            stands behind `=>` is what comes out.

            Arguments in brackets may be left out; `…` is any number of arguments. `any` takes every kind of value (where only truth counts: 1 or 0),
            `num` an integer or a float. Too few or too many arguments raise E_ARGS, others of a wrong kind E_TYPE. Of errors, the first that
            applies is raised.


            """);
        var all = builtins.All.OrderBy(builtin => builtin.Name, StringComparer.Ordinal).ToList();
        page.AppendJoin(" · ", all.Select(builtin => $"[{builtin.Name}](#{builtin.Name})")).Append('\n');
        var topics = all.GroupBy(builtin => builtin.Method.DeclaringType!).Select(topic => (Title: TitleOf(topic.Key), Functions: topic))
            .OrderBy(topic => topic.Title, StringComparer.Ordinal);
        foreach (var (title, functions) in topics)
        {
            page.Append($"\n## {title}\n");
            if (BuiltinDocs.Of(functions.Key) is { Remarks.Length: > 0 } doc) page.Append($"\n{doc.Remarks}\n");
            foreach (var builtin in functions) Append(page, builtin);
        }
        return page.ToString();
    }

    // A class says what it is about in a sentence; as a heading that needs no full stop.
    private static string TitleOf(Type topic) => BuiltinDocs.Of(topic) is { } doc ? doc.Summary.Split(". ")[0].TrimEnd('.') : topic.Name;

    private static void Append(StringBuilder page, Builtin builtin)
    {
        page.Append($"\n### {builtin.Name}\n\n`{builtin.Usage}`\n");
        if (BuiltinDocs.Of(builtin) is not { } doc) return;
        page.Append($"\n{Escape(doc.Summary)}\n");
        if (doc.Remarks.Length > 0) page.Append($"\n{Escape(doc.Remarks)}\n");
        foreach (var example in doc.Examples) page.Append($"\n    {example.ReplaceLineEndings("\n    ")}\n");
        foreach (var error in doc.Errors) page.Append($"\nErrors: {Escape(error)}\n");
    }

    // What Markdown would take for markup.
    private static string Escape(string text) => text.Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
