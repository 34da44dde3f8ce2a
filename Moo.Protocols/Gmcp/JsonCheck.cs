using System.Text.Json;

namespace Moo.Protocols.Gmcp;

/// <summary>Decides whether JSON from a client is sound enough to become a value.</summary>
/// <remarks>
/// Beyond the grammar (RFC 8259) and valid UTF-8: no deeper than <see cref="MostDepth"/>, no key twice in an object
/// (readers disagree on which one counts), no number too large for a double, no half of a surrogate pair. So whoever
/// converts it need not expect surprises.
/// </remarks>
internal static class JsonCheck
{
    /// <summary>The deepest nesting of arrays and objects.</summary>
    public const int MostDepth = 32;

    public static bool IsSound(ReadOnlySpan<byte> json)
    {
        try
        {
            return System.Text.Unicode.Utf8.IsValid(json) && HasWholeSurrogates(json) && Walk(json);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Walk(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
        var keys = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    keys.Push([]);
                    break;
                case JsonTokenType.EndObject:
                    keys.Pop();
                    break;
                case JsonTokenType.PropertyName when !keys.Peek().Add(reader.GetString()!):
                    return false;
                case JsonTokenType.Number when !reader.TryGetDouble(out var number) || !double.IsFinite(number):
                    return false;
            }
        }
        return true;
    }

    // \uD83D must be followed by \uDC00 to \uDFFF, and those may stand nowhere else. A backslash that is itself
    // escaped starts nothing, so escapes are walked one by one.
    private static bool HasWholeSurrogates(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            json = json[at..];
            var unit = EscapedUnit(json);
            if (char.IsLowSurrogate(unit))
                return false;
            if (char.IsHighSurrogate(unit))
            {
                if (!char.IsLowSurrogate(EscapedUnit(json[6..])))
                    return false;
                json = json[6..];
            }
            json = json[Math.Min(json.Length, 2)..];
        }
        return true;
    }

    private static char EscapedUnit(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 6 || escape[0] != '\\' || escape[1] != 'u')
            return '\0';
        return ushort.TryParse(escape[2..6], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : '\0';
    }
}
