using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Language.Syntax;
using Moo.Store.Textdump;

namespace Moo.Language.Textdump;

/// <summary>Takes over the programs of a textdump: each is compiled, and laid out for people.</summary>
/// <remarks>
/// A textdump holds programs as the server wrote them: every operation in parentheses, no line indented. Nobody ever saw them so;
/// the text that is kept is the one that <c>@list</c> showed.
/// </remarks>
public static class DumpedPrograms
{
    /// <summary>Compiles every program, and replaces its text by the one laid out. One that does not compile is kept as it is, and noted.</summary>
    public static void Adopt(DumpedWorld dump, DumpReport report)
    {
        ArgumentNullException.ThrowIfNull(dump);
        foreach (var read in dump.Objects.Concat(dump.Anonymous))
        {
            foreach (var verb in read.Verbs)
            {
                if (verb.Source is not { } source) continue;
                report.Programs++;
                var place = $"{read.Id}:{verb.Names}";
                verb.Source = Adopt(source,
                    unknown => report.Changed(place, $"there is no function {unknown}(); it is called by way of call_function(), which fails as long as there is none"),
                    problem => report.Changed(place, $"its program does not compile and is kept as text: line {verb.Line + problem.Line - 1}: {problem.Message}"));
            }
        }
    }

    /// <summary>The text of a program laid out, or as it is if it does not compile.</summary>
    /// <param name="source">The text.</param>
    /// <param name="unknown">Told each function that this server does not have.</param>
    /// <param name="failed">Told why the program does not compile.</param>
    internal static string Adopt(string source, Action<string> unknown, Action<(int Line, string Message)> failed)
    {
        source = UnknownFunctions.Replace(source, unknown);
        var parsed = Parser.Parse(source);
        if (parsed.Diagnostics.FirstOrDefault(diagnostic => !diagnostic.IsWarning) is { } wrong)
        {
            failed((new SourceText(source).LineOf(wrong.Span.Start), wrong.Message));
            return source;
        }
        var text = string.Join('\n', Unparser.Lines(parsed.Statements));
        var compiled = ProgramCompiler.Compile(text, BuiltinTable.Default);
        if (compiled.Program is null)
        {
            var doubtful = compiled.Diagnostics.First(diagnostic => !diagnostic.IsWarning);
            failed((compiled.Source.LineOf(doubtful.Span.Start), doubtful.Message));
        }
        return text;
    }
}
