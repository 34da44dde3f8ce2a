using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Hosting;
using Moo.Language.Scheduling;
using Moo.Protocols.Mssp;
using Moo.Protocols.Ssh;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Sessions;

/// <summary>All open connections, by number and by player; lets the effects of commits out to them.</summary>
/// <param name="limits">What connections may cost.</param>
/// <param name="log">Told who comes and goes.</param>
internal sealed class SessionRegistry(NetworkLimits limits, ILogger log) : IDisposable
{
    private const long StatusKept = 5000;
    private const int MostEffectsHere = 64;

    private readonly ConcurrentDictionary<ObjectId, Session> _sessions = new();
    // The arrays are never changed, only replaced: whoever delivers to a player's connections needs no lock.
    private readonly ConcurrentDictionary<ObjectId, Session[]> _byPlayer = new();
    private readonly Lock _filing = new();
    private readonly ConcurrentDictionary<ObjectId, Task> _ended = new();
    private long _lastConnection;
    private long _round;
    private (MsspTable Table, long At)? _status;

    /// <summary>What connections may cost.</summary>
    public NetworkLimits Limits => limits;

    /// <summary>What the network has done so far.</summary>
    public NetworkCounters Counters { get; } = new();

    /// <summary>Makes guessing passwords slow.</summary>
    public LoginThrottle Logins => _logins ??= new LoginThrottle(limits, Counters);

    private LoginThrottle? _logins;

    /// <summary>The scheduler; set once the world is there.</summary>
    public Scheduler Scheduler { get; set; } = null!;

    /// <summary>The world; set once it is there.</summary>
    public World World { get; set; } = null!;

    /// <summary>Ends the server: the message, and whether at once.</summary>
    public Action<string>? OnShutdown { get; set; }

    /// <summary>Completes when everything that was committed so far is on disk and its effects are out.</summary>
    public Func<Task> WhenSettled { get; set; } = () => Task.CompletedTask;

    /// <summary>Makes a backup.</summary>
    public Action? OnDump { get; set; }

    /// <summary>Stops accepting connections at a place; whether that for IPv6 is meant.</summary>
    public Action<Value, bool>? OnUnlisten { get; set; }

    /// <summary>When the server started, in seconds since 1970.</summary>
    public long StartedAt { get; } = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>The port telnet clients connect to; 0 if there is none.</summary>
    public int Port { get; set; }

    /// <summary>The port telnet clients connect to with TLS; 0 if there is none.</summary>
    public int TlsPort { get; set; }

    /// <summary>What the server itself tells players.</summary>
    private ServerMessages Messages => new(World.Current);

    /// <summary>The open connections, oldest first.</summary>
    public IReadOnlyList<Session> All => [.. _sessions.Values.OrderByDescending(session => session.Id)];

    /// <summary>The number for a new connection.</summary>
    public ObjectId NextId() => new(FirstConnection - Interlocked.Increment(ref _lastConnection));

    // -1 to -3 have meanings of their own.
    private const long FirstConnection = -4;

    /// <summary>Takes a connection.</summary>
    public void Opened(Session session)
    {
        _sessions[session.Id] = session;
        log.ConnectionAccepted(session.Id.ToString(), session.Route.RemoteHost);
    }

    /// <summary>Whether an object may be logged in as.</summary>
    public bool IsPlayer(ObjectId id) => World.Current.Find(id) is { } state && state.Has(ObjectFlags.Player);

    /// <summary>The connections of a player, or the one of a number.</summary>
    public IReadOnlyList<Session> Of(ObjectId who) =>
        _byPlayer.TryGetValue(who, out var sessions) ? sessions : _sessions.TryGetValue(who, out var one) ? [one] : [];

    /// <summary>The connection of a number, or the one of a player that spoke last.</summary>
    public Session? Find(ObjectId who) => Of(who).MaxBy(session => session.LastInputAt);

    /// <summary>Files a connection under its player and tells the world.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="isNew">Whether the player was made by this very login.</param>
    /// <param name="isSilent">Whether the player sees nothing of it.</param>
    /// <param name="greeted">Told when the world has been told, or will not be.</param>
    public void LoggedIn(Session session, bool isNew, bool isSilent, Action<TaskEnd>? greeted = null)
    {
        Session[] sessions;
        lock (_filing)
        {
            sessions = [.. Of(session.Player), session];
            _byPlayer[session.Player] = sessions;
        }
        if (!_sessions.ContainsKey(session.Id))
        {
            // It ended while its player logged in: nobody has come, and nobody goes.
            Unfile(session);
            greeted?.Invoke(default);
            return;
        }
        var hadOthers = sessions.Length > 1;
        var tooMany = sessions[..Math.Max(0, sessions.Length - Messages.ConnectionsPerPlayer)];
        log.LoggedIn(session.Id.ToString(), session.Player.ToString());
        foreach (var old in tooMany)
        {
            Messages.Send(old, ServerMessage.RedirectFrom);
            old.Close(CloseCause.Redirected);
        }
        if (!isSilent) Messages.Send(session, tooMany.Length > 0 ? ServerMessage.RedirectTo : isNew ? ServerMessage.Create : ServerMessage.Connect);
        var hook = isNew ? "user_created" : hadOthers ? "user_reconnected" : "user_connected";
        Scheduler.CallVerb(session.Player, session.Listener.Object, hook, MooList.Of(Value.Obj(session.Player)), connection: session.Id, ended: greeted);
    }

    /// <summary>Forgets a connection and tells the world.</summary>
    public void Closed(Session session, CloseCause cause)
    {
        if (!_sessions.TryRemove(session.Id, out _)) return;
        log.ConnectionClosed(session.Id.ToString(), session.Player.ToString(), cause.Text);
        Scheduler.ConnectionClosed(session.Id);
        if (!session.IsLoggedIn || !Unfile(session)) return;
        // LambdaMOO tells who hung up and who was booted apart.
        var hook = cause == CloseCause.ClientLeft ? "user_client_disconnected" : "user_disconnected";
        Scheduler.CallVerb(session.Player, session.Listener.Object, hook, MooList.Of(Value.Obj(session.Player)));
    }

    // True if it was the player's last one.
    private bool Unfile(Session session)
    {
        lock (_filing)
        {
            if (!_byPlayer.TryGetValue(session.Player, out var sessions) || !sessions.Contains(session)) return false;
            if (sessions.Length > 1) _byPlayer[session.Player] = [.. sessions.Where(other => other != session)];
            else _byPlayer.TryRemove(session.Player, out _);
            return sessions.Length == 1;
        }
    }

    // ---- effects

    /// <summary>Lets out the effects of a commit.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="isHurried">Whether others wait for this thread.</param>
    public void Deliver(IReadOnlyList<Effect> effects, bool isHurried)
    {
        if (isHurried || effects.Count > MostEffectsHere)
        {
            foreach (var effect in effects) Deliver(effect);
            return;
        }
        // What a command says, it mostly says to one: that is sent at once, and in one piece.
        Session? last = null;
        foreach (var effect in effects)
        {
            if (effect is NotifyEffect notify && Of(notify.Target) is [var session])
            {
                if (last is not null && last != session) last.SendHere();
                last = session.Add(Output(notify), !notify.NoFlush) ? session : null;
                continue;
            }
            last?.SendHere();
            last = null;
            Deliver(effect);
        }
        last?.SendHere();
    }

    private static OutputItem Output(NotifyEffect notify) => new(notify.Text,
        notify.Form == TextForm.Prompt ? OutputKind.Prompt : notify.NoNewline ? OutputKind.Part : OutputKind.Line, notify.Form, notify.Indent);

    private void Deliver(Effect effect)
    {
        switch (effect)
        {
            case NotifyEffect notify:
                foreach (var session in Of(notify.Target)) session.Send(Output(notify), !notify.NoFlush);
                break;
            case BootEffect boot:
                foreach (var session in Of(boot.Target))
                {
                    Messages.Send(session, ServerMessage.Boot);
                    session.Close(CloseCause.Booted);
                }
                break;
            case ConnectionOptionEffect option:
                foreach (var session in Of(option.Target)) session.SetOption(option.Name, option.Value);
                break;
            case SwitchPlayerEffect change when Find(change.Target) is { } session:
                Unfile(session);
                session.LogIn(change.Player, change.IsNew, change.IsSilent);
                break;
            case GmcpEffect gmcp:
                var json = gmcp.Data is { } data ? ProtocolValues.ToJson(data) : "";
                foreach (var session in Of(gmcp.Target)) session.Send(new OutputItem(gmcp.Package, OutputKind.Gmcp, Data: json));
                break;
            case MsdpEffect msdp:
                var value = ProtocolValues.ToMsdp(msdp.Value);
                foreach (var session in Of(msdp.Target)) session.Send(new OutputItem(msdp.Variable, OutputKind.Msdp, Data: value));
                break;
            case McpEffect mcp:
                var message = ProtocolValues.ToMcp(mcp.Message, mcp.Values);
                foreach (var session in Of(mcp.Target)) session.Send(new OutputItem(mcp.Message, OutputKind.Mcp, Data: message));
                break;
            case PlaySoundEffect sound:
                foreach (var session in Of(sound.Target)) session.Send(new OutputItem(sound.Name, OutputKind.Sound, Data: sound.Options));
                break;
            case ForceInputEffect force when Find(force.Target) is { } session:
                session.ForceInput(force.Line, force.IsFirst);
                break;
            case ForceInputEffect force when IsPlayer(force.Target):
                Scheduler.RunCommand(ObjectId.Nothing, force.Target, force.Line);
                break;
            case FlushInputEffect flush:
                Find(flush.Target)?.FlushInput(flush.ShowsMessages);
                break;
            case LogEffect line when line.IsError:
                log.ErrorFromWorld(line.Message);
                break;
            case LogEffect line:
                log.FromWorld(line.Message);
                break;
            case UnlistenEffect unlisten:
                OnUnlisten?.Invoke(unlisten.Point, unlisten.IsIPv6);
                break;
            case DumpEffect:
                OnDump?.Invoke();
                break;
            case ShutdownEffect shutdown:
                OnShutdown?.Invoke(shutdown.Message);
                break;
        }
    }

    /// <summary>Completes when all connections have ended, or the time is over.</summary>
    public async Task WhenEmptyAsync(TimeSpan patience)
    {
        var ending = Task.WhenAll(_ended.Values);
        await Task.WhenAny(ending, Task.Delay(patience)).ConfigureAwait(false);
    }

    /// <summary>Takes note of a connection's life, to wait for its end.</summary>
    public void Track(ObjectId id, Task life)
    {
        _ended[id] = life;
        _ = life.ContinueWith(_ => _ended.TryRemove(id, out var _), TaskScheduler.Default);
    }

    /// <summary>Tells everybody.</summary>
    public void Broadcast(string text)
    {
        foreach (var session in _sessions.Values) session.Send(text);
    }

    /// <summary>Does what is due by time, for all connections.</summary>
    public void Tick()
    {
        _round++;
        foreach (var (_, session) in _sessions) session.Tick(_round);
    }

    /// <summary>Notes that somebody who came by SSH said who they are.</summary>
    public void SshTried(Session session, LoginTry attempt, bool isAccepted) =>
        log.SshLogin(session.Id.ToString(), attempt.Key?.Fingerprint ?? "password", attempt.Name, isAccepted ? "accepted" : "refused");

    /// <summary>Whether nobody has logged in on a connection for longer than is allowed.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="seconds">For how long it has been open.</param>
    public bool HasWaitedLong(Session session, long seconds) =>
        (Messages.LoginSeconds(session.Listener.Object) ?? limits.LoginSeconds) is > 0 and var most && seconds > most;

    /// <summary>Tells a connection that it has waited too long.</summary>
    public void SayTimedOut(Session session) => Messages.Send(session, ServerMessage.Timeout);

    /// <summary>Whether an object itself has a verb.</summary>
    public bool Understands(ObjectId receiver, string verb)
    {
        if (World.Current.Find(receiver) is not { } state) return false;
        foreach (var candidate in state.Class.Verbs)
            if (candidate.Answers(verb)) return true;
        return false;
    }

    /// <summary>What crawlers are told (MSSP); some ask often, so it is kept for a moment.</summary>
    public MsspTable Status()
    {
        var now = Environment.TickCount64;
        if (_status is { } kept && now - kept.At < StatusKept) return kept.Table;
        var table = ServerStatus.Table(this);
        _status = (table, now);
        return table;
    }

    /// <inheritdoc/>
    public void Dispose() => Counters.Dispose();
}
