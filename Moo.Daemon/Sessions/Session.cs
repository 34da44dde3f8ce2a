using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Moo.Language.Commands;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>One connection's life: bytes in and out, who is logged in on it, its lines and their turn.</summary>
/// <remarks>
/// <list type="number">
/// <item><c>_gate</c> guards everything here; it is never held while waiting, nor while anything outside the room is called that could wait.</item>
/// <item>One line at a time: the next is looked at when the task of the last has ended or sleeps (<c>_isBusy</c>).</item>
/// <item>Output goes through <see cref="OutputQueue"/>; the writing loop alone sends, so a client that does not read delays nobody.</item>
/// </list>
/// </remarks>
internal sealed class Session : IConnection, IPeerEvents, IDisposable
{
    private const int MostBytesAtOnce = 32 * 1024;
    private static readonly TimeSpan PatienceWithReaders = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly ConnectionContext _transport;
    private readonly SessionRegistry _registry;
    private readonly ArrayBufferWriter<byte> _bytes = new(256);
    private readonly InputQueue _input = new();
    private readonly OutputQueue _output;
    private readonly SemaphoreSlim _wakeWriter = new(0, 1);
    private readonly CancellationTokenSource _ending = new();
    private readonly SessionOptions _options = new();
    private readonly TelnetPeer _peer;
    private long _connectedAt;
    private long _lastInputAt;
    private ProgramMode? _programming;
    private string? _closeReason;
    private bool _isBusy;
    private bool _isWelcomed;
    private bool _hasWakened;

    public Session(ConnectionContext transport, SessionRegistry registry, ObjectId id, TelnetSettings settings)
    {
        (_transport, _registry, Id, Player) = (transport, registry, id, id);
        _peer = new TelnetPeer(settings, _bytes, this);
        _output = new OutputQueue(settings.BeforeLogin.QueuedOutputBytes);
        _connectedAt = _lastInputAt = Now;
    }

    /// <inheritdoc/>
    public ObjectId Id { get; }

    /// <inheritdoc/>
    public ObjectId Player { get; private set; }

    /// <inheritdoc/>
    public bool IsLoggedIn => Player != Id;

    /// <inheritdoc/>
    public double ConnectedSeconds => (Now - _connectedAt) / 1000.0;

    /// <inheritdoc/>
    public double IdleSeconds => (Now - _lastInputAt) / 1000.0;

    /// <summary>When it spoke last, for the order of a player's connections.</summary>
    public long LastInputAt => _lastInputAt;

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture,
        $"port {(_transport.LocalEndPoint as System.Net.IPEndPoint)?.Port} from {Remote}, port {(_transport.RemoteEndPoint as System.Net.IPEndPoint)?.Port}");

    /// <summary>The address it comes from.</summary>
    public string Remote => (_transport.RemoteEndPoint as System.Net.IPEndPoint)?.Address.ToString() ?? _transport.RemoteEndPoint?.ToString() ?? "nowhere";

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

    private static long Now => Environment.TickCount64;

    // ---- life

    /// <summary>Serves the connection until it ends.</summary>
    public async Task RunAsync()
    {
        var writing = WriteAsync();
        try
        {
            lock (_gate) _peer.Start(Now);
            WakeWriter();
            await ReadAsync().ConfigureAwait(false);
        }
        finally
        {
            Close(_closeReason ?? "the client hung up");
            await writing.ConfigureAwait(false);
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _peer.Dispose();
        _ending.Dispose();
        _wakeWriter.Dispose();
    }

    private async Task ReadAsync()
    {
        var input = _transport.Transport.Input;
        while (!_ending.IsCancellationRequested)
        {
            System.IO.Pipelines.ReadResult read;
            try
            {
                read = await input.ReadAsync(_ending.Token).ConfigureAwait(false);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException)
            {
                return;
            }
            long delay;
            lock (_gate)
            {
                foreach (var part in read.Buffer) _peer.Receive(part.Span, Now);
                delay = _peer.ReadDelay(Now);
            }
            input.AdvanceTo(read.Buffer.End);
            if (_bytes.WrittenCount > 0) WakeWriter();
            Pump();
            if (read.IsCompleted) return;
            // Who sends faster than lines can be worked off, or than is decent, has to wait.
            while (delay > 0 || !HasInputRoom())
            {
                await Task.Delay((int)Math.Clamp(delay, 20, 1000), CancellationToken.None).ConfigureAwait(false);
                delay = 0;
                if (_ending.IsCancellationRequested) return;
            }
        }
    }

    private bool HasInputRoom()
    {
        lock (_gate) return _input.HasRoom;
    }

    private async Task WriteAsync()
    {
        var target = _transport.Transport.Output;
        try
        {
            while (true)
            {
                await _wakeWriter.WaitAsync().ConfigureAwait(false);
                bool isOver;
                do
                {
                    lock (_gate)
                    {
                        Encode();
                        target.Write(_bytes.WrittenSpan);
                        _bytes.ResetWrittenCount();
                        _hasWakened = false;
                        isOver = _output.IsEmpty;
                    }
                    var flushed = await target.FlushAsync(CancellationToken.None).ConfigureAwait(false);
                    if (flushed.IsCompleted) return;
                }
                while (!isOver);
                if (_ending.IsCancellationRequested) return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The client is gone; what was to be sent has nowhere to go.
        }
        finally
        {
            _ending.Cancel();
            await target.CompleteAsync().ConfigureAwait(false);
        }
    }

    private void Encode()
    {
        while (_bytes.WrittenCount < MostBytesAtOnce && _output.TryTake(out var item))
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
        _peer.Flush();
    }

    private void WakeWriter()
    {
        lock (_gate)
        {
            if (_hasWakened) return;
            _hasWakened = true;
        }
        _wakeWriter.Release();
    }

    /// <summary>Ends the connection once what waits has been sent.</summary>
    public void Close(string reason)
    {
        lock (_gate)
        {
            if (_ending.IsCancellationRequested) return;
            _closeReason = reason;
        }
        _ending.Cancel();
        WakeWriter();
        _registry.Closed(this, reason);
        _ = AbortLaterAsync();
    }

    // A client that does not read what waits for it is cut off in the end.
    private async Task AbortLaterAsync()
    {
        await Task.Delay(PatienceWithReaders).ConfigureAwait(false);
        _transport.Abort(new ConnectionAbortedException("the client did not read"));
    }

    /// <summary>Does what is due by time; called about once a second.</summary>
    public void Tick()
    {
        bool hasBytes;
        lock (_gate)
        {
            if (_ending.IsCancellationRequested) return;
            _peer.Tick(Now);
            hasBytes = _bytes.WrittenCount > 0;
        }
        if (hasBytes) WakeWriter();
        Pump();
    }

    // ---- output

    /// <summary>Sends text.</summary>
    public void Send(string text, OutputKind kind = OutputKind.Line, bool mayFlush = true)
    {
        lock (_gate)
        {
            if (_ending.IsCancellationRequested) return;
            _output.Add(new OutputItem(text, kind), mayFlush);
        }
        WakeWriter();
    }

    /// <summary>Sets an option, if there is one of this name.</summary>
    public void SetOption(string name, Value value)
    {
        lock (_gate)
        {
            if (!_options.Set(name, value)) return;
            if (name.Equals("client-echo", StringComparison.OrdinalIgnoreCase))
            {
                Encode();
                _peer.SetEcho(value.IsTrue);
            }
            if (name.Equals("binary", StringComparison.OrdinalIgnoreCase)) _peer.IsBinary = value.IsTrue;
        }
        WakeWriter();
        Pump();
    }

    // ---- input: events of the peer, which come under the gate

    void IPeerEvents.OnLine(string line)
    {
        _lastInputAt = Now;
        if (line.Equals(_options.FlushCommand, StringComparison.OrdinalIgnoreCase) && line.Length > 0)
        {
            FlushInputLocked(showsMessages: true);
            return;
        }
        if (!_input.Add(line)) _output.Add(new OutputItem(">> Too many lines are waiting; this one was dropped <<", OutputKind.Line));
    }

    void IPeerEvents.OnLineTooLong() => _output.Add(new OutputItem(">> That line was too long and was dropped <<", OutputKind.Line));

    void IPeerEvents.OnSettled() => _isWelcomed |= Welcome();

    void IPeerEvents.OnClose(CloseReason reason)
    {
        _closeReason = $"the client misbehaved ({reason})";
        _ending.Cancel();
        _ = Task.Run(() => _registry.Closed(this, _closeReason));
    }

    void IPeerEvents.OnMsspAsked() => _peer.SendMssp(_registry.Status());

    void IPeerEvents.OnTerminalChanged(TerminalChange what)
    {
    }

    private bool Welcome()
    {
        if (_isWelcomed) return true;
        _isBusy = true;
        _registry.Scheduler.CallVerb(Id, ObjectId.System, "do_login_command", MooList.Empty, "", Id, LoginAnswered);
        return true;
    }

    /// <summary>Puts a line into the input, as if it had been typed.</summary>
    public void ForceInput(string line, bool isFirst)
    {
        lock (_gate)
        {
            if (isFirst) _input.AddFirst(line);
            else _input.Add(line);
        }
        Pump();
    }

    /// <summary>Forgets the lines that wait.</summary>
    public void FlushInput(bool showsMessages)
    {
        lock (_gate) FlushInputLocked(showsMessages);
        WakeWriter();
    }

    private void FlushInputLocked(bool showsMessages)
    {
        var lines = _input.Clear();
        if (!showsMessages) return;
        _output.Add(new OutputItem(lines.Count == 0 ? ">> No pending input to flush..." : ">> Flushing the following pending input:", OutputKind.Line));
        foreach (var line in lines) _output.Add(new OutputItem(">>     " + line, OutputKind.Line));
        if (lines.Count > 0) _output.Add(new OutputItem(">> (Done flushing)", OutputKind.Line));
    }

    // ---- the turn of the next line

    private void Pump()
    {
        while (true)
        {
            string line;
            lock (_gate)
            {
                if (_isBusy || _ending.IsCancellationRequested) return;
                if (_input.Peek() is not { } next) return;
                if (!_isWelcomed)
                {
                    // Who types before the negotiation is over gets the welcome first.
                    _isWelcomed = Welcome();
                    return;
                }
                if (_options.HoldsInput && !_registry.Scheduler.IsReading(Id) && !IsOutOfBand(next)) return;
                _input.TryTake(out line);
                _isBusy = true;
            }
            if (!Take(line)) return;
            lock (_gate) _isBusy = false;
        }
    }

    private bool IsOutOfBand(string line) => !_options.DisablesOutOfBand && line.StartsWith("#$#", StringComparison.Ordinal);

    // Starts whatever a line starts. True if that is done already; else the session is busy until Done is called.
    private bool Take(string line)
    {
        var scheduler = _registry.Scheduler;
        if (IsOutOfBand(line))
        {
            scheduler.CallVerb(Player, ObjectId.System, "do_out_of_band_command", MooList.OfStrings(Words.Of(line)), line, Id, Done);
            return false;
        }
        if (!_options.DisablesOutOfBand && line.StartsWith("#$\"", StringComparison.Ordinal)) line = line[3..];
        if (_programming is not null) return TakeProgramLine(line);
        if (scheduler.DeliverInput(Id, line, Done)) return false;
        if (IsLoggedIn) return TakeCommand(line);
        scheduler.CallVerb(Id, ObjectId.System, "do_login_command", MooList.OfStrings(Words.Of(line)), line, Id, LoginAnswered);
        return false;
    }

    private void Done(TaskEnd end)
    {
        lock (_gate) _isBusy = false;
        Pump();
    }

    // ---- login

    private void LoginAnswered(TaskEnd end)
    {
        if (end.Kind == TaskEndKind.Returned && end.Result.TryObj(out var player) && _registry.IsPlayer(player)) LogIn(player);
        Done(end);
    }

    /// <summary>Makes the connection a player's.</summary>
    public void LogIn(ObjectId player)
    {
        var hadOthers = _registry.HasConnections(player);
        lock (_gate)
        {
            if (_ending.IsCancellationRequested) return;
            Player = player;
            _connectedAt = Now;
            _peer.LogIn();
            _output.Limit = _peer.Limits.QueuedOutputBytes;
        }
        _registry.LoggedIn(this, hadOthers);
    }

    // ---- commands of the server's own (LambdaMOO Programmer's Manual, 4.1)

    private bool TakeCommand(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = blank < 0 ? (line, "") : (line[..blank], line[(blank + 1)..].Trim());
        if (_options.IsIntrinsic(word))
        {
            switch (word.ToUpperInvariant())
            {
                case "PREFIX" or "OUTPUTPREFIX":
                    _options.Prefix = rest.Length > 0 ? rest : null;
                    return true;
                case "SUFFIX" or "OUTPUTSUFFIX":
                    _options.Suffix = rest.Length > 0 ? rest : null;
                    return true;
                case ".PROGRAM":
                    _registry.Scheduler.ProgramVerb(Id, Player, rest, null, end =>
                    {
                        if (end.Result.IsTrue) _programming = new ProgramMode(rest);
                        Done(end);
                    });
                    return false;
            }
        }
        _registry.Scheduler.RunCommand(Id, Player, line, _options.Prefix, _options.Suffix, Done);
        return false;
    }

    private bool TakeProgramLine(string line)
    {
        if (line != ".")
        {
            _programming!.Lines.Add(line);
            return true;
        }
        var program = _programming!;
        _programming = null;
        _registry.Scheduler.ProgramVerb(Id, Player, program.Target, program.Lines, Done);
        return false;
    }

    private sealed record ProgramMode(string Target)
    {
        public List<string> Lines { get; } = [];
    }
}
