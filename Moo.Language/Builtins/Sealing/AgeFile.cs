using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Moo.Language.Builtins.Sealing;

/// <summary>Files of age (age-encryption.org/v1): encrypted for who holds one of some keys, or knows a passphrase.</summary>
/// <remarks>C2SP's specification of the format, https://c2sp.org/age.</remarks>
internal static class AgeFile
{
    /// <summary>The prefixes of public and secret keys as text.</summary>
    public const string PublicPrefix = "age", SecretPrefix = "age-secret-key-";

    private const string Version = "age-encryption.org/v1";
    private const string ByPoint = "X25519", ByPassphrase = "scrypt";
    private const int FileKeyLength = 16, KeyLength = 32, TagLength = 16, NonceLength = 12, SaltLength = 16;
    private const int ChunkLength = 1 << 16;
    private const int Columns = 64;
    private const int MostStanzas = 1000;

    // A fifth of a second and 32 MB; what others wrote may cost as much as age itself asks for.
    private const int UsualLogCost = 15, MostLogCost = 18;

    /// <summary>Encrypts for the holders of secret keys.</summary>
    /// <param name="message">The message.</param>
    /// <param name="recipients">Their public points.</param>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, IEnumerable<byte[]> recipients)
    {
        var fileKey = RandomNumberGenerator.GetBytes(FileKeyLength);
        var header = new StringBuilder(Version).Append('\n');
        foreach (var recipient in recipients)
        {
            var secret = RandomNumberGenerator.GetBytes(Curve25519.Length);
            var share = Curve25519.PublicOf(secret);
            var key = PointKey(Curve25519.Multiply(secret, recipient), share, recipient);
            Stanza(header, $"{ByPoint} {Text(share)}", Seal(key, new byte[NonceLength], fileKey));
        }
        return Finish(header, fileKey, message);
    }

    /// <summary>Encrypts for who knows a passphrase. Slow, on purpose.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, string passphrase)
    {
        var fileKey = RandomNumberGenerator.GetBytes(FileKeyLength);
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var header = new StringBuilder(Version).Append('\n');
        Stanza(header, string.Create(CultureInfo.InvariantCulture, $"{ByPassphrase} {Text(salt)} {UsualLogCost}"),
            Seal(PassphraseKey(passphrase, salt, UsualLogCost), new byte[NonceLength], fileKey));
        return Finish(header, fileKey, message);
    }

    /// <summary>Decrypts with one of some secret keys; null if none of them fits, or the file was changed.</summary>
    public static byte[]? Decrypt(byte[] file, IReadOnlyList<byte[]> secrets) => Open(file, stanza =>
    {
        if (stanza.Words is not [ByPoint, var word] || Bytes(word) is not { Length: Curve25519.Length } share) return null;
        foreach (var secret in secrets)
        {
            var shared = Curve25519.Multiply(secret, share);
            // A share of low order makes a secret that everybody knows.
            if (shared.All(part => part == 0)) continue;
            if (Unseal(PointKey(shared, share, Curve25519.PublicOf(secret)), new byte[NonceLength], stanza.Body) is { } key) return key;
        }
        return null;
    });

    /// <summary>Decrypts with a passphrase; null if it does not fit, the file was changed, or opening it would cost too much. Slow, on purpose.</summary>
    public static byte[]? Decrypt(byte[] file, string passphrase) => Open(file, stanza =>
        stanza.Words is [ByPassphrase, var word, var cost] && Bytes(word) is { Length: SaltLength } salt
            && int.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var logCost) && logCost is > 0 and <= MostLogCost
            ? Unseal(PassphraseKey(passphrase, salt, logCost), new byte[NonceLength], stanza.Body) : null);

    private static byte[] PointKey(byte[] shared, byte[] share, byte[] recipient) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, KeyLength, [.. share, .. recipient], Encoding.ASCII.GetBytes($"{Version}/{ByPoint}"));

    private static byte[] PassphraseKey(string passphrase, byte[] salt, int logCost) =>
        Scrypt.Derive(Encoding.UTF8.GetBytes(passphrase), [.. Encoding.ASCII.GetBytes($"{Version}/{ByPassphrase}"), .. salt], logCost, KeyLength);

    // ---- the header: the file key, sealed for each who may read

    private sealed record Sealed(string[] Words, byte[] Body);

    private static void Stanza(StringBuilder header, string words, byte[] body)
    {
        header.Append("-> ").Append(words).Append('\n');
        var text = Text(body);
        // The last line is shorter than a whole one, be it empty.
        for (var at = 0; at <= text.Length; at += Columns) header.Append(text.AsSpan(at, Math.Min(Columns, text.Length - at))).Append('\n');
    }

    private static byte[] Finish(StringBuilder header, byte[] fileKey, ReadOnlySpan<byte> message)
    {
        header.Append("---");
        var signature = Signature(fileKey, header.ToString());
        header.Append(' ').Append(Text(signature)).Append('\n');
        return [.. Encoding.ASCII.GetBytes(header.ToString()), .. Payload(fileKey, message)];
    }

    private static byte[] Signature(byte[] fileKey, string header) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, KeyLength, [], "header"u8.ToArray()), Encoding.ASCII.GetBytes(header));

    private static byte[]? Open(byte[] file, Func<Sealed, byte[]?> unwrap)
    {
        var at = 0;
        if (Line(file, ref at) != Version) return null;
        byte[]? fileKey = null;
        for (var count = 0; count < MostStanzas; count++)
        {
            var start = at;
            if (Line(file, ref at) is not { } line) return null;
            if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (fileKey is null || Bytes(line[4..]) is not { } given) return null;
                var expected = Signature(fileKey, Encoding.ASCII.GetString(file, 0, start + 3));
                return CryptographicOperations.FixedTimeEquals(given, expected) ? Unsealed(fileKey, file.AsSpan(at)) : null;
            }
            if (!line.StartsWith("-> ", StringComparison.Ordinal)) return null;
            var body = new StringBuilder();
            string? part;
            do
            {
                part = Line(file, ref at);
                body.Append(part);
            }
            while (part is { Length: Columns });
            if (part is null || Bytes(body.ToString()) is not { } wrapped) return null;
            fileKey ??= unwrap(new Sealed(line[3..].Split(' '), wrapped));
        }
        return null;
    }

    private static string? Line(byte[] file, ref int at)
    {
        var end = Array.IndexOf(file, (byte)'\n', at);
        if (end < 0) return null;
        var line = Encoding.ASCII.GetString(file, at, end - at);
        at = end + 1;
        return line;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    // Base 64 without padding; null if it is none.
    private static byte[]? Bytes(string text)
    {
        if (text.Contains('=')) return null;
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }

    // ---- the payload: chunks, each sealed under its number and whether it is the last

    private static byte[] Payload(byte[] fileKey, ReadOnlySpan<byte> message)
    {
        var nonce = RandomNumberGenerator.GetBytes(SaltLength);
        var key = PayloadKey(fileKey, nonce);
        using var payload = new MemoryStream();
        payload.Write(nonce);
        for (var number = 0L; ; number++)
        {
            var chunk = message[..Math.Min(ChunkLength, message.Length)];
            message = message[chunk.Length..];
            payload.Write(Seal(key, ChunkNonce(number, isLast: message.Length == 0), chunk));
            if (message.Length == 0) return payload.ToArray();
        }
    }

    private static byte[]? Unsealed(byte[] fileKey, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < SaltLength + TagLength) return null;
        var key = PayloadKey(fileKey, payload[..SaltLength].ToArray());
        payload = payload[SaltLength..];
        using var message = new MemoryStream();
        for (var number = 0L; ; number++)
        {
            var chunk = payload[..Math.Min(ChunkLength + TagLength, payload.Length)];
            payload = payload[chunk.Length..];
            if (Unseal(key, ChunkNonce(number, isLast: payload.Length == 0), chunk) is not { } opened) return null;
            message.Write(opened);
            // Only a message of nothing ends with an empty chunk.
            if (payload.Length == 0) return opened.Length == 0 && number > 0 ? null : message.ToArray();
        }
    }

    private static byte[] PayloadKey(byte[] fileKey, byte[] nonce) => HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, KeyLength, nonce, "payload"u8.ToArray());

    private static byte[] ChunkNonce(long number, bool isLast)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }

    private static byte[] Seal(byte[] key, byte[] nonce, ReadOnlySpan<byte> plain)
    {
        var result = new byte[plain.Length + TagLength];
        using var cipher = new ChaCha20Poly1305(key);
        cipher.Encrypt(nonce, plain, result.AsSpan(0, plain.Length), result.AsSpan(plain.Length));
        return result;
    }

    private static byte[]? Unseal(byte[] key, byte[] nonce, ReadOnlySpan<byte> text)
    {
        if (text.Length < TagLength) return null;
        var result = new byte[text.Length - TagLength];
        using var cipher = new ChaCha20Poly1305(key);
        try
        {
            cipher.Decrypt(nonce, text[..^TagLength], text[^TagLength..], result);
            return result;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
