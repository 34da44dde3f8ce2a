using System.Buffers;
using System.Buffers.Binary;
using Moo.Protocols.Ssh;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>Packets, plain and encrypted, whole and in pieces, sound and not.</summary>
public sealed class PacketTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] Nonce = [.. Enumerable.Range(50, 12).Select(i => (byte)i)];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 7)]
    [InlineData(true, 7)]
    [InlineData(false, 100_000)]
    [InlineData(true, 100_000)]
    public void What_is_written_is_read_however_it_is_cut(bool isEncrypted, int pieceSize)
    {
        var messages = Enumerable.Range(1, 60).Select(length => Enumerable.Repeat((byte)length, length * 11).ToArray()).ToList();
        using var decoder = Decoder(isEncrypted);
        var read = new List<byte[]>();

        ReadOnlySpan<byte> bytes = Encoded(isEncrypted, messages);
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(pieceSize, bytes.Length)];
            bytes = bytes[piece.Length..];
            while (!piece.IsEmpty && decoder.Read(ref piece, out var message) == PacketResult.Packet)
                read.Add(message.ToArray());
        }

        Assert.Equal(messages, read);
    }

    [Fact]
    public void A_bit_changed_anywhere_breaks_an_encrypted_packet()
    {
        var good = Encoded(true, [[42, 1, 2, 3, 4, 5]]);
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = good.ToArray();
            bad[bit / 8] ^= (byte)(1 << bit % 8);
            using var decoder = Decoder(true);
            ReadOnlySpan<byte> data = bad;
            // A longer length may also mean that more has to come; what is never seen is a message.
            Assert.NotEqual(PacketResult.Packet, decoder.Read(ref data, out _));
        }
    }

    [Fact]
    public void A_packet_cannot_be_sent_a_second_time()
    {
        var packet = Encoded(true, [[42]]);
        using var decoder = Decoder(true);
        ReadOnlySpan<byte> first = packet, second = packet;

        Assert.Equal(PacketResult.Packet, decoder.Read(ref first, out _));
        Assert.Equal(PacketResult.Broken, decoder.Read(ref second, out _));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(5u)]
    [InlineData(13u)]
    [InlineData(35_004u)]
    [InlineData(0x7FFF_FFFCu)]
    [InlineData(0xFFFF_FFFCu)]
    public void A_length_that_no_packet_has_is_found_out_at_once(uint length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, length);
        using var decoder = new PacketDecoder();
        ReadOnlySpan<byte> data = bytes;

        Assert.Equal(PacketResult.Broken, decoder.Read(ref data, out _));
        Assert.True(decoder.HeldBytes <= 4);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(255)]
    public void Padding_that_does_not_fit_breaks_a_packet(byte padding)
    {
        byte[] bytes = [0, 0, 0, 12, padding, 42, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        using var decoder = new PacketDecoder();
        ReadOnlySpan<byte> data = bytes;

        Assert.Equal(PacketResult.Broken, decoder.Read(ref data, out _));
    }

    [Fact]
    public void Random_bytes_never_throw_and_are_never_held_without_end()
    {
        var random = new Random(20);
        for (var round = 0; round < 3000; round++)
        {
            using var decoder = Decoder(round % 2 == 0);
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            if (round % 3 == 0)
                bytes.AsSpan(0, Math.Min(2, bytes.Length)).Clear();
            ReadOnlySpan<byte> data = bytes;
            while (!data.IsEmpty && decoder.Read(ref data, out _) == PacketResult.Packet)
            {
            }
            Assert.True(decoder.HeldBytes <= PacketDecoder.LongestPacket + 20);
        }
    }

    private static PacketDecoder Decoder(bool isEncrypted)
    {
        var decoder = new PacketDecoder();
        if (isEncrypted)
            decoder.Use(new PacketCipher(Key, Nonce));
        return decoder;
    }

    private static byte[] Encoded(bool isEncrypted, IEnumerable<byte[]> messages)
    {
        var output = new ArrayBufferWriter<byte>();
        using var encoder = new PacketEncoder(output);
        if (isEncrypted)
            encoder.Use(new PacketCipher(Key, Nonce));
        foreach (var message in messages)
            encoder.Write(message);
        return output.WrittenSpan.ToArray();
    }
}
