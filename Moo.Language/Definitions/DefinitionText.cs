using System.Globalization;
using System.Text;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>Writes values for definition files: every digit of floats, constants for objects, long collections one element a line.</summary>
internal static class DefinitionText
{
    private const int LongestLine = 80;

    /// <summary>The literal; lists and maps longer than 80 columns go over several lines.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">The constants.</param>
    /// <param name="indentation">The indentation of the line it stands in.</param>
    /// <param name="owner">Whose permissions a plain lambda is read with; null where it could be anybody's.</param>
    public static string Of(Value value, DefinitionNames names, string indentation, ObjectId? owner)
    {
        var line = OneLine(value, names, owner);
        if (line.Length <= LongestLine || !value.IsList && !value.IsMap) return line;

        var inner = indentation + "  ";
        var elements = value.TryList(out var list)
            ? list.Select(element => Of(element, names, inner, owner))
            : Entries(value.AsMap).Select(entry => $"{OneLine(entry.Key, names, owner)} -> {Of(entry.Value, names, inner, owner)}");
        var (open, close) = value.IsList ? ('{', '}') : ('[', ']');
        return $"{open}\n{string.Join(",\n", elements.Select(element => inner + element))}\n{indentation}{close}";
    }

    /// <summary>The literal on one line.</summary>
    public static string OneLine(Value value, DefinitionNames names, ObjectId? owner)
    {
        var text = new StringBuilder();
        Write(text, value, names, owner);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Value value, DefinitionNames names, ObjectId? owner)
    {
        switch (value.Reference)
        {
            case MooList list:
                text.Append('{');
                Separated(text, list, element => Write(text, element, names, owner));
                text.Append('}');
                break;
            case MooMap map:
                text.Append('[');
                Separated(text, Entries(map), entry =>
                {
                    Write(text, entry.Key, names, owner);
                    text.Append(" -> ");
                    Write(text, entry.Value, names, owner);
                });
                text.Append(']');
                break;
            case MooFlyweight flyweight:
                WriteFlyweight(text, flyweight, names, owner);
                break;
            case MooLambda lambda:
                WriteLambda(text, lambda, names, owner);
                break;
            case MooAnonymous anonymous:
                text.Append(CultureInfo.InvariantCulture, $"anonymous!({HiddenIds.ToIndex(anonymous.Id)})");
                break;
            case MooWaif waif:
                text.Append(CultureInfo.InvariantCulture, $"waif!({HiddenIds.ToIndex(waif.Id)}, {names.Reference(waif.Class)}, {names.Reference(waif.Owner)})");
                break;
            case MooError error when error.HasMessage:
                text.Append(error.Code.Name).Append('(').Append(Literal.Of(Value.Str(error.Message)));
                if (!error.Value.Is(default))
                {
                    text.Append(", ");
                    Write(text, error.Value, names, owner);
                }
                text.Append(')');
                break;
            default:
                text.Append(value.TryObj(out var id) ? names.Reference(id) : Literal.Of(value, exactFloats: true));
                break;
        }
    }

    private static void WriteFlyweight(StringBuilder text, MooFlyweight flyweight, DefinitionNames names, ObjectId? owner)
    {
        text.Append('<').Append(names.Reference(flyweight.Delegate));
        foreach (var (slot, value) in flyweight.Slots)
        {
            text.Append(", .").Append(((MooSymbol)slot.Reference!).Name).Append(" = ");
            Write(text, value, names, owner);
        }
        if (flyweight.Contents.Count > 0)
        {
            text.Append(", ");
            Write(text, Value.List(flyweight.Contents), names, owner);
        }
        text.Append('>');
    }

    // A plain lambda literal says neither what it captured nor whose it is.
    private static void WriteLambda(StringBuilder text, MooLambda lambda, DefinitionNames names, ObjectId? owner)
    {
        if (lambda.Captured.Count == 0 && lambda.Programmer == owner && !lambda.Source.Contains('\n', StringComparison.Ordinal))
        {
            text.Append(lambda.Source);
            return;
        }
        text.Append("lambda!(").Append(Literal.Of(Value.Str(lambda.Source))).Append(", ");
        Write(text, Value.Of(lambda.Captured), names, owner);
        text.Append(", ").Append(names.Reference(lambda.Programmer)).Append(')');
    }

    private static IEnumerable<KeyValuePair<Value, Value>> Entries(MooMap map)
    {
        for (var rank = 0; rank < map.Count; rank++) yield return map.EntryAt(rank);
    }

    private static void Separated<T>(StringBuilder text, IEnumerable<T> items, Action<T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            write(item);
        }
    }
}
