using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Moo.Language.Builtins.Passwords;

/// <summary>What it costs to make an Argon2 hash.</summary>
/// <param name="Memory">Memory in KiB.</param>
/// <param name="Iterations">Passes over it.</param>
/// <param name="Lanes">Lanes it is divided into; computed one behind the other here, which changes nothing in the result.</param>
internal readonly record struct Argon2Cost(int Memory, int Iterations, int Lanes)
{
    private const int MostMemory = 512 * 1024;
    private const long MostWork = 4L << 20;
    private const int MostLanes = 16;

    /// <summary>Whether the numbers make sense and do not keep the host busy for longer than some seconds.</summary>
    public bool IsAllowed =>
        Iterations >= 1 && Lanes is >= 1 and <= MostLanes
        && Memory >= 8 * Lanes && Memory <= MostMemory && (long)Memory * Iterations <= MostWork;

    /// <summary>The cost that three numbers from a program name; one that is not allowed if they are out of range.</summary>
    public static Argon2Cost Of(long memory, long iterations, long lanes) =>
        new((int)Math.Clamp(memory, 0, int.MaxValue), (int)Math.Clamp(iterations, 0, int.MaxValue), (int)Math.Clamp(lanes, 0, int.MaxValue));
}

/// <summary>Argon2id, version 1.3 (RFC 9106). .NET has none.</summary>
internal static class Argon2id
{
    private const int Version = 0x13;
    private const int Type = 2;
    private const int Slices = 4;

    /// <summary>The hash of a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="cost">What it may take.</param>
    /// <param name="length">The bytes wanted.</param>
    /// <param name="secret">A key, for those who have one.</param>
    /// <param name="associated">What else the hash shall depend on.</param>
    public static byte[] Hash(
        ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, Argon2Cost cost, int length,
        ReadOnlySpan<byte> secret = default, ReadOnlySpan<byte> associated = default)
    {
        var segment = cost.Memory / (Slices * cost.Lanes);
        var fill = new Fill(cost, segment, GC.AllocateUninitializedArray<ulong>(segment * Slices * cost.Lanes * Argon2Block.Words));
        fill.Begin(Seed(password, salt, cost, length, secret, associated));
        for (var quarter = 0; quarter < cost.Iterations * Slices; quarter++)
        {
            for (var lane = 0; lane < cost.Lanes; lane++) fill.Segment(quarter / Slices, quarter % Slices, lane);
        }
        var hash = new byte[length];
        LongHash(MemoryMarshal.AsBytes<ulong>(fill.End()), hash);
        return hash;
    }

    // §3.2: everything that the hash depends on, in one.
    private static byte[] Seed(
        ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, Argon2Cost cost, int length, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> associated)
    {
        using var all = new MemoryStream();
        foreach (var number in new[] { cost.Lanes, length, cost.Memory, cost.Iterations, Version, Type }) Write(all, number);
        WriteWithLength(all, password);
        WriteWithLength(all, salt);
        WriteWithLength(all, secret);
        WriteWithLength(all, associated);
        var seed = new byte[Blake2b.MostLength];
        Blake2b.Hash(all.GetBuffer().AsSpan(0, (int)all.Length), seed);
        return seed;
    }

    private static void Write(MemoryStream all, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        all.Write(bytes);
    }

    private static void WriteWithLength(MemoryStream all, ReadOnlySpan<byte> bytes)
    {
        Write(all, bytes.Length);
        all.Write(bytes);
    }

    // §3.3: a hash of any length, by half a short one after the other.
    private static void LongHash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        byte[] prefixed = [0, 0, 0, 0, .. data];
        BinaryPrimitives.WriteInt32LittleEndian(prefixed, hash.Length);
        if (hash.Length <= Blake2b.MostLength)
        {
            Blake2b.Hash(prefixed, hash);
            return;
        }
        const int half = Blake2b.MostLength / 2;
        Span<byte> part = stackalloc byte[Blake2b.MostLength], next = stackalloc byte[Blake2b.MostLength];
        Blake2b.Hash(prefixed, part);
        part[..half].CopyTo(hash);
        for (hash = hash[half..]; hash.Length > Blake2b.MostLength; hash = hash[half..])
        {
            Blake2b.Hash(part, next);
            next.CopyTo(part);
            part[..half].CopyTo(hash);
        }
        Blake2b.Hash(part, hash);
    }

    /// <summary>The memory while it is being filled: lanes of four segments of blocks.</summary>
    private sealed class Fill(Argon2Cost cost, int segment, ulong[] memory)
    {
        private readonly int _lane = segment * Slices;

        private Span<ulong> Block(int lane, int index) => memory.AsSpan((lane * _lane + index) * Argon2Block.Words, Argon2Block.Words);

        /// <summary>Makes the first two blocks of each lane.</summary>
        public void Begin(byte[] seed)
        {
            byte[] numbered = [.. seed, 0, 0, 0, 0, 0, 0, 0, 0];
            for (var lane = 0; lane < cost.Lanes; lane++)
            {
                for (var index = 0; index < 2; index++)
                {
                    BinaryPrimitives.WriteInt32LittleEndian(numbered.AsSpan(seed.Length), index);
                    BinaryPrimitives.WriteInt32LittleEndian(numbered.AsSpan(seed.Length + 4), lane);
                    LongHash(numbered, MemoryMarshal.AsBytes(Block(lane, index)));
                }
            }
        }

        /// <summary>The last blocks of all lanes in one.</summary>
        public ulong[] End()
        {
            var end = new ulong[Argon2Block.Words];
            for (var lane = 0; lane < cost.Lanes; lane++)
            {
                var last = Block(lane, _lane - 1);
                for (var i = 0; i < end.Length; i++) end[i] ^= last[i];
            }
            return end;
        }

        /// <summary>Fills a quarter of a lane (§3.4): each block from the one before and one that pseudo-random bits name.</summary>
        public void Segment(int pass, int slice, int lane)
        {
            // In the first half of the first pass the bits depend on the place alone, not on the password.
            var isIndependent = pass == 0 && slice < Slices / 2;
            Span<ulong> input = stackalloc ulong[Argon2Block.Words], zero = stackalloc ulong[Argon2Block.Words];
            Span<ulong> addresses = stackalloc ulong[Argon2Block.Words];
            input.Clear();
            zero.Clear();
            ReadOnlySpan<ulong> place = [(ulong)pass, (ulong)lane, (ulong)slice, (ulong)(_lane * cost.Lanes), (ulong)cost.Iterations, Type];
            place.CopyTo(input);
            var first = pass == 0 && slice == 0 ? 2 : 0;
            for (var i = first; i < segment; i++)
            {
                if (isIndependent && (i == first || i % Argon2Block.Words == 0))
                {
                    input[6]++;
                    Argon2Block.Mix(zero, input, addresses, isXor: false);
                    Argon2Block.Mix(zero, addresses, addresses, isXor: false);
                }
                var index = slice * segment + i;
                var before = Block(lane, index == 0 ? _lane - 1 : index - 1);
                var bits = isIndependent ? addresses[i % Argon2Block.Words] : before[0];
                var otherLane = pass == 0 && slice == 0 ? lane : (int)((bits >> 32) % (ulong)cost.Lanes);
                var other = Block(otherLane, Reference(pass, slice, i, (uint)bits, otherLane == lane));
                Argon2Block.Mix(before, other, Block(lane, index), isXor: pass > 0);
            }
        }

        // §3.4.1.1 and §3.4.1.2: which block of a lane, among those that are there; the newer ones are likelier.
        private int Reference(int pass, int slice, int i, uint bits, bool isSameLane)
        {
            var filled = pass == 0 ? slice * segment : _lane - segment;
            var area = isSameLane ? filled + i - 1 : filled - (i == 0 ? 1 : 0);
            var x = (ulong)bits * bits >> 32;
            var back = (ulong)area * x >> 32;
            var start = pass == 0 || slice == Slices - 1 ? 0 : (slice + 1) * segment;
            return (int)(((ulong)start + (ulong)area - 1 - back) % (ulong)_lane);
        }
    }
}
