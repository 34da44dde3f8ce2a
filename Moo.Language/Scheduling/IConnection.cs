using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>A connection, as far as MOO code can ask about it.</summary>
public interface IConnection
{
    /// <summary>Its own number, negative.</summary>
    ObjectId Id { get; }

    /// <summary>Who is logged in on it; its own number before that.</summary>
    ObjectId Player { get; }

    /// <summary>Whether somebody is logged in on it.</summary>
    bool IsLoggedIn { get; }

    /// <summary>Seconds since it was made, or since its player logged in.</summary>
    double ConnectedSeconds { get; }

    /// <summary>Seconds since its last line of input.</summary>
    double IdleSeconds { get; }

    /// <summary>Where it comes from, as <c>connection_name()</c> tells: <c>port 7777 from host, port 53312</c>.</summary>
    string Name { get; }

    /// <summary>Both ends of it.</summary>
    ConnectionRoute Route { get; }

    /// <summary>Bytes of output that wait to be sent.</summary>
    int BufferedOutput { get; }

    /// <summary>The options, by name (case ignored): <c>connection_options()</c>.</summary>
    IReadOnlyDictionary<string, Value> Options { get; }

    /// <summary>What the client wants to see before each command's output; empty for nothing.</summary>
    string OutputPrefix { get; }

    /// <summary>What the client wants to see after each command's output; empty for nothing.</summary>
    string OutputSuffix { get; }

    /// <summary>What is known of the client, whatever the transport: <c>client_info()</c>.</summary>
    MooMap Client { get; }
}

/// <summary>Both ends of a connection: <c>connection_info()</c>.</summary>
/// <param name="LocalHost">The name of this end's address; the address if it has no name.</param>
/// <param name="LocalAddress">This end's address.</param>
/// <param name="LocalPort">This end's port.</param>
/// <param name="RemoteHost">The name of the other end's address; the address if it was not looked up.</param>
/// <param name="RemoteAddress">The other end's address.</param>
/// <param name="RemotePort">The other end's port.</param>
/// <param name="Protocol"><c>IPv4</c>, <c>IPv6</c> or <c>Unix</c>.</param>
/// <param name="IsOutbound">Whether <c>open_network_connection()</c> made it.</param>
/// <param name="Tls">The protocol version and cipher if it is encrypted, else null.</param>
public sealed record ConnectionRoute(
    string LocalHost, string LocalAddress, int LocalPort, string RemoteHost, string RemoteAddress, int RemotePort, string Protocol, bool IsOutbound, string? Tls);
