using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moo.Daemon.Sessions;
using Moo.Language.Scheduling;
using Moo.Protocols.Telnet;
using Moo.Store.Values;

namespace Moo.Daemon.Hosting;

/// <summary>Accepts telnet connections: where the operator said, and where the world says with <c>listen()</c>. Makes those it asks for.</summary>
/// <remarks>The sockets are Kestrel's, without its HTTP server, which cannot begin and end listening while it runs.</remarks>
internal sealed class Listeners(SessionRegistry sessions, ILoggerFactory logging) : IAsyncDisposable
{
    private const int MostPort = 65535;

    private readonly ILogger _log = logging.CreateLogger("moo");
    private readonly SocketTransportFactory _sockets = new(Options.Create(new SocketTransportOptions()), logging);
    private readonly SocketConnectionContextFactory _outbound = new(new SocketConnectionFactoryOptions(), logging.CreateLogger("moo"));
    private readonly TelnetSettings _settings = new();
    private readonly Lock _lock = new();
    private readonly List<(Listener Listener, IConnectionListener Socket, EndPoint Address)> _open = [];

    /// <summary>Where connections are accepted, oldest first.</summary>
    public IReadOnlyList<ListeningPoint> Points
    {
        get
        {
            lock (_lock) return [.. _open.Select(open => open.Listener.Point)];
        }
    }

    /// <summary>Starts accepting.</summary>
    /// <param name="address">The address.</param>
    /// <param name="point">What the world sees.</param>
    /// <exception cref="IOException">The address is taken, or not ours.</exception>
    public async Task OpenAsync(EndPoint address, ListeningPoint point)
    {
        var socket = await _sockets.BindAsync(address, CancellationToken.None).ConfigureAwait(false);
        var listener = new Listener(point);
        lock (_lock) _open.Add((listener, socket, address));
        _log.Listening("telnet", address.ToString()!);
        _ = AcceptAsync(socket, listener);
    }

    /// <summary>Starts accepting where the world asks for it.</summary>
    public async Task<Value> OpenAsync(ListenRequest request)
    {
        var point = request.Point;
        if (!point.Point.TryInt(out var port) || port is < 1 or > MostPort || point.IsTls) return Value.Err(ErrorCode.E_INVARG);
        var address = new IPEndPoint(Interface(point.IsIPv6), (int)port);
        try
        {
            await OpenAsync(address, point).ConfigureAwait(false);
            return point.Point;
        }
        catch (Exception taken) when (taken is IOException or SocketException or NotSupportedException)
        {
            _log.CannotListen(address.ToString(), taken.Message);
            return Value.Err(ErrorCode.E_QUOTA);
        }
    }

    // Who lets the world in on loopback only does not want listen() to open the machine to everybody.
    private IPAddress Interface(bool isIPv6)
    {
        lock (_lock)
        {
            var isLoopback = _open.Any(open => open.Address is IPEndPoint first && IPAddress.IsLoopback(first.Address));
            if (isIPv6) return isLoopback ? IPAddress.IPv6Loopback : IPAddress.IPv6Any;
            return isLoopback ? IPAddress.Loopback : IPAddress.Any;
        }
    }

    /// <summary>Stops accepting at a place; connections that were accepted there stay.</summary>
    public async Task CloseAsync(Value point, bool isIPv6)
    {
        IConnectionListener? socket;
        lock (_lock)
        {
            var index = _open.FindIndex(open => ValueComparison.AreEqual(open.Listener.Point.Point, point, matchCase: true) && open.Listener.Point.IsIPv6 == isIPv6);
            if (index < 0) return;
            socket = _open[index].Socket;
            _open.RemoveAt(index);
        }
        await socket.UnbindAsync().ConfigureAwait(false);
        await socket.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Makes a connection that the world asks for.</summary>
    /// <returns>Its number; E_INVARG if nobody answers.</returns>
    public async Task<Value> ConnectAsync(OutboundRequest request, CancellationToken cancellation)
    {
        if (request.IsTls) return Value.Err(ErrorCode.E_INVARG);
        var socket = new Socket(request.IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(request.Host, request.Port, cancellation).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is SocketException or ArgumentException)
        {
            _log.CannotConnect(request.Host, request.Port, refused.Message);
            socket.Dispose();
            return Value.Err(ErrorCode.E_INVARG);
        }
        var point = new ListeningPoint(request.Listener, Value.Int(request.Port), PrintsMessages: false, request.IsIPv6, request.IsTls);
        var session = new Session(_outbound.Create(socket), sessions, new Listener(point, IsOutbound: true), TelnetSettings.Plain);
        Serve(session);
        return Value.Obj(session.Id);
    }

    private async Task AcceptAsync(IConnectionListener socket, Listener listener)
    {
        while (true)
        {
            try
            {
                if (await socket.AcceptAsync().ConfigureAwait(false) is not { } connection) return;
                Serve(new Session(connection, sessions, listener, _settings));
            }
            catch (Exception failed) when (failed is SocketException or IOException or ObjectDisposedException)
            {
                _log.CannotAccept(failed.Message);
                if (failed is ObjectDisposedException) return;
                await Task.Delay(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
            }
        }
    }

    private void Serve(Session session)
    {
        sessions.Opened(session);
        sessions.Track(session.Id, ServeAsync(session));
    }

    private async Task ServeAsync(Session session)
    {
        try
        {
            await session.RunAsync().ConfigureAwait(false);
        }
        catch (Exception mistake)
        {
            // A mistake of ours ends the connection, not the server.
            _log.ConnectionFault(mistake, session.Id.ToString());
            session.Close(CloseCause.Fault);
        }
        await session.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        (Listener, IConnectionListener Socket, EndPoint)[] open;
        lock (_lock)
        {
            open = [.. _open];
            _open.Clear();
        }
        foreach (var (_, socket, _) in open)
        {
            await socket.UnbindAsync().ConfigureAwait(false);
            await socket.DisposeAsync().ConfigureAwait(false);
        }
        _outbound.Dispose();
    }
}
