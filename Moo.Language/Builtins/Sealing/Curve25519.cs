using System.Buffers.Binary;

namespace Moo.Language.Builtins.Sealing;

/// <summary>X25519 (RFC 7748 §5): two parties agree on a secret over an open line. .NET has it for no platform.</summary>
/// <remarks>Runs in the same time whatever the secret is: neither branches nor looks up tables by it.</remarks>
internal static class Curve25519
{
    /// <summary>The length of secrets and points, in bytes.</summary>
    public const int Length = 32;

    private const int TopBit = 254;
    private const ulong A24 = 121665;

    private static readonly byte[] BasePoint = [9, .. new byte[Length - 1]];

    /// <summary>The public point of a secret.</summary>
    public static byte[] PublicOf(ReadOnlySpan<byte> secret) => Multiply(secret, BasePoint);

    /// <summary>The point that a secret makes of another one.</summary>
    public static byte[] Multiply(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> point)
    {
        Span<byte> scalar = stackalloc byte[Length];
        secret.CopyTo(scalar);
        scalar[0] &= 248;
        scalar[31] = (byte)(scalar[31] & 127 | 64);

        var x1 = Element.Read(point);
        var (x2, z2, x3, z3) = (Element.One, default(Element), x1, Element.One);
        ulong swap = 0;
        for (var t = TopBit; t >= 0; t--)
        {
            var bit = (ulong)(scalar[t / 8] >> t % 8) & 1;
            Element.Swap(swap ^ bit, ref x2, ref x3);
            Element.Swap(swap ^ bit, ref z2, ref z3);
            swap = bit;
            var (a, b) = (x2 + z2, x2 - z2);
            var (aa, bb) = (a * a, b * b);
            var e = aa - bb;
            var (da, cb) = ((x3 - z3) * a, (x3 + z3) * b);
            var (sum, difference) = (da + cb, da - cb);
            (x3, z3) = (sum * sum, x1 * (difference * difference));
            (x2, z2) = (aa * bb, e * (aa + e.Times(A24)));
        }
        Element.Swap(swap, ref x2, ref x3);
        Element.Swap(swap, ref z2, ref z3);
        return (x2 * z2.Inverse()).Write();
    }

    /// <summary>A number modulo 2^255 - 19, in five limbs of 51 bits and a little more.</summary>
    private readonly struct Element(ulong a, ulong b, ulong c, ulong d, ulong e)
    {
        private const int Bits = 51;
        private const ulong Mask = (1UL << Bits) - 1;

        private readonly ulong _a = a, _b = b, _c = c, _d = d, _e = e;

        public static Element One => new(1, 0, 0, 0, 0);

        public static Element Read(ReadOnlySpan<byte> bytes)
        {
            var (p, q, r, s) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
            return new Element(p & Mask, (p >> 51 | q << 13) & Mask, (q >> 38 | r << 26) & Mask, (r >> 25 | s << 39) & Mask, s >> 12 & Mask);
        }

        public byte[] Write()
        {
            // Twice carried, the number is below 2^255 + something small; then the modulus is taken off if it fits in.
            var n = Carried(_a, _b, _c, _d, _e);
            n = Carried(n._a, n._b, n._c, n._d, n._e);
            var over = n._a + 19 >> Bits;
            over = n._b + over >> Bits;
            over = n._c + over >> Bits;
            over = n._d + over >> Bits;
            over = n._e + over >> Bits;
            var a = n._a + 19 * over;
            var b = n._b + (a >> Bits);
            var c = n._c + (b >> Bits);
            var d = n._d + (c >> Bits);
            var e = n._e + (d >> Bits);
            (a, b, c, d, e) = (a & Mask, b & Mask, c & Mask, d & Mask, e & Mask);
            var bytes = new byte[Length];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, a | b << 51);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), b >> 13 | c << 38);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), c >> 26 | d << 25);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), d >> 39 | e << 12);
            return bytes;
        }

        public static void Swap(ulong isSwapped, ref Element left, ref Element right)
        {
            var mask = 0 - isSwapped;
            var (a, b, c, d, e) = (mask & (left._a ^ right._a), mask & (left._b ^ right._b), mask & (left._c ^ right._c), mask & (left._d ^ right._d), mask & (left._e ^ right._e));
            left = new Element(left._a ^ a, left._b ^ b, left._c ^ c, left._d ^ d, left._e ^ e);
            right = new Element(right._a ^ a, right._b ^ b, right._c ^ c, right._d ^ d, right._e ^ e);
        }

        public static Element operator +(Element l, Element r) => new(l._a + r._a, l._b + r._b, l._c + r._c, l._d + r._d, l._e + r._e);

        // Four times the modulus is added, so that nothing gets negative.
        public static Element operator -(Element l, Element r)
        {
            const ulong first = (1UL << 53) - 76, others = (1UL << 53) - 4;
            return Carried(l._a + first - r._a, l._b + others - r._b, l._c + others - r._c, l._d + others - r._d, l._e + others - r._e);
        }

        public static Element operator *(Element l, Element r)
        {
            // 2^255 is 19 here.
            var (b, c, d, e) = (19 * r._b, 19 * r._c, 19 * r._d, 19 * r._e);
            return Carried(
                (UInt128)l._a * r._a + (UInt128)l._b * e + (UInt128)l._c * d + (UInt128)l._d * c + (UInt128)l._e * b,
                (UInt128)l._a * r._b + (UInt128)l._b * r._a + (UInt128)l._c * e + (UInt128)l._d * d + (UInt128)l._e * c,
                (UInt128)l._a * r._c + (UInt128)l._b * r._b + (UInt128)l._c * r._a + (UInt128)l._d * e + (UInt128)l._e * d,
                (UInt128)l._a * r._d + (UInt128)l._b * r._c + (UInt128)l._c * r._b + (UInt128)l._d * r._a + (UInt128)l._e * e,
                (UInt128)l._a * r._e + (UInt128)l._b * r._d + (UInt128)l._c * r._c + (UInt128)l._d * r._b + (UInt128)l._e * r._a);
        }

        public Element Times(ulong factor) =>
            Carried((UInt128)_a * factor, (UInt128)_b * factor, (UInt128)_c * factor, (UInt128)_d * factor, (UInt128)_e * factor);

        private static Element Carried(UInt128 a, UInt128 b, UInt128 c, UInt128 d, UInt128 e)
        {
            b += a >> Bits;
            c += b >> Bits;
            d += c >> Bits;
            e += d >> Bits;
            var low = ((ulong)a & Mask) + 19 * (ulong)(e >> Bits);
            return new Element(low & Mask, ((ulong)b & Mask) + (low >> Bits), (ulong)c & Mask, (ulong)d & Mask, (ulong)e & Mask);
        }

        private static Element Carried(ulong a, ulong b, ulong c, ulong d, ulong e) => Carried((UInt128)a, b, c, d, e);

        // By Fermat: the power 2^255 - 21, whose bits are all ones but two.
        public Element Inverse()
        {
            const int zero1 = 2, zero2 = 4;
            var result = One;
            for (var bit = TopBit; bit >= 0; bit--)
            {
                result *= result;
                if (bit is not (zero1 or zero2)) result *= this;
            }
            return result;
        }
    }
}
