using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Moo.Language.Builtins.Hashing;

/// <summary>Hashes bytes into as many as the hash has, and returns how many those are.</summary>
internal delegate int HashFunction(ReadOnlySpan<byte> data, Span<byte> hash);

/// <summary>A hash function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">The bytes of a hash.</param>
/// <param name="BlockLength">The bytes that it takes at once, for HMAC.</param>
/// <param name="Hash">The function.</param>
internal sealed record HashAlgorithm(string Name, int Length, int BlockLength, HashFunction Hash)
{
    /// <summary>The bytes of the longest hash of all.</summary>
    public const int LongestHash = 64;

    /// <summary>The keyed hash of some bytes (HMAC, RFC 2104).</summary>
    public byte[] Authenticate(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var (inner, outer) = (new byte[BlockLength + data.Length], new byte[BlockLength + Length]);
        if (key.Length > BlockLength) Hash(key, inner.AsSpan(0, Length));
        else key.CopyTo(inner);
        for (var i = 0; i < BlockLength; i++)
        {
            outer[i] = (byte)(inner[i] ^ 0x5C);
            inner[i] ^= 0x36;
        }
        data.CopyTo(inner.AsSpan(BlockLength));
        Hash(inner, outer.AsSpan(BlockLength));
        var hash = new byte[Length];
        Hash(outer, hash);
        return hash;
    }
}

/// <summary>The hash functions that the language offers, by name.</summary>
internal static class HashAlgorithms
{
    private static readonly FrozenDictionary<string, HashAlgorithm> Known = new HashAlgorithm[]
    {
        new("MD5", Md5.Length, 64, Md5.Hash),
        new("SHA1", SHA1.HashSizeInBytes, 64, SHA1.HashData),
        new("SHA224", Sha224.Length, 64, Sha224.Hash),
        new("SHA256", SHA256.HashSizeInBytes, 64, SHA256.HashData),
        new("SHA384", SHA384.HashSizeInBytes, 128, SHA384.HashData),
        new("SHA512", SHA512.HashSizeInBytes, 128, SHA512.HashData),
        new("RIPEMD160", Ripemd160.Length, 64, Ripemd160.Hash),
    }.ToFrozenDictionary(algorithm => algorithm.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>LambdaMOO's only one, and so what is meant where none is named.</summary>
    public static HashAlgorithm Usual { get; } = Known["MD5"];

    /// <summary>What a keyed hash is made with where none is named.</summary>
    public static HashAlgorithm UsualKeyed { get; } = Known["SHA256"];

    /// <summary>The hash function of a name; null if there is none.</summary>
    public static HashAlgorithm? Find(string name) => Known.GetValueOrDefault(name);
}
