namespace Moo.Store.Values;

/// <summary>A string of bytes, <c>b"SGk="</c>.</summary>
/// <param name="bytes">The bytes; the caller gives the array away.</param>
public sealed class MooBinary(byte[] bytes) : ReferenceValue
{
    /// <summary>The number of bytes.</summary>
    public int Length => bytes.Length;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Binary;

    /// <inheritdoc/>
    public override long Bytes => 16 + bytes.Length;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> AsSpan() => bytes;
}
