using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Moo.Protocols.Ssh;

/// <summary>Writes a message part by part (RFC 4251 §5).</summary>
internal sealed class SshWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Span => _bytes.WrittenSpan;

    /// <summary>A message of that number.</summary>
    public static SshWriter Message(byte number) => new SshWriter().Byte(number);

    public byte[] ToArray() => Span.ToArray();

    public SshWriter Byte(byte value) => Bytes([value]);

    public SshWriter Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public SshWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(sizeof(uint)), value);
        _bytes.Advance(sizeof(uint));
        return this;
    }

    public SshWriter String(ReadOnlySpan<byte> value) => UInt32((uint)value.Length).Bytes(value);

    public SshWriter String(string value) => String(Encoding.UTF8.GetBytes(value));

    /// <summary>A whole number that is not negative, of its bytes, the highest first.</summary>
    public SshWriter Number(ReadOnlySpan<byte> value)
    {
        value = value.TrimStart((byte)0);
        // The highest bit is a sign: a zero in front keeps the number from being negative.
        var isHigh = !value.IsEmpty && value[0] >= 0x80;
        UInt32((uint)(value.Length + (isHigh ? 1 : 0)));
        return isHigh ? Byte(0).Bytes(value) : Bytes(value);
    }

    /// <summary>Bytes as they are.</summary>
    public SshWriter Bytes(ReadOnlySpan<byte> value)
    {
        _bytes.Write(value);
        return this;
    }
}
