using Moo.Language.Definitions;
using Moo.Language.Syntax;
using Moo.Store.Worlds;

namespace Moo.Language.Checking;

/// <summary>Checks programs where they are kept: in a core directory, in a file, in a world.</summary>
public static class CoreCheck
{
    /// <summary>Checks all files of a core directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>What was found, by file and place; a file is named as from the directory.</returns>
    public static IReadOnlyList<DefinitionProblem> Directory(string directory)
    {
        var problems = new List<DefinitionProblem>();
        var (definitions, core) = CoreDirectory.ReadBoth(directory, problems);
        Verbs(definitions, core?.Snapshot, problems);
        return Sorted(problems);
    }

    /// <summary>Checks one file: as part of the core it lies in, if it does; else by itself.</summary>
    /// <param name="file">A definition file, or the text of a verb.</param>
    /// <returns>What was found.</returns>
    public static IReadOnlyList<DefinitionProblem> File(string file)
    {
        var source = System.IO.File.ReadAllText(file).ReplaceLineEndings("\n");
        var problems = new List<DefinitionProblem>();
        if (!DefinitionReader.LooksLikeDefinitions(source))
        {
            var text = new SourceText(source);
            problems.AddRange(ProgramCheck.Check(source, null).Select(found =>
                new DefinitionProblem(new SourcePlace(file, text.LineOf(Within(found, text)), text.ColumnOf(Within(found, text))), found.Message, found.IsWarning)));
        }
        else if (CoreDirectory.RootOf(file) is { } root)
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            problems.AddRange(Directory(root).Where(problem => problem.Place.File == name).Select(problem => problem with { Place = problem.Place with { File = file } }));
        }
        else
        {
            Verbs(CoreDirectory.Definitions(file, problems), null, problems);
        }
        return Sorted(problems);
    }

    /// <summary>Checks all verbs of a world. A place's file is the verb: <c>#12:look</c>.</summary>
    public static IReadOnlyList<DefinitionProblem> World(Snapshot world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var problems = new List<DefinitionProblem>();
        foreach (var state in world.All().Concat(world.AllHidden()))
        {
            foreach (var verb in state.Class.Verbs)
            {
                var text = new SourceText(verb.Source);
                var place = $"{state.Id}:{verb.Names.Split(' ')[0].Replace("*", "", StringComparison.Ordinal)}";
                problems.AddRange(ProgramCheck.Check(verb.Source, world).Select(found => new DefinitionProblem(
                    new SourcePlace(place, text.LineOf(Within(found, text)), text.ColumnOf(Within(found, text))), found.Message, found.IsWarning)));
            }
        }
        return problems;
    }

    private static void Verbs(IEnumerable<ObjectDefinition> definitions, Snapshot? world, List<DefinitionProblem> problems)
    {
        foreach (var verb in definitions.SelectMany(definition => definition.Verbs))
        {
            var text = new SourceText(verb.Verb.Source);
            problems.AddRange(ProgramCheck.Check(verb.Verb.Source, world).Select(found =>
                new DefinitionProblem(verb.PlaceOf(text, found.Span.Start), found.Message, found.IsWarning)));
        }
    }

    private static int Within(Diagnostic found, SourceText text) => Math.Min(found.Span.Start, text.Text.Length);

    private static List<DefinitionProblem> Sorted(IEnumerable<DefinitionProblem> problems) =>
        [.. problems.OrderBy(problem => problem.Place.File, StringComparer.Ordinal).ThenBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)];
}
