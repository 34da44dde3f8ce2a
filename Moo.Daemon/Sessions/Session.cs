using System.Buffers;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Gmcp;
using Moo.Protocols.Mcp;
using Moo.Protocols.Ssh;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>One connection's life: who is logged in on it, what it was told and what it says.</summary>
/// <remarks>
/// <list type="number">
/// <item><c>_gate</c> guards everything here; it is never held while waiting, nor while anything is called that could wait.</item>
/// <item>Output waits in <see cref="OutputQueue"/> until <see cref="Wire"/> asks for it, so a client that does not read delays nobody.</item>
/// </list>
/// What the client says is <see cref="SessionInput"/>'s to take, and <see cref="LineTurns"/>'s to have obeyed one by one.
/// </remarks>
internal sealed partial class Session : IConnection, IDisposable
{
    private const int SettlingTime = 5000, RoundsForOld = 5;
    private const int Youth = 10_000;

    private readonly Lock _gate = new();
    private readonly ByteBuffer _bytes = new();
    private readonly OutputQueue _output = new();
    private readonly SessionOptions _options = new();
    private readonly GmcpMemory _gmcp = new();
    private readonly LineTurns _turns;
    private readonly Peer _peer;
    private readonly Wire _wire;
    private readonly Entry _entry;
    private readonly SessionInput _input;
    private readonly long _openedAt;
    private CloseCause? _cause;
    private long _connectedAt, _blockedSince;
    private bool _isAfterPrompt;

    /// <summary>A connection that nothing was said on.</summary>
    /// <param name="registry">Where it will be filed.</param>
    /// <param name="listener">Where it was accepted.</param>
    /// <param name="entry">Its way in: both ends, and what it counts towards.</param>
    /// <param name="wire">Makes what carries its bytes.</param>
    /// <param name="peer">Makes the other end; bytes for the client go into the writer.</param>
    public Session(SessionRegistry registry, Listener listener, Entry entry, Func<Session, Wire> wire, Func<Wire, IPeerEvents, IBufferWriter<byte>, Peer> peer)
    {
        (Registry, Listener, _entry) = (registry, listener, entry);
        Id = Player = registry.NextId();
        Route = entry.Route;
        _openedAt = _connectedAt = Now;
        _wire = wire(this);
        _turns = new LineTurns(this, _options, _gate);
        _input = new SessionInput(this, _options, _turns, _output, _gmcp) { LastAt = _openedAt };
        _peer = _input.Peer = peer(_wire, _input, _bytes);
        _output.Limit = _peer.Limits.QueuedOutputBytes;
    }

    /// <summary>All sessions.</summary>
    public SessionRegistry Registry { get; }

    /// <summary>Where it was accepted: the object whose verbs are called for it.</summary>
    public Listener Listener { get; }

    /// <summary>What carries its bytes.</summary>
    public Wire Wire => _wire;

    /// <summary>How it came in.</summary>
    public Entry Entry => _entry;

    /// <summary>The limits in force.</summary>
    public PeerLimits Limits => _peer.Limits;

    /// <inheritdoc/>
    public ObjectId Id { get; }

    /// <inheritdoc/>
    public ObjectId Player { get; private set; }

    /// <inheritdoc/>
    public bool IsLoggedIn => Player != Id;

    /// <inheritdoc/>
    public double ConnectedSeconds => (Now - _connectedAt) / 1000.0;

    /// <inheritdoc/>
    public double IdleSeconds => (Now - LastInputAt) / 1000.0;

    /// <summary>When it spoke last, for the order of a player's connections.</summary>
    public long LastInputAt => _input.LastAt;

    /// <inheritdoc/>
    public string Name => Routes.Name(Route);

    /// <inheritdoc/>
    public ConnectionRoute Route { get; private set; }

    /// <summary>Whether it is over, or will be once what waits has been sent.</summary>
    public bool IsEnding => _wire.IsEnding;

    /// <summary>Whether the client is to be read from until it has closed its side, too.</summary>
    public bool EndsWithClient
    {
        get
        {
            lock (_gate) return _peer.EndsWithClient;
        }
    }

    /// <summary>Whether more lines may come.</summary>
    public bool HasInputRoom
    {
        get
        {
            lock (_gate) return _turns.HasRoom;
        }
    }

    /// <inheritdoc/>
    public int BufferedOutput
    {
        get
        {
            lock (_gate) return _output.Length;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Value> Options
    {
        get
        {
            lock (_gate) return _options.All();
        }
    }

    /// <inheritdoc/>
    public string OutputPrefix => _options.Prefix ?? "";

    /// <inheritdoc/>
    public string OutputSuffix => _options.Suffix ?? "";

    /// <inheritdoc/>
    public MooMap Client
    {
        get
        {
            lock (_gate) return ClientFacts.Of(_peer, Route, _entry.Transport, _input.Mcp);
        }
    }

    // A client may agree to GMCP or MSDP a little after its player has logged in: what it should know is kept for it until then.
    private bool IsYoung => Now - _openedAt < Youth;

    private static long Now => Environment.TickCount64;

    // ---- life

    /// <summary>Serves the connection until it ends.</summary>
    public async Task RunAsync()
    {
        lock (_gate)
        {
            _peer.Start(Now);
            if (Listener.IsOutbound) _turns.Welcome();
        }
        _ = SettleAsync();
        await _wire.RunAsync().ConfigureAwait(false);
    }

    // Who does not answer what clients are asked at connect gets the welcome when the time for it is over, and not at the next tick.
    private async Task SettleAsync()
    {
        var telnet = Listener.Settings.Telnet;
        await Task.Delay(telnet.SilentMilliseconds + 1).ConfigureAwait(false);
        Tick(0);
        await Task.Delay(Math.Max(0, telnet.SettleMilliseconds - telnet.SilentMilliseconds)).ConfigureAwait(false);
        Tick(0);
    }

    /// <summary>Ends the connection once what waits has been sent.</summary>
    public void Close(CloseCause cause)
    {
        lock (_gate)
        {
            if (_cause is not null) return;
            _cause = cause;
            if (cause.Goodbye is { } reason) _output.Add(new OutputItem("Core.Goodbye", OutputKind.Gmcp, Data: ProtocolValues.ToJson(Value.Str(reason))));
        }
        _wire.End();
        if (cause.IsAbrupt) _wire.Abort();
        Registry.Closed(this, cause);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _peer.Dispose();
            _bytes.Clear();
        }
        _entry.Admission.Dispose();
    }

    /// <summary>Does what is due by time; called about once a second.</summary>
    /// <param name="round">The number of the call.</param>
    public void Tick(long round)
    {
        // Who has been here for a while has nothing that is due to the second; ten thousand of them would add up.
        if (Now - _openedAt > SettlingTime && (round - Id.Number) % RoundsForOld != 0) return;
        lock (_gate)
        {
            if (IsEnding) return;
            _peer.Tick(Now);
            if (!IsYoung && !_peer.Gmcp.IsOn) _gmcp.Clear();
        }
        if (Overdue() is { } cause) Close(cause);
        else AfterPeer();
    }

    // Who has been waited for long enough.
    private CloseCause? Overdue()
    {
        var limits = Registry.Limits;
        var stuckFor = Math.Max(_wire.StuckFor, Volatile.Read(ref _blockedSince) is > 0 and var since ? Now - since : 0);
        if (limits.SlowReaderSeconds > 0 && stuckFor > limits.SlowReaderSeconds * 1000L) return CloseCause.SlowReader;
        if (Listener.IsOutbound) return null;
        if (!IsLoggedIn)
        {
            if (!Registry.HasWaitedLong(this, (Now - _openedAt) / 1000)) return null;
            Registry.SayTimedOut(this);
            return CloseCause.LoginTimeout;
        }
        return limits.IdleSeconds > 0 && Now - LastInputAt > limits.IdleSeconds * 1000L ? CloseCause.Idle : null;
    }

    /// <summary>Says what comes before the welcome. Under the gate.</summary>
    public void Greet()
    {
        if (!Listener.IsOutbound) _input.Greet();
    }

    /// <summary>Calls the connection by another name from here on.</summary>
    public void CallHost(string name) => Route = Route with { RemoteHost = name };

    // ---- the wire's side

    /// <summary>Takes bytes that the client sent.</summary>
    /// <returns>How long to wait before reading on, because it sends too fast.</returns>
    public TimeSpan Receive(ReadOnlySequence<byte> received)
    {
        long delay;
        lock (_gate)
        {
            foreach (var part in received) _peer.Receive(part.Span, Now);
            delay = _peer.ReadDelay(Now);
        }
        return AfterReceipt(received.Length, delay);
    }

    /// <inheritdoc cref="Receive(ReadOnlySequence{byte})"/>
    public TimeSpan Receive(ReadOnlySpan<byte> received)
    {
        long delay;
        lock (_gate)
        {
            _peer.Receive(received, Now);
            delay = _peer.ReadDelay(Now);
        }
        return AfterReceipt(received.Length, delay);
    }

    /// <summary>Takes a WebSocket message that the client sent.</summary>
    /// <returns>How long to wait before reading on, because it sends too fast.</returns>
    public TimeSpan Receive(bool isText, ReadOnlySpan<byte> message)
    {
        long delay;
        lock (_gate)
        {
            _peer.Receive(isText, message, Now);
            delay = _peer.ReadDelay(Now);
        }
        return AfterReceipt(message.Length, delay);
    }

    private TimeSpan AfterReceipt(long bytes, long delay)
    {
        Registry.Counters.Received(bytes, isDelayed: delay > 0);
        AfterPeer();
        return TimeSpan.FromMilliseconds(delay);
    }

    // The peer may have written answers, have lines for us, or want to close.
    private void AfterPeer()
    {
        CloseCause? closing;
        bool hasBytes;
        lock (_gate)
        {
            // Answers that pile up because nobody reads them are cut off with their reader.
            if (_bytes.Count + _wire.HeldBytes + _output.Length > _peer.Limits.LargestQueuedOutputBytes) _input.Closing ??= CloseCause.SlowReader;
            closing = _input.Closing;
            hasBytes = _bytes.Count > 0 || _wire.HeldBytes > 0 || !_output.IsEmpty;
        }
        if (hasBytes) _wire.SendHere();
        if (closing is not null) Close(closing);
        else _turns.Advance();
    }

    // ---- what the world does to it

    /// <summary>Sets an option, if there is one of this name.</summary>
    public void SetOption(string name, Value value)
    {
        lock (_gate)
        {
            // In its place: after what was said before, and before what is said next.
            if (name.Equals("CLIENT-ECHO", StringComparison.OrdinalIgnoreCase) || name.Equals("BINARY", StringComparison.OrdinalIgnoreCase))
                while (_output.TryTake(out var item)) Encode(item);
            if (!_options.Set(name, value)) return;
            switch (name.ToUpperInvariant())
            {
                case "CLIENT-ECHO":
                    _peer.SetEcho(value.IsTrue);
                    break;
                case "BINARY":
                    _peer.IsBinary = value.IsTrue;
                    break;
                case "KEEP-ALIVE":
                    _entry.SetKeepAlive(_options.KeepAlive);
                    break;
            }
            _options.ApplyTo(_peer.Terminal);
        }
        _wire.Wake();
        _turns.Advance();
    }

    /// <summary>Makes the connection a player's.</summary>
    /// <param name="player">The player.</param>
    /// <param name="isNew">Whether the player was made by this very login.</param>
    /// <param name="isSilent">Whether the player sees nothing of it.</param>
    /// <param name="greeted">Told when the world has greeted the player, or will not.</param>
    public void LogIn(ObjectId player, bool isNew, bool isSilent, Action<TaskEnd>? greeted = null)
    {
        lock (_gate)
        {
            if (IsEnding)
            {
                greeted?.Invoke(default);
                return;
            }
            Player = player;
            _connectedAt = Now;
            _peer.LogIn();
            _gmcp.Clear();
            _output.Limit = _peer.Limits.QueuedOutputBytes;
            if (_input.Mcp is { } mcp) mcp.Limits = new McpLimits();
        }
        _entry.Admission.LogIn();
        Registry.Logins.Succeeded(_entry.Admission.Key);
        Registry.LoggedIn(this, isNew, isSilent, greeted ?? _turns.HoldForGreeting());
    }

    /// <summary>Answers who said who they are, on a transport that asks for that itself; what the world told them goes with it.</summary>
    public void AnswerLogin(bool isAccepted)
    {
        lock (_gate)
        {
            if (IsEnding || _peer is not SshPeer ssh) return;
            while (_output.TryTake(out var item)) Encode(item);
            ssh.Answer(isAccepted);
        }
        AfterPeer();
    }

    /// <summary>Puts a line into the input, as if it had been typed.</summary>
    public void ForceInput(string line, bool isFirst)
    {
        lock (_gate) _turns.Add(new InputItem(line), isFirst);
        _turns.Advance();
    }

    /// <summary>Calls the connection's other end by the address that a trusted proxy says it has. Under the gate.</summary>
    public void CallAddress(string address) => Route = Route with { RemoteAddress = address, RemoteHost = address };

    /// <summary>Forgets the lines that wait.</summary>
    public void FlushInput(bool showsMessages)
    {
        lock (_gate) _input.Flush(showsMessages);
        _wire.Wake();
    }

    /// <summary>Takes the first line that waits and is not out-of-band; null if there is none.</summary>
    public string? TakeInput() => _turns.TakeForReader();

    /// <summary>Says that a task waits for a line.</summary>
    public void InputWanted() => _turns.Advance();

    /// <summary>Says that the task which asked for this connection has dealt with it.</summary>
    public void Taken() => _turns.Release();
}
