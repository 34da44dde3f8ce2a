using Moo.Language.Syntax;

namespace Moo.Language.Tools;

/// <summary>What people type to have it evaluated: an expression without a semicolon, or statements, perhaps not all of them yet.</summary>
public static class Evaluation
{
    private const string OpenComment = "/*";

    /// <summary>The text as a program: of an expression, one that returns its value.</summary>
    public static string ToProgram(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // On a line of its own the semicolon is safe from a comment.
        return Parser.ParseExpression(text).Expression is null ? text : $"return {text.TrimEnd()}{(text.Contains("//", StringComparison.Ordinal) ? "\n" : "")};";
    }

    /// <summary>Whether a text is all that its author means to type, mistakes included: nothing is open at its end.</summary>
    public static bool IsComplete(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Alone, the word could be a variable; whoever types it means the block.
        if (text.Trim().Equals("begin", StringComparison.OrdinalIgnoreCase)) return false;
        if (string.IsNullOrWhiteSpace(text) || Parser.ParseExpression(text).Expression is not null) return true;
        var parsed = Parser.Parse(text);
        if (parsed.IsValid) return true;
        var first = parsed.Diagnostics[0].Span;
        // The end came where something else was expected, or the text ends in a comment.
        return first.Start < text.TrimEnd().Length && !IsOpenComment(text, first);
    }

    private static bool IsOpenComment(string text, SourceSpan span) => string.CompareOrdinal(text, span.Start, OpenComment, 0, OpenComment.Length) == 0;
}
