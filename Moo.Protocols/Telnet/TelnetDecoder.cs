namespace Moo.Protocols.Telnet;

/// <summary>Takes a telnet byte stream apart (RFC 854, 855): text, commands, negotiations, subnegotiations.</summary>
/// <remarks>
/// It may be fed in pieces cut anywhere. It never reads past the piece it returns, so that a caller which must treat
/// the rest of the bytes differently (MCCP3) can stop exactly there. The only memory it holds is an open
/// subnegotiation.
/// </remarks>
internal struct TelnetDecoder
{
    private static ReadOnlySpan<byte> OneIac => [TelnetCommand.Iac];

    private State _state;
    private byte _verb, _option;
    private bool _isHandedOut, _isTooLong;
    private long _openedAt;
    private PooledBuffer _payload;

    /// <summary>Bytes of an open subnegotiation that are held.</summary>
    public readonly int HeldBytes => _payload.Count;

    /// <summary>Reads the next piece.</summary>
    /// <param name="data">What was received; what was used is cut off.</param>
    /// <param name="limits">The size limits for subnegotiations.</param>
    /// <param name="now">The host's clock in milliseconds.</param>
    /// <param name="token">The piece.</param>
    /// <returns>False when <paramref name="data"/> is used up and no piece is complete.</returns>
    public bool TryRead(ref ReadOnlySpan<byte> data, PeerLimits limits, long now, out TelnetToken token)
    {
        Release();
        while (!data.IsEmpty)
        {
            if (_state == State.Text)
            {
                var length = data.IndexOf(TelnetCommand.Iac);
                if (length != 0)
                {
                    token = new(TelnetTokenKind.Text, 0, 0, length < 0 ? data : data[..length]);
                    data = length < 0 ? default : data[length..];
                    return true;
                }
                data = data[1..];
                _state = State.Iac;
            }
            else if (_state == State.Payload)
            {
                ReadPayload(ref data, limits);
            }
            else
            {
                var value = data[0];
                data = data[1..];
                if (TryStep(value, limits, now, out token))
                    return true;
            }
        }
        token = default;
        return false;
    }

    /// <summary>Gives the memory of the piece back that was read last.</summary>
    public void Release()
    {
        if (_isHandedOut)
            CloseSubnegotiation(State.Text);
    }

    /// <summary>Gives up a subnegotiation that has been open for too long; what follows is text again.</summary>
    public void AbandonSubnegotiation(PeerLimits limits, long now)
    {
        if (_state is State.Payload or State.PayloadIac && now - _openedAt > limits.SubnegotiationMilliseconds)
            CloseSubnegotiation(State.Text);
    }

    private bool TryStep(byte value, PeerLimits limits, long now, out TelnetToken token)
    {
        token = default;
        switch (_state)
        {
            case State.Iac:
                return TryCommand(value, out token);
            case State.Verb:
                _state = State.Text;
                token = new(TelnetTokenKind.Negotiation, _verb, value, default);
                return true;
            case State.Option when value == TelnetCommand.Iac:
                _state = State.OptionIac;
                return false;
            // IAC SB IAC is either option 255, doubled, or a subnegotiation without an option, which is nothing.
            case State.OptionIac when value != TelnetCommand.Iac:
                return TryCommand(value, out token);
            case State.Option or State.OptionIac:
                _option = value;
                _openedAt = now;
                _state = State.Payload;
                return false;
            case State.PayloadIac when value == TelnetCommand.SubnegotiationEnd:
                _isHandedOut = true;
                var kind = _isTooLong ? TelnetTokenKind.LongSubnegotiation : TelnetTokenKind.Subnegotiation;
                token = new(kind, 0, _option, _payload.Span);
                return true;
            case State.PayloadIac when value == TelnetCommand.Iac:
                _state = State.Payload;
                AppendPayload(OneIac, limits);
                return false;
            default:
                // Any other command inside a subnegotiation ends it unfinished, and counts itself.
                CloseSubnegotiation(State.Iac);
                return TryCommand(value, out token);
        }
    }

    private bool TryCommand(byte value, out TelnetToken token)
    {
        _state = State.Text;
        token = default;
        switch (value)
        {
            case TelnetCommand.Iac:
                token = new(TelnetTokenKind.Text, 0, 0, OneIac);
                return true;
            case TelnetCommand.Will or TelnetCommand.Wont or TelnetCommand.Do or TelnetCommand.Dont:
                _verb = value;
                _state = State.Verb;
                return false;
            case TelnetCommand.Subnegotiation:
                _state = State.Option;
                return false;
            default:
                token = new(TelnetTokenKind.Command, value, 0, default);
                return true;
        }
    }

    private void ReadPayload(ref ReadOnlySpan<byte> data, PeerLimits limits)
    {
        var length = data.IndexOf(TelnetCommand.Iac);
        AppendPayload(length < 0 ? data : data[..length], limits);
        data = length < 0 ? default : data[(length + 1)..];
        if (length >= 0)
            _state = State.PayloadIac;
    }

    private void AppendPayload(ReadOnlySpan<byte> run, PeerLimits limits)
    {
        var limit = _option == OptionCode.Gmcp ? limits.GmcpBytes : limits.SubnegotiationBytes;
        if (_isTooLong || _payload.Count + run.Length > limit)
        {
            _payload.Release();
            _isTooLong = true;
            return;
        }
        _payload.Append(run);
    }

    private void CloseSubnegotiation(State next)
    {
        _payload.Release();
        _isHandedOut = _isTooLong = false;
        _state = next;
    }

    private enum State : byte
    {
        Text,
        Iac,
        Verb,
        Option,
        OptionIac,
        Payload,
        PayloadIac,
    }
}
