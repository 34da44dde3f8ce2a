using System.Buffers;
using System.IO.Compression;

namespace Moo.Protocols.Telnet;

/// <summary>A buffer writer that compresses (RFC 1950) what is written to it into another one.</summary>
/// <remarks>zlib keeps about 270 KiB of native memory for it until it is disposed.</remarks>
internal sealed class DeflateWriter : IBufferWriter<byte>, IDisposable
{
    private const int LeastBuffer = 512;

    private readonly ZLibStream _zlib;
    private byte[]? _buffer;

    public DeflateWriter(IBufferWriter<byte> output) =>
        _zlib = new ZLibStream(new BufferWriterStream(output), CompressionLevel.Optimal);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer is not null && _buffer.Length < sizeHint)
            Release();
        return _buffer ??= ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, LeastBuffer));
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Advance(int count)
    {
        if (count > 0)
            _zlib.Write(_buffer!, 0, count);
    }

    /// <summary>Completes what was written, so that the other end can read all of it (Z_SYNC_FLUSH).</summary>
    public void Flush()
    {
        _zlib.Flush();
        Release();
    }

    /// <summary>Ends the stream (Z_FINISH).</summary>
    public void Dispose()
    {
        _zlib.Dispose();
        Release();
    }

    private void Release()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
    }
}
