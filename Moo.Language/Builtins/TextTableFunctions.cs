using System.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Tables for terminals.</summary>
internal static class TextTableFunctions
{
    private const string Gap = "  ";
    private const long LargestWidth = 10_000;
    private const int CellsPerTickLog2 = 3;

    /// <summary>How many columns of a terminal the widest cell takes in each column of a table.</summary>
    /// <remarks>
    /// Each row is a list of cells: any values, as <c>tostr()</c> writes them, and lists with one text in it, which is markup.
    /// </remarks>
    /// <example>text_widths({{"Name", "Idle"}, {"Roberta", 5}, {{"[red]Ann[/]"}}}) => {7, 4}</example>
    /// <exception cref="MooError">E_TYPE if a row is no list.</exception>
    [Builtin("text_widths")]
    public static Value Widths(MooTask task, MooList rows)
    {
        var widths = new List<int>();
        foreach (var row in rows)
        {
            if (!row.TryList(out var cells)) return NoRow(task, row);
            if (!task.Spend(cells.Count >> CellsPerTickLog2)) return Value.Failure;
            for (var i = 0; i < cells.Count; i++)
            {
                var (text, _) = Shown(task, cells[i]);
                if (!Effort.Take(task, text.Length * 8L)) return Value.Failure;
                var width = task.Runtime.Host.Layout.Width(text);
                if (i == widths.Count) widths.Add(width);
                else widths[i] = Math.Max(widths[i], width);
            }
        }
        return Quota.Check(task, Value.List(MooList.Of([.. widths.Select(width => Value.Int(width))])));
    }

    /// <summary>The rows of a table as lines of markup, with each column as wide as <paramref name="widths"/> says and two blanks between them.</summary>
    /// <remarks>
    /// Each row is a list of cells, as for <c>text_widths()</c>. A cell that is too long is cut, and ends in an ellipsis. In
    /// <paramref name="alignments"/> stands for each column where its texts stand: <c>"left"</c>, <c>"right"</c> or <c>"center"</c>. Blanks at the
    /// ends of lines are left out.
    /// </remarks>
    /// <example>text_rows({{"Ann", 5}, {"Roberta", {"[dim]17[/]"}}}, {5, 4}, {"left", "right"}) => {"Ann       5", "Robe…    [dim]17[/]"}</example>
    /// <exception cref="MooError">E_TYPE if a row is no list; E_INVARG for a width below 0 or over 10000, or another alignment.</exception>
    [Builtin("text_rows")]
    public static Value Rows(MooTask task, MooList rows, MooList widths, MooList? alignments = null)
    {
        foreach (var width in widths)
        {
            if (!width.TryInt(out var columns) || columns is < 0 or > LargestWidth) return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no width", width);
        }
        foreach (var alignment in alignments ?? MooList.Empty)
        {
            if (Blanks(ValueText.Of(alignment), 0) < 0)
                return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no alignment; write \"left\", \"right\" or \"center\"", alignment);
        }
        var lines = new List<string>(rows.Count);
        foreach (var row in rows)
        {
            if (!row.TryList(out var cells)) return NoRow(task, row);
            if (!task.Spend(cells.Count >> CellsPerTickLog2)) return Value.Failure;
            if (Line(task, cells, widths, alignments) is not { } line) return Value.Failure;
            lines.Add(line);
        }
        return Quota.Check(task, Value.List(MooList.OfStrings(lines)));
    }

    // Null if the task must stop.
    private static string? Line(MooTask task, MooList cells, MooList widths, MooList? alignments)
    {
        var (layout, line) = (task.Runtime.Host.Layout, new StringBuilder());
        for (var i = 0; i < Math.Min(cells.Count, widths.Count); i++)
        {
            var (text, markup) = Shown(task, cells[i]);
            if (!Effort.Take(task, text.Length * 8L)) return null;
            var (width, taken) = ((int)widths[i].AsInt, layout.Width(text));
            if (taken > width)
            {
                text = layout.Cut(text, width, width > 3 ? "…" : "");
                (markup, taken) = (Escape(text), layout.Width(text));
            }
            var before = Blanks(alignments is not null && i < alignments.Count ? ValueText.Of(alignments[i]) : "left", Math.Max(0, width - taken));
            if (i > 0) line.Append(Gap);
            line.Append(' ', before).Append(markup).Append(' ', Math.Max(0, width - taken - before));
        }
        return line.ToString().TrimEnd(' ');
    }

    // What is read, and the markup for it.
    private static (string Text, string Markup) Shown(MooTask task, Value cell)
    {
        if (cell.TryList(out var list) && list.Count == 1 && list[0].TryStr(out var markup)) return (task.Runtime.Host.Layout.Strip(markup), markup);
        var text = ValueText.Of(cell);
        return (text, Escape(text));
    }

    private static string Escape(string text) => text.Contains('[', StringComparison.Ordinal) ? text.Replace("[", "[[", StringComparison.Ordinal) : text;

    // How many of the blanks stand before the text; -1 for no alignment.
    private static int Blanks(string alignment, int missing) => alignment.ToUpperInvariant() switch
    {
        "LEFT" => 0,
        "RIGHT" => missing,
        "CENTER" or "CENTRE" => missing / 2,
        _ => -1,
    };

    private static Value NoRow(MooTask task, Value row) => task.RaiseHere(ErrorCode.E_TYPE, "{0} is no row of cells", row);
}
