using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>Makes packets of messages (RFC 4253 §6): length, padding, and encryption once there are keys.</summary>
/// <param name="output">Where packets go.</param>
internal sealed class PacketEncoder(IBufferWriter<byte> output) : IDisposable
{
    private const int LengthBytes = 4, LeastPadding = 4, PlainBlock = 8;

    private PacketCipher? _cipher;

    /// <summary>Bytes of packets since the keys were changed last.</summary>
    public long BytesWithKeys { get; private set; }

    /// <summary>Encrypts with these keys from the next packet on.</summary>
    public void Use(PacketCipher cipher)
    {
        _cipher?.Dispose();
        (_cipher, BytesWithKeys) = (cipher, 0);
    }

    public void Write(ReadOnlySpan<byte> message)
    {
        // What is padded to whole blocks: everything, but for a length that is not encrypted.
        var (block, before) = _cipher is null ? (PlainBlock, LengthBytes + 1) : (PacketCipher.BlockLength, 1);
        var padding = block - (before + message.Length) % block;
        if (padding < LeastPadding)
            padding += block;
        var length = 1 + message.Length + padding;
        var size = LengthBytes + length + (_cipher is null ? 0 : PacketCipher.TagLength);
        var packet = output.GetSpan(size)[..size];
        BinaryPrimitives.WriteUInt32BigEndian(packet, (uint)length);
        var text = packet.Slice(LengthBytes, length);
        text[0] = (byte)padding;
        message.CopyTo(text[1..]);
        RandomNumberGenerator.Fill(text[(1 + message.Length)..]);
        _cipher?.Encrypt(packet[..LengthBytes], text, packet[(LengthBytes + length)..]);
        output.Advance(size);
        BytesWithKeys += size;
    }

    public void Dispose() => _cipher?.Dispose();
}
