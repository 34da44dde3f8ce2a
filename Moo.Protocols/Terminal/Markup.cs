using System.Text;

namespace Moo.Protocols.Terminal;

/// <summary>Text with tags in square brackets, as builders and programmers write it.</summary>
/// <remarks><code>
/// text  := { characters | "[[" | tag }
/// tag   := "[" word { " " word } "]"         [red]  [bold white on #003366]
///        | "[link=command]" | "[prompt=command]" | "[url=address]"        with "|hint" before the end if wanted
///        | "[/]"                             ends the tag last begun
///        | "[/word]"                         ends the nearest that begins with this word, and those inside it
/// word  := colour | "bright-" colour | "#" rgb | "#" rrggbb | "on" background
///        | "bold" | "dim" | "italic" | "underline" | "blink" | "reverse" | "strike"
/// </code>
/// Brackets that hold anything else are text, so <c>[north]</c> and <c>x[1]</c> need no care; only what comes from
/// players does (<see cref="Escape"/>). Control characters are taken out: markup is the only way to a colour.
/// </remarks>
public static class Markup
{
    private const int LongestTag = 2200;

    /// <summary>Reads markup. Every text has a reading; nothing is an error.</summary>
    public static StyledText Parse(string markup)
    {
        if (!markup.Contains('['))
            return StyledText.Plain(markup);
        var runs = new List<StyledRun>();
        var open = new List<MarkupTag>();
        var pending = new StringBuilder();
        var rest = TextSanitizer.StripControls(markup, keepLineFeeds: true).AsSpan();
        while (rest.IndexOf('[') is var start and >= 0)
        {
            pending.Append(rest[..start]);
            rest = rest[start..];
            if (rest.StartsWith("[["))
            {
                pending.Append('[');
                rest = rest[2..];
                continue;
            }
            var end = rest[..Math.Min(rest.Length, LongestTag)].IndexOf(']');
            var before = Current(open);
            if (end > 0 && TryTag(rest[1..end], open))
            {
                Flush(pending, before, runs);
                rest = rest[(end + 1)..];
            }
            else
            {
                pending.Append('[');
                rest = rest[1..];
            }
        }
        pending.Append(rest);
        Flush(pending, Current(open), runs);
        return new StyledText(runs);
    }

    /// <summary>Reads markup and writes it for a terminal.</summary>
    public static string Render(string markup, TerminalFacts terminal) => AnsiRenderer.Render(Parse(markup), terminal);

    /// <summary>The text alone, as it is shown.</summary>
    public static string Strip(string markup) => Parse(markup).Text;

    /// <summary>Makes text show as it is when it becomes part of markup.</summary>
    public static string Escape(string text) => text.Replace("[", "[[", StringComparison.Ordinal);

    private static bool TryTag(ReadOnlySpan<char> tag, List<MarkupTag> open)
    {
        if (tag.IsEmpty)
            return false;
        if (tag[0] == '/')
            return TryClose(tag[1..], open);
        if (!MarkupTag.TryParse(tag, Current(open), out var opened))
            return false;
        open.Add(opened);
        return true;
    }

    private static bool TryClose(ReadOnlySpan<char> word, List<MarkupTag> open)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (word.IsEmpty || word.Equals(open[i].Word, StringComparison.OrdinalIgnoreCase))
            {
                open.RemoveRange(i, open.Count - i);
                return true;
            }
        }
        return false;
    }

    private static MarkupTag Current(List<MarkupTag> open) => open.Count == 0 ? default : open[^1];

    private static void Flush(StringBuilder pending, MarkupTag tag, List<StyledRun> runs)
    {
        if (pending.Length == 0)
            return;
        runs.Add(new StyledRun(pending.ToString(), tag.Style, tag.Link));
        pending.Clear();
    }
}
