using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>A telnet client at the level of bytes: it notes every command it is sent and answers as it is told.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    public const byte Echo = 1, Sga = 3, Ttype = 24, Eor = 25, Naws = 31, NewEnvironment = 39, Charset = 42, Msdp = 69, Mssp = 70, Mccp2 = 86, Mccp3 = 87, Msp = 90, Mxp = 91, Gmcp = 201;
    public const byte Se = 240, Ga = 249, Sb = 250, Will = 251, Wont = 252, Do = 253, Dont = 254, Iac = 255;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Stream _stream;
    private readonly List<byte> _plain = [];
    private readonly List<byte> _pending = [];
    private readonly List<(byte Verb, byte Option)> _commands = [];
    private readonly List<(byte Option, byte[] Data)> _subs = [];
    private readonly MemoryStream _compressed = new();
    private readonly Dictionary<(byte, byte), byte[]> _answers;
    private readonly Task _reading;
    private int _inflated, _taken;
    private bool _isCompressed;

    private WireClient(Stream stream, Dictionary<(byte, byte), byte[]> answers)
    {
        (_stream, _answers) = (stream, answers);
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Prompts that were marked by EOR or GA.</summary>
    public int Marks { get; private set; }

    /// <summary>Whether the server has ended the connection.</summary>
    public bool IsOver => _reading.IsCompleted;

    /// <summary>Whether the server compresses.</summary>
    public bool IsCompressed
    {
        get
        {
            lock (_lock) return _isCompressed;
        }
    }

    /// <summary>All text, in UTF-8, without carriage returns.</summary>
    public string Text
    {
        get
        {
            lock (_lock) return Encoding.UTF8.GetString([.. _plain]).Replace("\r", "", StringComparison.Ordinal);
        }
    }

    /// <summary>All text as it came.</summary>
    public byte[] Bytes
    {
        get
        {
            lock (_lock) return [.. _plain];
        }
    }

    /// <summary>Every WILL, WONT, DO and DONT, in order.</summary>
    public IReadOnlyList<(byte Verb, byte Option)> Commands
    {
        get
        {
            lock (_lock) return [.. _commands];
        }
    }

    /// <summary>Every subnegotiation, in order.</summary>
    public IReadOnlyList<(byte Option, byte[] Data)> Subs
    {
        get
        {
            lock (_lock) return [.. _subs];
        }
    }

    /// <summary>The GMCP messages of a package.</summary>
    public IReadOnlyList<string> GmcpOf(string package) =>
        [.. Subs.Where(sub => sub.Option == Gmcp).Select(sub => Encoding.UTF8.GetString(sub.Data))
            .Where(text => text.Split(' ')[0].Equals(package, StringComparison.OrdinalIgnoreCase)).Select(text => text[Math.Min(text.Length, package.Length + 1)..])];

    public static Task<WireClient> Connect(MooServer server, params (byte Verb, byte Option, byte[] Answer)[] answers) => Connect(server.TelnetPort, answers);

    public static async Task<WireClient> Connect(int port, params (byte Verb, byte Option, byte[] Answer)[] answers) =>
        Over(new NetworkStream(await Socket(new IPEndPoint(IPAddress.Loopback, port)), ownsSocket: true), answers);

    public static async Task<WireClient> ConnectTls(int port)
    {
        var stream = new NetworkStream(await Socket(new IPEndPoint(IPAddress.Loopback, port)), ownsSocket: true);
        var tls = new SslStream(stream, leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync("localhost");
        return Over(tls);
    }

    /// <summary>A connected socket, with room for so many bytes that nobody reads.</summary>
    public static async Task<Socket> Socket(EndPoint place, int? receiveBuffer = null)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        if (receiveBuffer is { } bytes) socket.ReceiveBufferSize = bytes;
        await socket.ConnectAsync(place, TestContext.Current.CancellationToken);
        return socket;
    }

    public static WireClient Over(Stream stream, params (byte Verb, byte Option, byte[] Answer)[] answers) =>
        new(stream, answers.ToDictionary(answer => (answer.Verb, answer.Option), answer => answer.Answer));

    public static byte[] Say(byte verb, byte option) => [Iac, verb, option];

    public static byte[] Sub(byte option, string data) => Sub(option, Encoding.Latin1.GetBytes(data));

    public static byte[] Sub(byte option, byte[] data) => [Iac, Sb, option, .. data.SelectMany(b => b == Iac ? new[] { b, b } : [b]), Iac, Se];

    public Task Send(params byte[] bytes) => _stream.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    public Task Send(string line) => Send(Encoding.UTF8.GetBytes(line + "\r\n"));

    public Task SendGmcp(string message) => Send(Sub(Gmcp, Encoding.UTF8.GetBytes(message)));

    /// <summary>Sends until the server refuses to take more.</summary>
    /// <returns>Whether it took everything.</returns>
    public async Task<bool> Flood(byte[] bytes, int times)
    {
        try
        {
            for (var i = 0; i < times; i++) await _stream.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            return true;
        }
        catch (Exception over) when (over is IOException or TimeoutException or ObjectDisposedException)
        {
            return false;
        }
    }

    public async Task LogIn(string login = $"connect Wizard \"{MooServer.WizardPassword}\"")
    {
        await Send(login);
        await Expect(login.StartsWith("create", StringComparison.Ordinal) ? "*** Created ***" : "*** Connected ***");
    }

    /// <summary>Waits for text that was not taken yet, and takes everything up to it.</summary>
    public async Task<string> Expect(string wanted)
    {
        var found = "";
        await Until(() =>
        {
            var text = Text;
            var at = text.IndexOf(wanted, Math.Min(_taken, text.Length), StringComparison.Ordinal);
            if (at < 0) return false;
            found = text[_taken..(at + wanted.Length)];
            _taken = at + wanted.Length;
            return true;
        }, $"text \"{wanted}\"");
        return found;
    }

    /// <summary>Evaluates an expression.</summary>
    public async Task<string> Eval(string expression)
    {
        await Send("; " + expression);
        await Expect("=> ");
        return (await Expect("\n")).TrimEnd();
    }

    /// <summary>Waits until something is so.</summary>
    public async Task Until(Func<bool> isSo, string what)
    {
        for (var deadline = TimeProvider.System.GetUtcNow() + Patience; !isSo(); await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            if (TimeProvider.System.GetUtcNow() < deadline && !(IsOver && !isSo())) continue;
            if (isSo()) return;
            var text = Text;
            Assert.Fail($"never came: {what} (the connection is {(IsOver ? "over" : "open")})\ncommands: {string.Join(' ', Commands)}\ntext: {text[Math.Max(0, text.Length - 1000)..]}");
        }
    }

    /// <summary>Waits until the server has ended the connection.</summary>
    public async Task ExpectEnd() => await _reading.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        await _reading;
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[65536];
        try
        {
            while (await _stream.ReadAsync(buffer) is > 0 and var count)
            {
                byte[] answer;
                lock (_lock) answer = Take(buffer.AsSpan(0, count));
                if (answer.Length > 0) await _stream.WriteAsync(answer);
            }
        }
        catch (Exception over) when (over is IOException or ObjectDisposedException or SocketException)
        {
            // Whoever waits for more learns that there will be none.
        }
    }

    private byte[] Take(ReadOnlySpan<byte> received)
    {
        _pending.AddRange(_isCompressed ? Inflate(received) : received.ToArray());
        var answers = new List<byte>();
        var at = 0;
        while (at < _pending.Count)
        {
            if (_pending[at] != Iac)
            {
                _plain.Add(_pending[at++]);
                continue;
            }
            var used = Command(at, answers);
            if (used == 0) break;
            at += used;
        }
        _pending.RemoveRange(0, at);
        return [.. answers];
    }

    // Bytes that the command at a place takes; 0 if it is not complete.
    private int Command(int at, List<byte> answers)
    {
        if (at + 1 >= _pending.Count) return 0;
        switch (_pending[at + 1])
        {
            case Iac:
                _plain.Add(Iac);
                return 2;
            case Ga or 239:
                Marks++;
                return 2;
            case Will or Wont or Do or Dont:
                if (at + 2 >= _pending.Count) return 0;
                _commands.Add((_pending[at + 1], _pending[at + 2]));
                if (_answers.TryGetValue((_pending[at + 1], _pending[at + 2]), out var answer)) answers.AddRange(answer);
                return 3;
            case Sb:
                var data = new List<byte>();
                for (var i = at + 3; i + 1 < _pending.Count; i++)
                {
                    if (_pending[i] != Iac) data.Add(_pending[i]);
                    else if (_pending[++i] == Iac) data.Add(Iac);
                    else return EndSub(at, i + 1, data);
                }
                return 0;
            default:
                return 2;
        }
    }

    private int EndSub(int at, int end, List<byte> data)
    {
        _subs.Add((_pending[at + 2], [.. data]));
        if (_pending[at + 2] == Mccp2 && !_isCompressed)
        {
            _isCompressed = true;
            var rest = _pending.GetRange(end, _pending.Count - end).ToArray();
            _pending.RemoveRange(end, _pending.Count - end);
            _pending.AddRange(Inflate(rest));
        }
        return end - at;
    }

    // All of the stream anew: slow, and plain to see that it is right.
    private byte[] Inflate(ReadOnlySpan<byte> received)
    {
        _compressed.Seek(0, SeekOrigin.End);
        _compressed.Write(received);
        _compressed.Position = 0;
        using var zlib = new ZLibStream(_compressed, CompressionMode.Decompress, leaveOpen: true);
        var all = new MemoryStream();
        zlib.CopyTo(all);
        var fresh = all.ToArray()[_inflated..];
        _inflated += fresh.Length;
        return fresh;
    }
}
