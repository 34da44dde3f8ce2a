namespace Moo.Protocols.WebSocket;

/// <summary>How a WebSocket carries a game: the subprotocols of mudstandards.org.</summary>
public enum Subprotocol
{
    /// <summary>Binary messages are a telnet stream, IAC and all: use a <see cref="Telnet.TelnetPeer"/>.</summary>
    Telnet,

    /// <summary>Binary messages are text with ANSI sequences. There is nothing else.</summary>
    Terminal,

    /// <summary>Binary messages are text; text messages are GMCP: <c>Package.Name json</c>.</summary>
    Gmcp,

    /// <summary>
    /// Binary messages are text; text messages are objects with <c>proto</c>, <c>id</c> and <c>data</c>.
    /// </summary>
    Json,
}
