using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Sessions;
using Moo.Daemon.Ssh;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Ssh;
using Moo.Protocols.Telnet;
using Moo.Store.Values;

namespace Moo.Daemon.Hosting;

/// <summary>Accepts telnet and SSH connections: where the operator said, and where the world says with <c>listen()</c>. Makes those it asks for.</summary>
/// <remarks>
/// Connections that come as they are keep their bare socket (<see cref="SocketWire"/>): there are many of them, and nothing should stand between
/// them and their sessions. Those that begin with a handshake are made Kestrel's connections, whose pipes TLS can be put between, and so are those
/// of SSH, whose cryptography is not for the thread that reads everybody's sockets.
/// </remarks>
/// <param name="sessions">Where connections are filed.</param>
/// <param name="gate">Who may connect.</param>
/// <param name="data">The data folder, in which the server's certificate and host key are.</param>
/// <param name="logging">Makes logs.</param>
internal sealed class Listeners(SessionRegistry sessions, Gate gate, string data, ILoggerFactory logging) : IDisposable
{
    private const int MostPort = 65535, MostTarPits = 100, Backlog = 512;
    private static readonly TimeSpan TarPit = TimeSpan.FromSeconds(1), ConnectPatience = TimeSpan.FromSeconds(30);

    private readonly ILogger _log = logging.CreateLogger("moo");
    private readonly SocketConnectionContextFactory _connections = new(new SocketConnectionFactoryOptions(), logging.CreateLogger("moo"));
    private readonly Lock _lock = new();
    private readonly List<Opened> _open = [];
    private ServerCertificate? _own;
    private HostKey? _hostKey;
    private int _tarPits;

    /// <summary>Where connections are accepted, oldest first.</summary>
    public IReadOnlyList<ListeningPoint> Points
    {
        get
        {
            lock (_lock) return [.. _open.Select(open => open.Listener.Point)];
        }
    }

    private NetworkLimits Limits => sessions.Limits;

    /// <summary>Starts accepting where the operator says.</summary>
    /// <exception cref="IOException">The address is taken, or not ours; or the certificate cannot be read.</exception>
    public void Open(ListenerSettings settings)
    {
        var place = settings.Address is IPEndPoint ip ? Value.Int(ip.Port) : Value.Str(settings.Address.ToString()!);
        var isIPv6 = settings.Address.AddressFamily == AddressFamily.InterNetworkV6;
        Open(settings, new ListeningPoint(ObjectId.System, place, PrintsMessages: true, isIPv6, settings.IsTls));
    }

    private void Open(ListenerSettings settings, ListeningPoint point)
    {
        var certificate = !settings.IsTls ? null : settings.Certificate is { } path ? new ServerCertificate(path, settings.Key, _log) : _own ??= ServerCertificate.OfServer(data, _log);
        // A certificate that cannot be read is found out now, not by the first player.
        _ = certificate?.Current;
        var hostKey = !settings.IsSsh ? null : settings.Key is { } keyPath ? HostKeyFile.Load(keyPath, _log) : _hostKey ??= HostKeyFile.OfServer(data, _log);
        if (settings.Address is UnixDomainSocketEndPoint unix) RemoveStale(unix);
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(settings.Address);
        socket.Listen(Backlog);
        var listener = new Listener(point, settings, Limits) { HostKey = hostKey };
        lock (_lock) _open.Add(new Opened(listener, socket));
        _log.Listening(settings.IsSsh ? "ssh" : settings.IsTls ? "telnets" : "telnet", settings.Address.ToString()!);
        _ = AcceptAsync(socket, listener, certificate);
    }

    // The file of a socket stays when its server was killed; while somebody listens there, it is theirs.
    private static void RemoveStale(UnixDomainSocketEndPoint address)
    {
        if (!File.Exists(address.ToString()!)) return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(address);
        }
        catch (SocketException)
        {
            File.Delete(address.ToString()!);
        }
    }

    /// <summary>Starts accepting where the world asks for it.</summary>
    public Value Open(ListenRequest request)
    {
        var point = request.Point;
        if (!point.Point.TryInt(out var port) || port is < 1 or > MostPort) return Value.Err(ErrorCode.E_INVARG);
        var address = new IPEndPoint(Interface(point.IsIPv6), (int)port);
        try
        {
            Open(ListenerSettings.At(address, point.IsTls) with { Certificate = request.Certificate, Key = request.Key }, point);
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
            var isLoopback = _open.All(open => open.Listener.Settings.Address is not IPEndPoint place || IPAddress.IsLoopback(place.Address));
            if (isIPv6) return isLoopback ? IPAddress.IPv6Loopback : IPAddress.IPv6Any;
            return isLoopback ? IPAddress.Loopback : IPAddress.Any;
        }
    }

    /// <summary>Stops accepting at a place; connections that were accepted there stay.</summary>
    public void Close(Value point, bool isIPv6)
    {
        Socket socket;
        lock (_lock)
        {
            var index = _open.FindIndex(open => ValueComparison.AreEqual(open.Listener.Point.Point, point, matchCase: true) && open.Listener.Point.IsIPv6 == isIPv6);
            if (index < 0) return;
            socket = _open[index].Socket;
            _open.RemoveAt(index);
        }
        socket.Dispose();
    }

    /// <summary>Makes a connection that the world asks for.</summary>
    /// <returns>Its number; E_INVARG if nobody answers, or not as was asked.</returns>
    public async Task<Value> ConnectAsync(OutboundRequest request, CancellationToken cancellation)
    {
        var socket = new Socket(request.IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ConnectPatience);
        ConnectionContext? connection = null;
        SslStream? tls = null;
        try
        {
            await socket.ConnectAsync(request.Host, request.Port, patience.Token).ConfigureAwait(false);
            connection = _connections.Create(socket);
            if (request.IsTls) tls = await Handshakes.SecureAsync(connection, request.Host, request.VerifiesTls, TimeSpan.FromSeconds(Limits.HandshakeSeconds)).ConfigureAwait(false);
        }
        catch (Exception refused) when (IsRefusal(refused) && !cancellation.IsCancellationRequested)
        {
            _log.CannotConnect(request.Host, request.Port, refused.Message);
            if (connection is not null) await connection.DisposeAsync().ConfigureAwait(false);
            socket.Dispose();
            return Value.Err(ErrorCode.E_INVARG);
        }
        var point = new ListeningPoint(request.Listener, Value.Int(request.Port), PrintsMessages: false, request.IsIPv6, request.IsTls);
        var listener = new Listener(point, ListenerSettings.At(connection.LocalEndPoint!), Limits) { IsOutbound = true };
        gate.TryAdmit(null, out var admission);
        var session = Begin(connection, listener, admission, tls);
        sessions.Track(session.Id, RunAsync(session, connection, tls));
        return Value.Obj(session.Id);
    }

    private async Task AcceptAsync(Socket door, Listener listener, ServerCertificate? certificate)
    {
        while (true)
        {
            try
            {
                var socket = await door.AcceptAsync().ConfigureAwait(false);
                if (socket.AddressFamily != AddressFamily.Unix) socket.NoDelay = true;
                if (certificate is null && listener.HostKey is null && listener.Settings.Proxies.Count == 0) _ = ServePlainAsync(socket, listener);
                else _ = ServeAsync(_connections.Create(socket), listener, certificate);
            }
            catch (Exception failed) when (failed is SocketException or IOException or ObjectDisposedException)
            {
                if (failed is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted }) return;
                // Whoever hung up before being let in is not a failure of ours.
                if (failed is SocketException { SocketErrorCode: SocketError.ConnectionReset }) continue;
                _log.CannotAccept(failed.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
            }
        }
    }

    // From the accepted socket to the end of the connection, where nothing comes before what a person wrote.
    private async Task ServePlainAsync(Socket socket, Listener listener)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var closing = socket;
        var verdict = gate.TryAdmit((socket.RemoteEndPoint as IPEndPoint)?.Address, out var admission);
        if (verdict != Admittance.Welcome)
        {
            await TurnAwayAsync(_connections.Create(socket), verdict, isPlain: true).ConfigureAwait(false);
            return;
        }
        socket.Blocking = false;
        var entry = new Entry(Routes.Of(socket.LocalEndPoint, socket.RemoteEndPoint, isOutbound: false, null), admission, "telnet", socket);
        var session = Open(listener, entry, session => new SocketWire(socket, session));
        var life = ServeAsync(session);
        sessions.Track(session.Id, life);
        await life.ConfigureAwait(false);
    }

    // From the accepted connection to its end, where a handshake comes first.
    private async Task ServeAsync(ConnectionContext connection, Listener listener, ServerCertificate? certificate)
    {
        SslStream? tls = null;
        Admission? admission = null;
        try
        {
            if (listener.Settings.Proxies.Count > 0)
                await Handshakes.TakeProxyHeaderAsync(connection, listener.Settings, TimeSpan.FromSeconds(Limits.ProxySeconds)).ConfigureAwait(false);
            var verdict = gate.TryAdmit((connection.RemoteEndPoint as IPEndPoint)?.Address, out admission);
            if (verdict != Admittance.Welcome)
            {
                await TurnAwayAsync(connection, verdict, isPlain: certificate is null).ConfigureAwait(false);
                return;
            }
            if (certificate is not null) tls = await Handshakes.SecureAsync(connection, certificate, TimeSpan.FromSeconds(Limits.HandshakeSeconds)).ConfigureAwait(false);
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            admission?.Dispose();
            sessions.Counters.HandshakeFailed();
            _log.HandshakeFailed(connection.RemoteEndPoint?.ToString() ?? "", listener.Settings.Address.ToString()!, refused.Message);
            connection.Abort(new ConnectionAbortedException(refused.Message));
            await connection.DisposeAsync().ConfigureAwait(false);
            return;
        }
        var session = Begin(connection, listener, admission, tls);
        var life = RunAsync(session, connection, tls);
        sessions.Track(session.Id, life);
        await life.ConfigureAwait(false);
    }

    private static bool IsRefusal(Exception failure) =>
        failure is AuthenticationException or OperationCanceledException or IOException or SocketException or ArgumentException or InvalidOperationException;

    private async Task TurnAwayAsync(ConnectionContext connection, Admittance verdict, bool isPlain)
    {
        if (verdict == Admittance.TooFast)
        {
            // Who hammers is made to wait a little, but not so that it costs us much.
            if (Interlocked.Increment(ref _tarPits) <= MostTarPits) await Task.Delay(TarPit).ConfigureAwait(false);
            Interlocked.Decrement(ref _tarPits);
        }
        else if (isPlain)
        {
            var words = verdict == Admittance.TooMany ? "There are too many connections from your address." : "Too many people are at the door. Please try again later.";
            await connection.Transport.Output.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n")).ConfigureAwait(false);
        }
        await connection.Transport.Output.CompleteAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private Session Begin(ConnectionContext connection, Listener listener, Admission admission, SslStream? tls)
    {
        var cipher = listener.HostKey is not null ? SshPeer.Cipher : tls is null ? null : $"{tls.SslProtocol.ToString().Replace("Tls1", "TLSv1.", StringComparison.Ordinal)} {tls.NegotiatedCipherSuite}";
        var entry = new Entry(Routes.Of(connection, listener.IsOutbound, cipher), admission, listener.HostKey is null ? "telnet" : "ssh",
            connection.Features.Get<IConnectionSocketFeature>()?.Socket, BelievesProxies: listener.Settings.Proxies.Count > 0);
        return Open(listener, entry, session => new StreamWire(connection, session));
    }

    private Session Open(Listener listener, Entry entry, Func<Session, Wire> wire)
    {
        var session = new Session(sessions, listener, entry, wire, (_, events, output) => PeerOf(listener, entry.Admission, events, output));
        sessions.Opened(session);
        return session;
    }

    private static Peer PeerOf(Listener listener, Admission admission, IPeerEvents events, IBufferWriter<byte> output) => listener.HostKey is { } key
        ? new SshPeer(listener.Ssh(admission.IsTrusted), key, output, events)
        : new TelnetPeer(listener.Telnet(admission.IsTrusted), output, events);

    private async Task RunAsync(Session session, ConnectionContext connection, SslStream? tls)
    {
        await ServeAsync(session).ConfigureAwait(false);
        if (tls is not null)
        {
            try
            {
                await tls.ShutdownAsync().ConfigureAwait(false);
            }
            catch (Exception gone) when (IsRefusal(gone))
            {
                // There is nobody to say goodbye to.
            }
            await tls.DisposeAsync().ConfigureAwait(false);
        }
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Serves a session until it ends. A mistake of ours ends the connection, not the server.</summary>
    public async Task ServeAsync(Session session)
    {
        try
        {
            await session.RunAsync().ConfigureAwait(false);
        }
        catch (Exception mistake)
        {
            _log.ConnectionFault(mistake, session.Id.ToString());
            session.Close(CloseCause.Fault);
        }
        session.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Opened[] open;
        lock (_lock)
        {
            open = [.. _open];
            _open.Clear();
        }
        foreach (var (_, socket) in open) socket.Dispose();
        _connections.Dispose();
        _hostKey?.Dispose();
    }

    private sealed record Opened(Listener Listener, Socket Socket);
}
