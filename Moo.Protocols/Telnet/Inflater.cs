using System.IO.Compression;

namespace Moo.Protocols.Telnet;

/// <summary>Inflates a zlib stream (RFC 1950) that arrives in pieces, one byte at a time.</summary>
/// <remarks>
/// One byte inflates to 1,032 at most, so a bomb is noticed after that much; and the end of the stream is found to
/// the byte, which the framework's stream does not tell: when it leaves a byte unread, it had ended before it.
/// </remarks>
internal sealed class Inflater : IDisposable
{
    private readonly OneByteStream _input = new();
    private readonly ZLibStream _zlib;

    public Inflater() => _zlib = new ZLibStream(_input, CompressionMode.Decompress);

    /// <summary>Gives it the next byte. Call <see cref="Read"/> then until it returns 0.</summary>
    public void Feed(byte value) => _input.Put(value);

    /// <summary>Takes inflated bytes; 0 when there are none without more input.</summary>
    /// <exception cref="InvalidDataException">The input is not a zlib stream.</exception>
    /// <exception cref="IOException">The input is one of a kind that cannot be read.</exception>
    public int Read(Span<byte> output) => _zlib.Read(output);

    /// <summary>After <see cref="Read"/> returned 0: whether the stream had ended before the byte last fed.</summary>
    public bool HasEnded => _input.IsFull;

    public void Dispose() => _zlib.Dispose();

    private sealed class OneByteStream : Stream
    {
        private byte _value;

        public bool IsFull { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Put(byte value) => (_value, IsFull) = (value, true);

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!IsFull || count == 0)
                return 0;
            buffer[offset] = _value;
            IsFull = false;
            return 1;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
