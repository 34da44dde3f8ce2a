using Moo.Daemon.Hosting;
using Moo.Daemon.Ssh;
using Moo.Protocols;
using Moo.Protocols.Gmcp;
using Moo.Protocols.Mcp;
using Moo.Protocols.Msdp;
using Moo.Protocols.Ssh;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;

namespace Moo.Daemon.Sessions;

/// <summary>Takes what the peer finds in what a client says. Not thread-safe: everything here comes under the session's lock.</summary>
/// <param name="session">The session.</param>
/// <param name="options">Its options.</param>
/// <param name="turns">Where lines and messages wait for their turn.</param>
/// <param name="output">Where answers go.</param>
/// <param name="gmcp">What the client was told over GMCP.</param>
internal sealed class SessionInput(Session session, SessionOptions options, LineTurns turns, OutputQueue output, GmcpMemory gmcp) : IPeerEvents
{
    private MsdpSession? _msdp;
    private SshLogin? _login;

    /// <summary>The other end.</summary>
    public Peer Peer { get; set; } = null!;

    /// <summary>When the client spoke last.</summary>
    public long LastAt { get; set; }

    /// <summary>Its MCP, if it is spoken.</summary>
    public McpSession? Mcp { get; private set; }

    /// <summary>Its MSDP.</summary>
    public MsdpSession Msdp => _msdp ??= new MsdpSession((name, value) => (Peer as TelnetPeer)?.SendMsdp(name, value));

    /// <summary>Why the connection is to end, once it is.</summary>
    public CloseCause? Closing { get; set; }

    private SessionRegistry Registry => session.Registry;

    private static readonly McpLimits McpBeforeLogin = new() { OpenMessages = 2, OpenCharacters = 16 * 1024, Cords = 2 };

    void IPeerEvents.OnLine(string line)
    {
        LastAt = Environment.TickCount64;
        Registry.Counters.Line();
        if (line.Length > 0 && line.Equals(options.FlushCommand, StringComparison.OrdinalIgnoreCase))
        {
            Flush(showsMessages: true);
            return;
        }
        if (Mcp is null || options.DisablesOutOfBand)
        {
            Queue(new InputItem(line));
            return;
        }
        switch (Mcp.Receive(line, out var text, out var message))
        {
            case McpResult.Text:
                Queue(new InputItem(text, InputKind.Text));
                break;
            case McpResult.OutOfBand:
                Queue(new InputItem(line));
                break;
            case McpResult.Message when message is not null:
                Queue(new InputItem(line, InputKind.Mcp, message.Name, ProtocolValues.FromMcp(message)));
                break;
        }
    }

    void IPeerEvents.OnLineTooLong()
    {
        Registry.Counters.LongLine();
        output.Add(new OutputItem(">> That line was too long and was dropped <<", OutputKind.Line));
    }

    void IPeerEvents.OnBytes(ReadOnlySpan<byte> bytes)
    {
        LastAt = Environment.TickCount64;
        Queue(new InputItem(ProtocolValues.ToBinary(bytes), InputKind.Text));
    }

    void IPeerEvents.OnGmcp(string package, string json)
    {
        Registry.Counters.Message();
        if (package.StartsWith("Core.Supports.", StringComparison.OrdinalIgnoreCase)) gmcp.CatchUp(Peer);
        // A sign of life means nothing to the world.
        if (package.Equals("Core.KeepAlive", StringComparison.OrdinalIgnoreCase)) return;
        Queue(new InputItem(json, InputKind.Gmcp, package, ProtocolValues.FromJson(json)));
    }

    void IPeerEvents.OnMsdp(string name, MsdpValue value)
    {
        Registry.Counters.Message();
        Msdp.Receive(name, value);
        Queue(new InputItem("", InputKind.Msdp, name, ProtocolValues.FromMsdp(value)));
    }

    void IPeerEvents.OnUnclaimed(ReadOnlySpan<byte> sequence) => Queue(new InputItem(ProtocolValues.ToBinary(sequence), InputKind.OutOfBand));

    void IPeerEvents.OnInterrupt() => Flush(showsMessages: true);

    void IPeerEvents.OnTerminalChanged(TerminalChange what)
    {
        // MNES says which address a client has that a MUD proxy passes on. Believed only where the proxy's own address is trusted.
        if (session.Entry.BelievesProxies && Peer.Terminal.ClaimedAddress is { Length: > 0 } address) session.CallAddress(address);
    }

    void IPeerEvents.OnSettled()
    {
        if (_login?.Player is { } player) turns.Enter(player);
        else if (!session.IsLoggedIn) turns.Welcome();
        else turns.Enter(null);
    }

    void IPeerEvents.OnLoginTry(LoginTry attempt) => (_login ??= new SshLogin(session)).Ask(attempt);

    void IPeerEvents.OnInputEnd() => Queue(new InputItem("", InputKind.End));

    void IPeerEvents.OnLeft() => Closing ??= CloseCause.ClientLeft;

    void IPeerEvents.OnClose(CloseReason reason)
    {
        Registry.Counters.Misbehaved(reason);
        Closing = new CloseCause($"the client misbehaved ({reason})");
    }

    void IPeerEvents.OnMsspAsked() => Peer.SendMssp(Registry.Status());

    /// <summary>Greets with MCP, if the listener and the world want that and the client may understand it.</summary>
    /// <remarks>The server speaks MCP for worlds that ask for its messages; a core that has MCP of its own gets the lines as they come.</remarks>
    public void Greet()
    {
        var mode = session.Listener.Settings.Mcp;
        if (mode == McpMode.Never || mode == McpMode.Auto && (session.Entry.Transport == Entry.WebSocket || !Peer.Terminal.MayHaveMcp) || !Registry.Understands(session.Listener.Object, "do_mcp_command")) return;
        Mcp = new McpSession(McpPackage.Known, McpBeforeLogin, line => Peer.WriteLine(line));
        Mcp.Start();
    }

    private void Queue(in InputItem item)
    {
        if (turns.Add(item)) return;
        Registry.Counters.LostLine();
        if (item.Kind is InputKind.Line or InputKind.Text) output.Add(new OutputItem(">> Too many lines are waiting; this one was dropped <<", OutputKind.Line));
    }

    /// <summary>Forgets the lines that wait.</summary>
    public void Flush(bool showsMessages)
    {
        var lines = turns.Clear();
        if (!showsMessages) return;
        output.Add(new OutputItem(lines.Count == 0 ? ">> No pending input to flush..." : ">> Flushing the following pending input:", OutputKind.Line));
        foreach (var line in lines) output.Add(new OutputItem(">>     " + line, OutputKind.Line));
        if (lines.Count > 0) output.Add(new OutputItem(">> (Done flushing)", OutputKind.Line));
    }
}
