using System.Numerics;
using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>Verifies Ed25519 signatures (RFC 8032 §5.1), which .NET has no type for.</summary>
/// <remarks>
/// Verification handles nothing secret, so it may take as long as its numbers make it: some milliseconds. Points are
/// in extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z.
/// </remarks>
internal static class Ed25519
{
    private const int KeyLength = 32, SignatureLength = 64, HashLength = 64;

    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger Order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);
    private static readonly BigInteger D = Reduce(-121665 * Inverse(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (Prime - 1) / 4, Prime);
    private static readonly Point Generator = MakeGenerator();

    /// <summary>Whether the signature of the message was made with the secret half of the key.</summary>
    public static bool IsGood(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (key.Length != KeyLength || signature.Length != SignatureLength)
            return false;
        if (!TryDecode(key, out var signer) || !TryDecode(signature[..KeyLength], out var commitment))
            return false;
        var response = Number(signature[KeyLength..]);
        // A second form of the same signature (RFC 8032 §8.4).
        if (response >= Order)
            return false;
        Span<byte> hash = stackalloc byte[HashLength];
        using (var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA512))
        {
            sha.AppendData(signature[..KeyLength]);
            sha.AppendData(key);
            sha.AppendData(message);
            sha.GetHashAndReset(hash);
        }
        var challenge = Number(hash) % Order;
        return AreSame(Multiply(response, Generator), Add(commitment, Multiply(challenge, signer)));
    }

    private static BigInteger Reduce(BigInteger number)
    {
        var rest = number % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    private static BigInteger Inverse(BigInteger number) => BigInteger.ModPow(Reduce(number), Prime - 2, Prime);

    private static BigInteger Number(ReadOnlySpan<byte> littleEndian) => new(littleEndian, isUnsigned: true);

    // RFC 8032 §5.1.4.
    private static Point Add(Point left, Point right)
    {
        var a = Reduce((left.Y - left.X) * (right.Y - right.X));
        var b = Reduce((left.Y + left.X) * (right.Y + right.X));
        var c = Reduce(2 * left.T * Reduce(D * right.T));
        var d = Reduce(2 * left.Z * right.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new Point(Reduce(e * f), Reduce(g * h), Reduce(f * g), Reduce(e * h));
    }

    private static Point Multiply(BigInteger factor, Point point)
    {
        var sum = new Point(0, 1, 1, 0);
        for (; factor > 0; factor >>= 1)
        {
            if (!factor.IsEven)
                sum = Add(sum, point);
            point = Add(point, point);
        }
        return sum;
    }

    private static bool AreSame(Point left, Point right) =>
        Reduce(left.X * right.Z - right.X * left.Z).IsZero && Reduce(left.Y * right.Z - right.Y * left.Z).IsZero;

    // RFC 8032 §5.1.3: y in 255 bits, and the lowest bit of x.
    private static bool TryDecode(ReadOnlySpan<byte> bytes, out Point point)
    {
        point = default;
        Span<byte> copy = stackalloc byte[KeyLength];
        bytes.CopyTo(copy);
        var isOdd = copy[^1] >= 0x80;
        copy[^1] &= 0x7F;
        var y = Number(copy);
        if (y >= Prime)
            return false;
        var square = Reduce((y * y - 1) * Inverse(D * y * y + 1));
        var x = BigInteger.ModPow(square, (Prime + 3) / 8, Prime);
        if (Reduce(x * x - square) != 0)
            x = Reduce(x * RootOfMinusOne);
        if (Reduce(x * x - square) != 0 || (x.IsZero && isOdd))
            return false;
        if (x.IsEven == isOdd)
            x = Prime - x;
        point = new Point(x, y, 1, Reduce(x * y));
        return true;
    }

    private static Point MakeGenerator()
    {
        Span<byte> bytes = stackalloc byte[KeyLength];
        bytes.Fill(0x66);
        bytes[0] = 0x58;
        return TryDecode(bytes, out var point) ? point : throw new InvalidOperationException("The generator is a point.");
    }

    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
}
