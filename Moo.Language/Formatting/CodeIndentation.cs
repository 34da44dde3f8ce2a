using Moo.Language.Definitions;
using Moo.Language.Syntax;

namespace Moo.Language.Formatting;

/// <summary>Indents the lines of a program by their nesting. Nothing but the blanks at the start of lines changes.</summary>
/// <remarks>
/// A line that begins a statement stands two columns deeper than the line on which the block around it begins; a line that goes on with a
/// statement keeps its distance to the line on which that begins.
/// </remarks>
internal sealed class CodeIndentation : SyntaxWalker
{
    private const int Step = 2;

    private static readonly string[] Clauses = ["else", "elseif", "endif", "endfor", "endwhile", "endfork", "except", "finally", "endtry", "end", "endfn"];

    private readonly List<SourceSpan> _blocks = [];
    private readonly List<SourceSpan> _simple = [];

    /// <summary>The program with its lines indented; null if it cannot be parsed.</summary>
    public static string? Apply(string source)
    {
        var parsed = Parser.Parse(source);
        if (!parsed.IsValid) return null;
        var indentation = new CodeIndentation();
        indentation.Visit(parsed.Statements);
        return indentation.TooDeep is null ? indentation.Indent(new SourceText(source)) : null;
    }

    private string Indent(SourceText source)
    {
        var indents = new int[source.LineCount];
        var lines = new string[source.LineCount];
        var isInComment = false;
        for (var (i, start) = (0, 0); i < lines.Length; i++)
        {
            var line = source.Line(i + 1);
            var text = line.TrimStart(' ', '\t');
            var first = start + line.Length - text.Length;
            indents[i] = isInComment ? line.Length - text.Length : Of(source, first, text, line.Length - text.Length, indents);
            lines[i] = text.Length == 0 ? "" : isInComment ? line : new string(' ', indents[i]) + text;
            isInComment = BodyText.EndsInComment(line, isInComment);
            start += line.Length + 1;
        }
        return string.Join('\n', lines);
    }

    private int Of(SourceText source, int first, string text, int old, int[] indents)
    {
        var block = Innermost(_blocks, first);
        var statement = Innermost(_simple, first);
        // Inside a statement that is inside the block: a line that goes on with it.
        if (statement is { } inside && (block is null || inside.Start >= block.Value.Start))
        {
            var line = source.LineOf(inside.Start) - 1;
            return Math.Max(0, old + indents[line] - OldIndent(source, line));
        }
        if (block is null) return 0;
        var outer = indents[source.LineOf(block.Value.Start) - 1];
        return IsClause(text) ? outer : outer + Step;
    }

    private static int OldIndent(SourceText source, int line)
    {
        var text = source.Line(line + 1);
        return text.Length - text.TrimStart(' ', '\t').Length;
    }

    private static bool IsClause(string text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_')) length++;
        var rest = text.AsSpan(length).TrimStart();
        // "end" is a word like any other where something is done with it.
        return Clauses.Contains(text[..length], StringComparer.OrdinalIgnoreCase) && !(rest.StartsWith("=") || rest.StartsWith(".") || rest.StartsWith("["));
    }

    private static SourceSpan? Innermost(List<SourceSpan> spans, int place)
    {
        SourceSpan? found = null;
        foreach (var span in spans)
            if (span.Start < place && place < span.End && (found is null || span.Start >= found.Value.Start)) found = span;
        return found;
    }

    public override bool Visit(Statement statement)
    {
        var isBlock = statement is IfStatement or ForInStatement or ForRangeStatement or WhileStatement or ForkStatement or TryStatement
            or BlockStatement or FunctionStatement;
        (isBlock ? _blocks : _simple).Add(statement.Span);
        return base.Visit(statement);
    }

    public override bool Visit(LambdaExpr lambda)
    {
        Visit(lambda.Parameters);
        if (lambda.Body is not null) return Visit(lambda.Body);
        _blocks.Add(lambda.Span);
        return Visit(lambda.Statements!);
    }
}
