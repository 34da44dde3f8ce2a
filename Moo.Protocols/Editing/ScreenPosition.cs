using Moo.Protocols.Terminal;

namespace Moo.Protocols.Editing;

/// <summary>Where text leads a terminal's cursor that begins at the left edge.</summary>
/// <param name="Row">Rows below the first.</param>
/// <param name="Column">
/// Columns from the left edge; the terminal's width while the next character will begin a new row.
/// </param>
internal readonly record struct ScreenPosition(int Row, int Column)
{
    /// <summary>The position after more text, on a terminal that many columns wide.</summary>
    public ScreenPosition After(ReadOnlySpan<char> text, int columns)
    {
        var (row, column) = this;
        while (!text.IsEmpty)
        {
            var length = text[0] == EscapeSequence.Escape
                ? EscapeSequence.Length(text)
                : TextWidth.ClusterLength(text);
            var width = text[0] == EscapeSequence.Escape ? 0 : TextWidth.OfCluster(text[..length]);
            text = text[length..];
            if (width > 0 && column + width > columns)
                (row, column) = (row + 1, 0);
            column += width;
        }
        return new ScreenPosition(row, column);
    }

    /// <summary>The same place, once the terminal has been made to begin the new row.</summary>
    public ScreenPosition Wrapped(int columns) => Column < columns ? this : new ScreenPosition(Row + 1, 0);
}
