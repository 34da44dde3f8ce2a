using System.Security.Cryptography;
using Moo.Protocols.Ssh;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>A user's pair of keys, and the requests that are made with it.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly string _algorithm;
    private readonly ECDsa? _ecdsa;
    private readonly RSA? _rsa;
    private readonly HashAlgorithmName _hash;

    public SigningKey(string algorithm, int bits = 2048)
    {
        _algorithm = algorithm;
        if (algorithm.StartsWith("rsa", StringComparison.Ordinal))
        {
            _rsa = RSA.Create(bits);
            _hash = algorithm == "rsa-sha2-512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
            var numbers = _rsa.ExportParameters(false);
            Blob = new SshWriter().String("ssh-rsa").Number(numbers.Exponent).Number(numbers.Modulus).ToArray();
            return;
        }
        var curve = EllipticCurve.Find(algorithm[^8..])!;
        _ecdsa = ECDsa.Create(curve.Curve);
        _hash = curve.Hash;
        var point = EllipticCurve.ToBytes(_ecdsa.ExportParameters(false).Q);
        Blob = new SshWriter().String(algorithm).String(curve.Name).String(point).ToArray();
    }

    public byte[] Blob { get; }

    public SshWriter Offer(string name) => Request(name, isSigned: false);

    /// <summary>A request that proves the key.</summary>
    /// <param name="name">The name that is signed.</param>
    /// <param name="session">The session that is signed.</param>
    /// <param name="saidName">The name that the request says, if it is another.</param>
    /// <param name="signature">What stands for the signature, if it is none.</param>
    public SshWriter Signed(string name, byte[] session, string? saidName = null, byte[]? signature = null)
    {
        var data = new SshWriter().String(session).Bytes(Request(name, isSigned: true).Span).ToArray();
        signature ??= new SshWriter().String(_algorithm).String(Sign(data)).ToArray();
        return Request(saidName ?? name, isSigned: true).String(signature);
    }

    public void Dispose()
    {
        _ecdsa?.Dispose();
        _rsa?.Dispose();
    }

    private SshWriter Request(string name, bool isSigned) =>
        SshClient.Login(name, "publickey").Boolean(isSigned).String(_algorithm).String(Blob);

    private byte[] Sign(byte[] data)
    {
        if (_rsa is not null)
            return _rsa.SignData(data, _hash, RSASignaturePadding.Pkcs1);
        var pair = _ecdsa!.SignData(data, _hash);
        return new SshWriter().Number(pair.AsSpan(0, pair.Length / 2)).Number(pair.AsSpan(pair.Length / 2)).ToArray();
    }
}
