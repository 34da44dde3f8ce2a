using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Moo.Daemon.Hosting;
using Moo.Daemon.Sessions;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Telnet;
using Moo.Protocols.WebSocket;
using Moo.Store.Values;

namespace Moo.Daemon.Web;

/// <summary>The way in for browsers: a page to play on, and WebSockets for it and for other clients, at <c>/</c> and <c>/ws</c>.</summary>
/// <param name="settings">The server's settings.</param>
/// <param name="sessions">Where connections are filed.</param>
/// <param name="gate">Who may connect.</param>
/// <param name="listeners">Serves the sessions.</param>
internal sealed class WebDoor(DaemonSettings settings, SessionRegistry sessions, Gate gate, Listeners listeners)
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(25), Pong = TimeSpan.FromSeconds(30);

    // Inside a WebSocket there is no telnet program that could be asked for compression or to edit lines; the browser compresses, and edits.
    private readonly Listener _listener = new(new ListeningPoint(ObjectId.System, Value.Int(settings.Http.Port), PrintsMessages: true, IsIPv6: false, IsTls: false),
        ListenerSettings.At(settings.Http) with { Telnet = new TelnetSettings { Compression = false, CompressedInput = false } }, settings.Limits);

    /// <summary>Adds the door to the web server.</summary>
    public void Map(WebApplication app)
    {
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Ping, KeepAliveTimeout = Pong });
        app.MapGet("/", context => context.WebSockets.IsWebSocketRequest ? ServeAsync(context) : Page.SendAsync(context, "index.html"));
        app.MapGet("/ws", ServeAsync);
        foreach (var file in Page.Files) app.MapGet("/" + file, context => Page.SendAsync(context, file));
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await RefuseAsync(context, StatusCodes.Status426UpgradeRequired, "This is a WebSocket for MUD clients.").ConfigureAwait(false);
            return;
        }
        if (!IsFromHere(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of other sites may not connect here (setting \"origins\").").ConfigureAwait(false);
            return;
        }
        if (!SubprotocolOffer.TryChoose(context.WebSockets.WebSocketRequestedProtocols, out var protocol, out var name))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "None of the subprotocols offered is known here.").ConfigureAwait(false);
            return;
        }
        var address = Forwarded.AddressOf(context, settings.WebProxies);
        var verdict = gate.TryAdmit(address ?? IPAddress.None, out var admission);
        if (verdict != Admittance.Welcome)
        {
            await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "There are too many connections.").ConfigureAwait(false);
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync(name).ConfigureAwait(false);
        var session = Begin(context, socket, protocol, admission, address);
        var life = listeners.ServeAsync(session);
        sessions.Track(session.Id, life);
        await life.ConfigureAwait(false);
    }

    private Session Begin(HttpContext context, WebSocket socket, Subprotocol protocol, Admission admission, IPAddress? address)
    {
        var connection = context.Connection;
        // Who ends TLS in front of us says so; then the player's way to us is encrypted, if not with our own cipher.
        var tls = context.Request.IsHttps || Forwarded.IsHttps(context, settings.WebProxies) ? "TLS" : null;
        var route = Routes.Of(new IPEndPoint(connection.LocalIpAddress ?? IPAddress.None, connection.LocalPort),
            new IPEndPoint(address ?? IPAddress.None, connection.RemotePort), isOutbound: false, tls);
        var telnet = _listener.Telnet(admission.IsTrusted);
        var session = new Session(sessions, _listener, new Entry(route, admission, Entry.WebSocket), session => new WebSocketWire(socket, protocol, session),
            (wire, events, output) => PeerOf(protocol, telnet, (WebSocketWire)wire, events, output));
        sessions.Opened(session);
        return session;
    }

    private static Peer PeerOf(Subprotocol protocol, TelnetSettings telnet, WebSocketWire wire, IPeerEvents events, IBufferWriter<byte> output) =>
        protocol == Subprotocol.Telnet ? new TelnetPeer(telnet, output, events)
        : new WebSocketPeer(protocol, telnet.BeforeLogin, telnet.AfterLogin, wire.Enqueue, events);

    // A page of another site could otherwise play with the cookies and the address of whoever looks at it. Clients that are no browsers send no origin.
    private bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase) || settings.Origins.Contains("*")) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n", context.RequestAborted);
    }
}
