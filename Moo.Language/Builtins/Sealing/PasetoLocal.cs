using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Moo.Language.Builtins.Passwords;

namespace Moo.Language.Builtins.Sealing;

/// <summary>PASETO tokens, version 4, of the local kind: a message that only who holds a key can read or make.</summary>
/// <remarks>https://github.com/paseto-standard/paseto-spec/blob/master/docs/01-Protocol-Versions/Version4.md</remarks>
internal static class PasetoLocal
{
    /// <summary>The length of keys, in bytes.</summary>
    public const int KeyLength = 32;

    private const string Header = "v4.local.";
    private const int NonceLength = 32, TagLength = 32;

    /// <summary>A token.</summary>
    public static string Make(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message) => Make(key, message, RandomNumberGenerator.GetBytes(NonceLength));

    /// <summary>A token with a nonce that is known, for tests.</summary>
    internal static string Make(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, byte[] nonce)
    {
        var text = message.ToArray();
        Apply(key, nonce, text);
        return Header + Base64Url.EncodeToString((byte[])[.. nonce, .. text, .. Tag(key, nonce, text, [])]);
    }

    /// <summary>The message of a token; null if it is none, was changed, or made with another key.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, string token)
    {
        if (!token.StartsWith(Header, StringComparison.Ordinal)) return null;
        var parts = token[Header.Length..].Split('.');
        if (parts.Length > 2 || Bytes(parts[0]) is not { Length: >= NonceLength + TagLength } body) return null;
        if (Bytes(parts.Length == 2 ? parts[1] : "") is not { } footer) return null;
        var (nonce, text, tag) = (body[..NonceLength], body[NonceLength..^TagLength], body[^TagLength..]);
        if (!CryptographicOperations.FixedTimeEquals(tag, Tag(key, nonce, text, footer))) return null;
        Apply(key, nonce, text);
        return text;
    }

    private static byte[]? Bytes(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void Apply(ReadOnlySpan<byte> key, byte[] nonce, Span<byte> text)
    {
        var derived = Blake2b.Hash([.. "paseto-encryption-key"u8, .. nonce], key, KeyLength + XChaCha20.NonceLength);
        XChaCha20.Apply(derived.AsSpan(0, KeyLength), derived.AsSpan(KeyLength), text);
    }

    private static byte[] Tag(ReadOnlySpan<byte> key, byte[] nonce, byte[] text, byte[] footer)
    {
        var derived = Blake2b.Hash([.. "paseto-auth-key-for-aead"u8, .. nonce], key, KeyLength);
        return Blake2b.Hash(Joined(Encoding.ASCII.GetBytes(Header), nonce, text, footer, []), derived, TagLength);
    }

    // Each part behind its length, so that none can grow into the next ("PAE").
    private static byte[] Joined(params ReadOnlySpan<byte[]> parts)
    {
        using var joined = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, parts.Length);
        joined.Write(length);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
            joined.Write(length);
            joined.Write(part);
        }
        return joined.ToArray();
    }
}
