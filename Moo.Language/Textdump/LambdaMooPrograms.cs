using System.Text;
using Moo.Language.Syntax;
using Moo.Store.Textdump;
using Moo.Store.Worlds;

namespace Moo.Language.Textdump;

/// <summary>Programs as LambdaMOO can compile them, for a textdump: one that it cannot compile would keep it from loading anything.</summary>
public static class LambdaMooPrograms
{
    /// <summary>The programs of a world's verbs.</summary>
    /// <remarks>
    /// A program that says something LambdaMOO has no words for is written as text: a string on each line, which does nothing there.
    /// LambdaMOO keeps no comments and has its own layout, so neither comes back.
    /// </remarks>
    /// <param name="world">The world.</param>
    /// <param name="report">Takes a note for each program that is not the same there.</param>
    public static IReadOnlyDictionary<Verb, string> Of(Snapshot world, DumpReport report)
    {
        ArgumentNullException.ThrowIfNull(world);
        var programs = new Dictionary<Verb, string>(ReferenceEqualityComparer.Instance);
        foreach (var state in world.All())
        {
            foreach (var verb in state.Class.Verbs)
                if (verb.Source.Length > 0) programs[verb] = Write($"{state.Id}:{verb.Names}", verb.Source, report);
        }
        return programs;
    }

    internal static string Write(string place, string source, DumpReport report)
    {
        var parsed = Parser.Parse(source);
        if (!parsed.IsValid)
        {
            report.Lose(place, "its program does not compile; it is kept as text");
            return AsText(source);
        }
        if (LambdaMooDialect.FirstStranger(parsed.Statements) is { } stranger)
        {
            report.Lose(place, $"LambdaMOO has no {stranger}; the program is kept as text and does nothing there");
            return AsText(source);
        }
        if (HasComments(source)) report.Changed(place, "its comments are left out");
        return string.Join('\n', Unparser.Lines(parsed.Statements, fullyParenthesised: true, indents: false).Select(WithoutTabEscapes));
    }

    private static string AsText(string source)
    {
        var text = new StringBuilder("\"This program was written for another server, and does nothing here:\";");
        foreach (var line in source.Split('\n'))
            text.Append("\n\"").Append(line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\";");
        return text.ToString();
    }

    // LambdaMOO reads \t as a t; a tab itself may stand in a string.
    private static string WithoutTabEscapes(string line)
    {
        if (!line.Contains("\\t", StringComparison.Ordinal)) return line;
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length)
            {
                text.Append(line[i]);
            }
            else
            {
                i++;
                if (line[i] == 't') text.Append('\t');
                else text.Append('\\').Append(line[i]);
            }
        }
        return text.ToString();
    }

    // Between the tokens of a program stands nothing but blanks and comments.
    private static bool HasComments(string source)
    {
        var lexer = new Lexer(source, []);
        var end = 0;
        while (true)
        {
            var token = lexer.Next();
            if (source.AsSpan(end, token.Span.Start - end).Contains('/')) return true;
            if (token.Kind == TokenKind.End) return false;
            end = token.Span.End;
        }
    }
}
