namespace Moo.Protocols.Terminal;

/// <summary>Fits text into columns: wraps, pads and cuts it by what it takes on a screen.</summary>
public static class TextLayout
{
    /// <summary>Breaks text into lines of at most so many columns.</summary>
    /// <param name="text">The text; its line feeds stay line ends.</param>
    /// <param name="width">The columns, at least 2.</param>
    /// <param name="indent">Blanks before each line but the first of a paragraph.</param>
    /// <returns>The lines; at least one, which may be empty.</returns>
    public static IReadOnlyList<StyledText> Wrap(StyledText text, int width, int indent = 0)
    {
        if (text.Runs.Count == 1 && !text.Runs[0].Text.Contains('\n') && text.Width <= width)
            return [text];
        width = Math.Max(2, width);
        indent = Math.Clamp(indent, 0, width - 2);
        var lines = new List<StyledText>();
        var paragraph = new LineWrapper();
        foreach (var run in text.Runs)
        {
            var pieces = run.Text.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                    paragraph.Break(width, indent, lines);
                paragraph.Add(run with { Text = pieces[i] });
            }
        }
        paragraph.Break(width, indent, lines);
        return lines;
    }

    /// <summary>Fills text up with blanks to so many columns; longer text is left as it is.</summary>
    public static StyledText Pad(StyledText text, int width, Alignment alignment = Alignment.Left)
    {
        var missing = width - text.Width;
        if (missing <= 0)
            return text;
        var before = alignment switch
        {
            Alignment.Left => 0,
            Alignment.Right => missing,
            _ => missing / 2,
        };
        return new StyledText([.. Blanks(before), .. text.Runs, .. Blanks(missing - before)]);
    }

    /// <summary>Cuts text down to so many columns; what is cut ends in <paramref name="ellipsis"/>.</summary>
    public static StyledText Cut(StyledText text, int width, string ellipsis = "…")
    {
        if (text.Width <= width)
            return text;
        var left = Math.Max(0, width - TextWidth.Of(ellipsis));
        var kept = new List<StyledRun>();
        foreach (var run in text.Runs)
        {
            var (length, columns) = Fitting(run.Text, left);
            if (length > 0)
                kept.Add(run with { Text = run.Text[..length] });
            left -= columns;
            if (length < run.Text.Length)
                break;
        }
        kept.Add(new StyledRun(ellipsis, kept.Count == 0 ? default : kept[^1].Style));
        return new StyledText(kept);
    }

    private static (int Length, int Columns) Fitting(string text, int width)
    {
        var (at, columns) = (0, 0);
        while (at < text.Length)
        {
            var length = TextWidth.ClusterLength(text.AsSpan(at));
            var wide = TextWidth.OfCluster(text.AsSpan(at, length));
            if (columns + wide > width)
                break;
            at += length;
            columns += wide;
        }
        return (at, columns);
    }

    private static IEnumerable<StyledRun> Blanks(int count) =>
        count == 0 ? [] : [new StyledRun(new string(' ', count))];
}
