using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Moo.Language.Builtins.Outside;
using Moo.Protocols.Mcp;
using Moo.Protocols.Msdp;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>MOO values as the messages of clients carry them, and back.</summary>
/// <remarks>
/// JSON as <c>generate_json()</c> and <c>parse_json()</c> have it: an object number is a string, null is <c>E_NONE</c>. What has no form
/// in JSON (an anonymous object, a waif) is its literal.
/// </remarks>
internal static class ProtocolValues
{
    private const int MostDepth = 32;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A value as JSON.</summary>
    public static string ToJson(Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, value, 0);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, Value value, int depth)
    {
        switch (value.Kind)
        {
            case ValueKind.Int:
                writer.WriteNumberValue(value.AsInt);
                break;
            case ValueKind.Float when double.IsFinite(value.AsFloat):
                writer.WriteNumberValue(value.AsFloat);
                break;
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.IsTrue);
                break;
            case ValueKind.Err when value.AsErr.Code == ErrorCode.E_NONE:
                writer.WriteNullValue();
                break;
            case ValueKind.List when depth < MostDepth:
                writer.WriteStartArray();
                foreach (var item in value.AsList) Write(writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            case ValueKind.Map when depth < MostDepth:
                writer.WriteStartObject();
                foreach (var (key, item) in value.AsMap)
                {
                    writer.WritePropertyName(Text(key));
                    Write(writer, item, depth + 1);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(Text(value));
                break;
        }
    }

    private static string Text(Value value) => value.TryStr(out var text) ? text : Literal.Of(value);

    /// <summary>The value of JSON that was found sound; empty text is an empty string.</summary>
    public static Value FromJson(string json)
    {
        if (json.Length == 0) return Value.EmptyString;
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static Value Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = MooMap.Empty;
                foreach (var member in element.EnumerateObject()) map = map.Set(Value.Str(member.Name), Read(member.Value));
                return Value.Of(map);
            case JsonValueKind.Array:
                return Value.List(MooList.Of([.. element.EnumerateArray().Select(Read)]));
            case JsonValueKind.String:
                return Value.Str(element.GetString()!);
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? Value.Int(whole) : Value.Float(element.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return Value.Bool(element.GetBoolean());
            default:
                return Value.Err(ErrorCode.E_NONE);
        }
    }

    /// <summary>A value as MSDP has it: numbers and everything else that is no list or map are text.</summary>
    public static MsdpValue ToMsdp(Value value, int depth = 0) => value.Kind switch
    {
        ValueKind.List when depth < MostDepth => new MsdpArray([.. value.AsList.Select(item => ToMsdp(item, depth + 1))]),
        ValueKind.Map when depth < MostDepth => new MsdpTable(
            [.. Entries(value.AsMap).Select(entry => KeyValuePair.Create(Text(entry.Key), ToMsdp(entry.Value, depth + 1)))]),
        ValueKind.Float => new MsdpText(value.AsFloat.ToString(CultureInfo.InvariantCulture)),
        _ => new MsdpText(Text(value)),
    };

    /// <summary>An MSDP value as a MOO value.</summary>
    public static Value FromMsdp(MsdpValue value)
    {
        switch (value)
        {
            case MsdpArray array:
                return Value.List(MooList.Of([.. array.Items.Select(FromMsdp)]));
            case MsdpTable table:
                var map = MooMap.Empty;
                foreach (var (name, item) in table.Entries) map = map.Set(Value.Str(name), FromMsdp(item));
                return Value.Of(map);
            default:
                return Value.Str(((MsdpText)value).Text);
        }
    }

    /// <summary>An MCP message's values as a map: a string for each, a list of strings for one of several lines.</summary>
    public static Value FromMcp(McpMessage message)
    {
        var map = MooMap.Empty;
        foreach (var (key, text) in message.Values) map = map.Set(Value.Str(key), Value.Str(text));
        foreach (var key in message.LineKeys) map = map.Set(Value.Str(key), Value.List(MooList.OfStrings(message.Lines(key))));
        return Value.Of(map);
    }

    /// <summary>An MCP message of a map.</summary>
    public static McpMessage ToMcp(string name, MooMap values)
    {
        var message = new McpMessage(name);
        foreach (var (key, value) in values)
        {
            if (value.TryList(out var lines)) message.With(Text(key), lines.Select(Text));
            else message.With(Text(key), Text(value));
        }
        return message;
    }

    /// <summary>Bytes as a binary string.</summary>
    public static string ToBinary(ReadOnlySpan<byte> bytes) => BinaryText.Encode(bytes);

    /// <summary>The bytes of a binary string; of one that is none, its characters in UTF-8.</summary>
    public static byte[] FromBinary(string text) => BinaryText.TryDecode(text, out var bytes) ? bytes : Encoding.UTF8.GetBytes(text);

    private static IEnumerable<KeyValuePair<Value, Value>> Entries(MooMap map)
    {
        foreach (var entry in map) yield return entry;
    }
}
