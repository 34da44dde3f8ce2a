using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Moo.Protocols.Gmcp;

namespace Moo.Protocols.WebSocket;

/// <summary>The text messages of json.mudstandards.org: <c>{"proto":"gmcp","id":"Room.Info","data":"…"}</c>.</summary>
/// <remarks><c>data</c> is a string that holds JSON, not the JSON itself. When read, an object is taken for what it
/// means.</remarks>
internal static class JsonEnvelope
{
    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes the GMCP message out of its envelope, as it would be without one.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> message, out byte[] gmcp)
    {
        gmcp = [];
        if (!JsonCheck.IsSound(message))
            return false;
        var reader = new Utf8JsonReader(message);
        using var body = JsonDocument.ParseValue(ref reader);
        if (body.RootElement.ValueKind != JsonValueKind.Object
            || !body.RootElement.TryGetProperty("proto", out var proto) || !IsString(proto, "gmcp")
            || !body.RootElement.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
        {
            return false;
        }
        var data = "";
        if (body.RootElement.TryGetProperty("data", out var value))
            data = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        gmcp = Encoding.UTF8.GetBytes($"{id.GetString()} {data}");
        return true;
    }

    /// <summary>Puts a GMCP message into an envelope.</summary>
    public static ReadOnlyMemory<byte> Seal(string package, string json)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("proto"u8, "gmcp"u8);
            writer.WriteString("id"u8, package);
            writer.WriteString("data"u8, json);
            writer.WriteEndObject();
        }
        return output.WrittenMemory;
    }

    private static bool IsString(JsonElement element, string expected) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals(expected);
}
