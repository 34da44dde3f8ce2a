using System.Buffers;

namespace Moo.Daemon.Sessions;

/// <summary>Collects bytes to be sent. While it is empty it holds no memory: most connections are idle most of the time.</summary>
internal sealed class ByteBuffer : IBufferWriter<byte>
{
    private const int LeastSize = 256;

    private byte[] _bytes = [];

    /// <summary>Bytes in it.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Count);

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Count);

    /// <inheritdoc/>
    public void Advance(int count) => Count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Count);
    }

    /// <summary>Forgets the bytes and gives the memory back.</summary>
    public void Clear()
    {
        Count = 0;
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void EnsureRoom(int size)
    {
        if (_bytes.Length - Count >= size) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(LeastSize, Math.Max(_bytes.Length * 2, Count + size)));
        Span.CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
