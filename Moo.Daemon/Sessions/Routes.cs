using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Moo.Language.Scheduling;

namespace Moo.Daemon.Sessions;

/// <summary>Both ends of connections.</summary>
internal static class Routes
{
    /// <summary>The route of an accepted or made connection.</summary>
    /// <param name="transport">The connection.</param>
    /// <param name="isOutbound">Whether the server made it.</param>
    /// <param name="tls">The protocol version and cipher if it is encrypted.</param>
    public static ConnectionRoute Of(ConnectionContext transport, bool isOutbound, string? tls) => Of(transport.LocalEndPoint, transport.RemoteEndPoint, isOutbound, tls);

    /// <inheritdoc cref="Of(ConnectionContext, bool, string?)"/>
    public static ConnectionRoute Of(EndPoint? localEnd, EndPoint? remoteEnd, bool isOutbound, string? tls)
    {
        var (local, localPort) = Ends(localEnd);
        var (remote, remotePort) = Ends(remoteEnd);
        var protocol = localEnd?.AddressFamily switch
        {
            AddressFamily.Unix => "Unix",
            AddressFamily.InterNetworkV6 when !((IPEndPoint)localEnd).Address.IsIPv4MappedToIPv6 => "IPv6",
            _ => "IPv4",
        };
        // A Unix socket has a name at this end only; whoever is at the other is on this machine.
        if (protocol == "Unix") remote = "localhost";
        return new ConnectionRoute(local, local, localPort, remote, remote, remotePort, protocol, isOutbound, tls);
    }

    /// <summary>A route in LambdaMOO's words (<c>connection_name()</c>).</summary>
    public static string Name(ConnectionRoute route) => string.Create(CultureInfo.InvariantCulture,
        $"port {route.LocalPort} {(route.IsOutbound ? "to" : "from")} {route.RemoteHost}, port {route.RemotePort}");

    private static (string Address, int Port) Ends(EndPoint? end) => end switch
    {
        IPEndPoint ip => ((ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address).ToString(), ip.Port),
        UnixDomainSocketEndPoint unix => (unix.ToString(), 0),
        _ => ("", 0),
    };
}
