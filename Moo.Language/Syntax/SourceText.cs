namespace Moo.Language.Syntax;

/// <summary>Finds lines and columns in a source text.</summary>
/// <param name="text">The text; lines end with <c>\n</c>.</param>
public sealed class SourceText(string text)
{
    private const int TabWidth = 8;

    private int[]? _starts;

    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>The 1-based line of a place.</summary>
    public int LineOf(int place)
    {
        var found = Array.BinarySearch(Starts, place);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The 1-based column of a place, in characters.</summary>
    public int ColumnOf(int place) => place - Starts[LineOf(place) - 1] + 1;

    /// <summary>A line's text, without its end.</summary>
    /// <param name="line">The 1-based line.</param>
    public string Line(int line)
    {
        var start = Starts[line - 1];
        var end = line < Starts.Length ? Starts[line] - 1 : text.Length;
        return text[start..end].TrimEnd('\r');
    }

    /// <summary>The number of lines.</summary>
    public int LineCount => Starts.Length;

    /// <summary>
    /// The line in which a span starts and, below it, carets under the span: two strings, indented, for people to look at.
    /// </summary>
    public (string Line, string Carets) Point(SourceSpan span)
    {
        const int mostShown = 160;
        var start = Math.Clamp(span.Start, 0, text.Length);
        var line = LineOf(start);
        var shown = Line(line);
        var column = Math.Min(start - Starts[line - 1], shown.Length);
        var length = Math.Max(1, Math.Min(span.Length, shown.Length - column));
        var indent = shown.Length - shown.TrimStart().Length;
        var cut = Math.Min(indent, column);
        if (column - cut + length > mostShown) cut = Math.Max(cut, column - mostShown / 2);
        shown = shown[cut..];
        if (shown.Length > mostShown) shown = shown[..mostShown];
        length = Math.Min(length, Math.Max(1, shown.Length - (column - cut)));
        return ("  " + Untab(shown), "  " + new string(' ', Untab(shown[..(column - cut)]).Length) + new string('^', length));
    }

    private static string Untab(string shown) => shown.Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal);

    private int[] Starts
    {
        get
        {
            if (_starts is { } known) return known;
            var starts = new List<int> { 0 };
            for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1)) starts.Add(i + 1);
            return _starts = [.. starts];
        }
    }
}
