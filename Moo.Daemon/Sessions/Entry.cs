using System.Net.Sockets;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>How a connection came in.</summary>
/// <param name="Route">Both ends.</param>
/// <param name="Admission">What it counts towards; given back when the connection ends.</param>
/// <param name="Transport"><c>telnet</c>, <c>ssh</c> or <c>websocket</c>, for <c>client_info()</c>.</param>
/// <param name="Socket">The socket beneath, if it is known.</param>
/// <param name="BelievesProxies">Whether what a proxy says of its client's address is believed.</param>
internal sealed record Entry(ConnectionRoute Route, Admission Admission, string Transport, Socket? Socket = null, bool BelievesProxies = false)
{
    /// <summary>The transport of browsers, none of which speaks MCP.</summary>
    public const string WebSocket = "websocket";

    /// <summary>Has TCP look after the connection, or not (ToastStunt's connection option <c>keep-alive</c>).</summary>
    /// <param name="wish">0, 1, or a map with <c>idle</c>, <c>interval</c> (seconds) and <c>count</c>.</param>
    public void SetKeepAlive(Value wish)
    {
        if (Socket is null || Socket.AddressFamily == AddressFamily.Unix) return;
        try
        {
            Socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, wish.IsMap || wish.IsTrue);
            if (!wish.TryMap(out var map)) return;
            Set(map, "idle", SocketOptionName.TcpKeepAliveTime);
            Set(map, "interval", SocketOptionName.TcpKeepAliveInterval);
            Set(map, "count", SocketOptionName.TcpKeepAliveRetryCount);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The connection is over, or the system has no such option: then it lives as others do.
        }
    }

    private void Set(MooMap wish, string name, SocketOptionName option)
    {
        const int most = 32_767;
        if (wish.Find(name) is { } value && value.TryInt(out var number)) Socket!.SetSocketOption(SocketOptionLevel.Tcp, option, (int)Math.Clamp(number, 1, most));
    }
}
