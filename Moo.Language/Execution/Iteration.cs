using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Loops over collections and ranges. Where a loop stands is a number, so that it can be stored.</summary>
internal static class Iteration
{
    /// <summary>Checks what a loop is to go over.</summary>
    /// <returns>The collection, or a failure.</returns>
    public static Value Start(Frame frame, Node at, Value source) =>
        source.IsList || source.IsMap || source.IsStr || source.IsFailure ? source
        : frame.Fail(at, ErrorCode.E_TYPE, "a loop goes over a list, a map or a string, not over {0}", Value.Str(Kinds.Describe(source)));

    /// <summary>Checks the ends of a range to go over: two integers or two objects.</summary>
    /// <returns>The first, or a failure.</returns>
    public static Value StartRange(Frame frame, Node at, Value first, Value last) =>
        first.IsInt && last.IsInt || first.IsObj && last.IsObj ? first
        : frame.Fail(at, ErrorCode.E_TYPE, "a loop goes from an integer to an integer or from an object to an object, not from {0} to {1}", first, last);

    /// <summary>The next turn. The cursor starts at 0.</summary>
    public static bool Next(Value state, ref long cursor, out Value value, out Value key)
    {
        switch (state.Reference)
        {
            case MooList list:
                if (cursor >= list.Count) break;
                value = list[(int)cursor];
                key = Value.Int(++cursor);
                return true;
            case MooMap map:
                return map.Next(ref cursor, out key, out value);
            case string text:
                return NextCharacter(text, ref cursor, out value, out key);
        }
        value = key = default;
        return false;
    }

    // The cursor holds the UTF-16 place below and the number of characters above.
    private static bool NextCharacter(string text, ref long cursor, out Value value, out Value key)
    {
        var (unit, count) = ((int)cursor, (int)(cursor >> 32));
        if (unit >= text.Length)
        {
            value = key = default;
            return false;
        }
        var length = char.IsSurrogatePair(text, unit) ? 2 : 1;
        value = Value.Str(text.Substring(unit, length));
        key = Value.Int(++count);
        cursor = ((long)count << 32) | (uint)(unit + length);
        return true;
    }
}
