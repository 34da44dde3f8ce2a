using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Moo.Protocols.Ssh;

/// <summary>The public key that a user logs in with: Ed25519, ECDSA on the three NIST curves, or RSA.</summary>
public sealed class UserKey
{
    /// <summary>What signatures are made with (RFC 8709, RFC 5656, RFC 8332), the best first.</summary>
    internal const string SignatureAlgorithms = "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";

    private const string Ed25519Type = "ssh-ed25519", EcdsaPrefix = "ecdsa-sha2-", RsaType = "ssh-rsa";
    private const int LongestBlob = 2200, LeastModulus = 2048 / 8, LargestModulus = 16_384 / 8;

    private readonly byte[] _blob;

    private UserKey(string type, ReadOnlySpan<byte> blob) => (Type, _blob) = (type, blob.ToArray());

    /// <summary>Its type, as in a <c>.pub</c> file: <c>ssh-ed25519</c>, <c>ecdsa-sha2-nistp256</c>, <c>ssh-rsa</c>.</summary>
    public string Type { get; }

    /// <summary>The key in base 64, as in a <c>.pub</c> file.</summary>
    public string Base64 => Convert.ToBase64String(_blob);

    /// <summary>Its fingerprint, as <c>ssh-keygen -l</c> shows it: <c>SHA256:…</c>.</summary>
    public string Fingerprint => FingerprintOf(_blob);

    internal static string FingerprintOf(ReadOnlySpan<byte> blob) =>
        "SHA256:" + Convert.ToBase64String(SHA256.HashData(blob)).TrimEnd('=');

    /// <summary>Reads a key for signatures of one algorithm.</summary>
    /// <param name="algorithm">How the signature is made; for RSA it is not the key's type.</param>
    /// <param name="blob">The key.</param>
    /// <param name="key">The key; its numbers are looked at when a signature is.</param>
    internal static bool TryRead(string algorithm, ReadOnlySpan<byte> blob, [NotNullWhen(true)] out UserKey? key)
    {
        key = null;
        if (blob.Length > LongestBlob || !SignatureAlgorithms.Split(',').Contains(algorithm))
            return false;
        var type = Encoding.ASCII.GetString(new SshReader(blob).String());
        if (type != (algorithm.StartsWith("rsa-", StringComparison.Ordinal) ? RsaType : algorithm))
            return false;
        key = new UserKey(type, blob);
        return true;
    }

    /// <summary>Whether a signature of the data was made with the secret half of this key.</summary>
    internal bool HasSigned(string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var reader = new SshReader(signature);
        var isOfAlgorithm = Encoding.ASCII.GetString(reader.String()) == algorithm;
        var proof = reader.String();
        if (reader.IsBroken || !isOfAlgorithm)
            return false;
        var key = new SshReader(_blob);
        _ = key.String();
        try
        {
            return Type switch
            {
                Ed25519Type => IsGoodEd25519(ref key, data, proof),
                RsaType => IsGoodRsa(ref key, algorithm, data, proof),
                _ => IsGoodEcdsa(ref key, data, proof),
            };
        }
        catch (CryptographicException)
        {
            // Numbers that are no key.
            return false;
        }
    }

    private static bool IsGoodEd25519(ref SshReader key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> proof)
    {
        var point = key.String();
        return !key.IsBroken && Ed25519.IsGood(point, data, proof);
    }

    private bool IsGoodEcdsa(ref SshReader key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> proof)
    {
        var name = Encoding.ASCII.GetString(key.String());
        var point = key.String();
        if (key.IsBroken || Type != EcdsaPrefix + name || EllipticCurve.Find(name) is not { } curve)
            return false;
        if (!curve.TryReadPoint(point, out var parameters))
            return false;
        var numbers = new SshReader(proof);
        var r = numbers.Number();
        var s = numbers.Number();
        if (numbers.IsBroken || r.Length > curve.Bytes || s.Length > curve.Bytes)
            return false;
        // .NET has both numbers side by side, each as long as the curve's.
        var pair = new byte[2 * curve.Bytes];
        r.CopyTo(pair.AsSpan(curve.Bytes - r.Length));
        s.CopyTo(pair.AsSpan(pair.Length - s.Length));
        using var ecdsa = ECDsa.Create(parameters);
        return ecdsa.VerifyData(data, pair, curve.Hash);
    }

    private static bool IsGoodRsa(ref SshReader key, string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> proof)
    {
        var exponent = key.Number();
        var modulus = key.Number();
        // An exponent as long as the modulus would make looking at it slow.
        if (key.IsBroken || exponent.Length is 0 or > sizeof(ulong) || modulus.Length is < LeastModulus or > LargestModulus)
            return false;
        using var rsa = RSA.Create(new RSAParameters { Exponent = exponent.ToArray(), Modulus = modulus.ToArray() });
        var hash = algorithm == "rsa-sha2-512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        return rsa.VerifyData(data, proof, hash, RSASignaturePadding.Pkcs1);
    }
}
