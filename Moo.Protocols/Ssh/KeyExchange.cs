using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>One exchange of keys on an elliptic curve (RFC 5656 §4), and the keys that come of it.</summary>
internal sealed class KeyExchange
{
    private readonly HashAlgorithmName _hash;
    private readonly byte[] _secret, _exchangeHash;

    private KeyExchange(HashAlgorithmName hash, byte[] secret, byte[] exchangeHash, byte[] reply) =>
        (_hash, _secret, _exchangeHash, Reply) = (hash, secret, exchangeHash, reply);

    /// <summary>The hash of everything that was said; the first one names the session.</summary>
    public byte[] ExchangeHash => _exchangeHash;

    /// <summary>KEX_ECDH_REPLY.</summary>
    public byte[] Reply { get; }

    /// <summary>Answers KEX_ECDH_INIT; null if the client's point makes no sense.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="clientPoint">The client's public point.</param>
    /// <param name="key">The server's key, which signs the hash.</param>
    /// <param name="greetings">
    /// What was said before, as it goes into the hash: both versions, both KEXINITs, each the client's first.
    /// </param>
    public static KeyExchange? Run(EllipticCurve curve, ReadOnlySpan<byte> clientPoint, HostKey key, byte[][] greetings)
    {
        if (!curve.TryReadPoint(clientPoint, out var theirs))
            return null;
        byte[] secret, point;
        try
        {
            using var other = ECDiffieHellman.Create(theirs);
            using var own = ECDiffieHellman.Create(curve.Curve);
            point = EllipticCurve.ToBytes(own.ExportParameters(includePrivateParameters: false).Q);
            secret = own.DeriveRawSecretAgreement(other.PublicKey);
        }
        catch (CryptographicException)
        {
            // The point does not lie on the curve.
            return null;
        }
        var spoken = new SshWriter();
        foreach (var greeting in greetings)
            spoken.String(greeting);
        spoken.String(key.Blob).String(clientPoint).String(point).Number(secret);
        var hash = CryptographicOperations.HashData(curve.Hash, spoken.Span);
        var reply = SshWriter.Message(SshMessage.EcdhReply).String(key.Blob).String(point).String(key.Sign(hash));
        return new KeyExchange(curve.Hash, secret, hash, reply.ToArray());
    }

    /// <summary>The cipher for what the client sends.</summary>
    public PacketCipher Inward(byte[] sessionId) => Cipher('A', 'C', sessionId);

    /// <summary>The cipher for what the client is sent.</summary>
    public PacketCipher Outward(byte[] sessionId) => Cipher('B', 'D', sessionId);

    private PacketCipher Cipher(char nonce, char key, byte[] sessionId) => new(
        Derive(key, sessionId).AsSpan(0, PacketCipher.KeyLength),
        Derive(nonce, sessionId).AsSpan(0, PacketCipher.NonceLength));

    // RFC 4253 §7.2. Every hash here is at least as long as the longest key.
    private byte[] Derive(char letter, byte[] sessionId)
    {
        var source = new SshWriter().Number(_secret).Bytes(_exchangeHash).Byte((byte)letter).Bytes(sessionId);
        return CryptographicOperations.HashData(_hash, source.Span);
    }
}
