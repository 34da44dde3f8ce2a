using System.Buffers.Binary;

namespace Moo.Language.Builtins.Hashing;

/// <summary>The end that hash functions of 64-byte blocks put behind the data: a one bit, zeros, and the length in bits.</summary>
internal static class MerkleDamgard
{
    private const int BlockLength = 64;
    private const int LengthLength = 8;

    /// <summary>Writes the last block or two: what is left of the data, and its end.</summary>
    /// <returns>How many bytes that are.</returns>
    public static int Pad(ReadOnlySpan<byte> data, Span<byte> end, bool isBigEndian)
    {
        var left = data[(data.Length / BlockLength * BlockLength)..];
        var length = left.Length < BlockLength - LengthLength ? BlockLength : 2 * BlockLength;
        end[..length].Clear();
        left.CopyTo(end);
        end[left.Length] = 0x80;
        var bits = end.Slice(length - LengthLength, LengthLength);
        if (isBigEndian) BinaryPrimitives.WriteUInt64BigEndian(bits, 8UL * (ulong)data.Length);
        else BinaryPrimitives.WriteUInt64LittleEndian(bits, 8UL * (ulong)data.Length);
        return length;
    }
}
