using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>What is known of a client, as <c>client_info()</c> tells it: the same keys whatever the transport.</summary>
internal static class ClientFacts
{
    /// <summary>The facts.</summary>
    public static MooMap Of(Peer peer, ConnectionRoute route)
    {
        var terminal = peer.Terminal;
        var facts = new List<(string Key, Value Value)>
        {
            ("transport", Value.Str(peer is TelnetPeer ? "telnet" : "websocket")),
            ("client_name", Value.Str(terminal.ClientName)),
            ("client_version", Value.Str(terminal.ClientVersion)),
            ("terminal_type", Value.Str(terminal.TerminalType)),
            ("mtts", Value.Int(terminal.Mtts)),
            ("width", Value.Int(terminal.Width)),
            ("height", Value.Int(terminal.Height)),
            ("encoding", Value.Str(terminal.Charset.ToString())),
            ("colors", Value.Int(ColorsOf(terminal.Colors))),
            ("utf8", Value.Truth(terminal.Charset == Charset.Utf8)),
            ("screen_reader", Value.Truth(terminal.IsScreenReader)),
            ("tls", route.Tls is { } cipher ? Value.Str(cipher) : Value.Int(0)),
            ("address", Value.Str(route.RemoteAddress)),
            ("gmcp", Modules(peer)),
            ("compression", Value.Truth((peer as TelnetPeer)?.IsCompressing == true)),
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

    private static Value Modules(Peer peer)
    {
        var map = MooMap.Empty;
        foreach (var module in peer.Gmcp.Modules) map = map.Set(Value.Str(module.Name), Value.Int(module.Version));
        return Value.Of(map);
    }
}
