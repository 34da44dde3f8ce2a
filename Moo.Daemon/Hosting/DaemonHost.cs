using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Sessions;
using Moo.Language.Scheduling;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Daemon.Hosting;

/// <summary>What MOO code can ask of this server.</summary>
internal sealed class DaemonHost(SessionRegistry sessions, Listeners listeners, StoreAccess store, LogTail tail, ILogger log) : IHost
{
    /// <summary>The program's version.</summary>
    public static string ProgramVersion { get; } =
        typeof(DaemonHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <inheritdoc/>
    public string Version => ProgramVersion;

    /// <inheritdoc/>
    public int MostBufferedOutput => sessions.Limits.LoggedIn.QueuedOutputBytes;

    /// <inheritdoc/>
    public long? DatabaseBytes => store.DiskBytes;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> DatabaseCounters => store.Counters;

    /// <inheritdoc/>
    public Task<IReadOnlyList<PastVerb>?> ReadVerbHistoryAsync(ObjectId holder, CancellationToken cancellation) => store.ReadVerbHistoryAsync(holder, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogLine>> ReadLogAsync(long after, CancellationToken cancellation) => tail.ReadAsync(after, cancellation);

    /// <inheritdoc/>
    public IReadOnlyList<ListeningPoint> Listeners => listeners.Points;

    /// <inheritdoc/>
    public ITextLayout Layout { get; } = new TerminalLayout();

    /// <inheritdoc/>
    public IReadOnlyList<IConnection> Connections => sessions.All;

    /// <inheritdoc/>
    public IConnection? FindConnection(ObjectId who) => sessions.Find(who);

    /// <inheritdoc/>
    public void Log(string message, bool isError = false)
    {
        if (isError) log.ErrorFromWorld(message);
        else log.FromWorld(message);
    }

    /// <inheritdoc/>
    public Task<Value> ListenAsync(ListenRequest request, CancellationToken cancellation) => Task.FromResult(listeners.Open(request));

    /// <inheritdoc/>
    public Task<Value> OpenConnectionAsync(OutboundRequest request, CancellationToken cancellation) => listeners.ConnectAsync(request, cancellation);

    /// <inheritdoc/>
    public async Task<Value> LookUpNameAsync(ObjectId connection, bool isRecorded, CancellationToken cancellation)
    {
        if (sessions.Find(connection) is not { } session) return Value.Err(ErrorCode.E_INVARG);
        var name = session.Route.RemoteAddress;
        try
        {
            if (IPAddress.TryParse(name, out var address)) name = (await Dns.GetHostEntryAsync(name, cancellation).ConfigureAwait(false)).HostName;
        }
        catch (SocketException)
        {
            // An address without a name is called by itself.
        }
        if (isRecorded) session.CallHost(name);
        return Value.Str(name);
    }

    /// <inheritdoc/>
    public string? TakeInput(ObjectId connection) => sessions.Find(connection)?.TakeInput();

    /// <inheritdoc/>
    public void InputWanted(ObjectId connection)
    {
        if (sessions.Find(connection) is { } session) session.InputWanted();
        else sessions.Scheduler.ConnectionClosed(connection);
    }

    /// <inheritdoc/>
    public void ConnectionTaken(Value connection)
    {
        if (connection.TryObj(out var id)) sessions.Find(id)?.Taken();
    }
}
