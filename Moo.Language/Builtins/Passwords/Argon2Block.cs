using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moo.Language.Builtins.Passwords;

/// <summary>The compression function of Argon2 (RFC 9106 §3.5) on blocks of 1024 bytes, as 128 words.</summary>
internal static class Argon2Block
{
    /// <summary>The number of words.</summary>
    public const int Words = 128;

    /// <summary>Mixes two blocks into a third; with <paramref name="isXor"/> what is there stays in.</summary>
    public static void Mix(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> target, bool isXor)
    {
        Span<ulong> r = stackalloc ulong[Words], kept = stackalloc ulong[Words];
        left = left[..Words];
        right = right[..Words];
        target = target[..Words];
        for (var i = 0; i < Words; i++)
        {
            r[i] = left[i] ^ right[i];
            kept[i] = isXor ? r[i] ^ target[i] : r[i];
        }
        // Eight rows of sixteen words, then eight columns of sixteen, two words wide.
        for (var i = 0; i < 8; i++) Round(ref r[16 * i], 1, 2);
        for (var i = 0; i < 8; i++) Round(ref r[2 * i], 1, 16);
        for (var i = 0; i < Words; i++) target[i] = r[i] ^ kept[i];
    }

    // The sixteen words are eight pairs, a stride apart.
    private static void Round(ref ulong first, int inPair, int stride)
    {
        ref var w0 = ref first;
        ref var w1 = ref Unsafe.Add(ref first, inPair);
        ref var w2 = ref Unsafe.Add(ref first, stride);
        ref var w3 = ref Unsafe.Add(ref first, stride + inPair);
        ref var w4 = ref Unsafe.Add(ref first, 2 * stride);
        ref var w5 = ref Unsafe.Add(ref first, 2 * stride + inPair);
        ref var w6 = ref Unsafe.Add(ref first, 3 * stride);
        ref var w7 = ref Unsafe.Add(ref first, 3 * stride + inPair);
        ref var w8 = ref Unsafe.Add(ref first, 4 * stride);
        ref var w9 = ref Unsafe.Add(ref first, 4 * stride + inPair);
        ref var w10 = ref Unsafe.Add(ref first, 5 * stride);
        ref var w11 = ref Unsafe.Add(ref first, 5 * stride + inPair);
        ref var w12 = ref Unsafe.Add(ref first, 6 * stride);
        ref var w13 = ref Unsafe.Add(ref first, 6 * stride + inPair);
        ref var w14 = ref Unsafe.Add(ref first, 7 * stride);
        ref var w15 = ref Unsafe.Add(ref first, 7 * stride + inPair);
        var (v0, v1, v2, v3, v4, v5, v6, v7) = (w0, w1, w2, w3, w4, w5, w6, w7);
        var (v8, v9, v10, v11, v12, v13, v14, v15) = (w8, w9, w10, w11, w12, w13, w14, w15);
        Quarter(ref v0, ref v4, ref v8, ref v12);
        Quarter(ref v1, ref v5, ref v9, ref v13);
        Quarter(ref v2, ref v6, ref v10, ref v14);
        Quarter(ref v3, ref v7, ref v11, ref v15);
        Quarter(ref v0, ref v5, ref v10, ref v15);
        Quarter(ref v1, ref v6, ref v11, ref v12);
        Quarter(ref v2, ref v7, ref v8, ref v13);
        Quarter(ref v3, ref v4, ref v9, ref v14);
        (w0, w1, w2, w3, w4, w5, w6, w7) = (v0, v1, v2, v3, v4, v5, v6, v7);
        (w8, w9, w10, w11, w12, w13, w14, w15) = (v8, v9, v10, v11, v12, v13, v14, v15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarter(ref ulong a, ref ulong b, ref ulong c, ref ulong d)
    {
        a = Multiply(a, b);
        d = BitOperations.RotateRight(d ^ a, 32);
        c = Multiply(c, d);
        b = BitOperations.RotateRight(b ^ c, 24);
        a = Multiply(a, b);
        d = BitOperations.RotateRight(d ^ a, 16);
        c = Multiply(c, d);
        b = BitOperations.RotateRight(b ^ c, 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(ulong x, ulong y) => x + y + 2 * ((ulong)(uint)x * (uint)y);
}
