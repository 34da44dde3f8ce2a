using System.Buffers;
using System.Text;
using Moo.Protocols.Editing;
using Moo.Protocols.Mssp;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Ssh;

/// <summary>An SSH client: logged in before it says anything, with a line editor if it has a terminal.</summary>
/// <remarks>
/// <para>The pieces, in the order in which a received byte meets them: <see cref="SshTransport"/> makes messages of it,
/// <see cref="Authentication"/> finds out who it is, <see cref="SessionChannel"/> has the conversation,
/// <see cref="LineEditor"/> makes lines of keys. The way back collects text in <c>_text</c>, which is sent as far as the
/// client's window goes.</para>
/// <para>A session that was opened without a terminal, and one with a command, are plain lines with LF at their ends.</para>
/// </remarks>
public sealed class SshPeer : Peer, ISessionChannelEvents, ILineEditorEvents
{
    /// <summary>The version and cipher of every connection.</summary>
    public const string Cipher = "SSH-2.0 " + PacketCipher.Name;

    private const int KeptCapacity = 4 * 1024, MostEarlyText = 16 * 1024, MostHeld = 64 * 1024, MostEcho = 256 * 1024;
    private const int CharsAtOnce = 1024;

    private readonly SshSettings _settings;
    private readonly SshTransport _transport;
    private readonly Authentication _authentication;
    private readonly SessionChannel _channel;
    private readonly StringBuilder _early = new();
    private PooledBuffer _held;
    private ArrayBufferWriter<byte>? _text;
    private LineEditor? _editor;
    private Decoder? _decoder;
    private int _sent;
    private bool _isFinishing, _isBlocked, _hasLeft;
    private long _now, _startedAt, _aliveAt;

    /// <summary>A connection that nothing was said on.</summary>
    /// <param name="settings">The listener's settings.</param>
    /// <param name="key">The server's key.</param>
    /// <param name="output">Where the bytes for the client go.</param>
    /// <param name="events">Whom to tell what the client sends.</param>
    public SshPeer(SshSettings settings, HostKey key, IBufferWriter<byte> output, IPeerEvents events)
        : base(settings.BeforeLogin, settings.AfterLogin, Charset.Utf8, events)
    {
        _settings = settings;
        _transport = new SshTransport(key, output, settings.RekeyBytes);
        _authentication = new Authentication(_transport, settings, events.OnLoginTry);
        _channel = new SessionChannel(_transport, this);
    }

    /// <summary>Whether the client has a terminal, whose lines are edited here.</summary>
    public bool HasTerminal => _editor is not null;

    /// <inheritdoc/>
    public override bool IsBlocked => _isBlocked;

    /// <inheritdoc/>
    /// <remarks>
    /// Its window and its exchange of keys decide when the rest can be sent, and a client that is cut off before it
    /// has closed its side calls that a failure.
    /// </remarks>
    public override bool EndsWithClient => _channel.IsStarted && !_channel.IsLeft && !IsOver;

    /// <inheritdoc/>
    public override int HeldBytes => base.HeldBytes + _transport.HeldBytes + _held.Count;

    private protected override Charset InputCharset => Terminal.Charset;

    private bool IsOver => IsClosed || _transport.IsOver;

    /// <inheritdoc/>
    public override void Start(long now)
    {
        _now = _startedAt = _aliveAt = now;
        _transport.Start();
    }

    /// <inheritdoc/>
    public override void Receive(ReadOnlySpan<byte> data, long now)
    {
        _now = _aliveAt = now;
        CountInput(data.Length, now);
        if (!_authentication.IsWaiting)
            Read(data);
        else
            Hold(data);
    }

    /// <inheritdoc/>
    public override void Tick(long now)
    {
        _now = now;
        if (!_channel.IsStarted && now - _startedAt > _settings.LoginMilliseconds)
            End(DisconnectCode.ByApplication, "Nobody logged in.", CloseReason.NoLogin);
        if (_settings.KeepAliveMilliseconds > 0 && _channel.IsStarted && now - _aliveAt >= _settings.KeepAliveMilliseconds)
        {
            _aliveAt = now;
            _transport.Send(SshWriter.Message(SshMessage.GlobalRequest).String("keepalive@openssh.com").Boolean(true));
        }
    }

    /// <summary>Answers <see cref="IPeerEvents.OnLoginTry"/>.</summary>
    /// <param name="isAccepted">
    /// Whether the user is who they say. Of an offered key, whether it would do.
    /// </param>
    /// <remarks>What was written since the try tells the user why it failed; after success it begins the session.</remarks>
    public void Answer(bool isAccepted)
    {
        var words = isAccepted ? "" : TextSanitizer.StripControls(_early.ToString(), keepLineFeeds: true);
        if (!isAccepted)
            _early.Clear();
        _authentication.Answer(isAccepted, words);
        if (_authentication.HasFailed)
            Close(CloseReason.NoLogin);
        var held = _held.Span.ToArray();
        _held.Release();
        Read(held);
    }

    /// <inheritdoc/>
    public override void WriteText(ReadOnlySpan<char> text)
    {
        if (!_channel.IsStarted)
            _early.Append(text[..Math.Min(text.Length, MostEarlyText - _early.Length)]);
        else if (_editor is not null)
            _editor.Write(text);
        else
            Encode(text);
    }

    /// <inheritdoc/>
    public override void WritePrompt(ReadOnlySpan<char> prompt)
    {
        if (_channel.IsStarted && _editor is not null)
            _editor.Prompt(prompt);
        else
            WriteText(prompt);
    }

    /// <inheritdoc/>
    public override void WriteBytes(ReadOnlySpan<byte> bytes) => (_text ??= new ArrayBufferWriter<byte>()).Write(bytes);

    /// <inheritdoc/>
    public override void SetEcho(bool on)
    {
        if (_editor is not null)
            _editor.IsMasked = !on;
    }

    /// <inheritdoc/>
    public override void SendMssp(MsspTable table) => WriteText(MsspWriter.ToText(table));

    /// <summary>Shows the line being typed again, and sends what the client has room for.</summary>
    public override void Flush()
    {
        if (_channel.IsStarted && !IsBinary && !_isFinishing)
            _editor?.Show();
        Send();
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        _isFinishing = true;
        if (!_channel.IsStarted)
            _transport.Disconnect(DisconnectCode.ByApplication, TextSanitizer.StripControls(_early.ToString()));
        Send();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _transport.Dispose();
        _held.Release();
        base.Dispose(disposing);
    }

    // ---- the channel's side

    void ISessionChannelEvents.OnTerminal(string type, int columns, int rows)
    {
        var isDumb = type.Length == 0 || type.Equals("dumb", StringComparison.OrdinalIgnoreCase)
            || type.Equals("unknown", StringComparison.OrdinalIgnoreCase);
        Terminal.LearnTerminalType(type);
        Terminal.LearnTerminalName(type);
        Terminal.Resize(columns, rows);
        _editor = new LineEditor(Encode, this) { IsDumb = isDumb };
        _editor.Resize(columns);
        TellTerminalChanges();
    }

    void ISessionChannelEvents.OnResized(int columns, int rows)
    {
        Terminal.Resize(columns, rows);
        _editor?.Resize(columns);
        TellTerminalChanges();
    }

    void ISessionChannelEvents.OnVariable(string name, string value)
    {
        Terminal.LearnVariable(name, value);
        // A locale ends in its character set: ru_RU.KOI8-R.
        var isLocale = name is "LANG" or "LC_CTYPE" or "LC_ALL";
        if (isLocale && Charset.Find(value.Split('@')[0].Split('.')[^1]) is { } charset)
            Terminal.LearnCharset(charset);
        if (name == "COLORTERM" && value is "truecolor" or "24bit")
            Terminal.Learn(TerminalFeatures.Ansi | TerminalFeatures.Colors256 | TerminalFeatures.TrueColor, true);
    }

    void ISessionChannelEvents.OnShell(string command)
    {
        var name = _transport.ClientVersion.Split('-', 3)[^1].Split('_', 2);
        Terminal.LearnClient(FactText.Printable(name[0]), FactText.Printable(name[^1]));
        TellTerminalChanges();
        var early = _early.ToString();
        _early.Clear();
        WriteText(early);
        Events.OnSettled();
        if (command.Length > 0)
            Events.OnLine(TextSanitizer.StripControls(command));
    }

    void ISessionChannelEvents.OnInput(ReadOnlySpan<byte> data)
    {
        if (_editor is null || IsBinary)
            TakeText(data);
        else
            Edit(data);
    }

    void ISessionChannelEvents.OnInputEnd() => Events.OnInputEnd();

    void ISessionChannelEvents.OnInterrupt() => Events.OnInterrupt();

    void ISessionChannelEvents.OnChannelClosed() => Leave();

    // ---- the editor's side

    void ILineEditorEvents.OnTyped(string line) => Events.OnLine(line);

    void ILineEditorEvents.OnTypedEnd() => Events.OnInputEnd();

    // ----

    private void Hold(ReadOnlySpan<byte> data)
    {
        _held.Append(data);
        if (_held.Count > MostHeld)
            End(DisconnectCode.ProtocolError, "too much was sent before the login was answered", CloseReason.SshBroken);
    }

    private void Read(ReadOnlySpan<byte> data)
    {
        while (!IsOver && !_authentication.IsWaiting && _transport.TryRead(ref data, out var message))
        {
            if (!Take(message) && !IsOver)
                End(DisconnectCode.ProtocolError, $"message {message[0]} has no place here", CloseReason.SshBroken);
        }
        if (_authentication.HasFailed)
            Close(CloseReason.NoLogin);
        else if (_transport.IsLeft)
            Leave();
        else if (_transport.IsOver && !_isFinishing)
            Close(CloseReason.SshBroken);
        else if (!data.IsEmpty && !IsOver)
            Hold(data);
        Flush();
    }

    private bool Take(ReadOnlySpan<byte> message)
    {
        switch (message[0])
        {
            case SshMessage.ServiceRequest:
            case >= SshMessage.UserAuthRequest and <= SshMessage.UserAuthInfoResponse:
                return _authentication.Take(message);
            case >= SshMessage.GlobalRequest and <= SshMessage.ChannelFailure when _authentication.IsDone:
                return _channel.Take(message);
            case SshMessage.ExtensionInfo:
                return true;
            case >= SshMessage.GlobalRequest and <= SshMessage.ChannelFailure:
                return false;
            default:
                _transport.Refuse();
                return true;
        }
    }

    private void Edit(ReadOnlySpan<byte> data)
    {
        _editor!.LongestLine = Limits.LineBytes;
        if (Terminal.Charset != Charset.Utf8)
        {
            _editor.Receive(Terminal.Charset.Decode(data));
            return;
        }
        _decoder ??= Encoding.UTF8.GetDecoder();
        Span<char> chars = stackalloc char[CharsAtOnce];
        while (!data.IsEmpty)
        {
            _decoder.Convert(data, chars, flush: false, out var read, out var count, out _);
            data = data[read..];
            _editor.Receive(chars[..count]);
        }
    }

    // Without a terminal a line ends as it does in a file; with one, the editor has made it so already.
    private void Encode(ReadOnlySpan<char> text) =>
        TextEncoder.EncodePlain(text, Terminal.Charset, _text ??= new ArrayBufferWriter<byte>());

    private void Send()
    {
        if (_text is not null && _channel.IsStarted)
        {
            _sent += _channel.Send(_text.WrittenSpan[_sent..]);
            // Echo that nobody takes: the host bounds what it writes itself.
            if (_text.WrittenCount - _sent > MostEcho + Limits.LargestQueuedOutputBytes)
                End(DisconnectCode.ByApplication, "nobody reads", CloseReason.SshBroken);
            if (_sent == _text.WrittenCount || IsOver)
                ForgetText();
        }
        _isBlocked = _text is not null && _text.WrittenCount > 0 && _channel.IsStarted;
        if (_isFinishing && !_isBlocked)
            _channel.Finish();
    }

    private void ForgetText()
    {
        _sent = 0;
        if (_text!.Capacity > KeptCapacity)
            _text = null;
        else
            _text.ResetWrittenCount();
    }

    private void Leave()
    {
        if (_hasLeft)
            return;
        _hasLeft = true;
        Events.OnLeft();
    }

    private void End(DisconnectCode code, string reason, CloseReason close)
    {
        _transport.Disconnect(code, reason);
        Close(close);
    }
}
