using System.Text;
using Moo.Language.Checking;
using Moo.Language.Definitions;
using Moo.Store.Values;

namespace Moo.Language.Formatting;

/// <summary>Brings definition files into their canonical form, and leaves alone what it cannot bring into it without a loss.</summary>
public static class DefinitionFormat
{
    /// <summary>Formats a core directory, or one file: as part of the core it lies in, if it does.</summary>
    /// <param name="path">The directory or file. Nothing is written.</param>
    /// <param name="formatsCode">Whether the lines of verbs are indented by their nesting; otherwise verbs are kept as written.</param>
    /// <param name="problems">Takes what keeps a file from being formatted, by file.</param>
    /// <returns>The files that can be formatted, with the text they have and the text they should have.</returns>
    public static IReadOnlyList<FormattedFile> Format(string path, bool formatsCode, List<DefinitionProblem> problems)
    {
        var isFile = File.Exists(path);
        if (isFile && !DefinitionReader.LooksLikeDefinitions(File.ReadAllText(path))) return [Program(path, formatsCode, problems)];
        var root = isFile ? CoreDirectory.RootOf(path) ?? path : path;
        var constants = new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase);
        var formatted = new List<FormattedFile>();
        var all = new List<DefinitionProblem>();
        foreach (var (file, name) in CoreDirectory.Files(root, all))
        {
            var isWanted = !isFile || Path.GetFullPath(file) == Path.GetFullPath(path);
            var found = new List<DefinitionProblem>();
            var text = File.ReadAllText(file);
            var items = DefinitionReader.ReadItems(text.ReplaceLineEndings("\n"), isFile ? path : name, constants,
                include => CoreDirectory.Include(root, file, include), found, out var lost);
            if (!isWanted) continue;
            found.AddRange(lost.Select(place => new DefinitionProblem(place,
                "this would be lost: the canonical form has no place for it here. A comment can stand above a member")));
            all.AddRange(found);
            if (found.Count == 0) formatted.Add(new FormattedFile(file, text, Text(items, constants, formatsCode)));
        }
        problems.AddRange(all);
        return formatted;
    }

    private static FormattedFile Program(string path, bool formatsCode, List<DefinitionProblem> problems)
    {
        var text = File.ReadAllText(path);
        if (!formatsCode) return new FormattedFile(path, text, text);
        var source = text.ReplaceLineEndings("\n");
        var indented = CodeIndentation.Apply(source.TrimEnd('\n'));
        if (indented is null) problems.AddRange(CoreCheck.File(path).Where(problem => !problem.IsWarning));
        return new FormattedFile(path, text, indented is null ? text : indented.Length == 0 ? "" : indented + "\n");
    }

    private static string Text(IReadOnlyList<FileItem> items, Dictionary<string, Value> constants, bool formatsCode)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            if (item.IsApart && text.Length > 0) text.Append('\n');
            if (item.Object is null)
            {
                text.Append(item.Text);
                continue;
            }
            if (formatsCode) IndentVerbs(item.Object);
            // Only names that are known where the object stands.
            text.Append(DefinitionWriter.Write(item.Object, new DefinitionNames(constants.Take(item.Constants))));
        }
        return text.ToString();
    }

    // A verb that does not compile is kept as it is.
    private static void IndentVerbs(ObjectDefinition definition)
    {
        for (var i = 0; i < definition.Verbs.Count; i++)
        {
            var verb = definition.Verbs[i];
            if (CodeIndentation.Apply(verb.Verb.Source) is { } source) definition.Verbs[i] = verb with { Verb = verb.Verb.WithSource(source) };
        }
    }
}

/// <summary>A file and its canonical form.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Canonical">What it should hold.</param>
public sealed record FormattedFile(string File, string Text, string Canonical);
