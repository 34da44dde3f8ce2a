using Moo.Protocols.Msdp;
using Moo.Protocols.Terminal;

namespace Moo.Protocols;

/// <summary>What a <see cref="Peer"/> tells its host while it works through received bytes.</summary>
/// <remarks>
/// All calls come from inside <see cref="Peer"/>'s own methods, on the caller's thread. The host may write to the
/// peer from inside them. Spans are valid only during the call. What a host does not implement, it does not care for.
/// </remarks>
public interface IPeerEvents
{
    /// <summary>A line of text, without control characters.</summary>
    void OnLine(string line);

    /// <summary>A line was over <see cref="PeerLimits.LineBytes"/> and was dropped.</summary>
    void OnLineTooLong()
    {
    }

    /// <summary>Bytes as they came, while <see cref="Peer.IsBinary"/> is on.</summary>
    void OnBytes(ReadOnlySpan<byte> bytes)
    {
    }

    /// <summary>A GMCP message.</summary>
    /// <param name="package">Its full name as the client spells it, as <c>Char.Items.Inv</c>.</param>
    /// <param name="json">
    /// Its body: valid JSON, with finite numbers and no duplicate keys; empty if there is none.
    /// </param>
    void OnGmcp(string package, string json)
    {
    }

    /// <summary>
    /// An MSDP variable, or a command (<c>LIST</c>, <c>REPORT</c>, <c>SEND</c>, …) with its argument.
    /// </summary>
    void OnMsdp(string name, MsdpValue value)
    {
    }

    /// <summary>
    /// The client asks for the server's status, before login perhaps: answer with <see cref="Peer.SendMssp"/>.
    /// </summary>
    void OnMsspAsked()
    {
    }

    /// <summary>
    /// A subnegotiation of an option that nothing here claims: the whole sequence from IAC SB to IAC SE.
    /// </summary>
    void OnUnclaimed(ReadOnlySpan<byte> sequence)
    {
    }

    /// <summary>The user pressed the client's interrupt key (telnet IP, BRK or ABORT).</summary>
    void OnInterrupt()
    {
    }

    /// <summary>The client answered <see cref="Telnet.TelnetPeer.AskAlive"/>.</summary>
    void OnAlive()
    {
    }

    /// <summary>Something became known about the terminal.</summary>
    void OnTerminalChanged(TerminalChange what)
    {
    }

    /// <summary>
    /// The client answered what it was asked at connect, or the time for it is over. Said once: show the login
    /// screen.
    /// </summary>
    void OnSettled();

    /// <summary>
    /// Somebody says who they are, on a transport that asks for that itself: answer with
    /// <see cref="Ssh.SshPeer.Answer"/>. Nothing more is taken in until then.
    /// </summary>
    void OnLoginTry(Ssh.LoginTry attempt)
    {
    }

    /// <summary>The client will say nothing more, but still listens: end when all that it said is done.</summary>
    void OnInputEnd()
    {
    }

    /// <summary>The client has ended the conversation by the transport's own means.</summary>
    void OnLeft()
    {
    }

    /// <summary>Close the connection, after sending what was written. The peer takes no more input.</summary>
    void OnClose(CloseReason reason);
}
