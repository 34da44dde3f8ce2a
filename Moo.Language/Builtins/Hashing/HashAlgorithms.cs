using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Moo.Language.Builtins.Hashing;

/// <summary>A hash function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BlockLength">The bytes that it takes at once, for HMAC.</param>
/// <param name="Hash">The function.</param>
internal sealed record HashAlgorithm(string Name, int BlockLength, Func<byte[], byte[]> Hash)
{
    /// <summary>The keyed hash of some bytes (HMAC, RFC 2104).</summary>
    public byte[] Authenticate(byte[] key, byte[] data)
    {
        if (key.Length > BlockLength) key = Hash(key);
        var (inner, outer) = (new byte[BlockLength + data.Length], new byte[BlockLength]);
        key.CopyTo(inner, 0);
        key.CopyTo(outer, 0);
        for (var i = 0; i < BlockLength; i++)
        {
            inner[i] ^= 0x36;
            outer[i] ^= 0x5C;
        }
        data.CopyTo(inner, BlockLength);
        return Hash([.. outer, .. Hash(inner)]);
    }
}

/// <summary>The hash functions that the language offers, by name.</summary>
internal static class HashAlgorithms
{
    private static readonly FrozenDictionary<string, HashAlgorithm> Known = new HashAlgorithm[]
    {
        new("MD5", 64, MD5.HashData),
        new("SHA1", 64, SHA1.HashData),
        new("SHA224", 64, data => Sha224.Hash(data)),
        new("SHA256", 64, SHA256.HashData),
        new("SHA384", 128, SHA384.HashData),
        new("SHA512", 128, SHA512.HashData),
        new("RIPEMD160", 64, data => Ripemd160.Hash(data)),
    }.ToFrozenDictionary(algorithm => algorithm.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>LambdaMOO's only one, and so what is meant where none is named.</summary>
    public static HashAlgorithm Md5 => Known["MD5"];

    /// <summary>What a keyed hash is made with where none is named.</summary>
    public static HashAlgorithm Sha256 => Known["SHA256"];

    /// <summary>The hash function of a name; null if there is none.</summary>
    public static HashAlgorithm? Find(string name) => Known.GetValueOrDefault(name);
}
