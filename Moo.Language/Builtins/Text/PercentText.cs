using System.Buffers;
using System.Globalization;
using System.Text;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Text;

/// <summary>Percent-encoding (RFC 3986 §2).</summary>
internal static class PercentText
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>The text with everything but letters, digits and <c>-._~</c> as <c>%XX</c>.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Unreserved)) return text;
        var result = new TextBuilder(stackalloc char[256]);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value < 128 && Unreserved.Contains((char)value)) result.Append((char)value);
            else result.Append(string.Create(CultureInfo.InvariantCulture, $"%{value:X2}"));
        }
        return result.Finish();
    }

    /// <summary>
    /// The text that was encoded; null if the bytes are no UTF-8, or a <c>%</c> is not followed by two digits and must be.
    /// </summary>
    /// <param name="text">The encoded text.</param>
    /// <param name="plusIsBlank">Whether a <c>+</c> stands for a blank, as in forms.</param>
    /// <param name="isStrict">Whether a stray <c>%</c> makes the text malformed; else it stands for itself.</param>
    public static string? TryDecode(string text, bool plusIsBlank, bool isStrict)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        var rest = plusIsBlank ? text.Replace('+', ' ').AsSpan() : text;
        for (var mark = rest.IndexOf('%'); mark >= 0; mark = rest.IndexOf('%'))
        {
            Encoding.UTF8.GetBytes(rest[..mark], bytes);
            rest = rest[mark..];
            if (rest.Length >= 3 && byte.TryParse(rest.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Write([value]);
                rest = rest[3..];
                continue;
            }
            if (isStrict) return null;
            bytes.Write("%"u8);
            rest = rest[1..];
        }
        Encoding.UTF8.GetBytes(rest, bytes);
        return System.Text.Unicode.Utf8.IsValid(bytes.WrittenSpan) ? Encoding.UTF8.GetString(bytes.WrittenSpan) : null;
    }
}
