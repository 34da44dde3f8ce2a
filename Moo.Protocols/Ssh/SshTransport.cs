using System.Buffers;
using System.Text;

namespace Moo.Protocols.Ssh;

/// <summary>The transport layer (RFC 4253): versions, packets, keys. Above it there are only messages.</summary>
/// <remarks>
/// <para>Reading is a pull: <see cref="TryRead"/> deals with what is the transport's own and hands out the rest.</para>
/// <list type="number">
/// <item>While keys are exchanged, nothing but the exchange is sent from our KEXINIT to our NEWKEYS; other messages
/// wait in <c>_held</c>, which is bounded (RFC 4253 §7.1).</item>
/// <item>From the client's KEXINIT to its NEWKEYS nothing but the exchange is taken. The first exchange of a strict
/// client takes nothing at all that is not part of it, in its order.</item>
/// </list>
/// </remarks>
/// <param name="key">The server's key.</param>
/// <param name="output">Where bytes for the client go.</param>
/// <param name="rekeyBytes">Bytes one way after which the server asks for new keys.</param>
internal sealed class SshTransport(HostKey key, IBufferWriter<byte> output, long rekeyBytes) : IDisposable
{
    public const string Version = "SSH-2.0-Moo";

    private const int LongestVersion = 255, MostHeld = 256, LongestReason = 200;

    private readonly PacketEncoder _encoder = new(output);
    private readonly PacketDecoder _decoder = new();
    private readonly List<byte[]> _held = [];
    private readonly StringBuilder _version = new();

    private KexOffer? _offer;
    private KeyExchange? _exchange;
    private byte[]? _ourInit, _clientInit;
    private bool _hasVersion, _hasKeys, _isStrict, _skipsGuess;
    private uint _received;

    /// <summary>What the client calls itself, as <c>SSH-2.0-OpenSSH_9.2</c>; empty until it has said so.</summary>
    public string ClientVersion { get; private set; } = "";

    /// <summary>The hash of the first exchange, which signatures of the client cover; null until keys were agreed.</summary>
    public byte[]? SessionId { get; private set; }

    /// <summary>Whether messages above the transport have to wait until keys are exchanged.</summary>
    public bool IsExchanging => _ourInit is not null;

    /// <summary>Whether nothing more is read or sent.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the client ended it, and not by a mistake.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>Bytes of an unfinished packet that are held.</summary>
    public int HeldBytes => _decoder.HeldBytes + _version.Length;

    // The client has begun an exchange that it has not ended.
    private bool IsClientExchanging => _clientInit is not null;

    /// <summary>Says who we are, and offers keys.</summary>
    public void Start()
    {
        output.Write(Encoding.ASCII.GetBytes(Version + "\r\n"));
        BeginExchange();
    }

    /// <summary>Takes bytes up to the end of the next message that is not the transport's own.</summary>
    /// <param name="data">What was received; what was used is cut off.</param>
    /// <param name="message">The message; valid until the next call.</param>
    public bool TryRead(ref ReadOnlySpan<byte> data, out ReadOnlySpan<byte> message)
    {
        message = default;
        while (!IsOver && !data.IsEmpty)
        {
            if (!_hasVersion)
            {
                TakeVersion(ref data);
                continue;
            }
            switch (_decoder.Read(ref data, out message))
            {
                case PacketResult.Broken:
                    Disconnect(DisconnectCode.ProtocolError, "broken packet");
                    return false;
                case PacketResult.NeedMore:
                    return false;
            }
            var number = _received++;
            if (!TakesItself(message, number))
                return true;
            if (_decoder.BytesWithKeys > rekeyBytes && !IsExchanging && !IsClientExchanging && !IsOver)
                BeginExchange();
        }
        return false;
    }

    /// <summary>Sends a message, or keeps it until keys are exchanged.</summary>
    public void Send(SshWriter message) => Send(message.Span);

    /// <inheritdoc cref="Send(SshWriter)"/>
    public void Send(ReadOnlySpan<byte> message)
    {
        if (IsOver)
            return;
        if (!IsExchanging)
        {
            _encoder.Write(message);
            if (_encoder.BytesWithKeys > rekeyBytes)
                BeginExchange();
            return;
        }
        _held.Add(message.ToArray());
        if (_held.Count > MostHeld)
            Disconnect(DisconnectCode.ProtocolError, "too many messages while keys are exchanged");
    }

    /// <summary>Says that a message means nothing here (RFC 4253 §11.4).</summary>
    public void Refuse() =>
        Send(SshWriter.Message(SshMessage.Unimplemented).UInt32(_received - 1));

    /// <summary>Ends the connection, telling why.</summary>
    public void Disconnect(DisconnectCode code, string reason)
    {
        if (IsOver)
            return;
        IsOver = true;
        // Before the first keys a client may not know yet what a packet is.
        if (_hasVersion)
        {
            var text = reason.Length > LongestReason ? reason[..LongestReason] : reason;
            _encoder.Write(SshWriter.Message(SshMessage.Disconnect).UInt32((uint)code).String(text).String("").Span);
        }
    }

    public void Dispose()
    {
        _encoder.Dispose();
        _decoder.Dispose();
    }

    // RFC 4253 §4.2. CR may be missing: old clients leave it out.
    private void TakeVersion(ref ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)'\n');
        var part = end < 0 ? data : data[..end];
        if (_version.Length + part.Length > LongestVersion)
        {
            Disconnect(DisconnectCode.ProtocolError, "");
            return;
        }
        _version.Append(Encoding.ASCII.GetString(part));
        data = end < 0 ? default : data[(end + 1)..];
        if (end < 0)
            return;
        ClientVersion = _version.ToString().TrimEnd('\r');
        if (!ClientVersion.StartsWith("SSH-2.0-", StringComparison.Ordinal)
            && !ClientVersion.StartsWith("SSH-1.99-", StringComparison.Ordinal))
        {
            Disconnect(DisconnectCode.ProtocolError, "");
        }
        _version.Clear();
        _hasVersion = true;
    }

    private bool TakesItself(ReadOnlySpan<byte> message, uint number)
    {
        switch (message[0])
        {
            case SshMessage.Disconnect:
                IsOver = IsLeft = true;
                return true;
            case SshMessage.KexInit when !IsClientExchanging:
                TakeOffer(message, number);
                return true;
            case SshMessage.EcdhInit when IsClientExchanging && _exchange is null:
                TakePoint(message);
                return true;
            case SshMessage.NewKeys when _exchange is not null:
                TakeNewKeys();
                return true;
            case SshMessage.Ignore or SshMessage.Unimplemented or SshMessage.Debug
                when _hasKeys || !_isStrict:
                return true;
        }
        if (!IsClientExchanging && _hasKeys)
            return false;
        Disconnect(DisconnectCode.KeyExchangeFailed, "that message has no place in the exchange of keys");
        return true;
    }

    private void BeginExchange()
    {
        _ourInit = KexOffer.Ours(isFirst: SessionId is null);
        _encoder.Write(_ourInit);
    }

    private void TakeOffer(ReadOnlySpan<byte> message, uint number)
    {
        if (!IsExchanging)
            BeginExchange();
        _clientInit = message.ToArray();
        var isFirst = SessionId is null;
        var offer = KexOffer.Of(message, out var problem);
        if (offer is null)
        {
            Disconnect(DisconnectCode.KeyExchangeFailed, problem);
            return;
        }
        // Strictness is agreed once, in the first exchange, which must begin with this very message.
        if (isFirst && offer.IsStrict && number != 0)
        {
            Disconnect(DisconnectCode.KeyExchangeFailed, "KEXINIT was not the first message");
            return;
        }
        _isStrict |= isFirst && offer.IsStrict;
        (_offer, _skipsGuess) = (offer, offer.GuessedWrong);
    }

    private void TakePoint(ReadOnlySpan<byte> message)
    {
        if (_skipsGuess)
        {
            _skipsGuess = false;
            return;
        }
        var reader = new SshReader(message[1..]);
        var point = reader.String();
        byte[][] greetings =
            [Encoding.ASCII.GetBytes(ClientVersion), Encoding.ASCII.GetBytes(Version), _clientInit!, _ourInit!];
        _exchange = KeyExchange.Run(_offer!.Curve, point, key, greetings);
        if (_exchange is null)
        {
            Disconnect(DisconnectCode.KeyExchangeFailed, "that point makes no sense");
            return;
        }
        var isFirst = SessionId is null;
        SessionId ??= _exchange.ExchangeHash;
        _encoder.Write(_exchange.Reply);
        _encoder.Write([SshMessage.NewKeys]);
        _encoder.Use(_exchange.Outward(SessionId));
        _ourInit = null;
        // RFC 8308 §2.4: the first message with the new keys, or none.
        if (isFirst && _offer.TakesExtensions)
        {
            var extensions = SshWriter.Message(SshMessage.ExtensionInfo).UInt32(1)
                .String("server-sig-algs").String(UserKey.SignatureAlgorithms);
            _encoder.Write(extensions.Span);
        }
        foreach (var held in _held)
            _encoder.Write(held);
        _held.Clear();
    }

    private void TakeNewKeys()
    {
        _decoder.Use(_exchange!.Inward(SessionId!));
        (_exchange, _clientInit, _offer, _hasKeys) = (null, null, null, true);
        if (_isStrict)
            _received = 0;
    }
}
