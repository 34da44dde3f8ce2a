using System.Buffers.Binary;
using System.Text;

namespace Moo.Protocols.Ssh;

/// <summary>Reads the parts of a message (RFC 4251 §5). Reading past its end gives nothing, and marks it broken.</summary>
/// <param name="data">The message.</param>
internal ref struct SshReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Whether something was asked for that is not there.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What was not read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public byte Byte()
    {
        var bytes = Bytes(1);
        return bytes.IsEmpty ? (byte)0 : bytes[0];
    }

    public bool Boolean() => Byte() != 0;

    public uint UInt32()
    {
        var bytes = Bytes(sizeof(uint));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    /// <summary>A string: a length and that many bytes.</summary>
    public ReadOnlySpan<byte> String()
    {
        var length = UInt32();
        return Bytes(length > int.MaxValue ? int.MaxValue : (int)length);
    }

    /// <summary>A string as text in UTF-8; what is none becomes U+FFFD.</summary>
    public string Text() => Encoding.UTF8.GetString(String());

    /// <summary>A list of names, separated by commas.</summary>
    public string[] Names() => Encoding.ASCII.GetString(String()).Split(',');

    /// <summary>A whole number that is not negative, without leading zeros.</summary>
    public ReadOnlySpan<byte> Number() => String().TrimStart((byte)0);

    /// <summary>That many bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _rest.Length)
        {
            IsBroken = true;
            _rest = default;
            return default;
        }
        var bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }
}
