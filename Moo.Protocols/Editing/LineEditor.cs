using System.Text;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Editing;

/// <summary>Takes text for a terminal.</summary>
internal delegate void TerminalWrite(ReadOnlySpan<char> text);

/// <summary>What a <see cref="LineEditor"/> tells of.</summary>
internal interface ILineEditorEvents
{
    /// <summary>A line was typed.</summary>
    void OnTyped(string line);

    /// <summary>Control-D on an empty line: the user has nothing more to say.</summary>
    void OnTypedEnd();
}

/// <summary>
/// Lets a user edit a line on a terminal that sends each key: it echoes, and keeps what others say above the line.
/// </summary>
/// <remarks>
/// <para>The bottom of the screen is the head (a prompt, or output that has no line end yet) and the line being typed.
/// Before output is written both are taken away; <see cref="Show"/> puts them back, once for any amount of output.</para>
/// <para>A terminal that is not known to understand anything ("dumb") gets backspaces and new lines alone.</para>
/// </remarks>
/// <param name="write">Writes to the terminal.</param>
/// <param name="events">Whom to tell.</param>
internal sealed class LineEditor(TerminalWrite write, ILineEditorEvents events)
{
    private const int DefaultColumns = 80, LeastColumns = 4, LongestHead = 2000;
    private const string NewLine = "\r\n", EraseBelow = "\e[J", ClearScreen = "\e[H\e[2J";
    private const string Bell = "\a";

    private readonly EditedLine _line = new();
    private readonly InputHistory _history = new();
    private readonly StringBuilder _part = new();
    private KeyReader _keys;
    private string _prompt = "";
    private bool _isShown, _wasPartSeen;
    private ScreenPosition _cursor;

    /// <summary>Whether the terminal understands no escape sequences.</summary>
    public bool IsDumb { get; init; }

    /// <summary>The columns of the terminal.</summary>
    public int Columns { get; private set; } = DefaultColumns;

    /// <summary>The longest line, in characters; what is typed beyond it is refused with a bell.</summary>
    public int LongestLine { get; set; } = int.MaxValue;

    /// <summary>Whether what is typed is not shown, nor kept in the history.</summary>
    public bool IsMasked
    {
        get;
        set
        {
            if (value == field)
                return;
            Hide();
            field = value;
        }
    }

    private string Head => _part.Length > 0 ? _part.ToString() : _prompt;

    /// <summary>The terminal has this many columns; 0 is unknown.</summary>
    public void Resize(int columns)
    {
        var then = columns <= 0 ? DefaultColumns : Math.Max(columns, LeastColumns);
        if (then == Columns)
            return;
        // The terminal has broken the text anew, or not: this is where its cursor is if it has.
        if (_isShown)
            _cursor = Place(then);
        Hide();
        Columns = then;
    }

    // ---- what others say

    /// <summary>Writes output above the line being typed.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        Hide();
        // Who has begun to type after output without an end has taken it for a prompt.
        if (_wasPartSeen && _part.Length > 0 && _line.Length > 0)
        {
            _prompt = _part.ToString();
            _part.Clear();
        }
        _wasPartSeen = false;
        while (true)
        {
            var end = text.IndexOf('\n');
            if (end < 0)
                break;
            var line = text[..end];
            write(_part.ToString());
            write(line.EndsWith("\r") ? line[..^1] : line);
            write(NewLine);
            _part.Clear();
            text = text[(end + 1)..];
        }
        _part.Append(text);
        if (_part.Length > LongestHead)
        {
            write(_part.ToString());
            write(NewLine);
            _part.Clear();
        }
    }

    /// <summary>Puts a prompt before the line being typed, in place of the last one.</summary>
    public void Prompt(ReadOnlySpan<char> prompt)
    {
        Hide();
        _prompt = _part.Append(prompt).ToString();
        _part.Clear();
        if (_prompt.Contains('\n', StringComparison.Ordinal))
        {
            var whole = _prompt;
            _prompt = "";
            Write(whole);
        }
    }

    /// <summary>Shows the head and the line being typed, if they are not.</summary>
    public void Show()
    {
        if (_isShown)
            return;
        _isShown = true;
        _wasPartSeen = _part.Length > 0;
        var (head, text) = (Head, Shown(_line.Text));
        write(head);
        write(text);
        var end = new ScreenPosition().After(head, Columns).After(text, Columns);
        _cursor = end.Wrapped(Columns);
        // A terminal that has filled a row waits at its end; from here on it is known where it stands.
        if (_cursor != end && !IsDumb)
            write(NewLine);
        MoveTo(Place(Columns));
    }

    // ---- what the user does

    /// <summary>Takes what the terminal sends.</summary>
    public void Receive(ReadOnlySpan<char> input)
    {
        while (_keys.TryRead(ref input, out var text, out var key))
        {
            if (!text.IsEmpty)
                Type(string.Concat(text.ToString().Where(c => !TextSanitizer.IsControl(c))));
            else if (key != Key.None)
                Press(key);
        }
    }

    private void Type(string text)
    {
        Show();
        if (text.Length == 0)
            return;
        if (_line.Length + text.Length > LongestLine)
        {
            write(Bell);
            return;
        }
        var isSimple = _line.IsAtEnd && !IsMasked;
        _line.Insert(text);
        if (IsMasked)
            return;
        var shown = Shown(text);
        var after = _cursor.After(shown, Columns);
        // A mark may join what stands before it, and then nothing can be said of its own place.
        if (isSimple && after.Row == _cursor.Row && after.Column < Columns && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            write(shown);
            _cursor = after;
        }
        else if (isSimple && IsDumb)
        {
            write(shown);
        }
        else
        {
            Redraw();
        }
    }

    private void Press(Key key)
    {
        Show();
        switch (key)
        {
            case Key.Enter:
                Enter();
                break;
            case Key.Cancel:
                Leave("^C");
                _line.Set("");
                _history.Rewind();
                break;
            case Key.DeleteOrEnd when _line.Length == 0:
                events.OnTypedEnd();
                break;
            case Key.Redraw:
                if (!IsDumb)
                    write(ClearScreen);
                _isShown = false;
                break;
            case Key.Up when !IsMasked && _history.Older(_line.Text) is { } older:
                _line.Set(older);
                Redraw();
                break;
            case Key.Down when !IsMasked && _history.Newer() is { } newer:
                _line.Set(newer);
                Redraw();
                break;
            default:
                Edit(key);
                break;
        }
    }

    private void Edit(Key key)
    {
        var (before, at) = (_line.Text, _line.Cursor);
        switch (key)
        {
            case Key.Backspace: _line.Backspace(); break;
            case Key.Delete or Key.DeleteOrEnd: _line.Delete(); break;
            case Key.Left: _line.Left(); break;
            case Key.Right: _line.Right(); break;
            case Key.WordLeft: _line.WordLeft(); break;
            case Key.WordRight: _line.WordRight(); break;
            case Key.Home: _line.Home(); break;
            case Key.End: _line.End(); break;
            case Key.KillToStart: _line.KillToStart(); break;
            case Key.KillToEnd: _line.KillToEnd(); break;
            case Key.KillWordLeft: _line.KillWordLeft(); break;
            case Key.KillWordRight: _line.KillWordRight(); break;
            case Key.Yank: _line.Yank(); break;
        }
        var after = _line.Text;
        if (IsMasked || (after == before && at == _line.Cursor))
            return;
        if (IsDumb)
            Rub(before, after);
        else if (after == before)
            MoveTo(Place(Columns));
        else
            Redraw();
    }

    // All that a dumb terminal can be told is to step back. There is no cursor to move in its lines.
    private void Rub(string before, string after)
    {
        _line.End();
        if (!before.StartsWith(after, StringComparison.Ordinal))
        {
            Redraw();
            return;
        }
        for (var columns = TextWidth.Of(Shown(before[after.Length..])); columns > 0; columns--)
            write("\b \b");
    }

    private void Enter()
    {
        var line = _line.Text;
        Leave("");
        if (!IsMasked)
            _history.Add(line);
        _line.Set("");
        _prompt = "";
        _part.Clear();
        events.OnTyped(line);
    }

    // Leaves the line on the screen as it stands, and goes below it.
    private void Leave(string mark)
    {
        _line.End();
        if (!IsDumb)
            MoveTo(Place(Columns));
        write(mark);
        write(NewLine);
        _isShown = false;
    }

    private void Redraw()
    {
        Hide();
        Show();
    }

    private void Hide()
    {
        if (!_isShown)
            return;
        _isShown = false;
        if (Head.Length == 0 && Shown(_line.Text).Length == 0 && _cursor == default)
            return;
        if (IsDumb)
        {
            write(NewLine);
            return;
        }
        MoveTo(default);
        write(EraseBelow);
    }

    // Where the cursor belongs.
    private ScreenPosition Place(int columns) => new ScreenPosition().After(Head, columns)
        .After(Shown(_line.Text[.._line.Cursor]), columns).Wrapped(columns);

    private void MoveTo(ScreenPosition place)
    {
        if (IsDumb || place == _cursor)
            return;
        if (place.Row != _cursor.Row)
            write(place.Row < _cursor.Row ? $"\e[{_cursor.Row - place.Row}A" : $"\e[{place.Row - _cursor.Row}B");
        write("\r");
        if (place.Column > 0)
            write($"\e[{place.Column}C");
        _cursor = place;
    }

    // A tab takes one column here, so that it can be known where it ends.
    private string Shown(string text) => IsMasked ? "" : text.Replace('\t', ' ');
}
