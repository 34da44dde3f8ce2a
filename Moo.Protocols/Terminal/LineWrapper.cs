namespace Moo.Protocols.Terminal;

/// <summary>Breaks one paragraph into lines: at blanks, after hyphens, and beside wide characters.</summary>
/// <remarks>A word that is longer than a line is broken where the line ends. Blanks at a break belong to the
/// break.</remarks>
internal sealed class LineWrapper
{
    private readonly List<StyledRun> _runs = [];
    private readonly List<Cell> _cells = [];

    /// <summary>Adds text of one look, without line feeds.</summary>
    public void Add(StyledRun run)
    {
        var at = 0;
        while (at < run.Text.Length)
        {
            var length = TextWidth.ClusterLength(run.Text.AsSpan(at));
            AddCell(run.Text.AsSpan(at, length), at);
            at += length;
        }
        _runs.Add(run);
    }

    /// <summary>Breaks what was added, and forgets it.</summary>
    public void Break(int width, int indent, List<StyledText> lines)
    {
        var start = 0;
        var isFirst = true;
        do
        {
            var end = EndOfLine(start, width - (isFirst ? 0 : indent));
            lines.Add(Line(start, end, isFirst ? 0 : indent));
            isFirst = false;
            start = end;
            while (start < _cells.Count && _cells[start].IsBlank)
                start++;
        }
        while (start < _cells.Count);
        _runs.Clear();
        _cells.Clear();
    }

    private void AddCell(ReadOnlySpan<char> cluster, int at)
    {
        var columns = cluster is "\t" ? 1 : TextWidth.OfCluster(cluster);
        var isBlank = cluster is " " or "\t";
        var mayEnd = isBlank || columns == 2 || (cluster is "-" && _cells.Count > 0 && !_cells[^1].IsBlank);
        if (columns == 2 && _cells.Count > 0)
            _cells[^1] = _cells[^1] with { MayEndLine = true };
        _cells.Add(new Cell(_runs.Count, at, cluster.Length, columns, isBlank, mayEnd));
    }

    private int EndOfLine(int start, int width)
    {
        var columns = 0;
        var lastBreak = start;
        for (var i = start; i < _cells.Count; i++)
        {
            columns += _cells[i].Columns;
            if (columns > width)
                return _cells[i].IsBlank ? i : lastBreak > start ? lastBreak : Math.Max(i, start + 1);
            if (_cells[i].MayEndLine)
                lastBreak = i + 1;
        }
        return _cells.Count;
    }

    private StyledText Line(int start, int end, int indent)
    {
        if (end < _cells.Count)
        {
            while (end > start && _cells[end - 1].IsBlank)
                end--;
        }
        var runs = new List<StyledRun>();
        if (indent > 0)
            runs.Add(new StyledRun(new string(' ', indent)));
        while (start < end)
        {
            var first = _cells[start];
            var last = first;
            while (start < end && _cells[start].Run == first.Run)
                last = _cells[start++];
            var run = _runs[first.Run];
            runs.Add(run with { Text = run.Text[first.At..(last.At + last.Length)].Replace('\t', ' ') });
        }
        return new StyledText(runs);
    }

    /// <summary>One grapheme cluster: where it stands in which run, and what it means for breaking.</summary>
    private readonly record struct Cell(int Run, int At, int Length, int Columns, bool IsBlank, bool MayEndLine);
}
