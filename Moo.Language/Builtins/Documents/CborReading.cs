using System.Buffers.Binary;
using System.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Documents;

/// <summary>Reads CBOR (RFC 8949): all of it, as far as MOO has values for it.</summary>
/// <remarks>Tags other than that of MOO's own kinds are passed over; null and undefined are <c>#-1</c>, as in JSON.</remarks>
internal ref struct CborReading
{
    private const int InOne = 24, InTwo = 25, InFour = 26, InEight = 27, Indefinite = 31;
    private const byte Break = 0xFF;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _mostBytes;
    private long _weight;
    private int _at;
    private int _nesting;

    private CborReading(ReadOnlySpan<byte> bytes, long mostBytes)
    {
        _bytes = bytes;
        _mostBytes = mostBytes;
    }

    /// <summary>Reads one value that takes up all bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="mostBytes">What all values may weigh together: a few bytes can ask for much.</param>
    /// <exception cref="CborException">They are something else.</exception>
    public static Value Read(ReadOnlySpan<byte> bytes, long mostBytes)
    {
        var reading = new CborReading(bytes, mostBytes);
        var value = reading.Item();
        if (reading._at < bytes.Length) throw new CborException("there is more behind the value");
        return value;
    }

    private readonly bool IsBreak => _at < _bytes.Length && _bytes[_at] == Break;

    private byte Next() => _at < _bytes.Length ? _bytes[_at++] : throw new CborException("it ends too early");

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(_bytes.Length - _at)) throw new CborException("it ends too early");
        var part = _bytes.Slice(_at, (int)count);
        _at += (int)count;
        return part;
    }

    private Value Item()
    {
        if (++_nesting > TaskLimits.DeepestValue) throw new CborException("it nests too deep");
        var value = Bare();
        _nesting--;
        _weight += 16;
        if (_weight > _mostBytes) throw new CborException("it holds too much");
        return value;
    }

    private Value Bare()
    {
        var head = Next();
        var (kind, code) = (head >> Cbor.KindShift, head & 31);
        if (kind == Cbor.Simple) return SimpleValue(code);
        var isIndefinite = code == Indefinite && kind is Cbor.Bytes or Cbor.Text or Cbor.Array or Cbor.Map;
        var number = isIndefinite ? 0 : Number(code);
        switch (kind)
        {
            case Cbor.Unsigned:
                return number <= long.MaxValue ? Value.Int((long)number) : throw new CborException("a number is too large");
            case Cbor.Negative:
                return number <= long.MaxValue ? Value.Int(~(long)number) : throw new CborException("a number is too large");
            case Cbor.Bytes:
                return Value.Of(new MooBinary(isIndefinite ? Chunks(kind) : Take(number).ToArray()));
            case Cbor.Text:
                return Text(isIndefinite ? Chunks(kind) : Take(number));
            case Cbor.Array:
                return Value.List(Elements(number, isIndefinite));
            case Cbor.Map:
                return Value.Of(Entries(number, isIndefinite));
            default:
                return number == Cbor.ObjectTag ? Object(Item()) : Item();
        }
    }

    private ulong Number(int code) => code switch
    {
        < InOne => (ulong)code,
        InOne => Next(),
        InTwo => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        InFour => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        InEight => BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
        _ => throw new CborException("a length is malformed"),
    };

    private Value SimpleValue(int code)
    {
        const int no = 20, yes = 21, nothing = 22, undefined = 23;
        switch (code)
        {
            case no or yes:
                return Value.Bool(code == yes);
            case nothing or undefined:
                return Value.Nothing;
            case InTwo:
                return Float((double)BinaryPrimitives.ReadHalfBigEndian(Take(2)));
            case InFour:
                return Float(BinaryPrimitives.ReadSingleBigEndian(Take(4)));
            case InEight:
                return Float(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
            default:
                throw new CborException("there is no such simple value");
        }
    }

    private static Value Float(double number) => double.IsFinite(number) ? Value.Float(number) : throw new CborException("a number is infinite or none");

    private byte[] Chunks(int kind)
    {
        using var all = new MemoryStream();
        while (!IsBreak)
        {
            var head = Next();
            if (head >> Cbor.KindShift != kind || (head & 31) == Indefinite) throw new CborException("a string's parts are of another kind");
            all.Write(Take(Number(head & 31)));
        }
        _at++;
        return all.ToArray();
    }

    private Value Text(ReadOnlySpan<byte> bytes)
    {
        _weight += bytes.Length;
        try
        {
            return Value.Str(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            throw new CborException("a text is not UTF-8");
        }
    }

    private MooList Elements(ulong count, bool isIndefinite)
    {
        var elements = new List<Value>();
        for (ulong i = 0; isIndefinite ? !IsBreak : i < count; i++) elements.Add(Item());
        if (isIndefinite) _at++;
        return MooList.FromOwned([.. elements], elements.Count);
    }

    private MooMap Entries(ulong count, bool isIndefinite)
    {
        var map = MooMap.Empty;
        for (ulong i = 0; isIndefinite ? !IsBreak : i < count; i++)
        {
            var key = Item();
            if (!MooMap.IsKey(key)) throw new CborException($"{Kinds.Name(key.Kind)} cannot be a key of a map");
            map = map.Set(key, Item());
        }
        if (isIndefinite) _at++;
        return map;
    }

    private static Value Object(Value value)
    {
        if (!value.TryList(out var parts) || parts.Count < 2 || !parts[0].TryStr(out var name)) throw new CborException("an object of a kind has no name");
        switch (name)
        {
            case Cbor.ObjectName when parts[1].TryInt(out var number):
                return Value.Obj(new ObjectId(number));
            case Cbor.SymbolName when parts[1].TryStr(out var symbol) && symbol.Length > 0:
                return Value.Of(new MooSymbol(symbol));
            case Cbor.ErrorName when parts[1].TryStr(out var error) && error.StartsWith("E_", StringComparison.OrdinalIgnoreCase)
                    && Literal.IsName(error) && ErrorCode.Find(error) is { } code:
                return parts.Count == 4 && parts[2].TryStr(out var message) ? Value.Of(MooError.Of(code, message, parts[3])) : Value.Err(code);
            case Cbor.FlyweightName when parts.Count == 4 && parts[1].TryObj(out var @delegate) && parts[2].TryMap(out var slots) && parts[3].TryList(out var contents)
                    && slots.Keys().All(key => key.Try<MooSymbol>(out _)):
                return Value.Of(new MooFlyweight(@delegate, slots, contents));
            default:
                throw new CborException("an object is of no kind that is known");
        }
    }
}

/// <summary>Bytes that are no CBOR, or hold what MOO has no value for. Does not leave <c>decode_cbor()</c>.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class CborException(string message) : Exception(message);
