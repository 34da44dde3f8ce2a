using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Moo.Language.Builtins.Sealing;

/// <summary>XChaCha20 (draft-irtf-cfrg-xchacha-03): the ChaCha20 of RFC 8439 with a nonce long enough to be drawn at random. .NET has ChaCha20 with Poly1305 only.</summary>
internal static class XChaCha20
{
    /// <summary>The length of nonces, in bytes.</summary>
    public const int NonceLength = 24;

    private const int Words = 16;
    private const int BlockLength = Words * sizeof(uint);

    // "expand 32-byte k"
    private static ReadOnlySpan<uint> Constant => [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574];

    /// <summary>Encrypts bytes in place, or decrypts them.</summary>
    public static void Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, Span<byte> data)
    {
        Span<uint> state = stackalloc uint[Words], block = stackalloc uint[Words];
        Constant.CopyTo(state);
        Read(key, state[4..12]);
        Read(nonce[..16], state[12..]);
        Rounds(state);
        // HChaCha20: the first and the last row are the key for the rest.
        state[12..].CopyTo(state[8..]);
        state[..4].CopyTo(state[4..]);
        Constant.CopyTo(state);
        state[12..].Clear();
        Read(nonce[16..NonceLength], state[14..]);

        Span<byte> stream = stackalloc byte[BlockLength];
        for (; data.Length > 0; data = data[Math.Min(BlockLength, data.Length)..])
        {
            state.CopyTo(block);
            Rounds(block);
            for (var i = 0; i < Words; i++) BinaryPrimitives.WriteUInt32LittleEndian(stream[(i * sizeof(uint))..], block[i] + state[i]);
            for (var i = 0; i < Math.Min(BlockLength, data.Length); i++) data[i] ^= stream[i];
            state[12]++;
        }
        MemoryMarshal.AsBytes(state).Clear();
    }

    private static void Read(ReadOnlySpan<byte> bytes, Span<uint> words)
    {
        for (var i = 0; i < bytes.Length / sizeof(uint); i++) words[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
    }

    private static void Rounds(Span<uint> x)
    {
        const int doubleRounds = 10;
        for (var round = 0; round < doubleRounds; round++)
        {
            for (var column = 0; column < 4; column++) Quarter(x, column, column + 4, column + 8, column + 12);
            for (var diagonal = 0; diagonal < 4; diagonal++) Quarter(x, diagonal, 4 + (diagonal + 1) % 4, 8 + (diagonal + 2) % 4, 12 + (diagonal + 3) % 4);
        }
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[a] += x[b];
        x[d] = BitOperations.RotateLeft(x[d] ^ x[a], 16);
        x[c] += x[d];
        x[b] = BitOperations.RotateLeft(x[b] ^ x[c], 12);
        x[a] += x[b];
        x[d] = BitOperations.RotateLeft(x[d] ^ x[a], 8);
        x[c] += x[d];
        x[b] = BitOperations.RotateLeft(x[b] ^ x[c], 7);
    }
}
