using System.Buffers.Binary;

namespace Moo.Protocols.Ssh;

/// <summary>What <see cref="PacketDecoder.Read"/> found.</summary>
internal enum PacketResult
{
    NeedMore,
    Packet,
    Broken,
}

/// <summary>Takes packets apart (RFC 4253 §6), cut anywhere. Holds one packet at most, of 35,000 bytes.</summary>
internal sealed class PacketDecoder : IDisposable
{
    /// <summary>The longest packet that everybody has to take (RFC 4253 §6.1).</summary>
    public const int LongestPacket = 35_000;

    private const int LengthBytes = 4, LeastLength = 1 + 1 + LeastPadding, LeastPadding = 4, PlainBlock = 8;

    private PooledBuffer _packet;
    private PacketCipher? _cipher;
    private bool _isHandedOut;

    /// <summary>Bytes of an unfinished packet that are held.</summary>
    public int HeldBytes => _packet.Count;

    /// <summary>Bytes of packets since the keys were changed last.</summary>
    public long BytesWithKeys { get; private set; }

    private int TagLength => _cipher is null ? 0 : PacketCipher.TagLength;

    /// <summary>Decrypts with these keys from the next packet on.</summary>
    public void Use(PacketCipher cipher)
    {
        _cipher?.Dispose();
        (_cipher, BytesWithKeys) = (cipher, 0);
    }

    /// <summary>Takes bytes up to the end of the next packet.</summary>
    /// <param name="data">What was received; what was used is cut off.</param>
    /// <param name="message">The message in the packet; valid until the next call.</param>
    public PacketResult Read(ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> message)
    {
        if (_isHandedOut)
            _packet.Release();
        _isHandedOut = false;
        message = default;
        if (!TryFill(ref data, LengthBytes))
            return PacketResult.NeedMore;
        var length = BinaryPrimitives.ReadUInt32BigEndian(_packet.Span);
        var aligned = _cipher is null ? length + LengthBytes : length;
        if (length is < LeastLength or > LongestPacket
            || aligned % (_cipher is null ? PlainBlock : PacketCipher.BlockLength) != 0)
        {
            return PacketResult.Broken;
        }
        if (!TryFill(ref data, LengthBytes + (int)length + TagLength))
            return PacketResult.NeedMore;
        var packet = _packet.Writable;
        var text = packet.Slice(LengthBytes, (int)length);
        if (_cipher?.TryDecrypt(packet[..LengthBytes], text, packet[(LengthBytes + text.Length)..]) == false)
            return PacketResult.Broken;
        BytesWithKeys += packet.Length;
        _isHandedOut = true;
        var padding = text[0];
        if (padding < LeastPadding || padding + 1 >= text.Length)
            return PacketResult.Broken;
        message = text[1..^padding];
        return PacketResult.Packet;
    }

    public void Dispose()
    {
        _packet.Release();
        _cipher?.Dispose();
    }

    private bool TryFill(ref ReadOnlySpan<byte> data, int size)
    {
        var missing = size - _packet.Count;
        if (missing <= 0)
            return true;
        var taken = Math.Min(missing, data.Length);
        _packet.Append(data[..taken]);
        data = data[taken..];
        return taken == missing;
    }
}
