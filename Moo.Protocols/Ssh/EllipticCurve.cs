using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>One of the curves of RFC 5656, with the hash that goes with it.</summary>
/// <param name="Name">Its name in SSH.</param>
/// <param name="Curve">The curve.</param>
/// <param name="Bytes">The bytes of a coordinate.</param>
/// <param name="Hash">The hash.</param>
internal sealed record EllipticCurve(string Name, ECCurve Curve, int Bytes, HashAlgorithmName Hash)
{
    private const byte Uncompressed = 4;

    private static readonly EllipticCurve[] All =
    [
        new("nistp256", ECCurve.NamedCurves.nistP256, 32, HashAlgorithmName.SHA256),
        new("nistp384", ECCurve.NamedCurves.nistP384, 48, HashAlgorithmName.SHA384),
        new("nistp521", ECCurve.NamedCurves.nistP521, 66, HashAlgorithmName.SHA512),
    ];

    /// <summary>The curve of that name, or null.</summary>
    public static EllipticCurve? Find(string name) => Array.Find(All, curve => curve.Name == name);

    /// <summary>Reads a point. Whether it lies on the curve is found out when it is used.</summary>
    public bool TryReadPoint(ReadOnlySpan<byte> bytes, out ECParameters parameters)
    {
        parameters = default;
        if (bytes.Length != 1 + 2 * Bytes || bytes[0] != Uncompressed)
            return false;
        var point = new ECPoint { X = bytes[1..(1 + Bytes)].ToArray(), Y = bytes[(1 + Bytes)..].ToArray() };
        parameters = new ECParameters { Curve = Curve, Q = point };
        return true;
    }

    /// <summary>A point in bytes.</summary>
    public static byte[] ToBytes(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];
}
