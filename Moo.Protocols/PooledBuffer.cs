using System.Buffers;

namespace Moo.Protocols;

/// <summary>
/// A byte buffer that holds no memory while it is empty, so that an idle connection costs nothing for it.
/// </summary>
internal struct PooledBuffer
{
    private byte[]? _array;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(0, Count);

    /// <summary>The bytes, to be changed where they stand.</summary>
    public readonly Span<byte> Writable => _array.AsSpan(0, Count);

    public void Append(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
            return;
        if (_array is null || _array.Length - Count < data.Length)
            Grow(Count + data.Length);
        data.CopyTo(_array.AsSpan(Count));
        Count += data.Length;
    }

    public void Append(byte value) => Append([value]);

    /// <summary>Empties the buffer and gives its memory back. Spans taken from it are no longer valid.</summary>
    public void Release()
    {
        if (_array is not null)
            ArrayPool<byte>.Shared.Return(_array);
        _array = null;
        Count = 0;
    }

    private void Grow(int atLeast)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(atLeast, Count * 2));
        Span.CopyTo(larger);
        if (_array is not null)
            ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
