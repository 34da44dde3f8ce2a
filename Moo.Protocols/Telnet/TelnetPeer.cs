using System.Buffers;
using System.Text;
using Moo.Protocols.Msdp;
using Moo.Protocols.Mssp;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet;

/// <summary>A telnet client at the other end of a byte stream.</summary>
/// <remarks>
/// The pieces, in the order in which a received byte meets them: <see cref="CompressedInput"/> inflates it,
/// <see cref="TelnetDecoder"/> tells text from commands, <see cref="LineAssembler"/> makes lines of the text, the
/// <see cref="Negotiator"/> and the options take the commands. <see cref="TelnetOutput"/> is the way back.
/// </remarks>
public sealed class TelnetPeer : Peer
{
    private readonly TelnetSettings _settings;
    private readonly TelnetOutput _output;
    private readonly Negotiator _negotiator;

    private TelnetDecoder _decoder;
    private CompressedInput? _compressed;
    private TokenBucket _commands, _commandFlood;
    private ClientHelloDetector _clientHello;
    private int _longSubnegotiations;
    private bool _isSettled, _hasAnswered, _hadFirstLine, _isMsspText;
    private long _now, _startedAt, _wroteAt;

    /// <summary>A connection that nothing was said on.</summary>
    /// <param name="settings">The listener's settings.</param>
    /// <param name="output">Where the bytes for the client go.</param>
    /// <param name="events">Whom to tell what the client sends.</param>
    public TelnetPeer(TelnetSettings settings, IBufferWriter<byte> output, IPeerEvents events)
        : base(settings.BeforeLogin, settings.AfterLogin, settings.Fallback, events)
    {
        _settings = settings;
        _output = new TelnetOutput(output);
        _negotiator = new Negotiator([.. OptionList.Create(this, settings, _output, events)], _output);
    }

    /// <summary>Whether what is sent is compressed (MCCP2).</summary>
    public bool IsCompressing => _output.IsCompressing;

    /// <summary>Whether the client compresses what it sends (MCCP3).</summary>
    public bool TakesCompressedInput => _compressed is not null;

    /// <summary>Whether the client agreed to MSDP.</summary>
    public bool HasMsdp => _negotiator.IsOn(OptionCode.Msdp, Side.Server);

    /// <inheritdoc/>
    public override int HeldBytes => base.HeldBytes + _decoder.HeldBytes;

    private protected override Charset InputCharset => Terminal.Charset;

    /// <inheritdoc/>
    public override void Start(long now)
    {
        _now = _startedAt = _wroteAt = now;
        _negotiator.Offer();
    }

    /// <inheritdoc/>
    public override void Receive(ReadOnlySpan<byte> data, long now)
    {
        _now = now;
        CountInput(data.Length, now);
        if (_settings.RefusesForeigners && _clientHello.IsFound(data))
            Close(CloseReason.Tls);
        _decoder.AbandonSubnegotiation(Limits, now);
        Settle();
        while (!data.IsEmpty && !IsClosed)
            data = _compressed is null ? TakePlain(data) : TakeCompressed(data);
    }

    /// <inheritdoc/>
    public override void Tick(long now)
    {
        _now = now;
        if (_output.HasWritten)
            (_output.HasWritten, _wroteAt) = (false, now);
        if (_settings.KeepAliveMilliseconds > 0 && now - _wroteAt >= _settings.KeepAliveMilliseconds)
            _output.Command(TelnetCommand.NoOperation);
        _decoder.AbandonSubnegotiation(Limits, now);
        Settle();
    }

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<char> text) => _output.Text(text, Terminal.Charset);

    /// <inheritdoc/>
    public override void WritePrompt(ReadOnlySpan<char> prompt)
    {
        WriteText(prompt);
        if (_negotiator.IsOn(OptionCode.EndOfRecord, Side.Server))
            _output.Command(TelnetCommand.EndOfRecord);
        else if (_settings.GoAhead && !_negotiator.IsOn(OptionCode.SuppressGoAhead, Side.Server))
            _output.Command(TelnetCommand.GoAhead);
    }

    /// <inheritdoc/>
    public override void WriteBytes(ReadOnlySpan<byte> bytes) => _output.Raw(bytes);

    /// <inheritdoc/>
    public override void SetEcho(bool on) => _negotiator.Declare(OptionCode.Echo, !on);

    /// <inheritdoc/>
    public override void SendMssp(MsspTable table)
    {
        if (_isMsspText)
            WriteText(MsspWriter.ToText(table));
        else if (_negotiator.IsOn(OptionCode.Mssp, Side.Server))
            _output.Subnegotiation(OptionCode.Mssp, MsspWriter.ToTelnet(table));
    }

    /// <summary>
    /// Asks for a sign of life; <see cref="IPeerEvents.OnAlive"/> tells of it. Nearly every client gives one.
    /// </summary>
    public void AskAlive() => _output.Negotiate(TelnetCommand.Do, OptionCode.TimingMark);

    /// <summary>Lets compressed output out. Plain output needs no flush.</summary>
    public override void Flush() => _output.Flush();

    /// <summary>Ends compression, if it is on: for a connection that another process takes over.</summary>
    public void StopCompression() => _negotiator.Request(OptionCode.Compress2, Side.Server, on: false);

    /// <summary>Sends an MSDP variable; false if the client has no MSDP.</summary>
    public bool SendMsdp(string name, MsdpValue value)
    {
        if (!HasMsdp)
            return false;
        _output.Subnegotiation(OptionCode.Msdp, MsdpWriter.Write(name, value));
        return true;
    }

    internal void AskMssp(bool asText)
    {
        _isMsspText = asText;
        Events.OnMsspAsked();
    }

    internal void ReceiveGmcp(ReadOnlySpan<byte> message) => ReceiveGmcp(message, _now);

    internal void StartCompressedInput()
    {
        if (_negotiator.IsOn(OptionCode.Compress3, Side.Server))
            _compressed ??= new CompressedInput();
    }

    /// <summary>Takes bytes that are not, or no longer, compressed; stops where compression begins.</summary>
    /// <returns>What is left, to be inflated.</returns>
    internal ReadOnlySpan<byte> TakePlain(ReadOnlySpan<byte> data)
    {
        var wasCompressed = _compressed is not null;
        while (!data.IsEmpty && !IsClosed && wasCompressed == _compressed is not null)
        {
            if (IsBinary)
            {
                TakeBytes(data);
                return default;
            }
            if (_decoder.TryRead(ref data, Limits, _now, out var token))
                Take(token);
        }
        _decoder.Release();
        return data;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _output.Dispose();
        _compressed?.Dispose();
        base.Dispose(disposing);
    }

    private protected override void OnLogIn()
    {
        if (_settings.CompressedInput && Limits.AllowsCompressedInput)
            _negotiator.Request(OptionCode.Compress3, Side.Server, on: true);
    }

    private protected override bool IsForServer(ReadOnlySpan<byte> line)
    {
        var isFirst = !_hadFirstLine;
        _hadFirstLine = true;
        if (isFirst && _settings.RefusesForeigners && HttpRequestLine.Matches(line))
        {
            _output.Raw(HttpRequestLine.Answer);
            Close(CloseReason.Http);
            return true;
        }
        if (_settings.Mssp && !IsLoggedIn && Ascii.EqualsIgnoreCase(line.Trim((byte)' '), "MSSP-REQUEST"u8))
        {
            // Counted as a command, since it makes the server talk as one does.
            if (CountCommand())
                AskMssp(asText: true);
            return true;
        }
        // An MXP client's answer to VERSION or SUPPORT comes as a line of input. It is nothing that a player typed.
        return line.StartsWith("\e[1z<"u8);
    }

    private protected override void WriteGmcp(string package, string json, ReadOnlySpan<byte> message) =>
        _output.Subnegotiation(OptionCode.Gmcp, message);

    private ReadOnlySpan<byte> TakeCompressed(ReadOnlySpan<byte> data)
    {
        for (var i = 0; i < data.Length && !IsClosed; i++)
        {
            switch (_compressed!.Feed(data[i], Limits, _now, this))
            {
                case InflateResult.Ended:
                    EndCompressedInput();
                    return data[i..];
                case InflateResult.Bomb:
                    _negotiator.Request(OptionCode.Compress3, Side.Server, on: false);
                    Close(CloseReason.CompressionBomb);
                    break;
                case InflateResult.Broken:
                    _negotiator.Request(OptionCode.Compress3, Side.Server, on: false);
                    Close(CloseReason.CompressionBroken);
                    break;
            }
        }
        return default;
    }

    private void EndCompressedInput()
    {
        _compressed!.Dispose();
        _compressed = null;
    }

    private void Take(in TelnetToken token)
    {
        switch (token.Kind)
        {
            case TelnetTokenKind.Text:
                TakeText(token.Data);
                break;
            case TelnetTokenKind.Command when CountCommand():
                TakeCommand(token.Command);
                break;
            case TelnetTokenKind.Negotiation when CountCommand():
                _hasAnswered = true;
                _negotiator.Receive(token.Command, token.Option, _now);
                TellTerminalChanges();
                Settle();
                break;
            case TelnetTokenKind.Subnegotiation when token.Option == OptionCode.Gmcp || CountCommand():
                TakeSubnegotiation(token);
                break;
            case TelnetTokenKind.LongSubnegotiation:
                if (++_longSubnegotiations == Limits.LongSubnegotiations)
                    Close(CloseReason.LongSubnegotiations);
                break;
        }
    }

    private void TakeCommand(byte command)
    {
        switch (command)
        {
            case TelnetCommand.AreYouThere:
                _output.Raw("\r\n[Yes]\r\n"u8);
                break;
            case TelnetCommand.EraseCharacter:
                TakeText("\b"u8);
                break;
            case TelnetCommand.EraseLine:
                EraseLine();
                break;
            case TelnetCommand.InterruptProcess or TelnetCommand.Break or TelnetCommand.Abort:
                Events.OnInterrupt();
                break;
        }
    }

    private void TakeSubnegotiation(in TelnetToken token)
    {
        if (_negotiator.Find(token.Option) is { } option)
        {
            option.OnSubnegotiation(token.Data);
            TellTerminalChanges();
            Settle();
            return;
        }
        var sequence = new ArrayBufferWriter<byte>();
        new TelnetOutput(sequence).Subnegotiation(token.Option, token.Data);
        Events.OnUnclaimed(sequence.WrittenSpan);
    }

    private bool CountCommand()
    {
        if (!_commandFlood.TryTake(1, Limits.CommandFlood, _now))
            Close(CloseReason.CommandFlood);
        return !IsClosed && _commands.TryTake(1, Limits.Commands, _now);
    }

    private void Settle()
    {
        if (_isSettled || IsClosed)
            return;
        var patience = _hasAnswered ? _settings.SettleMilliseconds : _settings.SilentMilliseconds;
        if (_negotiator.IsWaiting && _now - _startedAt < patience)
            return;
        _isSettled = true;
        Events.OnSettled();
    }
}
