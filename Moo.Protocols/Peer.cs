using Moo.Protocols.Gmcp;
using Moo.Protocols.Mssp;
using Moo.Protocols.Terminal;

namespace Moo.Protocols;

/// <summary>The other end of a connection, whatever the transport: what a session writes to and learns from.</summary>
/// <remarks>
/// <para>A state machine without sockets, clocks or locks. The host feeds it what it received, takes what it wrote,
/// and calls <see cref="Tick"/> about once a second. One thread at a time: a host that writes from several holds one
/// lock per peer.</para>
/// <para>Times are milliseconds of any clock that never goes back.</para>
/// </remarks>
public abstract class Peer : IDisposable
{
    private readonly PeerLimits _afterLogin;
    private TokenBucket _input, _gmcp;
    private LineAssembler _lines;
    private int _longLines;

    private protected Peer(PeerLimits beforeLogin, PeerLimits afterLogin, Charset charset, IPeerEvents events)
    {
        (Limits, _afterLogin, Events) = (beforeLogin, afterLogin, events);
        Terminal = new TerminalFacts(charset);
    }

    /// <summary>What is known of the terminal.</summary>
    public TerminalFacts Terminal { get; }

    /// <summary>What is known of the client's GMCP.</summary>
    public GmcpSession Gmcp { get; } = new();

    /// <summary>The limits in force.</summary>
    public PeerLimits Limits { get; private set; }

    /// <summary>Whether <see cref="LogIn"/> was called.</summary>
    public bool IsLoggedIn { get; private set; }

    /// <summary>
    /// Whether the client was found to misbehave and the host asked to close. Nothing more is taken from it.
    /// </summary>
    public bool IsClosed { get; private set; }

    /// <summary>
    /// LambdaMOO's <c>binary</c> connection option: received bytes are handed over as they are, without lines or
    /// telnet.
    /// </summary>
    public bool IsBinary { get; set; }

    /// <summary>Bytes of an unfinished line, and of whatever else is unfinished, that are held.</summary>
    public virtual int HeldBytes => _lines.HeldBytes;

    /// <summary>
    /// Whether nothing can be sent until the client has said something: write no more, or it piles up here.
    /// </summary>
    public virtual bool IsBlocked => false;

    /// <summary>
    /// Whether it takes the client to end: what it says has to be read until then, or what waits cannot be sent.
    /// </summary>
    public virtual bool EndsWithClient => false;

    /// <summary>Where it tells what it finds.</summary>
    protected IPeerEvents Events { get; }

    /// <summary>The character set in which text is received.</summary>
    private protected abstract Charset InputCharset { get; }

    /// <summary>Somebody logged in: the wider limits hold from here on.</summary>
    public void LogIn()
    {
        if (IsLoggedIn)
            return;
        IsLoggedIn = true;
        Limits = _afterLogin;
        OnLogIn();
    }

    /// <summary>Begins: greets the client, or tells the host that there is nothing to wait for.</summary>
    public abstract void Start(long now);

    /// <summary>Takes received bytes, cut anywhere.</summary>
    public abstract void Receive(ReadOnlySpan<byte> data, long now);

    /// <summary>Takes a received message, on a transport that has messages.</summary>
    /// <param name="isText">Whether it is a text message and not a binary one.</param>
    /// <param name="message">Its bytes.</param>
    /// <param name="now">The time.</param>
    public virtual void Receive(bool isText, ReadOnlySpan<byte> message, long now) => Receive(message, now);

    /// <summary>Forgets the line that has been begun.</summary>
    public void EraseLine() => _lines.Erase();

    /// <summary>Milliseconds to wait before reading more, because the client sent over its rate; 0 for none.</summary>
    public long ReadDelay(long now) => _input.Wait(Limits.Input, now);

    /// <summary>
    /// Writes text; a line feed starts a new line. Escape sequences pass: whoever made the text answers for it.
    /// </summary>
    public abstract void WriteText(ReadOnlySpan<char> text);

    /// <summary>Writes a line.</summary>
    public void WriteLine(ReadOnlySpan<char> line)
    {
        WriteText(line);
        WriteText("\n");
    }

    /// <summary>
    /// Writes a prompt: text without a line end, marked, where the transport can, so that clients know that it is
    /// complete.
    /// </summary>
    public virtual void WritePrompt(ReadOnlySpan<char> prompt) => WriteText(prompt);

    /// <summary>
    /// Writes bytes as they are, with no regard for telnet: the other half of <see cref="IsBinary"/>.
    /// </summary>
    public abstract void WriteBytes(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Says whether the client shows what is typed. Off only around a secret: clients mask the input line then.
    /// </summary>
    public abstract void SetEcho(bool on);

    /// <summary>Sends a GMCP message.</summary>
    /// <param name="package">Its full name, as <c>Room.Info</c>.</param>
    /// <param name="json">Its body, or empty for none.</param>
    /// <returns>
    /// False, and nothing is sent, if the client has no GMCP, did not list the package, or the message is over
    /// <see cref="PeerLimits.GmcpOutBytes"/>.
    /// </returns>
    public bool SendGmcp(string package, string json = "")
    {
        if (!Gmcp.Wants(package) || !GmcpMessage.TryFormat(package, json, Limits.GmcpOutBytes, out var message))
            return false;
        WriteGmcp(package, json, message);
        return true;
    }

    /// <summary>Answers <see cref="IPeerEvents.OnMsspAsked"/> in the form in which it was asked.</summary>
    public abstract void SendMssp(MsspTable table);

    /// <summary>Completes what was written since the last time. Call it before sending, once per task.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Takes leave of the client: nothing is written after this. What waits is sent first.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>Does what is due by time, which may write something.</summary>
    public virtual void Tick(long now)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives native memory back.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private protected virtual void OnLogIn()
    {
    }

    // A transport without GMCP never gets here: nothing is wanted while GMCP is off.
    private protected virtual void WriteGmcp(string package, string json, ReadOnlySpan<byte> message)
    {
    }

    private protected void CountInput(int bytes, long now) => _input.Take(bytes, Limits.Input, now);

    /// <summary>Takes text, of which lines are made; or bytes as they are, in binary mode.</summary>
    private protected void TakeText(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && !IsClosed)
        {
            if (IsBinary)
            {
                TakeBytes(text);
                break;
            }
            switch (_lines.Read(ref text, Limits.LineBytes, out var line))
            {
                case LineResult.Line when !IsForServer(line):
                    Events.OnLine(LineDecoder.Decode(line, InputCharset, Terminal.IsCharsetAgreed));
                    break;
                case LineResult.TooLong:
                    Events.OnLineTooLong();
                    if (++_longLines == Limits.LongLines)
                        Close(CloseReason.LongLines);
                    break;
            }
        }
        _lines.Release();
    }

    // The line that switched to binary may have ended in CR LF, of which the LF is still to come.
    private protected void TakeBytes(ReadOnlySpan<byte> bytes)
    {
        _lines.SkipEnding(ref bytes);
        if (!bytes.IsEmpty)
            Events.OnBytes(bytes);
    }

    /// <summary>Whether a line is no player's, but meant for the server itself, which has taken it.</summary>
    private protected virtual bool IsForServer(ReadOnlySpan<byte> line) => false;

    private protected void Close(CloseReason reason)
    {
        if (IsClosed)
            return;
        IsClosed = true;
        Events.OnClose(reason);
    }

    private protected void TellTerminalChanges()
    {
        var changes = Terminal.TakeChanges();
        if (changes != TerminalChange.None)
            Events.OnTerminalChanged(changes);
    }

    /// <summary>Takes one GMCP message: answers pings, learns from Core, hands the rest on.</summary>
    internal void ReceiveGmcp(ReadOnlySpan<byte> message, long now)
    {
        if (!_gmcp.TryTake(1, Limits.Gmcp, now) || !GmcpMessage.TryParse(message, out var package, out var json))
            return;
        if (package.Equals("Core.Ping", StringComparison.OrdinalIgnoreCase))
        {
            SendGmcp("Core.Ping");
            return;
        }
        Gmcp.Learn(package, json, Terminal);
        TellTerminalChanges();
        Events.OnGmcp(package, json);
    }
}
