using System.Buffers;
using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

/// <summary>
/// What a connection costs: ten thousand of them stand idle, and forty thousand lines a second pass through.
/// </summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public class CostTests
{
    // Memory is measured for the whole process.
    private const string Alone = "alone";

    [Fact]
    public void An_idle_connection_after_a_full_handshake_holds_less_than_2_KiB()
    {
        const int count = 2000;
        var settings = new TelnetSettings { Compression = false };
        var host = new Silent();
        var output = new Discard();
        var handshake = Wire.Join(
            Wire.Will(24), Wire.Will(31), Wire.Sub(31, 0, 100, 0, 40), Wire.Will(39), Wire.Do(42), Wire.Do(25),
            Wire.Dont(201),
            Wire.Dont(70), Wire.Sub(24, "\0TINTIN++"),
            Wire.Sub(39, "\0\0\0CHARSET\u0001UTF-8\0\0CLIENT_VERSION\u00012.02.20"),
            Wire.Sub(42, "\u0002UTF-8"), Wire.Sub(24, "\0xterm"), Wire.Sub(24, "\0MTTS 271"),
            Wire.Sub(24, "\0MTTS 271"),
            "connect guest\r\nlook\r\n"u8.ToArray());
        Connect(settings, output, host, handshake);
        var peers = new TelnetPeer[count];
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < count; i++)
            peers[i] = Connect(settings, output, host, handshake);

        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        Assert.InRange(each, 200, 2048);
        GC.KeepAlive(peers);
    }

    [Fact]
    public void A_received_line_allocates_its_string_and_nothing_else()
    {
        using var peer = new TelnetPeer(new TelnetSettings(), new Discard(), new Silent());
        peer.Start(0);
        var data = Wire.Repeat(100, "say hello there\r\n"u8.ToArray());
        peer.Receive(data, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        peer.Receive(data, 0);

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.InRange(each, 20 + 2 * "say hello there".Length, 64);
    }

    [Fact]
    public void A_written_line_allocates_nothing()
    {
        using var peer = new TelnetPeer(new TelnetSettings(), new Discard(), new Silent());
        peer.Start(0);
        peer.WriteLine("You say, \"žluťoučký\"");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            peer.WriteLine("You say, \"žluťoučký\"");
            peer.WritePrompt("> ");
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Fact]
    public void Compressing_a_hundred_megabytes_holds_no_more_than_compressing_one()
    {
        using var peer = new TelnetPeer(new TelnetSettings(), new Discard(), new Silent());
        peer.Start(0);
        peer.Receive(Wire.Do(86), 0);
        var text = new string('x', 100_000);
        peer.WriteText(text);
        peer.Flush();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
        {
            peer.WriteText(text);
            peer.Flush();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Several_writers_under_a_lock_stay_whole_while_compression_starts_and_ends()
    {
        var limits = PeerLimits.LoggedIn with { Commands = RateLimit.None };
        using var peer = new TestPeer(new TelnetSettings { BeforeLogin = limits });
        peer.Receive(Wire.Do(201), Wire.Do(86));
        var gate = new Lock();
        var writers = Enumerable.Range(0, 3).Select(n => new Thread(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                lock (gate)
                {
                    if (n == 0)
                        peer.Peer.WriteLine("text " + i);
                    else if (n == 1)
                        peer.Peer.SendGmcp("Core.Test", "\"ÿ" + i + "\"");
                    else
                        peer.Peer.Flush();
                }
            }
        })).ToList();

        writers.ForEach(writer => writer.Start());
        writers.ForEach(writer => writer.Join());

        var lines = peer.TakeSent().Split('\n');
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"text {i}\\x0D\\x0A"),
            lines.Where(l => l.StartsWith("text")));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"SB GMCP Core.Test \"Ã¿{i}\""),
            lines.Where(l => l.StartsWith("SB GMCP")));
    }

    private static TelnetPeer Connect(TelnetSettings settings, IBufferWriter<byte> output, IPeerEvents host,
        byte[] handshake)
    {
        var peer = new TelnetPeer(settings, output, host);
        peer.Start(0);
        peer.Receive(handshake, 0);
        return peer;
    }

    private sealed class Discard : IBufferWriter<byte>
    {
        private readonly byte[] _buffer = new byte[16 * 1024];

        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => _buffer;
        public Span<byte> GetSpan(int sizeHint = 0) => _buffer;
    }

    private sealed class Silent : IPeerEvents
    {
        public void OnLine(string line)
        {
        }

        public void OnSettled()
        {
        }

        public void OnClose(CloseReason reason)
        {
        }
    }
}
