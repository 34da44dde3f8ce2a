using System.Text;

namespace Moo.Protocols.Terminal;

/// <summary>Takes out of text what would make a terminal or a client do something instead of showing it.</summary>
public static class TextSanitizer
{
    /// <summary>
    /// Text without escape sequences, control characters other than tabs, line separators, byte order marks, and the
    /// characters that turn the reading direction around.
    /// </summary>
    /// <param name="text">Text from anywhere.</param>
    /// <param name="keepLineFeeds">Whether line feeds stay.</param>
    public static string StripControls(string text, bool keepLineFeeds = false)
    {
        var first = FirstControl(text, keepLineFeeds);
        if (first < 0)
            return text;
        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (first >= 0)
        {
            kept.Append(rest[..first]);
            rest = rest[first..];
            var isSequence = rest[0] is EscapeSequence.Escape or (>= '\u0080' and <= '\u009F');
            rest = rest[(isSequence ? EscapeSequence.Length(rest) : 1)..];
            first = FirstControl(rest, keepLineFeeds);
        }
        return kept.Append(rest).ToString();
    }

    /// <summary>Text that another player wrote, safe to write to a client as part of a line or as a line.</summary>
    /// <remarks>
    /// Besides <see cref="StripControls"/>: a line that would be an out-of-band command (MCP, local editing) or a
    /// sound (MSP) is shown with a blank in it instead. A byte FF in a character set needs nothing: it is doubled on
    /// the way out.
    /// </remarks>
    public static string Clean(string text)
    {
        text = StripControls(text);
        if (text.StartsWith("#$#", StringComparison.Ordinal) || text.StartsWith("#$\"", StringComparison.Ordinal))
            text = " " + text;
        return text.Contains("!!", StringComparison.Ordinal)
            ? text.Replace("!!SOUND(", "! !SOUND(", StringComparison.OrdinalIgnoreCase)
                .Replace("!!MUSIC(", "! !MUSIC(", StringComparison.OrdinalIgnoreCase)
            : text;
    }

    private static int FirstControl(ReadOnlySpan<char> text, bool keepLineFeeds)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsControl(text[i]) && !(keepLineFeeds && text[i] == '\n'))
                return i;
        }
        return -1;
    }

    /// <summary>Whether a character is none of those that text is made of.</summary>
    internal static bool IsControl(char c) => c switch
    {
        < ' ' => c != '\t',
        < '\u007F' => false,
        <= '\u009F' => true,
        < '\u2028' => false,
        // Line and paragraph separators, then embeddings and overrides; isolates; the byte order mark.
        <= '\u202E' => true,
        _ => c is (>= '\u2066' and <= '\u2069') or '\uFEFF',
    };
}
