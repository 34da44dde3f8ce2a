using System.Globalization;

namespace Moo.Language.Syntax;

/// <summary>Something wrong with a program, or doubtful about it, and where.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What, and what to do; a sentence without a full stop.</param>
/// <param name="IsWarning">Whether the program runs all the same.</param>
public sealed record Diagnostic(SourceSpan Span, string Message, bool IsWarning = false)
{
    /// <summary>As <c>set_verb_code()</c> and <c>eval()</c> return it: <c>Line N:  …</c>, the source line, the caret.</summary>
    public IEnumerable<string> ToLines(SourceText source)
    {
        var place = Math.Min(Span.Start, source.Text.Length);
        yield return string.Create(CultureInfo.InvariantCulture, $"Line {source.LineOf(place)}:  {Message}");
        var (line, carets) = source.Point(Span);
        yield return line;
        yield return carets;
    }
}
