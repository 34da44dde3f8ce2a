using System.Buffers;
using Moo.Language.Scheduling;
using Moo.Protocols.Mcp;
using Moo.Protocols.Msdp;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <content>What goes to the client.</content>
internal sealed partial class Session
{
    private const int MostBytesAtOnce = 32 * 1024;
    private const int MostBytesHere = 16 * 1024;

    /// <summary>Sends text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="mayFlush">Whether older text makes room for it; else it is dropped when there is none.</param>
    public void Send(string text, OutputKind kind = OutputKind.Line, bool mayFlush = true) => Send(new OutputItem(text, kind), mayFlush);

    /// <summary>Sends a piece of output.</summary>
    public void Send(OutputItem item, bool mayFlush = true)
    {
        if (Add(item, mayFlush)) _wire.Wake();
    }

    /// <summary>Queues a piece of output, which waits for <see cref="SendHere"/> or whatever else has something to send.</summary>
    /// <returns>Whether it waits now.</returns>
    public bool Add(OutputItem item, bool mayFlush)
    {
        lock (_gate)
        {
            if (IsEnding) return false;
            Registry.Counters.Dropped(_output.Add(item, mayFlush));
            return true;
        }
    }

    /// <summary>Sends what waits, unless more of it is about to come or it is much: then a thread of the pool does it.</summary>
    public void SendHere()
    {
        bool isLittle;
        lock (_gate) isLittle = _turns.IsEmpty && _output.Length <= MostBytesHere;
        if (isLittle) _wire.SendHere();
        else _wire.Wake();
    }

    /// <summary>Shows the prompt that the player has chosen. Who uses a screen reader would hear it after each command, and is spared that.</summary>
    public void ShowPrompt()
    {
        if (!_peer.Terminal.Has(TerminalFeatures.ScreenReader)) Send(new OutputItem(_options.Prompt, OutputKind.Prompt, TextForm.Prompt));
    }

    /// <summary>Says that the player has typed something, so that the line of a prompt is at its end.</summary>
    public void NoteInput()
    {
        lock (_gate) _isAfterPrompt = false;
    }

    /// <summary>Writes some of what waits.</summary>
    /// <returns>False if nothing does.</returns>
    public bool Write(IBufferWriter<byte> target)
    {
        lock (_gate)
        {
            var encoded = 0;
            while (encoded < MostBytesAtOnce && _bytes.Count < MostBytesAtOnce && !_peer.IsBlocked && _output.TryTake(out var item))
            {
                Encode(item);
                encoded += item.Length + 1;
            }
            _peer.Flush();
            if (IsEnding && _output.IsEmpty) _peer.Finish();
            _blockedSince = !_peer.IsBlocked ? 0 : _bytes.Count > 0 || _blockedSince == 0 ? Now : _blockedSince;
            if (_bytes.Count > 0)
            {
                target.Write(_bytes.Span);
                Registry.Counters.Sent(_bytes.Count);
                encoded += _bytes.Count;
                _bytes.Clear();
            }
            return encoded > 0;
        }
    }

    private void Encode(in OutputItem item)
    {
        switch (item.Kind)
        {
            case OutputKind.Gmcp when _peer.Gmcp.IsOn || IsYoung:
                _gmcp.Send(_peer, item.Text, (string)item.Data!);
                break;
            case OutputKind.Msdp:
                if (_peer is TelnetPeer { HasMsdp: true } || IsYoung) _input.Msdp.Set(item.Text, (MsdpValue)item.Data!);
                break;
            case OutputKind.Gmcp:
                break;
            case OutputKind.Mcp:
                _input.Mcp?.Send((McpMessage)item.Data!);
                break;
            case OutputKind.Sound:
                Sounds.Play(_peer, item.Text, (MooMap)item.Data!);
                break;
            default:
                EncodeText(item);
                break;
        }
    }

    private void EncodeText(in OutputItem item)
    {
        if (_options.Binary && item.Form == TextForm.Raw)
        {
            _peer.WriteBytes(ProtocolValues.FromBinary(item.Text));
            return;
        }
        // What happens while a prompt waits does not go on in its line.
        if (_isAfterPrompt && item.Kind == OutputKind.Line) _peer.WriteLine("");
        _isAfterPrompt = item.Kind == OutputKind.Prompt && item.Text == _options.Prompt;
        switch (item.Kind)
        {
            case OutputKind.Line when item.Form == TextForm.Raw:
                _peer.WriteLine(item.Text);
                break;
            case OutputKind.Line:
                foreach (var line in TerminalText.Lines(item.Text, item.Form, item.Indent, _peer.Terminal, _options.Wraps(_peer.Terminal), _input.Mcp)) _peer.WriteLine(line);
                break;
            case OutputKind.Prompt:
                _peer.WritePrompt(TerminalText.Prompt(item.Text, _peer.Terminal, _options.MarksPrompts));
                break;
            default:
                _peer.WriteText(item.Form == TextForm.Raw ? item.Text : TerminalText.Part(item.Text, _peer.Terminal));
                break;
        }
    }
}
