using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Mcp;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>What is known of a client, as <c>client_info()</c> tells it: the same keys whatever the transport.</summary>
internal static class ClientFacts
{
    /// <summary>The facts.</summary>
    /// <param name="peer">The other end.</param>
    /// <param name="route">Both ends.</param>
    /// <param name="transport"><c>telnet</c>, <c>websocket</c> …</param>
    /// <param name="mcp">Its MCP, if it is spoken.</param>
    public static MooMap Of(Peer peer, ConnectionRoute route, string transport, McpSession? mcp)
    {
        var terminal = peer.Terminal;
        var telnet = peer as TelnetPeer;
        var facts = new (string Key, Value Value)[]
        {
            ("transport", Value.Str(transport)),
            ("client_name", Value.Str(terminal.ClientName)),
            ("client_version", Value.Str(terminal.ClientVersion)),
            ("terminal_type", Value.Str(terminal.TerminalType)),
            ("terminal_types", Value.List(MooList.OfStrings(terminal.TerminalNames))),
            ("mtts", Value.Int(terminal.Mtts)),
            ("width", Value.Int(terminal.Width)),
            ("height", Value.Int(terminal.Height)),
            ("columns", Value.Int(terminal.Columns)),
            ("rows", Value.Int(terminal.Rows)),
            ("encoding", Value.Str(terminal.Charset.ToString())),
            ("colors", Value.Int(ColorsOf(terminal.Colors))),
            ("utf8", Value.Truth(terminal.Charset == Charset.Utf8)),
            ("screen_reader", Value.Truth(terminal.IsScreenReader)),
            ("links", Value.Str(LinksOf(terminal))),
            ("tls", route.Tls is { } cipher ? Value.Str(cipher) : Value.Int(0)),
            ("address", Value.Str(route.RemoteAddress)),
            ("gmcp", Modules(peer)),
            ("speaks_gmcp", Value.Truth(peer.Gmcp.IsOn)),
            ("msdp", Value.Truth(telnet?.HasMsdp == true)),
            ("mcp", Packages(mcp)),
            ("sound", Value.Str(SoundOf(peer))),
            ("variables", Variables(terminal)),
            ("compression", Value.Truth(telnet?.IsCompressing == true)),
            ("compressed_input", Value.Truth(telnet?.TakesCompressedInput == true)),
        };
        var map = MooMap.Empty;
        foreach (var (key, value) in facts) map = map.Set(Value.Str(key), value);
        return map;
    }

    private static long ColorsOf(ColorDepth depth) => depth switch
    {
        ColorDepth.TrueColor => 1L << 24,
        ColorDepth.TwoHundredFiftySix => 256,
        ColorDepth.Sixteen => 16,
        _ => 0,
    };

    private static string LinksOf(TerminalFacts terminal) =>
        terminal.Has(TerminalFeatures.Links) ? "osc8" : terminal.Has(TerminalFeatures.Mxp) ? "mxp" : "";

    private static string SoundOf(Peer peer) =>
        peer.Gmcp.Wants("Client.Media") ? "gmcp" : peer.Terminal.Has(TerminalFeatures.Msp) ? "msp" : "";

    private static Value Modules(Peer peer)
    {
        var map = MooMap.Empty;
        foreach (var module in peer.Gmcp.Modules) map = map.Set(Value.Str(module.Name), Value.Int(module.Version));
        return Value.Of(map);
    }

    private static Value Packages(McpSession? mcp)
    {
        var map = MooMap.Empty;
        if (mcp is null) return Value.Of(map);
        foreach (var (name, version) in mcp.Agreed) map = map.Set(Value.Str(name), Value.Str(version.ToString()));
        return Value.Of(map);
    }

    private static Value Variables(TerminalFacts terminal)
    {
        var map = MooMap.Empty;
        foreach (var (name, value) in terminal.Variables) map = map.Set(Value.Str(name), Value.Str(value));
        return Value.Of(map);
    }
}
