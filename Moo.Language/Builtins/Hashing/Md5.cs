using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Moo.Language.Builtins.Hashing;

/// <summary>MD5 (RFC 1321).</summary>
/// <remarks>
/// The platform has it, through OpenSSL, where setting a digest up costs three times what hashing a short text does; and short texts are what
/// worlds hash: names, lines, keys. So those are hashed here, and the platform hashes the rest, at which it is faster.
/// </remarks>
internal static class Md5
{
    /// <summary>The bytes of a hash.</summary>
    public const int Length = 16;

    private const int BlockLength = 64;

    // About where both take the same time.
    private const int MostOwnBytes = 16 * BlockLength;

    private static readonly HashFunction Platforms = MD5.HashData;

    /// <summary>Hashes some bytes into <see cref="Length"/> bytes, and returns that number.</summary>
    public static int Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        if (data.Length > MostOwnBytes) return Platforms(data, hash);
        Span<byte> end = stackalloc byte[2 * BlockLength];
        end = end[..MerkleDamgard.Pad(data, end, isBigEndian: false)];
        var state = (A: 0x67452301u, B: 0xEFCDAB89u, C: 0x98BADCFEu, D: 0x10325476u);
        for (; data.Length >= BlockLength; data = data[BlockLength..]) state = Compress(state, data[..BlockLength]);
        for (; !end.IsEmpty; end = end[BlockLength..]) state = Compress(state, end[..BlockLength]);

        BinaryPrimitives.WriteUInt32LittleEndian(hash, state.A);
        BinaryPrimitives.WriteUInt32LittleEndian(hash[4..], state.B);
        BinaryPrimitives.WriteUInt32LittleEndian(hash[8..], state.C);
        BinaryPrimitives.WriteUInt32LittleEndian(hash[12..], state.D);
        return Length;
    }

    // Written out step by step: in a loop over tables it takes three times as long.
    private static (uint A, uint B, uint C, uint D) Compress((uint A, uint B, uint C, uint D) state, ReadOnlySpan<byte> block)
    {
        var (a, b, c, d) = state;

        a = Turn(Choose(b, c, d) + a + Word(block, 0) + 0xD76AA478, 7) + b;
        d = Turn(Choose(a, b, c) + d + Word(block, 1) + 0xE8C7B756, 12) + a;
        c = Turn(Choose(d, a, b) + c + Word(block, 2) + 0x242070DB, 17) + d;
        b = Turn(Choose(c, d, a) + b + Word(block, 3) + 0xC1BDCEEE, 22) + c;
        a = Turn(Choose(b, c, d) + a + Word(block, 4) + 0xF57C0FAF, 7) + b;
        d = Turn(Choose(a, b, c) + d + Word(block, 5) + 0x4787C62A, 12) + a;
        c = Turn(Choose(d, a, b) + c + Word(block, 6) + 0xA8304613, 17) + d;
        b = Turn(Choose(c, d, a) + b + Word(block, 7) + 0xFD469501, 22) + c;
        a = Turn(Choose(b, c, d) + a + Word(block, 8) + 0x698098D8, 7) + b;
        d = Turn(Choose(a, b, c) + d + Word(block, 9) + 0x8B44F7AF, 12) + a;
        c = Turn(Choose(d, a, b) + c + Word(block, 10) + 0xFFFF5BB1, 17) + d;
        b = Turn(Choose(c, d, a) + b + Word(block, 11) + 0x895CD7BE, 22) + c;
        a = Turn(Choose(b, c, d) + a + Word(block, 12) + 0x6B901122, 7) + b;
        d = Turn(Choose(a, b, c) + d + Word(block, 13) + 0xFD987193, 12) + a;
        c = Turn(Choose(d, a, b) + c + Word(block, 14) + 0xA679438E, 17) + d;
        b = Turn(Choose(c, d, a) + b + Word(block, 15) + 0x49B40821, 22) + c;

        a = Turn(ChooseLast(b, c, d) + a + Word(block, 1) + 0xF61E2562, 5) + b;
        d = Turn(ChooseLast(a, b, c) + d + Word(block, 6) + 0xC040B340, 9) + a;
        c = Turn(ChooseLast(d, a, b) + c + Word(block, 11) + 0x265E5A51, 14) + d;
        b = Turn(ChooseLast(c, d, a) + b + Word(block, 0) + 0xE9B6C7AA, 20) + c;
        a = Turn(ChooseLast(b, c, d) + a + Word(block, 5) + 0xD62F105D, 5) + b;
        d = Turn(ChooseLast(a, b, c) + d + Word(block, 10) + 0x02441453, 9) + a;
        c = Turn(ChooseLast(d, a, b) + c + Word(block, 15) + 0xD8A1E681, 14) + d;
        b = Turn(ChooseLast(c, d, a) + b + Word(block, 4) + 0xE7D3FBC8, 20) + c;
        a = Turn(ChooseLast(b, c, d) + a + Word(block, 9) + 0x21E1CDE6, 5) + b;
        d = Turn(ChooseLast(a, b, c) + d + Word(block, 14) + 0xC33707D6, 9) + a;
        c = Turn(ChooseLast(d, a, b) + c + Word(block, 3) + 0xF4D50D87, 14) + d;
        b = Turn(ChooseLast(c, d, a) + b + Word(block, 8) + 0x455A14ED, 20) + c;
        a = Turn(ChooseLast(b, c, d) + a + Word(block, 13) + 0xA9E3E905, 5) + b;
        d = Turn(ChooseLast(a, b, c) + d + Word(block, 2) + 0xFCEFA3F8, 9) + a;
        c = Turn(ChooseLast(d, a, b) + c + Word(block, 7) + 0x676F02D9, 14) + d;
        b = Turn(ChooseLast(c, d, a) + b + Word(block, 12) + 0x8D2A4C8A, 20) + c;

        a = Turn(Parity(b, c, d) + a + Word(block, 5) + 0xFFFA3942, 4) + b;
        d = Turn(Parity(a, b, c) + d + Word(block, 8) + 0x8771F681, 11) + a;
        c = Turn(Parity(d, a, b) + c + Word(block, 11) + 0x6D9D6122, 16) + d;
        b = Turn(Parity(c, d, a) + b + Word(block, 14) + 0xFDE5380C, 23) + c;
        a = Turn(Parity(b, c, d) + a + Word(block, 1) + 0xA4BEEA44, 4) + b;
        d = Turn(Parity(a, b, c) + d + Word(block, 4) + 0x4BDECFA9, 11) + a;
        c = Turn(Parity(d, a, b) + c + Word(block, 7) + 0xF6BB4B60, 16) + d;
        b = Turn(Parity(c, d, a) + b + Word(block, 10) + 0xBEBFBC70, 23) + c;
        a = Turn(Parity(b, c, d) + a + Word(block, 13) + 0x289B7EC6, 4) + b;
        d = Turn(Parity(a, b, c) + d + Word(block, 0) + 0xEAA127FA, 11) + a;
        c = Turn(Parity(d, a, b) + c + Word(block, 3) + 0xD4EF3085, 16) + d;
        b = Turn(Parity(c, d, a) + b + Word(block, 6) + 0x04881D05, 23) + c;
        a = Turn(Parity(b, c, d) + a + Word(block, 9) + 0xD9D4D039, 4) + b;
        d = Turn(Parity(a, b, c) + d + Word(block, 12) + 0xE6DB99E5, 11) + a;
        c = Turn(Parity(d, a, b) + c + Word(block, 15) + 0x1FA27CF8, 16) + d;
        b = Turn(Parity(c, d, a) + b + Word(block, 2) + 0xC4AC5665, 23) + c;

        a = Turn(Last(b, c, d) + a + Word(block, 0) + 0xF4292244, 6) + b;
        d = Turn(Last(a, b, c) + d + Word(block, 7) + 0x432AFF97, 10) + a;
        c = Turn(Last(d, a, b) + c + Word(block, 14) + 0xAB9423A7, 15) + d;
        b = Turn(Last(c, d, a) + b + Word(block, 5) + 0xFC93A039, 21) + c;
        a = Turn(Last(b, c, d) + a + Word(block, 12) + 0x655B59C3, 6) + b;
        d = Turn(Last(a, b, c) + d + Word(block, 3) + 0x8F0CCC92, 10) + a;
        c = Turn(Last(d, a, b) + c + Word(block, 10) + 0xFFEFF47D, 15) + d;
        b = Turn(Last(c, d, a) + b + Word(block, 1) + 0x85845DD1, 21) + c;
        a = Turn(Last(b, c, d) + a + Word(block, 8) + 0x6FA87E4F, 6) + b;
        d = Turn(Last(a, b, c) + d + Word(block, 15) + 0xFE2CE6E0, 10) + a;
        c = Turn(Last(d, a, b) + c + Word(block, 6) + 0xA3014314, 15) + d;
        b = Turn(Last(c, d, a) + b + Word(block, 13) + 0x4E0811A1, 21) + c;
        a = Turn(Last(b, c, d) + a + Word(block, 4) + 0xF7537E82, 6) + b;
        d = Turn(Last(a, b, c) + d + Word(block, 11) + 0xBD3AF235, 10) + a;
        c = Turn(Last(d, a, b) + c + Word(block, 2) + 0x2AD7D2BB, 15) + d;
        b = Turn(Last(c, d, a) + b + Word(block, 9) + 0xEB86D391, 21) + c;

        return (state.A + a, state.B + b, state.C + c, state.D + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(ReadOnlySpan<byte> block, int index) => BinaryPrimitives.ReadUInt32LittleEndian(block[(4 * index)..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Turn(uint mixed, int shift) => BitOperations.RotateLeft(mixed, shift);

    // The four rounds' functions of three words.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Choose(uint x, uint y, uint z) => z ^ x & (y ^ z);

    // The halves have no bit in common: added, not or-ed, the one that does not depend on the step before comes in early.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ChooseLast(uint x, uint y, uint z) => (x & z) + (y & ~z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Parity(uint x, uint y, uint z) => x ^ y ^ z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Last(uint x, uint y, uint z) => y ^ (x | ~z);
}
