using System.Buffers.Binary;
using System.Numerics;

namespace Moo.Language.Builtins.Passwords;

/// <summary>BLAKE2b (RFC 7693): what Argon2 and PASETO are built on. .NET has none.</summary>
internal static class Blake2b
{
    /// <summary>The longest hash.</summary>
    public const int MostLength = 64;

    private const int BlockLength = 128;
    private const int Rounds = 12;

    private static readonly ulong[] Initial =
    [
        0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
        0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
    ];

    // RFC 7693 §2.7: the order in which each round takes the words of a block; rounds 10 and 11 repeat the first two.
    private static readonly byte[] Order =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
        7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
        2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
        13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
        10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
    ];

    /// <summary>A hash of 1 to 64 bytes under a key of 1 to 64 bytes.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data, ReadOnlySpan<byte> key, int length)
    {
        // The key, filled up to a block, stands in front of the data.
        var keyed = new byte[BlockLength + data.Length];
        key.CopyTo(keyed);
        data.CopyTo(keyed.AsSpan(BlockLength));
        var hash = new byte[length];
        Fill(keyed, hash, key.Length);
        return hash;
    }

    /// <summary>Fills a hash of 1 to 64 bytes.</summary>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash) => Fill(data, hash, keyLength: 0);

    private static void Fill(ReadOnlySpan<byte> data, Span<byte> hash, int keyLength)
    {
        Span<ulong> state = stackalloc ulong[8];
        Initial.CopyTo(state);
        state[0] ^= 0x01010000u ^ (uint)keyLength << 8 ^ (uint)hash.Length;
        var count = 0UL;
        for (; data.Length > BlockLength; data = data[BlockLength..])
        {
            count += BlockLength;
            Compress(state, data, count, isLast: false);
        }
        Span<byte> block = stackalloc byte[BlockLength];
        block.Clear();
        data.CopyTo(block);
        Compress(state, block, count + (ulong)data.Length, isLast: true);

        Span<byte> whole = stackalloc byte[MostLength];
        for (var i = 0; i < state.Length; i++) BinaryPrimitives.WriteUInt64LittleEndian(whole[(8 * i)..], state[i]);
        whole[..hash.Length].CopyTo(hash);
    }

    private static void Compress(Span<ulong> state, ReadOnlySpan<byte> block, ulong count, bool isLast)
    {
        Span<ulong> v = stackalloc ulong[16], m = stackalloc ulong[16];
        for (var i = 0; i < 16; i++) m[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(8 * i)..]);
        state.CopyTo(v);
        Initial.CopyTo(v[8..]);
        v[12] ^= count;
        if (isLast) v[14] = ~v[14];
        for (var round = 0; round < Rounds; round++)
        {
            var order = Order.AsSpan(round % 10 * 16, 16);
            Mix(v, 0, 4, 8, 12, m[order[0]], m[order[1]]);
            Mix(v, 1, 5, 9, 13, m[order[2]], m[order[3]]);
            Mix(v, 2, 6, 10, 14, m[order[4]], m[order[5]]);
            Mix(v, 3, 7, 11, 15, m[order[6]], m[order[7]]);
            Mix(v, 0, 5, 10, 15, m[order[8]], m[order[9]]);
            Mix(v, 1, 6, 11, 12, m[order[10]], m[order[11]]);
            Mix(v, 2, 7, 8, 13, m[order[12]], m[order[13]]);
            Mix(v, 3, 4, 9, 14, m[order[14]], m[order[15]]);
        }
        for (var i = 0; i < 8; i++) state[i] ^= v[i] ^ v[i + 8];
    }

    private static void Mix(Span<ulong> v, int a, int b, int c, int d, ulong x, ulong y)
    {
        v[a] += v[b] + x;
        v[d] = BitOperations.RotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = BitOperations.RotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = BitOperations.RotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = BitOperations.RotateRight(v[b] ^ v[c], 63);
    }
}
