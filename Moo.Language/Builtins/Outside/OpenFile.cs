using System.Text;
using Moo.Language.Builtins.Text;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>A file that a program has open. Used off the workers, by one thread at a time.</summary>
/// <remarks>
/// A text file is read as UTF-8 without its control characters, tabs excepted; a binary one as binary strings (ToastStunt's FIO). What fails at
/// the operating system throws its exceptions: see <see cref="FileErrors"/>.
/// </remarks>
internal sealed class OpenFile : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly Lock _lock = new();
    private readonly FileStream _stream;
    private readonly long _largest;
    private long _position;
    private volatile bool _isAtEnd;

    private OpenFile(FileStream stream, string name, FileOpenMode mode, long largest)
    {
        (_stream, Name, Mode, _largest) = (stream, name, mode, largest);
        _position = stream.Position;
    }

    /// <summary>The name it was opened by.</summary>
    public string Name { get; }

    public FileOpenMode Mode { get; }

    /// <summary>Where the next byte is read or written.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>Whether the last reading came to the end.</summary>
    public bool IsAtEnd => _isAtEnd;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="name">What programs call it.</param>
    /// <param name="mode">What for.</param>
    /// <param name="largest">How many bytes it may grow to.</param>
    public static OpenFile Open(string path, string name, FileOpenMode mode, long largest)
    {
        var stream = new FileStream(path, mode.HowToOpen, mode.Access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        if (mode.Appends) stream.Seek(0, SeekOrigin.End);
        return new OpenFile(stream, name, mode, largest);
    }

    /// <summary>Does something with the file, alone.</summary>
    public Value Use(Func<OpenFile, Value> work)
    {
        lock (_lock)
        {
            var result = work(this);
            Interlocked.Exchange(ref _position, _stream.Position);
            return result;
        }
    }

    /// <summary>The place, while the file is in use.</summary>
    public long Here => _stream.Position;

    public void Seek(long offset, SeekOrigin origin)
    {
        _stream.Seek(offset, origin);
        _isAtEnd = false;
    }

    public void Flush() => _stream.Flush();

    /// <summary>The bytes of the next line, with its end; null at the end of the file.</summary>
    /// <exception cref="FileQuotaException">The line is longer than a string may be.</exception>
    public byte[]? ReadLine(long longest)
    {
        var line = new MemoryStream();
        while (_stream.ReadByte() is var next and >= 0)
        {
            line.WriteByte((byte)next);
            if (next == LineEnd) return line.ToArray();
            if (line.Length > longest) throw new FileQuotaException("a line is longer than a string may be");
        }
        _isAtEnd = true;
        return line.Length > 0 ? line.ToArray() : null;
    }

    /// <summary>Goes over the next line; false at the end of the file.</summary>
    public bool SkipLine()
    {
        var hasAny = false;
        while (_stream.ReadByte() is var next and >= 0)
        {
            hasAny = true;
            if (next == LineEnd) return true;
        }
        _isAtEnd = true;
        return hasAny;
    }

    /// <summary>Up to so many bytes; none at the end of the file.</summary>
    public byte[] Read(int count)
    {
        var bytes = new byte[(int)Math.Min(count, Math.Max(0, _stream.Length - _stream.Position))];
        var got = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (got < count) _isAtEnd = true;
        return bytes.AsSpan(0, got).ToArray();
    }

    /// <summary>Writes bytes, at the end if the file was opened for that.</summary>
    /// <exception cref="FileQuotaException">The file would grow beyond its limit.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (Mode.Appends) _stream.Seek(0, SeekOrigin.End);
        if (_stream.Position + bytes.Length > _largest) throw new FileQuotaException($"a file may hold {_largest} bytes");
        _stream.Write(bytes);
        if (Mode.Flushes) _stream.Flush();
    }

    /// <summary>Bytes of the file as a string of the language.</summary>
    public string ToText(ReadOnlySpan<byte> bytes) => Mode.IsBinary ? ByteText.Write(bytes) : Printable(Encoding.UTF8.GetString(bytes));

    /// <summary>A string of the language as bytes for the file; null for a malformed binary string.</summary>
    public byte[]? ToBytes(string text) => Mode.IsBinary ? ByteText.TryRead(text) : Encoding.UTF8.GetBytes(text);

    /// <summary>A text without its control characters, tabs excepted.</summary>
    public static string Printable(string text) =>
        text.Any(IsUnprintable) ? string.Concat(text.Where(c => !IsUnprintable(c))) : text;

    private static bool IsUnprintable(char character) => char.IsControl(character) && character != '\t';

    public void Dispose()
    {
        lock (_lock) _stream.Dispose();
    }
}
