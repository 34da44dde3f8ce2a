using System.Buffers;
using Moo.Protocols.Mssp;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.WebSocket;

/// <summary>
/// A client on a WebSocket that does not speak telnet: text in binary messages, GMCP in text messages.
/// </summary>
/// <remarks>
/// Text is collected until <see cref="Flush"/> and sent as one message. A received message may hold several lines or
/// part of one. The subprotocols have no way to mask a secret or tell a size; clients that list the module
/// <c>Client</c> get <c>Client.Echo {"on":false}</c> and may send <c>Client.Size {"columns":80,"rows":24}</c>.
/// </remarks>
public sealed class WebSocketPeer : Peer
{
    private const int KeptCapacity = 1024;

    private readonly Subprotocol _protocol;
    private readonly WebSocketSend _send;
    private ArrayBufferWriter<byte>? _text;

    /// <summary>A connection that nothing was said on.</summary>
    /// <param name="protocol">The agreed subprotocol, other than <see cref="Subprotocol.Telnet"/>.</param>
    /// <param name="beforeLogin">The limits before somebody logged in.</param>
    /// <param name="afterLogin">The limits after it.</param>
    /// <param name="send">Sends messages to the client.</param>
    /// <param name="events">Whom to tell what the client sends.</param>
    public WebSocketPeer(
        Subprotocol protocol, PeerLimits beforeLogin, PeerLimits afterLogin, WebSocketSend send, IPeerEvents events)
        : base(beforeLogin, afterLogin, Charset.Utf8, events)
    {
        if (protocol == Subprotocol.Telnet)
            throw new ArgumentException("A telnet stream in a WebSocket is a TelnetPeer's.", nameof(protocol));
        (_protocol, _send) = (protocol, send);
        Gmcp.IsOn = protocol != Subprotocol.Terminal;
        // A terminal in a browser shows all of this.
        Terminal.Learn(
            TerminalFeatures.Ansi | TerminalFeatures.Vt100 | TerminalFeatures.Utf8 | TerminalFeatures.Colors256
                | TerminalFeatures.TrueColor,
            true);
        Terminal.TakeChanges();
    }

    private protected override Charset InputCharset => Charset.Utf8;

    /// <inheritdoc/>
    public override void Start(long now) => Events.OnSettled();

    /// <inheritdoc/>
    public override void Receive(ReadOnlySpan<byte> data, long now) => Receive(isText: false, data, now);

    /// <inheritdoc/>
    public override void Receive(bool isText, ReadOnlySpan<byte> message, long now)
    {
        CountInput(message.Length, now);
        if (message.Length > Limits.MessageBytes)
            Close(CloseReason.LongMessage);
        else if (!IsClosed && isText && _protocol == Subprotocol.Gmcp && !IsBinary)
            ReceiveGmcp(message, now);
        else if (!IsClosed && isText && _protocol == Subprotocol.Json && !IsBinary)
            ReceiveEnvelope(message, now);
        else
            TakeText(message);
    }

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<char> text) =>
        TextEncoder.Encode(text, Charset.Utf8, _text ??= new ArrayBufferWriter<byte>());

    /// <inheritdoc/>
    public override void WriteBytes(ReadOnlySpan<byte> bytes) => (_text ??= new ArrayBufferWriter<byte>()).Write(bytes);

    /// <inheritdoc/>
    public override void SetEcho(bool on) => SendGmcp("Client.Echo", on ? """{"on":true}""" : """{"on":false}""");

    /// <inheritdoc/>
    public override void SendMssp(MsspTable table) => WriteText(MsspWriter.ToText(table));

    /// <summary>Sends the text written since the last time as one message.</summary>
    public override void Flush()
    {
        if (_text is null || _text.WrittenCount == 0)
            return;
        _send(isText: false, _text.WrittenSpan);
        if (_text.Capacity <= KeptCapacity)
            _text.ResetWrittenCount();
        else
            _text = null;
    }

    private protected override void WriteGmcp(string package, string json, ReadOnlySpan<byte> message)
    {
        Flush();
        _send(isText: true, _protocol == Subprotocol.Json ? JsonEnvelope.Seal(package, json).Span : message);
    }

    private void ReceiveEnvelope(ReadOnlySpan<byte> message, long now)
    {
        if (JsonEnvelope.TryOpen(message, out var gmcp))
            ReceiveGmcp(gmcp, now);
    }
}
