using System.Buffers.Binary;
using Moo.Store.Journal.Backups;

namespace Moo.Store.Journal.PostgreSql;

/// <summary>Reads rows in PostgreSQL's binary COPY format. Columns count from 0; what they give holds until the next row.</summary>
/// <remarks>
/// https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format": a header; for each row a 16-bit number of fields, and
/// each field as a 32-bit length (-1 for null) and its bytes, big-endian; at the end -1 as number of fields.
/// A row is in the buffer as a whole, so that its texts are spans and need no copy.
/// </remarks>
internal sealed class CopyReader(Stream stream) : IStoredRow
{
    private const int SignatureLength = 11;
    private const int SmallestBuffer = 1 << 18;

    private byte[] _buffer = new byte[SmallestBuffer];
    private int _start; // of the row
    private int _position; // where reading goes on
    private int _end;
    private (int Start, int Length)[] _fields = [];
    private bool _isStarted;

    /// <summary>Goes on to the next row; false behind the last one.</summary>
    public bool Read()
    {
        if (!_isStarted) SkipHeader();
        _start = _position;
        var count = BinaryPrimitives.ReadInt16BigEndian(Take(2));
        if (count < 0) return false;
        if (_fields.Length < count) _fields = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(Take(4));
            if (length > 0) Take(length);
            _fields[i] = (_position - Math.Max(length, 0) - _start, length);
        }
        return true;
    }

    public bool IsNull(int column) => _fields[column].Length < 0;

    public long Integer(int column)
    {
        var bytes = Text(column);
        return bytes.Length == 4 ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    public double Real(int column) => BinaryPrimitives.ReadDoubleBigEndian(Text(column));

    public bool Truth(int column) => Text(column)[0] != 0;

    public ReadOnlySpan<byte> Text(int column)
    {
        var (start, length) = _fields[column];
        return _buffer.AsSpan(_start + start, length);
    }

    ReadOnlySpan<byte> IStoredRow.Text(int column) => TextOrNothing(column);

    public ReadOnlySpan<byte> TextOrNothing(int column) => IsNull(column) ? default : Text(column);

    private void SkipHeader()
    {
        _isStarted = true;
        Take(SignatureLength + 4);
        Take(BinaryPrimitives.ReadInt32BigEndian(Take(4)));
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (_end - _position < length) Fill(length);
        _position += length;
        return _buffer.AsSpan(_position - length, length);
    }

    // Keeps the row that was begun, moved to the front of a buffer that has room for it.
    private void Fill(int length)
    {
        var kept = _end - _start;
        var needed = _position - _start + length;
        var target = needed <= _buffer.Length ? _buffer : new byte[Math.Max(needed, _buffer.Length * 2)];
        Buffer.BlockCopy(_buffer, _start, target, 0, kept);
        (_buffer, _position, _end, _start) = (target, _position - _start, kept, 0);
        while (_end < needed)
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0) throw new EndOfStreamException("The database ended in the middle of a row.");
            _end += read;
        }
    }
}
