using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Moo.Store.Textdump;

/// <summary>The lines of a textdump, one after the other, from a stream of any length.</summary>
/// <remarks>
/// A text is UTF-8 if it is valid UTF-8, else Latin-1. A file that went through a system that ends lines with CR LF is
/// recognised by its first line.
/// </remarks>
internal sealed class DumpInput(Stream stream)
{
    // A string longer than this was not written by any of the servers.
    private const int LongestLine = 256 << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _hasReturns;
    private bool _isAgain;
    private int _lastStart;
    private int _lastLength;

    /// <summary>The 1-based number of the line that was read last.</summary>
    public long Line { get; private set; }

    /// <summary>How many bytes were read.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many texts were no UTF-8 and were read as Latin-1.</summary>
    public long Latin1Texts { get; private set; }

    /// <summary>The next line, without its end; valid until the next call.</summary>
    /// <exception cref="TextdumpException">The file ends here.</exception>
    public ReadOnlySpan<byte> Next(string expected)
    {
        if (!TryNext(out var line)) throw new TextdumpException(Line + 1, $"the file ends where {expected} should follow");
        return line;
    }

    /// <summary>The next line; false at the end of the file.</summary>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        if (_isAgain)
        {
            _isAgain = false;
            line = _buffer.AsSpan(_lastStart, _lastLength);
            Line++;
            return true;
        }
        var length = FindEnd();
        if (length < 0)
        {
            line = default;
            return false;
        }
        (_lastStart, _lastLength) = (_start, length);
        _start += length + 1;
        if (Line == 0) _hasReturns = length > 0 && _buffer[_lastStart + length - 1] == '\r';
        if (_hasReturns && _lastLength > 0 && _buffer[_lastStart + _lastLength - 1] == '\r') _lastLength--;
        Line++;
        line = _buffer.AsSpan(_lastStart, _lastLength);
        return true;
    }

    /// <summary>Lets the next call give the last line again.</summary>
    public void Unread()
    {
        _isAgain = true;
        Line--;
    }

    // The length of the line that begins at _start, or -1 at the end of the file. A last line without an end counts as cut off.
    private int FindEnd()
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0) return searched + found;
            searched = _end - _start;
            if (_isAtEnd)
            {
                if (searched > 0) throw new TextdumpException(Line + 1, "the file ends in the middle of this line");
                return -1;
            }
            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestLine) throw new TextdumpException(Line + 1, $"the line is longer than {LongestLine} bytes");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = count == 0;
        _end += count;
        Bytes += count;
    }

    /// <summary>A line that is an integer.</summary>
    public long Number(string expected)
    {
        var line = Next(expected);
        if (Utf8Parser.TryParse(line, out long number, out var used) && used == line.Length) return number;
        throw Unexpected(line, expected);
    }

    /// <summary>A line that is a number of things to follow.</summary>
    public int Count(string expected)
    {
        var number = Number(expected);
        if (number is >= 0 and <= int.MaxValue) return (int)number;
        throw new TextdumpException(Line, $"found {number} where {expected} belongs");
    }

    /// <summary>A line that is a float.</summary>
    public double Float()
    {
        var line = Next("a float");
        if (Utf8Parser.TryParse(line, out double number, out var used) && used == line.Length) return number;

        // C's "inf" and "nan", too.
        var text = Encoding.Latin1.GetString(line);
        return text.TrimStart('-', '+').ToUpperInvariant() switch
        {
            "INF" or "INFINITY" => text.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity,
            "NAN" or "NAN(0X8000000000000)" => double.NaN,
            _ => throw Unexpected(line, "a float"),
        };
    }

    /// <summary>A line that is a text.</summary>
    public string Text(string expected) => Decode(Next(expected));

    /// <summary>A line's words, parted by single spaces, which are integers; the first may follow a mark such as <c>#</c>.</summary>
    public long[] Numbers(string expected, int least)
    {
        var words = Encoding.Latin1.GetString(Next(expected)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!long.TryParse(words[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
                throw new TextdumpException(Line, $"found \"{Shorten(words[i])}\" where {expected} belong");
        }
        return words.Length >= least ? numbers : throw new TextdumpException(Line, $"found {words.Length} numbers where {expected} belong");
    }

    /// <summary>A line <c>N words</c>: the number, and what follows.</summary>
    public (int Count, string Words) Heading(string words)
    {
        var text = Encoding.Latin1.GetString(Next($"\"N {words}\""));
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && int.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && text.AsSpan(space + 1).StartsWith(words, StringComparison.Ordinal))
        {
            return (count, text[(space + 1)..]);
        }
        throw new TextdumpException(Line, $"found \"{Shorten(text)}\" where \"N {words}\" belongs");
    }

    /// <summary>A program: the lines up to one that begins with a dot.</summary>
    public string Program()
    {
        var program = new StringBuilder();
        while (true)
        {
            var line = Next("the rest of a program, and a line with a dot");
            if (line is [(byte)'.', ..]) return program.ToString();
            if (program.Length > 0) program.Append('\n');
            program.Append(Decode(line));
        }
    }

    public TextdumpException Unexpected(ReadOnlySpan<byte> line, string expected) =>
        new(Line, $"found \"{Shorten(Encoding.Latin1.GetString(line[..Math.Min(line.Length, 100)]))}\" where {expected} belongs");

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "";
        if (Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Latin1Texts++;
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
