using System.Globalization;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Editing;

/// <summary>A terminal just large enough to check an editor with: it wraps late, as real ones do, and knows wide characters.</summary>
internal sealed class TinyTerminal(int columns)
{
    private readonly List<List<string>> _rows = [[]];
    private int _row, _column;
    private bool _waits;

    /// <summary>The screen: rows without trailing blanks, with <c>|</c> where the cursor stands.</summary>
    public string Screen
    {
        get
        {
            var lines = _rows.Select((cells, row) =>
            {
                var shown = cells.ToList();
                if (row == _row)
                {
                    while (shown.Count < _column)
                        shown.Add(" ");
                    shown.Insert(_column, "|");
                }
                return string.Concat(shown).TrimEnd();
            });
            return string.Join('\n', lines).TrimEnd('\n');
        }
    }

    public void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text[0] == '\e' ? Sequence(text) : text[0] < ' ' ? Control(text[0]) : Put(text);
            text = text[length..];
        }
    }

    private int Control(char c)
    {
        switch (c)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                GoDown();
                break;
            case '\b':
                _column = Math.Max(0, _column - 1);
                break;
        }
        _waits = false;
        return 1;
    }

    private int Put(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        var cluster = text[..length].ToString();
        var width = TextWidth.Of(cluster);
        if (_waits || _column + width > columns)
        {
            _column = 0;
            GoDown();
        }
        var cells = _rows[_row];
        while (cells.Count < _column + width)
            cells.Add(" ");
        cells[_column] = cluster;
        // The other half of a wide character shows nothing.
        for (var i = 1; i < width; i++)
            cells[_column + i] = "";
        _column += width;
        _waits = _column >= columns;
        if (_waits)
            _column = columns - 1;
        return length;
    }

    private void GoDown()
    {
        if (++_row == _rows.Count)
            _rows.Add([]);
    }

    private int Sequence(ReadOnlySpan<char> text)
    {
        Assert.Equal('[', text[1]);
        var end = 2;
        while (text[end] is >= '0' and <= '?')
            end++;
        var count = int.TryParse(text[2..end], CultureInfo.InvariantCulture, out var number) ? number : 1;
        switch (text[end])
        {
            case 'A':
                _row = Math.Max(0, _row - count);
                break;
            case 'B':
                _row = Math.Min(_rows.Count - 1, _row + count);
                break;
            case 'C':
                _column = Math.Min(columns - 1, _column + count);
                break;
            case 'D':
                _column = Math.Max(0, _column - count);
                break;
            case 'H':
                (_row, _column) = (0, 0);
                break;
            case 'J' when text[2..end] is "2":
                _rows.Clear();
                for (var i = 0; i <= _row; i++)
                    _rows.Add([]);
                break;
            case 'J':
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                if (_rows[_row].Count > _column)
                    _rows[_row].RemoveRange(_column, _rows[_row].Count - _column);
                break;
            case 'm':
                break;
            default:
                Assert.Fail($"a sequence that this terminal does not know: {text[1..(end + 1)]}");
                break;
        }
        _waits = _waits && text[end] == 'm';
        return end + 1;
    }
}
