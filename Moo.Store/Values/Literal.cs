using System.Buffers;
using System.Globalization;

namespace Moo.Store.Values;

/// <summary>Writes values as the literals that the language reads, as <c>toliteral()</c> does.</summary>
public static class Literal
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => c is '"' or '\\' || char.IsControl(c))));

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The literal of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="exactFloats">Whether floats get every digit they need, instead of the 15 that people see.</param>
    public static string Of(Value value, bool exactFloats = false)
    {
        if (value.TryInt(out var number)) return number.ToString(CultureInfo.InvariantCulture);

        var text = new TextBuilder(stackalloc char[256]);
        Write(ref text, value, exactFloats);
        return text.Finish();
    }

    /// <summary>Adds the literal of a value.</summary>
    public static void Write(ref TextBuilder text, Value value, bool exactFloats = false)
    {
        switch (value.Kind)
        {
            case ValueKind.Int:
                text.Append(value.AsInt);
                break;
            case ValueKind.Obj:
                text.Append('#');
                text.Append(value.Bits);
                break;
            case ValueKind.Float:
                text.Append(exactFloats ? FloatText.Exact(value.AsFloat) : FloatText.Show(value.AsFloat));
                break;
            case ValueKind.Bool:
                text.Append(value.Bits != 0 ? "true" : "false");
                break;
            case ValueKind.Str:
                WriteString(ref text, value.AsStr);
                break;
            case ValueKind.List:
                text.Append('{');
                WriteElements(ref text, value.AsList, exactFloats);
                text.Append('}');
                break;
            case ValueKind.Map:
                WriteMap(ref text, value.AsMap, exactFloats);
                break;
            case ValueKind.Err:
                WriteError(ref text, value.AsErr, exactFloats);
                break;
            default:
                WriteRare(ref text, value, exactFloats);
                break;
        }
    }

    /// <summary>Adds a string literal: quotes, backslashes and control characters are escaped, nothing else.</summary>
    public static void WriteString(ref TextBuilder text, ReadOnlySpan<char> content)
    {
        text.Append('"');
        while (true)
        {
            var plain = content.IndexOfAny(Escaped);
            if (plain < 0) break;
            text.Append(content[..plain]);
            WriteEscaped(ref text, content[plain]);
            content = content[(plain + 1)..];
        }
        text.Append(content);
        text.Append('"');
    }

    private static void WriteEscaped(ref TextBuilder text, char c)
    {
        switch (c)
        {
            case '"' or '\\':
                text.Append('\\');
                text.Append(c);
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            default:
                text.Append("\\x");
                text.Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteElements(ref TextBuilder text, MooList list, bool exactFloats)
    {
        var first = true;
        foreach (ref readonly var element in list.AsSpan())
        {
            if (!first) text.Append(", ");
            first = false;
            Write(ref text, element, exactFloats);
        }
    }

    private static void WriteMap(ref TextBuilder text, MooMap map, bool exactFloats)
    {
        text.Append('[');
        var first = true;
        foreach (var (key, value) in map)
        {
            if (!first) text.Append(", ");
            first = false;
            Write(ref text, key, exactFloats);
            text.Append(" -> ");
            Write(ref text, value, exactFloats);
        }
        text.Append(']');
    }

    private static void WriteError(ref TextBuilder text, MooError error, bool exactFloats)
    {
        text.Append(error.Code.Name);
        if (!error.HasMessage) return;
        text.Append('(');
        WriteString(ref text, error.Message);
        if (!error.Value.Is(default))
        {
            text.Append(", ");
            Write(ref text, error.Value, exactFloats);
        }
        text.Append(')');
    }

    private static void WriteRare(ref TextBuilder text, Value value, bool exactFloats)
    {
        switch (value.Reference)
        {
            case MooSymbol symbol:
                text.Append('\'');
                if (IsName(symbol.Name)) text.Append(symbol.Name);
                else WriteString(ref text, symbol.Name);
                break;
            case MooBinary binary:
                text.Append("b\"");
                text.Append(Base64(binary.AsSpan()));
                text.Append('"');
                break;
            case MooLambda lambda:
                text.Append(lambda.Source);
                break;
            case MooFlyweight flyweight:
                WriteFlyweight(ref text, flyweight, exactFloats);
                break;
            case MooWaif waif:
                text.Append("[[class = ");
                text.Append(waif.Class.ToString());
                text.Append(", owner = ");
                text.Append(waif.Owner.ToString());
                text.Append("]]");
                break;
            case MooAnonymous:
                text.Append("*anonymous*");
                break;
            default:
                // Clear, Unset and Failure are not values; should one come here, show it instead of hiding it.
                text.Append($"<{value.Kind}>");
                break;
        }
    }

    /// <summary>Whether a text can stand as a name without quotes.</summary>
    public static bool IsName(ReadOnlySpan<char> text) => !text.IsEmpty && !char.IsAsciiDigit(text[0]) && text.IndexOfAnyExcept(NameCharacters) < 0;

    private static void WriteFlyweight(ref TextBuilder text, MooFlyweight flyweight, bool exactFloats)
    {
        text.Append('<');
        text.Append(flyweight.Delegate.ToString());
        foreach (var (slot, value) in flyweight.Slots)
        {
            text.Append(", .");
            text.Append(((MooSymbol)slot.Reference!).Name);
            text.Append(" = ");
            Write(ref text, value, exactFloats);
        }
        if (flyweight.Contents.Count > 0)
        {
            text.Append(", {");
            WriteElements(ref text, flyweight.Contents, exactFloats);
            text.Append('}');
        }
        text.Append('>');
    }

    /// <summary>URL-safe base64 with padding (RFC 4648 §5), the form of binary literals.</summary>
    public static string Base64(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
}
