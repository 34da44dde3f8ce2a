using System.Buffers;
using System.Globalization;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Reads JSON (RFC 8259) into a value. Used once.</summary>
/// <remarks>
/// Elements and entries wait on one stack until their list or map is complete. Nothing here throws on any text: what is
/// no JSON is E_INVARG, with the place.
/// </remarks>
/// <param name="task">Pays for it.</param>
/// <param name="json">The text.</param>
/// <param name="withTypes">Whether strings may carry types (<see cref="JsonTypes"/>).</param>
/// <param name="maxDepth">How deep lists and maps may nest.</param>
internal ref struct JsonParser(MooTask task, ReadOnlySpan<char> json, bool withTypes, int maxDepth)
{
    private const int CharactersPerToll = 1 << 14;
    private const int TicksPerToll = 16;
    private const int SafeDigits = 18; // this many decimal digits always fit into 64 bits

    private static readonly SearchValues<char> EndsPlainText =
        SearchValues.Create(string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)) + "\"\\");

    [ThreadStatic]
    private static Value[]? _spareStack;

    private readonly ReadOnlySpan<char> _json = json;
    private Value[] _stack = _spareStack ?? new Value[64];
    private int _count = 0;
    private int _mostUsed = 0;
    private int _at = 0;
    private int _nextToll = CharactersPerToll;
    private long _held = 0;
    private Value? _failure = null;

    /// <summary>The value; or the failure to return.</summary>
    public Value Parse()
    {
        _spareStack = null;
        var isRead = ParseValue(0, out var value);
        if (isRead)
        {
            SkipBlanks();
            isRead = _at == _json.Length;
        }
        _stack.AsSpan(0, _mostUsed).Clear();
        if (_stack.Length <= 1024) _spareStack = _stack;
        if (isRead) return Quota.Check(task, value);
        return _failure ?? task.RaiseHere(ErrorCode.E_INVARG, _at < _json.Length
            ? "this is no JSON: unexpected at character {0}" : "this is no JSON: it ends too early, after {0} characters",
            Value.Int(_at < _json.Length ? MooText.ToPoints(_json, _at) + 1 : MooText.Length(_json)));
    }

    private bool ParseValue(int depth, out Value value)
    {
        SkipBlanks();
        switch (_at < _json.Length ? _json[_at] : '\0')
        {
            case '{':
                return ParseObject(depth, out value);
            case '[':
                return ParseArray(depth, out value);
            case '"':
                return ParseString(out value);
            case 't':
                return ParseWord("true", Value.Bool(true), out value);
            case 'f':
                return ParseWord("false", Value.Bool(false), out value);
            case 'n':
                return ParseWord("null", Value.Err(ErrorCode.E_NONE), out value);
            default:
                return ParseNumber(out value);
        }
    }

    private void SkipBlanks()
    {
        while (_at < _json.Length && _json[_at] is ' ' or '\n' or '\r' or '\t') _at++;
    }

    private bool Take(char c)
    {
        if (_at >= _json.Length || _json[_at] != c) return false;
        _at++;
        return true;
    }

    private bool ParseWord(string word, Value meaning, out Value value)
    {
        value = meaning;
        if (!_json[_at..].StartsWith(word)) return false;
        _at += word.Length;
        return true;
    }

    private bool ParseArray(int depth, out Value value)
    {
        value = default;
        if (depth >= maxDepth) return false;
        _at++;
        var first = _count;
        SkipBlanks();
        if (!Take(']'))
        {
            do
            {
                if (!ParseValue(depth + 1, out var element) || !PayToll()) return false;
                Push(element);
                SkipBlanks();
            }
            while (Take(','));
            if (!Take(']')) return false;
        }
        var list = MooList.Of(_stack.AsSpan(first, _count - first));
        _count = first;
        value = Value.List(list);
        if (depth == 0) return true;
        _held += list.Count * 16L + 48;
        return true;
    }

    private bool ParseObject(int depth, out Value value)
    {
        value = default;
        if (depth >= maxDepth) return false;
        _at++;
        var first = _count;
        SkipBlanks();
        if (!Take('}'))
        {
            do
            {
                SkipBlanks();
                if (_at >= _json.Length || _json[_at] != '"' || !ParseString(out var key)) return false;
                SkipBlanks();
                if (!Take(':') || !ParseValue(depth + 1, out var element) || !PayToll()) return false;
                Push(key);
                Push(element);
                SkipBlanks();
            }
            while (Take(','));
            if (!Take('}')) return false;
        }
        var map = MooMap.OfPairs(_stack.AsSpan(first, _count - first));
        _count = first;
        value = Value.Of(map);
        _held += map.Count * 64L + 48;
        return true;
    }

    private void Push(Value value)
    {
        if (_count == _stack.Length) Array.Resize(ref _stack, _stack.Length * 2);
        _stack[_count++] = value;
        _mostUsed = Math.Max(_mostUsed, _count);
    }

    private bool ParseString(out Value value)
    {
        value = default;
        var start = ++_at;
        var length = _json[start..].IndexOfAny(EndsPlainText);
        if (length < 0)
        {
            _at = _json.Length;
            return false;
        }
        _at += length;
        string text;
        if (_json[_at] == '"') text = _json.Slice(start, length).ToString();
        else if (!ParseEscapes(start, out text)) return false;
        _at++;
        _held += text.Length;
        value = withTypes && JsonTypes.TryFind(text, out var bare, out var kind) ? JsonTypes.Read(bare, kind) : Value.Str(text);
        return true;
    }

    // Stands at the first backslash (or at a control character, which may not stand in a string); ends at the closing quote.
    private bool ParseEscapes(int start, out string text)
    {
        text = "";
        var builder = new TextBuilder(stackalloc char[256]);
        builder.Append(_json[start.._at]);
        while (_at < _json.Length && _json[_at] == '\\')
        {
            if (!ParseEscape(out var meant)) break;
            builder.Append(meant);
            var length = _json[_at..].IndexOfAny(EndsPlainText);
            if (length < 0) length = _json.Length - _at;
            builder.Append(_json.Slice(_at, length));
            _at += length;
        }
        if (_at < _json.Length && _json[_at] == '"')
        {
            // An escape may name half a pair of units alone; no string of MOO holds that.
            text = MooText.Repair(builder.Finish());
            return true;
        }
        builder.Dispose();
        return false;
    }

    private bool ParseEscape(out char meant)
    {
        meant = '\0';
        if (_at + 1 >= _json.Length) return false;
        var c = _json[_at + 1];
        if (c == 'u') return ParseUnit(out meant);
        meant = c switch { '"' or '\\' or '/' => c, 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        if (meant == '\0') return false;
        _at += 2;
        return true;
    }

    private bool ParseUnit(out char unit)
    {
        const NumberStyles hex = NumberStyles.AllowHexSpecifier;
        ushort number = 0;
        var isHex = _at + 6 <= _json.Length
            && ushort.TryParse(_json.Slice(_at + 2, 4), hex, CultureInfo.InvariantCulture, out number);
        unit = (char)number;
        if (isHex) _at += 6;
        return isHex;
    }

    private bool ParseNumber(out Value value)
    {
        value = default;
        var start = _at;
        var isNegative = Take('-');
        var digits = SkipDigits(out var number);
        if (digits == 0 || digits > 1 && _json[_at - digits] == '0') return false;
        var isFloat = false;
        if (Take('.'))
        {
            isFloat = true;
            if (SkipDigits(out _) == 0) return false;
        }
        if (Take('e') || Take('E'))
        {
            isFloat = true;
            if (!Take('+')) Take('-');
            if (SkipDigits(out _) == 0) return false;
        }
        if (!isFloat && digits <= SafeDigits)
        {
            value = Value.Int(isNegative ? -number : number);
            return true;
        }
        var text = _json[start.._at];
        if (!isFloat && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            value = Value.Int(number);
            return true;
        }
        if (!FloatText.TryParse(text, out var real)) return false;
        value = Value.Float(real);
        return true;
    }

    // How many digits there were, and their number, right if they are few enough.
    private int SkipDigits(out long number)
    {
        var start = _at;
        number = 0;
        while (_at < _json.Length && char.IsAsciiDigit(_json[_at])) number = number * 10 + (_json[_at++] - '0');
        return _at - start;
    }

    private bool PayToll()
    {
        if (_at < _nextToll) return true;
        _nextToll = _at + CharactersPerToll;
        var most = task.Limits.MaxListBytes;
        if (!task.Spend(TicksPerToll)) _failure = Value.Failure;
        else if (_held > most) _failure = task.RaiseQuota(default, "a list may take {0} bytes", most);
        return _failure is null;
    }
}
