using System.Globalization;

namespace Moo.Store.Values;

/// <summary>Values as plain text, as <c>tostr()</c> gives them: strings bare, errors by their message, collections by kind.</summary>
public static class ValueText
{
    /// <summary>The text of a value.</summary>
    public static string Of(Value value)
    {
        if (value.TryStr(out var same)) return same;
        if (value.TryInt(out var number)) return number.ToString(CultureInfo.InvariantCulture);

        var text = new TextBuilder(stackalloc char[64]);
        Write(ref text, value);
        return text.Finish();
    }

    /// <summary>Adds the text of a value.</summary>
    public static void Write(ref TextBuilder text, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Str:
                text.Append(value.AsStr);
                break;
            case ValueKind.List:
                text.Append("{list}");
                break;
            case ValueKind.Map:
                text.Append("[map]");
                break;
            case ValueKind.Err:
                text.Append(value.AsErr.Message);
                break;
            case ValueKind.Symbol:
                text.Append(((MooSymbol)value.Reference!).Name);
                break;
            case ValueKind.Waif:
                text.Append("[[waif]]");
                break;
            default:
                Literal.Write(ref text, value);
                break;
        }
    }
}
