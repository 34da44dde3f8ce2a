using System.Net;
using Moo.Protocols;

namespace Moo.Daemon.Sessions;

/// <summary>What connections together may cost, and how long each may take over what; the operator's to change (section <c>Limits</c> of the settings).</summary>
internal sealed record NetworkLimits
{
    /// <summary>Connections at a time from one IPv4 address.</summary>
    public int ConnectionsPerAddress { get; init; } = 8;

    /// <summary>Connections at a time from one IPv6 network of 64 bits, which is what one customer gets.</summary>
    public int ConnectionsPerNetwork { get; init; } = 16;

    /// <summary>Connections at a time on which nobody is logged in.</summary>
    public int UnknownConnections { get; init; } = 500;

    /// <summary>New connections from one address.</summary>
    public RateLimit AcceptPerAddress { get; init; } = new(3, 10);

    /// <summary>New connections from everywhere.</summary>
    public RateLimit Accept { get; init; } = new(50, 100);

    /// <summary>Seconds for a TLS handshake, or for a request to become a WebSocket.</summary>
    public int HandshakeSeconds { get; init; } = 10;

    /// <summary>Seconds for a proxy's header.</summary>
    public int ProxySeconds { get; init; } = 3;

    /// <summary>Seconds until somebody must have logged in; 0 for ever. A world's <c>$server_options.connect_timeout</c> comes before it.</summary>
    public int LoginSeconds { get; init; } = 120;

    /// <summary>Seconds within which who comes by SSH has to have logged in and begun a session.</summary>
    public int SshLoginSeconds { get; init; } = 30;

    /// <summary>Wrong passwords or keys on one SSH connection after which it ends.</summary>
    public int SshLoginTries { get; init; } = 3;

    /// <summary>Seconds a player may say nothing; 0 for ever.</summary>
    public int IdleSeconds { get; init; }

    /// <summary>Seconds a client may take nothing of what it is sent; 0 for ever.</summary>
    public int SlowReaderSeconds { get; init; } = 60;

    /// <summary>Tries to log in from one address within five minutes before they take longer and longer.</summary>
    public int LoginTriesPerAddress { get; init; } = 5;

    /// <summary>Tries to log in as one player within five minutes before they take longer and longer.</summary>
    public int LoginTriesPerPlayer { get; init; } = 10;

    /// <summary>The longest that a try to log in is made to wait, in seconds.</summary>
    public int LongestLoginDelaySeconds { get; init; } = 30;

    /// <summary>
    /// Addresses to which the limits on numbers and rates do not apply, as networks: this machine itself. What stands in front of the server there
    /// should speak the PROXY protocol, so that players are counted by their own addresses.
    /// </summary>
    public IReadOnlyList<string> Trusted { get; init; } = ["127.0.0.0/8", "::1/128"];

    /// <summary>What one connection may cost before somebody is logged in on it.</summary>
    public PeerLimits BeforeLogin { get; init; } = PeerLimits.BeforeLogin with { };

    /// <summary>What one connection may cost once somebody is logged in on it.</summary>
    public PeerLimits LoggedIn { get; init; } = PeerLimits.LoggedIn with { };

    /// <summary>Whether the limits on numbers and rates do not apply to an address. Unix sockets have none and are of this machine.</summary>
    public bool IsTrusted(IPAddress? address) => address is null || Networks.Contain(Trusted, address);
}
