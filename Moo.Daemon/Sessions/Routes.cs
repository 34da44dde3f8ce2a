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
    public static ConnectionRoute Of(ConnectionContext transport, bool isOutbound)
    {
        var (local, localPort) = Ends(transport.LocalEndPoint);
        var (remote, remotePort) = Ends(transport.RemoteEndPoint);
        var protocol = transport.LocalEndPoint?.AddressFamily switch
        {
            AddressFamily.Unix => "Unix",
            AddressFamily.InterNetworkV6 when !((IPEndPoint)transport.LocalEndPoint).Address.IsIPv4MappedToIPv6 => "IPv6",
            _ => "IPv4",
        };
        return new ConnectionRoute(local, local, localPort, remote, remote, remotePort, protocol, isOutbound, null);
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
