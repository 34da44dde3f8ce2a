using System.Text;
using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

/// <summary>
/// Hostile bytes: they are ignored, or the host is asked to close; nothing throws and no memory grows.
/// </summary>
public class AttackTests
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public void A_subnegotiation_without_an_end_costs_no_memory()
    {
        using var peer = new TestPeer();
        var piece = Wire.Repeat(Mebibyte, (byte)'A');
        peer.Receive([255, 250, 201], piece);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            peer.Peer.Receive(piece, peer.Now);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        peer.Receive([255, 240], "look\n"u8.ToArray());
        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void Three_subnegotiations_over_the_limit_are_enough()
    {
        using var peer = new TestPeer().Refusing();

        for (var i = 0; i < 5; i++)
            peer.Receive(Wire.Sub(24, new string('A', 3000)));

        Assert.Equal("close: LongSubnegotiations", peer.TakeEvents());
    }

    [Fact]
    public void A_subnegotiation_may_not_stay_open_for_ever()
    {
        using var peer = new TestPeer().Refusing();
        peer.Receive([255, 250, 24, 0, 65]);

        peer.Now += 10_001;
        peer.Receive("look\n"u8.ToArray());

        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void A_million_times_DO_ECHO_is_answered_once_and_ends_the_connection()
    {
        using var peer = new TestPeer().Refusing();
        var flood = Wire.Repeat(1_000_000, Wire.Do(1));

        peer.Peer.Receive(flood, peer.Now);

        Assert.Equal("WONT ECHO", peer.TakeSent());
        Assert.Equal("close: CommandFlood", peer.TakeEvents());
        peer.Receive("look\n"u8.ToArray());
        Assert.Equal("", peer.TakeEvents());
    }

    [Fact]
    public void Commands_over_the_budget_before_login_are_ignored()
    {
        using var peer = new TestPeer().Refusing();
        peer.Receive(Wire.Repeat(250, 255, 246));

        var answers = Encoding.ASCII.GetString(peer.TakeBytes()).Split("[Yes]").Length - 1;

        Assert.InRange(answers, 150, 200);
    }

    [Fact]
    public void Commands_after_login_come_back_with_time()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.LogIn();
        peer.Receive(Wire.Repeat(300, 255, 246));
        peer.Fresh();
        peer.Receive([255, 246]);
        Assert.Equal("", peer.TakeSent());

        peer.Now += 1000;
        peer.Receive([255, 246]);

        Assert.NotEqual("", peer.TakeSent());
    }

    [Theory]
    [InlineData("FFFAFFF0")]          // no option
    [InlineData("FFFA22FFF0")]        // LINEMODE with nothing in it
    [InlineData("FFF0")]              // an end without a beginning
    [InlineData("FFFA")]              // cut off …
    [InlineData("FFFA18")]
    [InlineData("FFFA1800")]
    [InlineData("FFFA1800FF")]
    [InlineData("FFFB")]
    [InlineData("FF")]
    [InlineData("FFFAFF")]
    public void Crooked_commands_are_harmless(string hex)
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Convert.FromHexString(hex));
        peer.Receive(Wire.Sub(24, 0), "\n"u8.ToArray(), "look\n"u8.ToArray());

        Assert.EndsWith("line: look", peer.TakeEvents());
    }

    [Fact]
    public void A_command_inside_a_subnegotiation_ends_it_and_counts_itself()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive([255, 250, 201], "Core.Ping"u8.ToArray(), Wire.Do(199), "look\n"u8.ToArray());

        Assert.Equal("WONT 199", peer.TakeSent());
        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void Every_option_asked_for_both_ways_is_refused_once_at_most()
    {
        var limits = PeerLimits.LoggedIn with { Commands = RateLimit.None };
        using var peer = new TestPeer(new TelnetSettings { BeforeLogin = limits });

        for (var round = 0; round < 3; round++)
        {
            for (var option = 0; option < 256; option++)
                peer.Receive(Wire.Will((byte)option), Wire.Do((byte)option));
            peer.Now += 1_000_000;
        }

        var refusals = peer.TakeSent().Split('\n').Where(l => l.StartsWith("DONT") || l.StartsWith("WONT")).ToList();
        Assert.Equal(refusals.Distinct().Count(), refusals.Count);
        Assert.InRange(refusals.Count, 450, 512);
    }

    [Fact]
    public void A_line_of_10_MB_is_dropped_once_and_costs_no_memory()
    {
        using var peer = new TestPeer().Refusing();
        var piece = Wire.Repeat(Mebibyte, (byte)'A');
        peer.Receive(piece);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10; i++)
            peer.Peer.Receive(piece, peer.Now);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        peer.Receive("\nlook\n"u8.ToArray());
        Assert.Equal("line too long\nline: look", peer.TakeEvents());
    }

    [Fact]
    public void The_third_long_line_before_login_is_the_last()
    {
        using var peer = new TestPeer().Refusing();
        var line = Wire.Join(Wire.Repeat(5000, (byte)'A'), [10]);

        peer.Receive(line, line, line, line);

        Assert.Equal("line too long\nline too long\nline too long\nclose: LongLines", peer.TakeEvents());
    }

    [Fact]
    public void Logged_in_lines_may_be_longer_and_too_long_ones_do_not_end_the_connection()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.LogIn();
        var line = Wire.Join(Wire.Repeat(70_000, (byte)'A'), [10]);

        peer.Receive(line, line, line, line, Wire.Repeat(60_000, (byte)'B'), [10]);

        Assert.Equal(["line too long", "line too long", "line too long", "line too long",
            "line: " + new string('B', 60_000)],
            peer.Host.Events);
    }

    [Fact]
    public void A_line_at_the_limit_is_taken_and_one_byte_more_is_not()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Repeat(4096, (byte)'A'), [10], Wire.Repeat(4097, (byte)'B'), [10]);

        Assert.Equal(["line: " + new string('A', 4096), "line too long"], peer.Host.Events);
    }

    [Fact]
    public void GMCP_with_duplicate_keys_huge_numbers_half_surrogates_or_10000_levels_is_dropped()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.LogIn();

        peer.Receive(
            Wire.Gmcp("A.B {\"x\":1,\"x\":2}"), Wire.Gmcp("A.B 1e309"), Wire.Gmcp("A.B \"\\ud83d\""),
            Wire.Gmcp("A.B " + new string('[', 10_000) + new string(']', 10_000)), Wire.Gmcp("A.B {"),
            Wire.Gmcp("A.B 1"));

        Assert.Equal("gmcp: A.B 1", peer.TakeEvents());
    }

    [Fact]
    public void GMCP_over_its_rate_is_dropped()
    {
        using var peer = new TestPeer().Refusing();
        peer.Receive(Wire.Repeat(1000, Wire.Gmcp("A.B")));
        Assert.Equal(40, peer.Host.Events.Count);

        peer.Fresh();
        peer.Now += 1000;
        peer.Receive(Wire.Repeat(1000, Wire.Gmcp("A.B")));

        Assert.Equal(10, peer.Host.Events.Count);
    }

    [Fact]
    public void A_browser_is_told_what_this_is_and_cut_off()
    {
        using var peer = new TestPeer();
        peer.Fresh();

        peer.Receive("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());

        Assert.Equal("close: Http", peer.TakeEvents());
        Assert.Contains("This port speaks telnet", Encoding.ASCII.GetString(peer.TakeBytes()));
    }

    [Theory]
    [InlineData("GET lamp")]
    [InlineData("CONNECT Wizard pass")]
    [InlineData("get /HTTP/1.1")]
    [InlineData("HTTP/1.1")]
    public void A_player_who_shouts_is_no_browser(string line)
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Utf8(line + "\n"));

        Assert.Equal("line: " + line, peer.TakeEvents());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void A_TLS_handshake_is_noticed_however_it_is_cut(int cut)
    {
        using var peer = new TestPeer();
        byte[] hello = [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03];

        peer.Receive(hello[..Math.Min(cut, hello.Length)]);
        peer.Receive(hello[Math.Min(cut, hello.Length)..]);

        Assert.Equal("close: Tls", peer.TakeEvents());
    }

    [Fact]
    public void A_host_is_asked_to_slow_down_a_client_that_sends_too_much()
    {
        using var peer = new TestPeer().Refusing();
        Assert.Equal(0, peer.Peer.ReadDelay(peer.Now));

        peer.Receive(Wire.Repeat(20_000, "look\n"u8.ToArray()));

        Assert.InRange(peer.Peer.ReadDelay(peer.Now), 1500, 3000);
        Assert.Equal(0, peer.Peer.ReadDelay(peer.Now + 3000));
    }

    [Fact]
    public void Random_bytes_never_throw_and_never_grow_a_buffer()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var seed = 0; seed < 3000 && watch.ElapsedMilliseconds < 4000; seed++)
            Fuzz(seed);
    }

    private static void Fuzz(int seed)
    {
        var random = new Random(seed);
        using var peer = new TestPeer(new TelnetSettings { Msdp = true, Mxp = true, Msp = true, LineMode = true });
        for (var round = 0; round < 30; round++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            // Mostly telnet: commands, known options, line ends.
            for (var i = 0; i < bytes.Length; i++)
            {
                if (random.Next(3) == 0)
                    bytes[i] = Likely[random.Next(Likely.Length)];
            }
            if (random.Next(8) == 0)
                peer.Peer.LogIn();
            if (random.Next(20) == 0)
                peer.Peer.IsBinary = !peer.Peer.IsBinary;
            peer.Receive(bytes);
            peer.Peer.WritePrompt("ž> ");
            peer.Peer.SetEcho(random.Next(2) == 0);
            peer.Peer.Tick(peer.Now += random.Next(2000));
            Assert.True(peer.Peer.HeldBytes <= peer.Peer.Limits.LineBytes + peer.Peer.Limits.GmcpBytes);
            Assert.True(peer.TakeBytes().Length < 64 * 1024);
        }
    }

    private static readonly byte[] Likely =
        [255, 255, 250, 240, 251, 252, 253, 254, 24, 31, 39, 42, 69, 70, 86, 87, 201, 0, 1, 2, 3, 10, 13, (byte)';'];
}
