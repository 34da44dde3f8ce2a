using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Sessions;
using Moo.Protocols.Telnet;

namespace Moo.Daemon.Hosting;

/// <summary>Serves telnet connections that Kestrel accepts.</summary>
internal sealed class TelnetHandler(SessionRegistry sessions, ILogger<TelnetHandler> log) : ConnectionHandler
{
    private readonly TelnetSettings _settings = new();

    /// <inheritdoc/>
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var session = new Session(connection, sessions, sessions.NextId(), _settings);
        sessions.Opened(session);
        try
        {
            var life = session.RunAsync();
            sessions.Track(session.Id, life);
            await life.ConfigureAwait(false);
        }
        catch (Exception mistake)
        {
            // A mistake of ours ends the connection, not the server.
            log.ConnectionFault(mistake, session.Id.ToString());
            session.Close("internal error");
        }
    }
}
