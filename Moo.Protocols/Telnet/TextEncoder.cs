using System.Buffers;
using System.Text;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet;

/// <summary>Turns text into the bytes of a network virtual terminal (RFC 854) in a client's character set.</summary>
internal static class TextEncoder
{
    private const int CharsAtOnce = 1024;
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    /// <summary>
    /// A line feed, alone or after CR, becomes CR LF; a CR alone becomes CR NUL; a byte FF is doubled. Text that the
    /// character set lacks is spelled out in ASCII.
    /// </summary>
    public static void Encode(ReadOnlySpan<char> text, Charset charset, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(LineBreaks);
            Run(length < 0 ? text : text[..length], charset, output, doublesIac: true);
            if (length < 0)
                return;
            var isLine = text[length] == '\n' || (length + 1 < text.Length && text[length + 1] == '\n');
            output.Write(isLine ? "\r\n"u8 : "\r\0"u8);
            text = text[(length + (isLine && text[length] == '\r' ? 2 : 1))..];
        }
    }

    /// <summary>
    /// Text for a stream that is no telnet: everything stands as it is, but for what the character set lacks.
    /// </summary>
    public static void EncodePlain(ReadOnlySpan<char> text, Charset charset, IBufferWriter<byte> output) =>
        Run(text, charset, output, doublesIac: false);

    private static void Run(ReadOnlySpan<char> text, Charset charset, IBufferWriter<byte> output, bool doublesIac)
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, CharsAtOnce);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length--;
            if (charset == Charset.Utf8)
            {
                // UTF-8 never contains FF. Half a surrogate pair comes out as U+FFFD.
                var span = output.GetSpan(length * 3);
                output.Advance(Encoding.UTF8.GetBytes(text[..length], span));
            }
            else
            {
                SingleByte(text[..length], charset, output, doublesIac);
            }
            text = text[length..];
        }
    }

    private static void SingleByte(
        ReadOnlySpan<char> text, Charset charset, IBufferWriter<byte> output, bool doublesIac)
    {
        var bytes = output.GetSpan(text.Length * Transliteration.LongestSpelling);
        var count = 0;
        while (!text.IsEmpty)
        {
            var read = 1;
            if (charset.TryEncode(text[0], out var value))
            {
                bytes[count++] = value;
                if (doublesIac && value == TelnetCommand.Iac)
                    bytes[count++] = value;
            }
            else
            {
                Rune.DecodeFromUtf16(text, out var rune, out read);
                foreach (var letter in Transliteration.Spell(rune))
                    bytes[count++] = (byte)letter;
            }
            text = text[read..];
        }
        output.Advance(count);
    }
}
