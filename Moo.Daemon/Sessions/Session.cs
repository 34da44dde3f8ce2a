using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Telnet;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>One connection's life: who is logged in on it, what it was told and what it says.</summary>
/// <remarks>
/// <list type="number">
/// <item><c>_gate</c> guards everything here; it is never held while waiting, nor while anything is called that could wait.</item>
/// <item>Output waits in <see cref="OutputQueue"/> until <see cref="Wire"/> asks for it, so a client that does not read delays nobody.</item>
/// </list>
/// </remarks>
internal sealed class Session : IConnection, IPeerEvents, IAsyncDisposable
{
    private const int MostBytesAtOnce = 32 * 1024;

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _bytes = new(256);
    private readonly OutputQueue _output;
    private readonly SessionOptions _options = new();
    private readonly LineTurns _turns;
    private readonly TelnetPeer _peer;
    private readonly ConnectionContext _transport;
    private readonly Wire _wire;
    private CloseCause? _cause;
    private CloseCause? _peerCause;
    private long _connectedAt;

    public Session(ConnectionContext transport, SessionRegistry registry, Listener listener, TelnetSettings settings)
    {
        (_transport, Registry, Listener) = (transport, registry, listener);
        Id = Player = registry.NextId();
        Route = Routes.Of(transport, listener.IsOutbound);
        _peer = new TelnetPeer(settings, _bytes, this);
        _output = new OutputQueue(settings.BeforeLogin.QueuedOutputBytes);
        _turns = new LineTurns(this, _options, _gate);
        _wire = new Wire(transport, this);
        _connectedAt = LastInputAt = Now;
    }

    /// <summary>All sessions.</summary>
    public SessionRegistry Registry { get; }

    /// <summary>Where it was accepted: the object whose verbs are called for it.</summary>
    public Listener Listener { get; }

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
    public long LastInputAt { get; private set; }

    /// <inheritdoc/>
    public string Name => Routes.Name(Route);

    /// <inheritdoc/>
    public ConnectionRoute Route { get; private set; }

    /// <summary>Whether it is over, or will be once what waits has been sent.</summary>
    public bool IsEnding => _wire.IsEnding;

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
            lock (_gate) return ClientFacts.Of(_peer, Route);
        }
    }

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
        await _wire.RunAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the connection once what waits has been sent.</summary>
    public void Close(CloseCause cause)
    {
        lock (_gate)
        {
            if (_cause is not null) return;
            _cause = cause;
        }
        _wire.End();
        Registry.Closed(this, cause);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _wire.Dispose();
        lock (_gate) _peer.Dispose();
        await _transport.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Does what is due by time; called about once a second.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            if (IsEnding) return;
            _peer.Tick(Now);
        }
        AfterPeer();
    }

    /// <summary>Calls the connection by another name from here on.</summary>
    public void CallHost(string name) => Route = Route with { RemoteHost = name };

    // ---- the wire's side

    /// <summary>Takes what the client sent.</summary>
    /// <returns>How long to wait before reading on, because it sends too fast.</returns>
    public TimeSpan Receive(ReadOnlySequence<byte> received)
    {
        long delay;
        lock (_gate)
        {
            foreach (var part in received) _peer.Receive(part.Span, Now);
            delay = _peer.ReadDelay(Now);
        }
        AfterPeer();
        return TimeSpan.FromMilliseconds(delay);
    }

    /// <summary>Writes some of what waits; false if nothing does.</summary>
    public bool Write(IBufferWriter<byte> target)
    {
        lock (_gate)
        {
            while (_bytes.WrittenCount < MostBytesAtOnce && _output.TryTake(out var item)) Encode(item);
            _peer.Flush();
            if (_bytes.WrittenCount == 0) return false;
            target.Write(_bytes.WrittenSpan);
            _bytes.ResetWrittenCount();
            return true;
        }
    }

    private void Encode(OutputItem item)
    {
        switch (item.Kind)
        {
            case OutputKind.Line:
                _peer.WriteLine(item.Text);
                break;
            case OutputKind.Prompt:
                _peer.WritePrompt(item.Text);
                break;
            default:
                _peer.WriteText(item.Text);
                break;
        }
    }

    // The peer may have written answers, have lines for us, or want to close.
    private void AfterPeer()
    {
        CloseCause? closing;
        bool hasBytes;
        lock (_gate)
        {
            closing = _peerCause;
            hasBytes = _bytes.WrittenCount > 0 || !_output.IsEmpty;
        }
        if (hasBytes) _wire.Wake();
        if (closing is not null) Close(closing);
        else _turns.Advance();
    }

    // ---- what the world does to it

    /// <summary>Sends text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="mayFlush">Whether older text makes room for it; else it is dropped when there is none.</param>
    public void Send(string text, OutputKind kind = OutputKind.Line, bool mayFlush = true)
    {
        lock (_gate)
        {
            if (IsEnding) return;
            _output.Add(new OutputItem(text, kind), mayFlush);
        }
        _wire.Wake();
    }

    /// <summary>Sets an option, if there is one of this name.</summary>
    public void SetOption(string name, Value value)
    {
        lock (_gate)
        {
            if (!_options.Set(name, value)) return;
            if (name.Equals("client-echo", StringComparison.OrdinalIgnoreCase))
            {
                // In its place: after what was said before, and before what is said next.
                while (_output.TryTake(out var item)) Encode(item);
                _peer.SetEcho(value.IsTrue);
            }
            if (name.Equals("binary", StringComparison.OrdinalIgnoreCase)) _peer.IsBinary = value.IsTrue;
        }
        _wire.Wake();
        _turns.Advance();
    }

    /// <summary>Makes the connection a player's.</summary>
    /// <param name="player">The player.</param>
    /// <param name="isNew">Whether the player was made by this very login.</param>
    /// <param name="isSilent">Whether the player sees nothing of it.</param>
    public void LogIn(ObjectId player, bool isNew, bool isSilent)
    {
        lock (_gate)
        {
            if (IsEnding) return;
            Player = player;
            _connectedAt = Now;
            _peer.LogIn();
            _output.Limit = _peer.Limits.QueuedOutputBytes;
        }
        Registry.LoggedIn(this, isNew, isSilent);
    }

    /// <summary>Puts a line into the input, as if it had been typed.</summary>
    public void ForceInput(string line, bool isFirst)
    {
        lock (_gate) _turns.Add(line, isFirst);
        _turns.Advance();
    }

    /// <summary>Forgets the lines that wait.</summary>
    public void FlushInput(bool showsMessages)
    {
        lock (_gate) FlushInputLocked(showsMessages);
        _wire.Wake();
    }

    /// <summary>Takes the first line that waits and is not out-of-band; null if there is none.</summary>
    public string? TakeInput() => _turns.TakeForReader();

    /// <summary>Says that a task waits for a line.</summary>
    public void InputWanted() => _turns.Advance();

    private void FlushInputLocked(bool showsMessages)
    {
        var lines = _turns.Clear();
        if (!showsMessages) return;
        _output.Add(new OutputItem(lines.Count == 0 ? ">> No pending input to flush..." : ">> Flushing the following pending input:", OutputKind.Line));
        foreach (var line in lines) _output.Add(new OutputItem(">>     " + line, OutputKind.Line));
        if (lines.Count > 0) _output.Add(new OutputItem(">> (Done flushing)", OutputKind.Line));
    }

    // ---- events of the peer, which come under the gate

    void IPeerEvents.OnLine(string line)
    {
        LastInputAt = Now;
        if (line.Length > 0 && line.Equals(_options.FlushCommand, StringComparison.OrdinalIgnoreCase)) FlushInputLocked(showsMessages: true);
        else if (!_turns.Add(line)) _output.Add(new OutputItem(">> Too many lines are waiting; this one was dropped <<", OutputKind.Line));
    }

    void IPeerEvents.OnLineTooLong() => _output.Add(new OutputItem(">> That line was too long and was dropped <<", OutputKind.Line));

    void IPeerEvents.OnSettled() => _turns.Welcome();

    void IPeerEvents.OnClose(CloseReason reason) => _peerCause = new CloseCause($"the client misbehaved ({reason})");

    void IPeerEvents.OnMsspAsked() => _peer.SendMssp(Registry.Status());
}
