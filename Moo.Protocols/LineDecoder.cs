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
    /// <param name="line">The bytes.</param>
    /// <param name="charset">The character set in use.</param>
    /// <param name="isAgreed">Whether the client said so. Otherwise a line that is valid UTF-8 is just that.</param>
    /// <remarks>
    /// Where UTF-8 should be and is not, the line is taken for Latin-1, by itself. A terminal in key-by-key mode sends its
    /// backspaces along: they are carried out.
    /// </remarks>
    public static string Decode(ReadOnlySpan<byte> line, Charset charset, bool isAgreed)
    {
        if (!line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return Encoding.ASCII.GetString(line);
        var isLegacy = charset != Charset.Utf8 && charset != Charset.Ascii;
        if (!(isLegacy && isAgreed) && Utf8.IsValid(line))
            charset = Charset.Utf8;
        else if (!isLegacy)
            charset = Charset.Latin1;
        var text = charset.Decode(line);
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
