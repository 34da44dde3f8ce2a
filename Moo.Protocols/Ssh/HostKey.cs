using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>What a server proves itself by: an ECDSA key on the curve P-256 (RFC 5656).</summary>
public sealed class HostKey : IDisposable
{
    internal const string Algorithm = "ecdsa-sha2-nistp256";
    private const string Curve = "nistp256";

    private readonly Lock _lock = new();
    private readonly ECDsa _key;

    private HostKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        Blob = new SshWriter().String(Algorithm).String(Curve).String([4, .. point.X!, .. point.Y!]).ToArray();
    }

    /// <summary>The fingerprint that clients show, as <c>SHA256:…</c>.</summary>
    public string Fingerprint => UserKey.FingerprintOf(Blob);

    /// <summary>The public key as it stands in <c>known_hosts</c>, after the host's name.</summary>
    public string PublicText => $"{Algorithm} {Convert.ToBase64String(Blob)}";

    internal byte[] Blob { get; }

    /// <summary>Makes a new key.</summary>
    public static HostKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a key in PEM.</summary>
    /// <exception cref="ArgumentException">There is no key in the text.</exception>
    /// <exception cref="CryptographicException">It is no key on the curve P-256.</exception>
    public static HostKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            const int bits = 256;
            if (key.KeySize != bits)
                throw new CryptographicException("the key is not on the curve P-256");
            return new HostKey(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The key in PEM (PKCS #8), the secret half with it.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>Signs the hash of a key exchange (RFC 5656 §3.1.2).</summary>
    internal byte[] Sign(byte[] exchangeHash)
    {
        byte[] signature;
        lock (_lock) signature = _key.SignData(exchangeHash, HashAlgorithmName.SHA256);
        var half = signature.Length / 2;
        var numbers = new SshWriter().Number(signature.AsSpan(0, half)).Number(signature.AsSpan(half));
        return new SshWriter().String(Algorithm).String(numbers.Span).ToArray();
    }
}
