using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Documents;

/// <summary>Writes values as CBOR (RFC 8949), in its deterministic form.</summary>
/// <remarks>What CBOR has no kind for is an object of tag 27: an array of a name, such as <c>moo/obj</c>, and arguments.</remarks>
internal sealed class CborWriting
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The bytes; null for a value that means something in this world alone, which <paramref name="refused"/> is.</summary>
    public static byte[]? Write(Value value, out Value refused)
    {
        var writing = new CborWriting();
        refused = default;
        return writing.Add(value, ref refused) ? writing._bytes.WrittenSpan.ToArray() : null;
    }

    private bool Add(Value value, ref Value refused)
    {
        switch (value.Kind)
        {
            case ValueKind.Int:
                var number = value.AsInt;
                Head(number < 0 ? Cbor.Negative : Cbor.Unsigned, number < 0 ? (ulong)~number : (ulong)number);
                return true;
            case ValueKind.Float:
                Span<byte> bits = stackalloc byte[sizeof(double)];
                BinaryPrimitives.WriteDoubleBigEndian(bits, value.AsFloat);
                _bytes.Write([Cbor.Double]);
                _bytes.Write(bits);
                return true;
            case ValueKind.Bool:
                _bytes.Write([value.IsTrue ? Cbor.True : Cbor.False]);
                return true;
            case ValueKind.Str:
                Text(value.AsStr);
                return true;
            case ValueKind.Binary:
                var binary = (MooBinary)value.Reference!;
                Head(Cbor.Bytes, (ulong)binary.Length);
                _bytes.Write(binary.AsSpan());
                return true;
            case ValueKind.List:
                Head(Cbor.Array, (ulong)value.AsList.Count);
                return AddAll(value.AsList, ref refused);
            case ValueKind.Map:
                Head(Cbor.Map, (ulong)value.AsMap.Count);
                foreach (var (key, held) in value.AsMap)
                    if (!Add(key, ref refused) || !Add(held, ref refused)) return false;
                return true;
            case ValueKind.Obj:
                return Named(Cbor.ObjectName, ref refused, Value.Int(value.AsObj.Number));
            case ValueKind.Symbol:
                return Named(Cbor.SymbolName, ref refused, Value.Str(((MooSymbol)value.Reference!).Name));
            case ValueKind.Err:
                var error = value.AsErr;
                return !error.HasMessage ? Named(Cbor.ErrorName, ref refused, Value.Str(error.Code.Name))
                    : Named(Cbor.ErrorName, ref refused, Value.Str(error.Code.Name), Value.Str(error.Message), error.Value);
            case ValueKind.Flyweight:
                var flyweight = (MooFlyweight)value.Reference!;
                return Named(Cbor.FlyweightName, ref refused, Value.Obj(flyweight.Delegate), Value.Of(flyweight.Slots), Value.List(flyweight.Contents));
            default:
                refused = value;
                return false;
        }
    }

    private bool Named(string name, ref Value refused, params ReadOnlySpan<Value> arguments)
    {
        Head(Cbor.Tag, Cbor.ObjectTag);
        Head(Cbor.Array, (ulong)arguments.Length + 1);
        Text(name);
        return AddAll(arguments, ref refused);
    }

    private bool AddAll(ReadOnlySpan<Value> values, ref Value refused)
    {
        foreach (ref readonly var value in values)
            if (!Add(value, ref refused)) return false;
        return true;
    }

    private bool AddAll(MooList list, ref Value refused) => AddAll(list.AsSpan(), ref refused);

    private void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Head(Cbor.Text, (ulong)bytes.Length);
        _bytes.Write(bytes);
    }

    // A kind in the upper three bits, and a number in as few bytes as will do.
    private void Head(int kind, ulong number)
    {
        const int inOne = 24, inTwo = 25, inFour = 26, inEight = 27;
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        var (code, length) = number switch
        {
            < inOne => ((int)number, 0),
            <= byte.MaxValue => (inOne, 1),
            <= ushort.MaxValue => (inTwo, 2),
            <= uint.MaxValue => (inFour, 4),
            _ => (inEight, 8),
        };
        _bytes.Write([(byte)(kind << Cbor.KindShift | code)]);
        _bytes.Write(bytes[^length..]);
    }
}
