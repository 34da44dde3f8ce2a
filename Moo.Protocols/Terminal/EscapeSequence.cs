namespace Moo.Protocols.Terminal;

/// <summary>Finds where a terminal's escape sequence ends (ECMA-48 §5), in its 7-bit and its C1 form.</summary>
internal static class EscapeSequence
{
    public const char Escape = '\e';
    private const char Bell = '\a', StringTerminator = '\u009C';

    /// <summary>
    /// The length of the sequence at the start of the text, which is ESC or a C1 control. An unfinished one is all of
    /// the rest.
    /// </summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var (introducer, start) = (text[0], 1);
        if (introducer == Escape)
        {
            if (text.Length == 1 || text[1] is < '@' or > '_')
                return Short(text);
            // ESC [ and its like are the 7-bit spelling of the C1 controls.
            (introducer, start) = ((char)(text[1] + 0x40), 2);
        }
        return introducer switch
        {
            '\u009B' => ControlSequence(text, start),
            '\u0090' or '\u0098' or '\u009D' or '\u009E' or '\u009F' => ControlString(text, start),
            _ => start,
        };
    }

    // ESC, intermediates, one final byte: character set switches and the like.
    private static int Short(ReadOnlySpan<char> text)
    {
        var at = 1 + Skip(text[1..], ' ', '/');
        return at < text.Length && text[at] is >= '0' and <= '~' ? at + 1 : at;
    }

    // CSI: parameters, intermediates, one final byte.
    private static int ControlSequence(ReadOnlySpan<char> text, int at)
    {
        at += Skip(text[at..], '0', '?');
        at += Skip(text[at..], ' ', '/');
        return at < text.Length && text[at] is >= '@' and <= '~' ? at + 1 : at;
    }

    // OSC, DCS and their like run to ST; BEL ends them too, because xterm lets it.
    private static int ControlString(ReadOnlySpan<char> text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] is Bell or StringTerminator)
                return at + 1;
            if (text[at] == Escape)
                return at + 1 < text.Length && text[at + 1] == '\\' ? at + 2 : at;
        }
        return at;
    }

    private static int Skip(ReadOnlySpan<char> text, char first, char last)
    {
        var length = text.IndexOfAnyExceptInRange(first, last);
        return length < 0 ? text.Length : length;
    }
}
