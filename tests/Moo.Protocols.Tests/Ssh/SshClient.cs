using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Moo.Protocols.Ssh;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>The client's half of the protocol, and a server's peer at its other end, in one thread.</summary>
internal sealed class SshClient : IDisposable
{
    private const string Version = "SSH-2.0-Test_1.5";

    private static readonly HostKey Key = HostKey.Create();

    private readonly ArrayBufferWriter<byte> _fromServer = new(), _toServer = new();
    private readonly PacketEncoder _encoder;
    private readonly PacketDecoder _decoder = new();
    private readonly List<byte[]> _messages = [];
    private byte[] _ownInit = [], _serverInit = [];
    private bool _hasVersion, _waitsForKeys;

    public SshClient(SshSettings? settings = null)
    {
        Host = new SshHost(this);
        Peer = new SshPeer(settings ?? new SshSettings(), Key, _fromServer, Host);
        _encoder = new PacketEncoder(_toServer);
        Peer.Start(Now);
    }

    public SshHost Host { get; }

    public SshPeer Peer { get; }

    public long Now { get; set; } = 1_000_000;

    /// <summary>The bytes that are handed to the server at once.</summary>
    public int PieceSize { get; init; } = int.MaxValue;

    public byte[]? SessionId { get; private set; }

    /// <summary>The client's exchange names, the preferred one first.</summary>
    public string Exchanges { get; init; } = "ecdh-sha2-nistp256,ext-info-c,kex-strict-c-v00@openssh.com";

    /// <summary>What the first exchange of keys agrees on.</summary>
    public string Curve { get; init; } = "nistp256";

    /// <summary>The text that came on the channel.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Exchanges keys and asks for the service.</summary>
    public SshClient Greet()
    {
        SendVersion();
        Exchange();
        Send(SshWriter.Message(SshMessage.ServiceRequest).String("ssh-userauth"));
        return this;
    }

    /// <summary>The same, logged in, with a channel.</summary>
    public SshClient LogIn(uint window = 1 << 20)
    {
        Greet();
        Expect(SshMessage.ServiceAccept);
        Host.Accepts = _ => true;
        SendPassword("ann", "secret");
        Expect(SshMessage.UserAuthSuccess);
        Open(window);
        return this;
    }

    /// <summary>The same, with a shell.</summary>
    public SshClient Shell(bool hasTerminal = false, uint window = 1 << 20)
    {
        LogIn(window);
        if (hasTerminal)
        {
            Request("pty-req", request => request.String("xterm-256color").UInt32(40).UInt32(10).UInt32(0).UInt32(0).String(""));
            Expect(SshMessage.ChannelSuccess);
        }
        Request("shell");
        Expect(SshMessage.ChannelSuccess);
        return this;
    }

    public void SendVersion() => SendRaw(Encoding.ASCII.GetBytes(Version + "\r\n"));

    /// <summary>Exchanges keys to the end.</summary>
    public void Exchange()
    {
        SendInit();
        _serverInit = Expect(SshMessage.KexInit);
        FinishExchange();
    }

    public byte[] SendInit(bool guesses = false)
    {
        const string cipher = "aes256-gcm@openssh.com", mac = "hmac-sha2-256";
        _ownInit = SshWriter.Message(SshMessage.KexInit).Bytes(new byte[16])
            .String(Exchanges).String("ecdsa-sha2-nistp256").String(cipher).String(cipher).String(mac).String(mac)
            .String("none").String("none").String("").String("").Boolean(guesses).UInt32(0).ToArray();
        Send(_ownInit);
        return _ownInit;
    }

    /// <summary>The part of an exchange after both KEXINITs.</summary>
    public void FinishExchange(byte[]? serverInit = null)
    {
        _serverInit = serverInit ?? _serverInit;
        var curve = EllipticCurve.Find(Curve)!;
        using var own = ECDiffieHellman.Create(curve.Curve);
        var point = EllipticCurve.ToBytes(own.ExportParameters(false).Q);
        Send(SshWriter.Message(SshMessage.EcdhInit).String(point));
        TakeReply(curve, own, point);
    }

    private void TakeReply(EllipticCurve curve, ECDiffieHellman own, byte[] point)
    {
        var reply = new SshReader(Expect(SshMessage.EcdhReply).AsSpan(1));
        var blob = reply.String().ToArray();
        var serverPoint = reply.String().ToArray();
        var signature = reply.String().ToArray();
        Assert.True(curve.TryReadPoint(serverPoint, out var parameters));
        using var other = ECDiffieHellman.Create(parameters);
        var secret = own.DeriveRawSecretAgreement(other.PublicKey);
        var hash = CryptographicOperations.HashData(curve.Hash, new SshWriter()
            .String(Version).String(SshTransport.Version).String(_ownInit).String(_serverInit)
            .String(blob).String(point).String(serverPoint).Number(secret).Span);
        Assert.True(UserKey.TryRead("ecdsa-sha2-nistp256", blob, out var key) && key.HasSigned("ecdsa-sha2-nistp256", hash, signature));
        SessionId ??= hash;
        Expect(SshMessage.NewKeys);
        Send([SshMessage.NewKeys]);
        _encoder.Use(Cipher('A', 'C'));
        _decoder.Use(Cipher('B', 'D'));
        _waitsForKeys = false;
        Collect();

        PacketCipher Cipher(char nonce, char letter) => new(Derive(letter).AsSpan(0, 32), Derive(nonce).AsSpan(0, 12));
        byte[] Derive(char letter) => CryptographicOperations.HashData(curve.Hash,
            new SshWriter().Number(secret).Bytes(hash).Byte((byte)letter).Bytes(SessionId!).Span);
    }

    public void SendPassword(string name, string password) => Send(Login(name, "password").Boolean(false).String(password));

    public static SshWriter Login(string name, string method) =>
        SshWriter.Message(SshMessage.UserAuthRequest).String(name).String("ssh-connection").String(method);

    public void Open(uint window = 1 << 20, string type = "session")
    {
        Send(SshWriter.Message(SshMessage.ChannelOpen).String(type).UInt32(7).UInt32(window).UInt32(1 << 15));
        if (type == "session")
            Expect(SshMessage.ChannelOpenConfirmation);
    }

    public void Request(string type, Action<SshWriter>? rest = null)
    {
        var request = SshWriter.Message(SshMessage.ChannelRequest).UInt32(0).String(type).Boolean(true);
        rest?.Invoke(request);
        Send(request);
    }

    public void Type(string text) => Send(SshWriter.Message(SshMessage.ChannelData).UInt32(0).String(text));

    public void Send(SshWriter message) => Send(message.Span);

    public void Send(ReadOnlySpan<byte> message)
    {
        _encoder.Write(message);
        var bytes = _toServer.WrittenSpan.ToArray();
        _toServer.Clear();
        SendRaw(bytes);
    }

    public void SendRaw(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(PieceSize, bytes.Length)];
            Peer.Receive(piece, Now);
            bytes = bytes[piece.Length..];
            Host.Answer();
        }
        Collect();
    }

    /// <summary>Takes what the server sent; channel data becomes <see cref="Text"/>.</summary>
    public void Collect()
    {
        Peer.Flush();
        ReadOnlySpan<byte> data = _fromServer.WrittenSpan.ToArray();
        _fromServer.Clear();
        if (!_hasVersion && !data.IsEmpty)
        {
            var end = data.IndexOf((byte)'\n');
            Assert.Equal("SSH-2.0-Moo\r", Encoding.ASCII.GetString(data[..end]));
            data = data[(end + 1)..];
            _hasVersion = true;
        }
        while (!data.IsEmpty)
        {
            if (_waitsForKeys)
            {
                // What follows is encrypted with keys that are not there yet.
                _fromServer.Write(data);
                return;
            }
            if (_decoder.Read(ref data, out var message) != PacketResult.Packet)
                break;
            if (message[0] == SshMessage.NewKeys)
                _waitsForKeys = true;
            Take(message);
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        if (message[0] != SshMessage.ChannelData)
        {
            _messages.Add(message.ToArray());
            return;
        }
        var reader = new SshReader(message[1..]);
        _ = reader.UInt32();
        Text += Encoding.UTF8.GetString(reader.String());
    }

    /// <summary>The next message, which is to be of this kind; those of ext-info are passed over.</summary>
    public byte[] Expect(byte number)
    {
        Collect();
        _messages.RemoveAll(message => message[0] == SshMessage.ExtensionInfo);
        Assert.True(_messages.Count > 0, $"nothing came where {number} was expected; host: {string.Join(", ", Host.Events)}");
        var message = _messages[0];
        _messages.RemoveAt(0);
        Assert.True(message[0] == number, $"{message[0]} came, not {number}: {Encoding.ASCII.GetString(message)}");
        return message;
    }

    /// <summary>The kinds of the messages that came and were not looked at.</summary>
    public byte[] Others()
    {
        Collect();
        var kinds = _messages.Select(message => message[0]).ToArray();
        _messages.Clear();
        return kinds;
    }

    /// <summary>What the server said when it ended the connection.</summary>
    public string ExpectDisconnect()
    {
        Collect();
        while (_messages.Count > 0 && _messages[0][0] != SshMessage.Disconnect)
            _messages.RemoveAt(0);
        var reader = new SshReader(Expect(SshMessage.Disconnect).AsSpan(1));
        _ = reader.UInt32();
        return reader.Text();
    }

    public void Dispose()
    {
        Peer.Dispose();
        _encoder.Dispose();
        _decoder.Dispose();
    }
}
