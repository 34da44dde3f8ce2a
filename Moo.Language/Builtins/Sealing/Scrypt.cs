using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Moo.Language.Builtins.Sealing;

/// <summary>scrypt (RFC 7914) with blocks of eight and no parallelism, as age uses it: a key from a password, slow and large on purpose. .NET has none.</summary>
/// <remarks>Hardly ever called, but then with a million steps: compiled at its best from the first time.</remarks>
internal static class Scrypt
{
    private const int BlockSize = 8;
    private const int Words = 32 * BlockSize;

    /// <summary>The memory that a derivation takes, in bytes.</summary>
    public static long MemoryOf(int logCost) => (long)Words * sizeof(uint) << logCost;

    /// <summary>Derives a key.</summary>
    /// <param name="password">The password.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="logCost">The cost, as a power of two.</param>
    /// <param name="length">The key's length.</param>
    public static byte[] Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int logCost, int length)
    {
        var bytes = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA256, Words * sizeof(uint));
        var block = new uint[Words];
        for (var i = 0; i < Words; i++) block[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)));
        Mix(block, 1 << logCost);
        for (var i = 0; i < Words; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), block[i]);
        return Rfc2898DeriveBytes.Pbkdf2(password, bytes, 1, HashAlgorithmName.SHA256, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(Span<uint> block, int cost)
    {
        var table = new uint[cost][];
        var other = new uint[Words];
        for (var i = 0; i < cost; i++)
        {
            table[i] = block.ToArray();
            Shuffle(block, other);
        }
        for (var i = 0; i < cost; i++)
        {
            var entry = table[block[Words - 16] & (uint)(cost - 1)];
            for (var word = 0; word < Words; word++) block[word] ^= entry[word];
            Shuffle(block, other);
        }
    }

    // RFC 7914 §4: each 64 bytes are mixed into the next; the even ones go to the front.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shuffle(Span<uint> block, Span<uint> other)
    {
        Span<uint> x = stackalloc uint[16];
        block[^16..].CopyTo(x);
        for (var i = 0; i < 2 * BlockSize; i++)
        {
            for (var word = 0; word < 16; word++) x[word] ^= block[i * 16 + word];
            Salsa(x);
            x.CopyTo(other[((i / 2 + i % 2 * BlockSize) * 16)..]);
        }
        other.CopyTo(block);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Salsa(Span<uint> x)
    {
        const int doubleRounds = 4;
        Span<uint> before = stackalloc uint[16];
        x.CopyTo(before);
        for (var round = 0; round < doubleRounds; round++)
        {
            for (var i = 0; i < 4; i++) Quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
            for (var i = 0; i < 4; i++) Quarter(x, 5 * i, 4 * i + (i + 1) % 4, 4 * i + (i + 2) % 4, 4 * i + (i + 3) % 4);
        }
        for (var i = 0; i < 16; i++) x[i] += before[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
