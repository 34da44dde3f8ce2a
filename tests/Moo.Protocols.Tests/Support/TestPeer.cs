using System.Buffers;
using Moo.Protocols.Telnet;

namespace Moo.Protocols.Tests.Support;

/// <summary>A telnet peer with both of its ends held by a test. Its clock stands still until a test moves it.</summary>
internal sealed class TestPeer : IDisposable
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Recorder _recorder = new();

    public TestPeer(TelnetSettings? settings = null)
    {
        Peer = new TelnetPeer(settings ?? new TelnetSettings(), _output, _recorder);
        Peer.Start(Now);
        Offers = TakeSent();
    }

    public TelnetPeer Peer { get; }

    public Recorder Host => _recorder;

    /// <summary>What was said at connect.</summary>
    public string Offers { get; }

    public long Now { get; set; } = 1_000_000;

    public void Receive(params byte[][] parts) => Peer.Receive(Wire.Join(parts), Now);

    /// <summary>Takes the bytes written since the last time.</summary>
    public byte[] TakeBytes()
    {
        Peer.Flush();
        var bytes = _output.WrittenSpan.ToArray();
        _output.Clear();
        return bytes;
    }

    /// <summary>Takes what was written since the last time, readable.</summary>
    public string TakeSent() => Wire.Describe(TakeBytes());

    /// <summary>Takes what the host was told since the last time, one event a line.</summary>
    public string TakeEvents()
    {
        var events = string.Join('\n', _recorder.Events);
        _recorder.Events.Clear();
        return events;
    }

    /// <summary>Answers everything that was offered with no, and forgets what happened so far.</summary>
    public TestPeer Refusing()
    {
        Receive(Wire.Wont(24), Wire.Wont(31), Wire.Wont(39), Wire.Dont(42), Wire.Dont(25), Wire.Dont(201),
            Wire.Dont(70),
            Wire.Dont(86));
        return Fresh();
    }

    /// <summary>Forgets what happened so far.</summary>
    public TestPeer Fresh()
    {
        TakeBytes();
        TakeEvents();
        return this;
    }

    public void Dispose() => Peer.Dispose();
}
