using System.Buffers;
using Moo.Protocols.Mssp;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;

namespace Moo.Protocols;

/// <summary>
/// A client on a byte stream without telnet: UTF-8 text both ways, and nothing beside it.
/// </summary>
/// <remarks>What the transport knows of the terminal, the host tells <see cref="Peer.Terminal"/>.</remarks>
/// <param name="beforeLogin">The limits before somebody logged in.</param>
/// <param name="afterLogin">The limits after it.</param>
/// <param name="output">Where the bytes for the client go.</param>
/// <param name="events">Whom to tell what the client sends.</param>
public sealed class PlainPeer(
    PeerLimits beforeLogin, PeerLimits afterLogin, IBufferWriter<byte> output, IPeerEvents events)
    : Peer(beforeLogin, afterLogin, Charset.Utf8, events)
{
    /// <summary>What <see cref="SetEcho"/> said last, for a host that shows what is typed itself.</summary>
    public bool IsEchoOn { get; private set; } = true;

    private protected override Charset InputCharset => Charset.Utf8;

    /// <inheritdoc/>
    public override void Start(long now) => Events.OnSettled();

    /// <inheritdoc/>
    public override void Receive(ReadOnlySpan<byte> data, long now)
    {
        CountInput(data.Length, now);
        TakeText(data);
    }

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<char> text) => TextEncoder.Encode(text, Charset.Utf8, output);

    /// <inheritdoc/>
    public override void WriteBytes(ReadOnlySpan<byte> bytes) => output.Write(bytes);

    /// <inheritdoc/>
    public override void SetEcho(bool on) => IsEchoOn = on;

    /// <inheritdoc/>
    public override void SendMssp(MsspTable table) => WriteText(MsspWriter.ToText(table));
}
