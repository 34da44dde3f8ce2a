using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Moo.Protocols.Terminal;

namespace Moo.Protocols;

/// <summary>Turns the bytes of a received line into text without control characters.</summary>
internal static class LineDecoder
{
    private static readonly SearchValues<char> Erasers = SearchValues.Create("\b\u007F");

    /// <summary>Decodes and cleans a line.</summary>
    /// <remarks>
    /// Whatever was agreed, a line that is valid UTF-8 beyond ASCII is UTF-8 when the set is UTF-8 or ASCII; else it is taken
    /// for Latin-1. A terminal in key-by-key mode sends its backspaces along: they are carried out.
    /// </remarks>
    public static string Decode(ReadOnlySpan<byte> line, Charset charset)
    {
        if (!line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return Encoding.ASCII.GetString(line);
        var isUnicode = charset == Charset.Utf8 || charset == Charset.Ascii;
        var text = !isUnicode ? charset.Decode(line) : (Utf8.IsValid(line) ? Charset.Utf8 : Charset.Latin1).Decode(line);
        if (text.AsSpan().ContainsAny(Erasers))
            text = Erase(text);
        return TextSanitizer.StripControls(text);
    }

    private static string Erase(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Erasers.Contains(c))
                kept.Append(c);
            else if (kept.Length > 0)
                kept.Length -= kept.Length > 1 && char.IsSurrogatePair(kept[^2], kept[^1]) ? 2 : 1;
        }
        return kept.ToString();
    }
}
