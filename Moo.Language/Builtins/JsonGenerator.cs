using System.Buffers;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Writes a value as JSON (RFC 8259), without blanks. Used once; dispose it.</summary>
/// <param name="task">Pays for it.</param>
/// <param name="withTypes">
/// Whether strings carry the types of what JSON does not know (<see cref="JsonTypes"/>).
/// </param>
/// <param name="buffer">The first buffer.</param>
internal ref struct JsonGenerator(MooTask task, bool withTypes, Span<char> buffer)
{
    private const int CharactersPerToll = 1 << 14;
    private const int TicksPerToll = 16;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create(string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)) + "\"\\");

    private TextBuilder _text = new(buffer);
    private Value _failure = default;
    private int _nextToll = CharactersPerToll;

    /// <summary>The JSON as a string; or the failure to return.</summary>
    public Value Generate(Value value) => Write(value) ? Quota.Check(task, Value.Str(_text.Finish())) : _failure;

    /// <summary>Gives the buffers back.</summary>
    public void Dispose() => _text.Dispose();

    private bool Write(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Int:
                _text.Append(value.AsInt);
                return true;
            case ValueKind.Float:
                _text.Append(FloatText.Exact(value.AsFloat));
                return true;
            case ValueKind.Bool:
                _text.Append(value.Bits != 0 ? "true" : "false");
                return true;
            case ValueKind.List:
                return WriteList(value.AsList);
            case ValueKind.Map:
                return WriteMap(value.AsMap);
            default:
                return WriteString(value, isKey: false);
        }
    }

    private bool WriteList(MooList list)
    {
        _text.Append('[');
        var isFirst = true;
        foreach (ref readonly var element in list.AsSpan())
        {
            if (!isFirst) _text.Append(',');
            isFirst = false;
            if (!Write(element) || !PayToll()) return false;
        }
        _text.Append(']');
        return true;
    }

    private bool WriteMap(MooMap map)
    {
        _text.Append('{');
        var isFirst = true;
        foreach (var (key, value) in map)
        {
            if (!isFirst) _text.Append(',');
            isFirst = false;
            if (!WriteString(key, isKey: true)) return false;
            _text.Append(':');
            if (!Write(value) || !PayToll()) return false;
        }
        _text.Append('}');
        return true;
    }

    // A string, or anything else that becomes one: as a key, numbers and booleans do, too.
    private bool WriteString(Value value, bool isKey)
    {
        var kind = value.Kind;
        switch (kind)
        {
            case ValueKind.Str:
                var text = value.AsStr;
                Quote(text, withTypes && JsonTypes.TryFind(text, out _, out _) ? JsonTypes.Suffix(kind) : "");
                return true;
            case ValueKind.Err:
                Quote(value.AsErr.Code.Name, Type(kind));
                return true;
            case ValueKind.Symbol:
                Quote(((MooSymbol)value.Reference!).Name, Type(kind));
                return true;
            case ValueKind.Binary:
                Quote(Literal.Base64(((MooBinary)value.Reference!).AsSpan()), Type(kind));
                return true;
            case ValueKind.Obj:
            case ValueKind.Int or ValueKind.Float or ValueKind.Bool when isKey:
                Quote(Literal.Of(value, exactFloats: true), Type(kind));
                return true;
            default:
                _failure = task.RaiseHere(ErrorCode.E_INVARG, "{0} has no form in JSON", Value.Str(Kinds.Describe(value)));
                return false;
        }
    }

    private readonly string Type(ValueKind kind) => withTypes ? JsonTypes.Suffix(kind) : "";

    private void Quote(ReadOnlySpan<char> text, string type)
    {
        _text.Append('"');
        while (true)
        {
            var plain = text.IndexOfAny(Escaped);
            if (plain < 0) break;
            _text.Append(text[..plain]);
            Escape(text[plain]);
            text = text[(plain + 1)..];
        }
        _text.Append(text);
        _text.Append(type);
        _text.Append('"');
    }

    private void Escape(char c)
    {
        const string shortForms = "\"\"\\\\\bb\ff\nn\rr\tt";
        _text.Append('\\');
        for (var i = 0; i < shortForms.Length; i += 2)
        {
            if (shortForms[i] != c) continue;
            _text.Append(shortForms[i + 1]);
            return;
        }
        _text.Append("u00");
        _text.Append(HexDigit(c >> 4));
        _text.Append(HexDigit(c & 15));
    }

    private static char HexDigit(int digit) => "0123456789ABCDEF"[digit];

    private bool PayToll()
    {
        if (_text.Length < _nextToll) return true;
        _nextToll = _text.Length + CharactersPerToll;
        if (!task.Spend(TicksPerToll))
        {
            _failure = Value.Failure;
            return false;
        }
        if (_text.Length <= task.Limits.MaxStringConcat) return true;
        _failure = task.RaiseQuota(default, "a string may be {0} characters long", task.Limits.MaxStringConcat);
        return false;
    }
}
