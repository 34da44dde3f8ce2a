using System.Net.Sockets;
using System.Text;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>A telnet client that agrees to nothing: it sends lines and takes what is for people out of what comes.</summary>
internal sealed class TelnetClient : IAsyncDisposable
{
    private const byte Iac = 255, SubnegotiationEnd = 240, Subnegotiation = 250, Will = 251, Dont = 254;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _socket;
    private readonly StringBuilder _text = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Task _reading;
    private int _taken, _told;

    private TelnetClient(Socket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    /// <summary>Everything that was received.</summary>
    public string Text
    {
        get
        {
            lock (_text) return _text.ToString();
        }
    }

    /// <summary>Whether the server has ended the connection.</summary>
    public bool IsOver => _reading.IsCompleted;

    public static async Task<TelnetClient> Connect(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        return new TelnetClient(socket);
    }

    /// <summary>Sends lines.</summary>
    public async Task Send(params string[] lines)
    {
        foreach (var line in lines) await _socket.SendAsync(Encoding.UTF8.GetBytes(line + "\r\n"), TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until text has come that was not taken yet, and takes everything up to it.</summary>
    /// <returns>What was taken.</returns>
    public async Task<string> Expect(string wanted)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (true)
        {
            lock (_text)
            {
                var all = _text.ToString();
                var at = all.IndexOf(wanted, _taken, StringComparison.Ordinal);
                if (at >= 0)
                {
                    var taken = all[_taken..(at + wanted.Length)];
                    _taken = at + wanted.Length;
                    return taken;
                }
                if (_reading.IsCompleted || TimeProvider.System.GetUtcNow() > deadline)
                    Assert.Fail($"never came: {wanted}\nwhat came since: {all[_taken..]}");
            }
            await _arrived.WaitAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Everything up to what was taken last, from where this was called before.</summary>
    public string TakeBack()
    {
        lock (_text)
        {
            var text = _text.ToString(_told, _taken - _told);
            _told = _taken;
            return text;
        }
    }

    /// <summary>Everything that has come, from where <see cref="TakeBack"/> was called last.</summary>
    public string TakeRest()
    {
        lock (_text) _taken = _text.Length;
        return TakeBack();
    }

    /// <summary>Evaluates an expression (the player must be a programmer).</summary>
    /// <returns>The value, as a literal.</returns>
    public async Task<string> Eval(string expression)
    {
        const string after = "=> ";
        await Send($"; {expression}");
        await Expect(after);
        return (await Expect("\n")).TrimEnd();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _reading;
        _arrived.Dispose();
    }

    private async Task ReadAsync()
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var (buffer, plain, characters) = (new byte[16384], new List<byte>(), new char[16384]);
        var state = 0;
        try
        {
            while (await _socket.ReceiveAsync(buffer) is > 0 and var count)
            {
                plain.Clear();
                foreach (var b in buffer.AsSpan(0, count)) state = Take(state, b, plain);
                var length = decoder.GetChars(plain.ToArray(), characters, flush: false);
                lock (_text) _text.Append(characters, 0, length).Replace("\r", "");
                _arrived.Release();
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // Whoever waits for more learns that there will be none.
        }
    }

    // 0 text, 1 behind IAC, 2 an option's number follows, 3 in a subnegotiation, 4 behind IAC in one.
    private static int Take(int state, byte b, List<byte> plain)
    {
        switch (state)
        {
            case 0 when b == Iac:
                return 1;
            case 0:
                plain.Add(b);
                return 0;
            case 1 when b == Iac:
                plain.Add(b);
                return 0;
            case 1:
                return b == Subnegotiation ? 3 : b is >= Will and <= Dont ? 2 : 0;
            case 2:
                return 0;
            case 3:
                return b == Iac ? 4 : 3;
            default:
                return b == SubnegotiationEnd ? 0 : 3;
        }
    }
}
