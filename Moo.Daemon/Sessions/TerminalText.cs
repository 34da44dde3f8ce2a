using Moo.Language.Scheduling;
using Moo.Protocols.Mcp;
using Moo.Protocols.Terminal;

namespace Moo.Daemon.Sessions;

/// <summary>Writes a text as one terminal can show it: its colours, its links, its width.</summary>
internal static class TerminalText
{
    /// <summary>The lines that a text becomes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">What kind of text it is; not <see cref="TextForm.Raw"/>.</param>
    /// <param name="indent">Blanks before each line but the first.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="wraps">Whether to break lines at the terminal's width.</param>
    /// <param name="mcp">The client's MCP, if it is spoken: it knows how to quote.</param>
    public static IEnumerable<string> Lines(string text, TextForm form, int indent, TerminalFacts terminal, bool wraps, McpSession? mcp)
    {
        var isMarkup = form != TextForm.Plain && text.Contains('[', StringComparison.Ordinal);
        if (!isMarkup && (!wraps || text.Length <= terminal.Width) && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return [Safe(text, mcp)];
        var styled = isMarkup ? Markup.Parse(text) : StyledText.Plain(text);
        // Line feeds part lines in any case.
        var lines = TextLayout.Wrap(styled, wraps ? terminal.Width : int.MaxValue / 2, indent);
        return lines.Select(line => Safe(AnsiRenderer.Render(line, terminal), mcp));
    }

    /// <summary>A prompt, on one line.</summary>
    /// <param name="text">The text, in markup.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="isMarked">Whether shells' tools are to find it (OSC 133).</param>
    public static string Prompt(string text, TerminalFacts terminal, bool isMarked)
    {
        var prompt = Part(text, terminal);
        return isMarked ? Osc.PromptStart + prompt + Osc.InputStart : prompt;
    }

    /// <summary>A part of a line that goes on.</summary>
    public static string Part(string text, TerminalFacts terminal) => Safe(Markup.Render(text.Replace('\n', ' '), terminal), null);

    // Out-of-band lines (MCP, local editing) come from the server alone. A client with MCP knows quoting; others would show it.
    private static string Safe(string line, McpSession? mcp)
    {
        if (!line.StartsWith("#$#", StringComparison.Ordinal) && !line.StartsWith("#$\"", StringComparison.Ordinal)) return line;
        return mcp is { IsActive: true } ? mcp.QuoteLine(line) : " " + line;
    }
}
