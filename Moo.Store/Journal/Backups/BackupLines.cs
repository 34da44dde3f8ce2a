using System.Security.Cryptography;

namespace Moo.Store.Journal.Backups;

/// <summary>Cuts a stream into lines, and knows the SHA-256 of those before the present one.</summary>
internal sealed class BackupLines(Stream stream) : IDisposable
{
    private const int SmallestBuffer = 1 << 18;

    // A value may be as large as the world's own limits let it; a line longer than this is no row.
    private const int LongestLine = 1 << 30;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[SmallestBuffer];
    private int _start;
    private int _length;
    private int _end;

    /// <summary>The number of the present line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The present line, without its end.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_start, _length);

    /// <summary>Goes on to the next line; false behind the last one.</summary>
    /// <exception cref="InvalidDataException">The stream ends within a line, or a line is too long.</exception>
    public bool Read()
    {
        if (Number > 0)
        {
            _hash.AppendData(_buffer, _start, _length + 1);
            _start += _length + 1;
        }
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _length = searched + end;
                Number++;
                return true;
            }
            searched = _end - _start;
            if (Fill()) continue;
            if (searched > 0) throw new InvalidDataException("it ends within a line");
            return false;
        }
    }

    private bool Fill()
    {
        var kept = _end - _start;
        if (kept >= LongestLine) throw new InvalidDataException("a line is longer than any row");
        var target = kept < _buffer.Length ? _buffer : new byte[(int)Math.Min(LongestLine + 1L, _buffer.Length * 2L)];
        Buffer.BlockCopy(_buffer, _start, target, 0, kept);
        (_buffer, _start, _end) = (target, 0, kept);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    /// <summary>The SHA-256 of all lines before the present one, in hexadecimal. Ends the counting.</summary>
    public string HashBefore() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
