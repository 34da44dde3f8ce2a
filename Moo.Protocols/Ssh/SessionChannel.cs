using Moo.Protocols.Terminal;

namespace Moo.Protocols.Ssh;

/// <summary>What a <see cref="SessionChannel"/> tells of.</summary>
internal interface ISessionChannelEvents
{
    /// <summary>The client has a terminal of that type and size; 0 is unknown.</summary>
    void OnTerminal(string type, int columns, int rows);

    void OnResized(int columns, int rows);

    void OnVariable(string name, string value);

    /// <summary>The client wants to talk: a shell, or a command to begin with.</summary>
    void OnShell(string command);

    void OnInput(ReadOnlySpan<byte> data);

    /// <summary>The client will send no more.</summary>
    void OnInputEnd();

    void OnInterrupt();

    /// <summary>The client has closed the channel.</summary>
    void OnChannelClosed();
}

/// <summary>The one channel of a connection (RFC 4254): a session, with its windows. Others are refused.</summary>
/// <param name="transport">The transport.</param>
/// <param name="events">Whom to tell.</param>
internal sealed class SessionChannel(SshTransport transport, ISessionChannelEvents events)
{
    // Lines are short; a client that sends a file gets a new window when half of one is used up.
    private const uint OwnWindow = 128 * 1024, OwnPacket = 32 * 1024;
    private const int LargestPacket = 32 * 1024, MostVariables = 16, LongestCommand = 4 * 1024;
    private const uint Prohibited = 1, UnknownType = 3;

    private static readonly string[] KnownVariables =
        ["LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "NO_COLOR"];

    private uint _peer, _packet, _ownLeft;
    private long _window;
    private int _variables;
    private bool _hasEnded;

    /// <summary>Whether there is a channel.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the client asked for a shell, and gets one.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether the client has closed it.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>Whether nothing more may be sent on it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Takes a message; false if it has no place here.</summary>
    public bool Take(ReadOnlySpan<byte> message)
    {
        var reader = new SshReader(message[1..]);
        var isTaken = message[0] switch
        {
            SshMessage.GlobalRequest => TakeGlobalRequest(ref reader),
            // Answers to our asking for a sign of life.
            SshMessage.RequestSuccess or SshMessage.RequestFailure => true,
            SshMessage.ChannelOpen => TakeOpen(ref reader),
            _ when !IsOpen || reader.UInt32() != 0 => false,
            SshMessage.ChannelWindowAdjust => TakeWindow(ref reader),
            SshMessage.ChannelData => TakeData(ref reader, isExtended: false),
            SshMessage.ChannelExtendedData => TakeData(ref reader, isExtended: true),
            SshMessage.ChannelEof => TakeEof(),
            SshMessage.ChannelClose => TakeClose(),
            SshMessage.ChannelRequest => TakeRequest(ref reader),
            SshMessage.ChannelSuccess or SshMessage.ChannelFailure => true,
            _ => false,
        };
        return isTaken && !reader.IsBroken;
    }

    /// <summary>Sends as much as the client has room for, unless keys are being exchanged.</summary>
    /// <returns>Bytes that were sent.</returns>
    public int Send(ReadOnlySpan<byte> data)
    {
        var sent = 0;
        while (sent < data.Length && _window > 0 && IsStarted && !IsClosed && !transport.IsExchanging && !transport.IsOver)
        {
            var length = (int)Math.Min(Math.Min(data.Length - sent, _packet), _window);
            transport.Send(SshWriter.Message(SshMessage.ChannelData).UInt32(_peer).String(data.Slice(sent, length)));
            _window -= length;
            sent += length;
        }
        return sent;
    }

    /// <summary>Says that nothing more will come, and closes.</summary>
    public void Finish()
    {
        if (!IsOpen || IsClosed)
            return;
        if (IsStarted)
        {
            transport.Send(SshWriter.Message(SshMessage.ChannelRequest)
                .UInt32(_peer).String("exit-status").Boolean(false).UInt32(0));
            transport.Send(SshWriter.Message(SshMessage.ChannelEof).UInt32(_peer));
        }
        Close();
    }

    private void Close()
    {
        IsClosed = true;
        transport.Send(SshWriter.Message(SshMessage.ChannelClose).UInt32(_peer));
    }

    private bool TakeGlobalRequest(ref SshReader reader)
    {
        _ = reader.String();
        if (reader.Boolean())
            transport.Send([SshMessage.RequestFailure]);
        return true;
    }

    private bool TakeOpen(ref SshReader reader)
    {
        var isSession = reader.Text() == "session";
        var peer = reader.UInt32();
        var (window, packet) = (reader.UInt32(), reader.UInt32());
        if (reader.IsBroken)
            return false;
        if (!isSession || IsOpen || packet == 0)
        {
            transport.Send(SshWriter.Message(SshMessage.ChannelOpenFailure).UInt32(peer)
                .UInt32(isSession ? Prohibited : UnknownType).String("There is one session, and nothing else.").String(""));
            return true;
        }
        (IsOpen, _peer, _window, _packet, _ownLeft) = (true, peer, window, Math.Min(packet, LargestPacket), OwnWindow);
        transport.Send(SshWriter.Message(SshMessage.ChannelOpenConfirmation)
            .UInt32(peer).UInt32(0).UInt32(OwnWindow).UInt32(OwnPacket));
        return true;
    }

    private bool TakeWindow(ref SshReader reader)
    {
        _window += reader.UInt32();
        return _window <= uint.MaxValue;
    }

    private bool TakeData(ref SshReader reader, bool isExtended)
    {
        if (isExtended)
            _ = reader.UInt32();
        var data = reader.String();
        if (data.Length > _ownLeft || _hasEnded)
            return false;
        _ownLeft -= (uint)data.Length;
        if (_ownLeft < OwnWindow / 2 && !IsClosed)
        {
            transport.Send(SshWriter.Message(SshMessage.ChannelWindowAdjust).UInt32(_peer).UInt32(OwnWindow - _ownLeft));
            _ownLeft = OwnWindow;
        }
        if (!isExtended && IsStarted)
            events.OnInput(data);
        return true;
    }

    private bool TakeEof()
    {
        if (!_hasEnded && IsStarted)
            events.OnInputEnd();
        _hasEnded = true;
        return true;
    }

    private bool TakeClose()
    {
        IsLeft = true;
        if (!IsClosed)
            Close();
        events.OnChannelClosed();
        return true;
    }

    private bool TakeRequest(ref SshReader reader)
    {
        var type = reader.Text();
        var wantsAnswer = reader.Boolean();
        if (reader.IsBroken)
            return false;
        var command = "";
        var isDone = type switch
        {
            "pty-req" when !IsStarted => TakeTerminal(ref reader),
            "window-change" => TakeSize(ref reader),
            "env" when !IsStarted => TakeVariable(ref reader),
            "signal" => TakeSignal(ref reader),
            "break" => TakeBreak(),
            "shell" => !IsStarted,
            "exec" => !IsStarted && TryReadCommand(ref reader, out command),
            _ => false,
        };
        var isShell = type is "shell" or "exec" && isDone;
        IsStarted |= isShell;
        if (wantsAnswer && !IsClosed)
            transport.Send(SshWriter.Message(isDone ? SshMessage.ChannelSuccess : SshMessage.ChannelFailure).UInt32(_peer));
        if (isShell)
            events.OnShell(command);
        return true;
    }

    private bool TakeTerminal(ref SshReader reader)
    {
        var type = FactText.Printable(reader.String());
        var (columns, rows) = (Size(reader.UInt32()), Size(reader.UInt32()));
        if (!reader.IsBroken)
            events.OnTerminal(type, columns, rows);
        return !reader.IsBroken;
    }

    private bool TakeSize(ref SshReader reader)
    {
        var (columns, rows) = (Size(reader.UInt32()), Size(reader.UInt32()));
        if (!reader.IsBroken)
            events.OnResized(columns, rows);
        return !reader.IsBroken;
    }

    private static int Size(uint number) => number > ushort.MaxValue ? 0 : (int)number;

    private bool TakeVariable(ref SshReader reader)
    {
        var (name, value) = (reader.Text(), FactText.Printable(reader.String()));
        if (!KnownVariables.Contains(name) || ++_variables > MostVariables)
            return false;
        events.OnVariable(name, value);
        return true;
    }

    private bool TakeSignal(ref SshReader reader)
    {
        if (reader.Text() == "INT")
            events.OnInterrupt();
        return true;
    }

    private bool TakeBreak()
    {
        events.OnInterrupt();
        return true;
    }

    private static bool TryReadCommand(ref SshReader reader, out string command)
    {
        command = reader.Text();
        return !reader.IsBroken && command.Length <= LongestCommand;
    }
}
