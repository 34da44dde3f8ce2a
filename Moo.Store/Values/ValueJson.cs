using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Moo.Store.Values;

/// <summary>The one JSON encoding of values, used wherever a value is stored.</summary>
/// <remarks>
/// Made to be queried by people: integers, strings, lists and booleans are JSON's own; every other kind is an object with one
/// telling key: <c>{"obj":12}</c>, <c>{"float":"1.5"}</c> (text, so that no database rounds it), <c>{"err":"E_PERM"}</c>,
/// <c>{"map":[[key,value],…]}</c>, <c>{"sym":"x"}</c>, <c>{"bin":"…"}</c>, <c>{"anon":id}</c>, <c>{"waif":id,"class":n,"owner":n}</c>,
/// <c>{"flyweight":n,"slots":…,"contents":…}</c>, <c>{"lambda":"source","captured":…,"programmer":n}</c>. A clear property is JSON null.
/// </remarks>
public static class ValueJson
{
    /// <summary>The deepest nesting of collections (<see cref="Value.Depth"/>) that can be stored. The language makes no deeper values.</summary>
    /// <remarks>A map takes three levels of JSON, and reading one takes the stack of a thread: this keeps far from both bounds.</remarks>
    public const int DeepestValue = 1000;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 10_000,
    };

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 10_000 };

    [ThreadStatic]
    private static (Utf8JsonWriter Writer, ArrayBufferWriter<byte> Buffer)? _cached;

    /// <summary>The JSON text of a value.</summary>
    public static string ToText(Value value) => Write(value, static (writer, v) => WriteValue(writer, v));

    /// <summary>The JSON text of something that writes itself with this class's settings.</summary>
    public static string Write<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        var (writer, buffer) = _cached ??= Create();
        _cached = null; // a nested call gets its own
        write(writer, state);
        writer.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        if (buffer.Capacity <= 1 << 20) _cached = (writer, buffer);
        return text;
    }

    private static (Utf8JsonWriter, ArrayBufferWriter<byte>) Create()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (new Utf8JsonWriter(buffer, WriterOptions), buffer);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static Value FromText(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return FromUtf8(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such JSON.</exception>
    public static Value FromUtf8(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, ReaderOptions);
            reader.Read();
            return ReadValue(ref reader);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException)
        {
            throw new JsonException(problem.Message, problem); // a number out of range, or text where a number belongs
        }
    }

    /// <summary>Writes a value.</summary>
    public static void WriteValue(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Int:
                writer.WriteNumberValue(value.AsInt);
                break;
            case ValueKind.Str:
                writer.WriteStringValue(value.AsStr);
                break;
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.Bits != 0);
                break;
            case ValueKind.Clear:
                writer.WriteNullValue();
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (ref readonly var element in value.AsList.AsSpan()) WriteValue(writer, element);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                WriteTagged(writer, value);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteTagged(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Obj:
                writer.WriteNumber("obj"u8, value.Bits);
                break;
            case ValueKind.Float:
                writer.WriteString("float"u8, FloatText.Exact(value.AsFloat));
                break;
            case ValueKind.Err:
                writer.WriteString("err"u8, value.AsErr.Code.Name);
                if (value.AsErr.HasMessage) writer.WriteString("message"u8, value.AsErr.Message);
                if (value.AsErr.Value.Is(default)) break;
                writer.WritePropertyName("value"u8);
                WriteValue(writer, value.AsErr.Value);
                break;
            case ValueKind.Map:
                writer.WritePropertyName("map"u8);
                WriteEntries(writer, value.AsMap);
                break;
            case ValueKind.Unset:
                writer.WriteBoolean("unset"u8, true);
                break;
            default:
                WriteRare(writer, value);
                break;
        }
    }

    private static void WriteRare(Utf8JsonWriter writer, Value value)
    {
        switch (value.Reference)
        {
            case MooSymbol symbol:
                writer.WriteString("sym"u8, symbol.Name);
                break;
            case MooBinary binary:
                writer.WriteBase64String("bin"u8, binary.AsSpan());
                break;
            case MooAnonymous anonymous:
                writer.WriteNumber("anon"u8, anonymous.Id.Number);
                break;
            case MooWaif waif:
                writer.WriteNumber("waif"u8, waif.Id.Number);
                writer.WriteNumber("class"u8, waif.Class.Number);
                writer.WriteNumber("owner"u8, waif.Owner.Number);
                break;
            case MooFlyweight flyweight:
                writer.WriteNumber("flyweight"u8, flyweight.Delegate.Number);
                writer.WritePropertyName("slots"u8);
                WriteEntries(writer, flyweight.Slots);
                writer.WritePropertyName("contents"u8);
                WriteValue(writer, Value.List(flyweight.Contents));
                break;
            case MooLambda lambda:
                writer.WriteString("lambda"u8, lambda.Source);
                writer.WritePropertyName("captured"u8);
                WriteEntries(writer, lambda.Captured);
                writer.WriteNumber("programmer"u8, lambda.Programmer.Number);
                break;
            default:
                throw new InvalidOperationException($"A value of kind {value.Kind} has no JSON form.");
        }
    }

    private static void WriteEntries(Utf8JsonWriter writer, MooMap map)
    {
        writer.WriteStartArray();
        foreach (var (key, value) in map)
        {
            writer.WriteStartArray();
            WriteValue(writer, key);
            WriteValue(writer, value);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    /// <summary>Reads the value at which the reader stands, and leaves it at the value's last token.</summary>
    /// <exception cref="JsonException">There is no such value.</exception>
    public static Value ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return Value.Int(reader.GetInt64());
            case JsonTokenType.String:
                return Value.Str(reader.GetString()!);
            case JsonTokenType.True or JsonTokenType.False:
                return Value.Bool(reader.GetBoolean());
            case JsonTokenType.Null:
                return Value.Clear;
            case JsonTokenType.StartArray:
                return Value.List(ReadList(ref reader));
            case JsonTokenType.StartObject:
                return ReadTagged(ref reader);
            default:
                throw new JsonException($"A value cannot start with {reader.TokenType}.");
        }
    }

    private static MooList ReadList(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var items = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader));
        return MooList.FromOwned([.. items], items.Count);
    }

    private static MooMap ReadEntries(ref Utf8JsonReader reader)
    {
        var map = MooMap.Empty;
        foreach (var entry in ReadList(ref reader))
        {
            if (!entry.TryList(out var pair) || pair.Count != 2) throw new JsonException("A map entry is [key, value].");
            map = map.Set(pair[0], pair[1]);
        }
        return map;
    }

    private static Value ReadTagged(ref Utf8JsonReader reader)
    {
        reader.Read();
        var tag = reader.GetString();
        reader.Read();
        var value = tag switch
        {
            "obj" => Value.Obj(reader.GetInt64()),
            "float" => Value.Float(double.Parse(reader.GetString()!, CultureInfo.InvariantCulture)),
            "err" => ReadError(ref reader),
            "map" => Value.Of(ReadEntries(ref reader)),
            "sym" => Value.Of(new MooSymbol(reader.GetString()!)),
            "bin" => Value.Of(new MooBinary(reader.GetBytesFromBase64())),
            "anon" => Value.Of(new MooAnonymous(new ObjectId(reader.GetInt64()))),
            "waif" => ReadWaif(ref reader),
            "flyweight" => ReadFlyweight(ref reader),
            "lambda" => ReadLambda(ref reader),
            "unset" => Value.Unset,
            _ => throw new JsonException($"\"{tag}\" is no kind of value."),
        };
        reader.Read();
        Expect(ref reader, JsonTokenType.EndObject);
        return value;
    }

    private static Value ReadError(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        var code = ErrorCode.Find(name) ?? throw new JsonException($"Too many error names: {name} is one more.");
        var message = TryMember(ref reader, "message"u8) ? reader.GetString() : null;
        var value = TryMember(ref reader, "value"u8) ? ReadValue(ref reader) : default;
        return Value.Of(MooError.Of(code, message, value));
    }

    private static Value ReadWaif(ref Utf8JsonReader reader)
    {
        var id = new ObjectId(reader.GetInt64());
        Member(ref reader, "class");
        var waifClass = new ObjectId(reader.GetInt64());
        Member(ref reader, "owner");
        return Value.Of(new MooWaif(id, waifClass, new ObjectId(reader.GetInt64())));
    }

    private static Value ReadFlyweight(ref Utf8JsonReader reader)
    {
        var @delegate = new ObjectId(reader.GetInt64());
        Member(ref reader, "slots");
        var slots = ReadEntries(ref reader);
        Member(ref reader, "contents");
        return Value.Of(new MooFlyweight(@delegate, slots, ReadList(ref reader)));
    }

    private static Value ReadLambda(ref Utf8JsonReader reader)
    {
        var source = reader.GetString()!;
        Member(ref reader, "captured");
        var captured = ReadEntries(ref reader);
        Member(ref reader, "programmer");
        return Value.Of(new MooLambda(source, captured, new ObjectId(reader.GetInt64())));
    }

    private static bool TryMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals(name)) return false;
        ahead.Read();
        reader = ahead;
        return true;
    }

    private static void Member(ref Utf8JsonReader reader, string name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || reader.GetString() != name)
            throw new JsonException($"\"{name}\" is missing.");
        reader.Read();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token) throw new JsonException($"Found {reader.TokenType} where {token} belongs.");
    }
}
