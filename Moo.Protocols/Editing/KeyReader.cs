namespace Moo.Protocols.Editing;

/// <summary>Makes keys and text of what a terminal sends (ECMA-48 §5.4, xterm's sequences), cut anywhere.</summary>
/// <remarks>
/// Unknown sequences mean nothing. Inside a bracketed paste only line ends and the paste's own end are keys; what
/// else is pasted is text.
/// </remarks>
internal struct KeyReader
{
    private const int LongestSequence = 16;
    private const char Escape = '\e', Rubout = '\u007F', Tab = '\t';

    private State _state;
    private string? _parameters;
    private bool _isPasting, _hadReturn;

    private enum State : byte
    {
        Ground,
        Escape,
        Control,
        Single,
    }

    /// <summary>Takes the next key, or a run of text.</summary>
    /// <param name="input">What was received; what was used is cut off.</param>
    /// <param name="text">The text, if it is not empty.</param>
    /// <param name="key">Else the key.</param>
    /// <returns>False if there is nothing more.</returns>
    public bool TryRead(ref ReadOnlySpan<char> input, out ReadOnlySpan<char> text, out Key key)
    {
        text = default;
        key = Key.None;
        if (input.IsEmpty)
            return false;
        if (_state == State.Ground)
        {
            var length = input.IndexOfAnyInRange('\0', '\u001F');
            length = length < 0 ? input.Length : length;
            var rubout = input[..length].IndexOf(Rubout);
            length = rubout < 0 ? length : rubout;
            // A tab in a paste is a tab.
            if (length == 0 && _isPasting && input[0] == Tab)
                length = 1;
            if (length > 0)
            {
                text = input[..length];
                input = input[length..];
                _hadReturn = false;
                return true;
            }
        }
        var c = input[0];
        input = input[1..];
        key = Take(c);
        return true;
    }

    private Key Take(char c)
    {
        switch (_state)
        {
            case State.Escape:
                return TakeAfterEscape(c);
            case State.Single:
                _state = State.Ground;
                return Cursor(c);
            case State.Control:
                return TakeParameter(c);
        }
        var isLineFeed = c == '\n' && _hadReturn;
        _hadReturn = c == '\r';
        if (isLineFeed)
            return Key.None;
        if (c == Escape)
        {
            _state = State.Escape;
            return Key.None;
        }
        if (_isPasting)
            return c is '\r' or '\n' ? Key.Enter : Key.None;
        return c switch
        {
            '\r' or '\n' => Key.Enter,
            '\b' or Rubout => Key.Backspace,
            '\u0001' => Key.Home,
            '\u0002' => Key.Left,
            '\u0003' => Key.Cancel,
            '\u0004' => Key.DeleteOrEnd,
            '\u0005' => Key.End,
            '\u0006' => Key.Right,
            '\u000B' => Key.KillToEnd,
            '\u000C' => Key.Redraw,
            '\u000E' => Key.Down,
            '\u0010' => Key.Up,
            '\u0015' => Key.KillToStart,
            '\u0017' => Key.KillWordLeft,
            '\u0019' => Key.Yank,
            _ => Key.None,
        };
    }

    private Key TakeAfterEscape(char c)
    {
        _state = c switch
        {
            '[' => State.Control,
            'O' => State.Single,
            Escape => State.Escape,
            _ => State.Ground,
        };
        _parameters = "";
        return _isPasting ? Key.None : c switch
        {
            'b' => Key.WordLeft,
            'f' => Key.WordRight,
            'd' => Key.KillWordRight,
            '\b' or Rubout => Key.KillWordLeft,
            _ => Key.None,
        };
    }

    private Key TakeParameter(char c)
    {
        if (c is >= ' ' and <= '?')
        {
            if (_parameters!.Length < LongestSequence)
                _parameters += c;
            return Key.None;
        }
        _state = State.Ground;
        if (_isPasting && (c != '~' || _parameters != "201"))
            return Key.None;
        if (c != '~')
            return Cursor(c);
        switch (_parameters)
        {
            case "200":
                _isPasting = true;
                return Key.PasteStart;
            case "201":
                _isPasting = false;
                return Key.PasteEnd;
            default:
                return _parameters switch
                {
                    "1" or "7" => Key.Home,
                    "4" or "8" => Key.End,
                    "3" => Key.Delete,
                    _ => Key.None,
                };
        }
    }

    // With a modifier (";5" is Control, ";3" Alt) the cursor goes by words.
    private readonly Key Cursor(char c)
    {
        var isByWord = _parameters is { Length: > 0 } && _parameters.Contains(';', StringComparison.Ordinal);
        return c switch
        {
            'A' => Key.Up,
            'B' => Key.Down,
            'C' => isByWord ? Key.WordRight : Key.Right,
            'D' => isByWord ? Key.WordLeft : Key.Left,
            'H' => Key.Home,
            'F' => Key.End,
            _ => Key.None,
        };
    }
}
