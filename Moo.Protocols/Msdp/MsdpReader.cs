using System.Text;

namespace Moo.Protocols.Msdp;

/// <summary>Reads an MSDP subnegotiation.</summary>
/// <remarks><code>
/// message  := { variable }
/// variable := VAR text values
/// values   := { VAL value }
/// value    := text | TABLE_OPEN { variable } TABLE_CLOSE | ARRAY_OPEN values ARRAY_CLOSE
/// </code>Several values of one variable are an array, as if it had been written as one.</remarks>
public static class MsdpReader
{
    /// <summary>The deepest nesting of tables and arrays.</summary>
    public const int MostDepth = 32;

    /// <summary>Reads all variables.</summary>
    /// <returns>False if the message does not follow the grammar, or nests too deep.</returns>
    public static bool TryRead(ReadOnlySpan<byte> data, out IReadOnlyList<KeyValuePair<string, MsdpValue>> variables)
    {
        var found = TryVariables(ref data, 0, out var list);
        variables = list;
        return found && data.IsEmpty;
    }

    private static bool TryVariables(
        ref ReadOnlySpan<byte> data, int depth, out List<KeyValuePair<string, MsdpValue>> variables)
    {
        variables = [];
        while (Skip(ref data, MsdpByte.Variable))
        {
            var name = Text(ref data);
            if (!TryValues(ref data, depth, out var values))
                return false;
            variables.Add(new(name, values.Count == 1 ? values[0] : new MsdpArray(values)));
        }
        return true;
    }

    private static bool TryValues(ref ReadOnlySpan<byte> data, int depth, out List<MsdpValue> values)
    {
        values = [];
        while (Skip(ref data, MsdpByte.Value))
        {
            if (!TryValue(ref data, depth, out var value))
                return false;
            values.Add(value);
        }
        return true;
    }

    private static bool TryValue(ref ReadOnlySpan<byte> data, int depth, out MsdpValue value)
    {
        value = new MsdpText("");
        if (Skip(ref data, MsdpByte.TableOpen))
        {
            if (depth == MostDepth || !TryVariables(ref data, depth + 1, out var entries))
                return false;
            value = new MsdpTable(entries);
            return Skip(ref data, MsdpByte.TableClose);
        }
        if (Skip(ref data, MsdpByte.ArrayOpen))
        {
            if (depth == MostDepth || !TryValues(ref data, depth + 1, out var items))
                return false;
            value = new MsdpArray(items);
            return Skip(ref data, MsdpByte.ArrayClose);
        }
        value = new MsdpText(Text(ref data));
        return true;
    }

    private static string Text(ref ReadOnlySpan<byte> data)
    {
        var length = data.IndexOfAnyInRange(MsdpByte.Variable, MsdpByte.ArrayClose);
        var text = length < 0 ? data : data[..length];
        data = data[text.Length..];
        return Encoding.UTF8.GetString(text);
    }

    private static bool Skip(ref ReadOnlySpan<byte> data, byte expected)
    {
        if (data.IsEmpty || data[0] != expected)
            return false;
        data = data[1..];
        return true;
    }
}
