using Moo.Language.Scheduling;
using Moo.Protocols;

namespace Moo.Daemon.Sessions;

/// <summary>Puts lines, parts of lines and prompts out as the terminal can show them.</summary>
/// <remarks>The session's gate guards it.</remarks>
/// <param name="options">What the player wishes.</param>
/// <param name="input">Where what is known of MCP is kept.</param>
internal sealed class OutputText(SessionOptions options, SessionInput input)
{
    private bool _isAfterPrompt;

    /// <summary>Says that the player has typed something, so that the line of a prompt is at its end.</summary>
    public void NoteInput() => _isAfterPrompt = false;

    /// <summary>Puts a piece of text out.</summary>
    /// <param name="peer">The other end.</param>
    /// <param name="item">The text.</param>
    public void Write(Peer peer, in OutputItem item)
    {
        if (options.Binary && item.Form == TextForm.Raw)
        {
            peer.WriteBytes(ProtocolValues.FromBinary(item.Text));
            return;
        }
        // What happens while a prompt waits does not go on in its line.
        if (_isAfterPrompt && item.Kind == OutputKind.Line) peer.WriteLine("");
        _isAfterPrompt = item.Kind == OutputKind.Prompt && item.Text == options.Prompt;
        switch (item.Kind)
        {
            case OutputKind.Line when item.Form == TextForm.Raw:
                peer.WriteLine(item.Text);
                break;
            case OutputKind.Line:
                foreach (var line in TerminalText.Lines(item.Text, item.Form, item.Indent, peer.Terminal, options.Wraps(peer.Terminal), input.Mcp)) peer.WriteLine(line);
                break;
            case OutputKind.Prompt:
                peer.WritePrompt(TerminalText.Prompt(item.Text, peer.Terminal, options.MarksPrompts));
                break;
            default:
                peer.WriteText(item.Form == TextForm.Raw ? item.Text : TerminalText.Part(item.Text, peer.Terminal));
                break;
        }
    }
}
