using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Moo.EndToEnd.Tests.Support;
using static Moo.EndToEnd.Tests.Support.WireClient;

namespace Moo.EndToEnd.Tests.Network;

/// <summary>What hostile or broken clients do. Each leaves the server alive, its memory flat, and other players undisturbed.</summary>
public sealed class AttackTests(NetworkServer network) : IClassFixture<NetworkServer>
{
    private const long MostGrowthKiB = 80 * 1024;

    private MooServer Server => network.Server;

    [Fact]
    public async Task Everything_byte_by_byte()
    {
        await using var client = await Connect(Server);
        foreach (var b in (byte[])[.. Say(Do, Gmcp), .. Say(Will, Naws), .. Sub(Naws, [0, 120, 0, 40]), .. Sub(Gmcp, "Core.Supports.Set [\"Room 1\"]"), .. Encoding.UTF8.GetBytes($"connect Wizard \"{MooServer.WizardPassword}\"\r\nping žížala\r\n")])
            await client.Send(b);

        await client.Expect("pong žížala");
        Assert.NotEmpty(client.GmcpOf("Room.Info"));
    }

    [Theory]
    [InlineData("an endless subnegotiation", 100)]
    [InlineData("an endless line", 10)]
    [InlineData("a flood of DO ECHO", 3)]
    [InlineData("crooked subnegotiations", 3)]
    [InlineData("random bytes", 20)]
    public Task A_flood_is_survived(string what, int megabytes) => Undisturbed(async () =>
    {
        var pattern = what switch
        {
            "an endless line" => "A"u8.ToArray(),
            "a flood of DO ECHO" => Say(Do, Echo),
            "crooked subnegotiations" => [Iac, Sb, Iac, Se, Iac, Sb, 34, Iac, Se, Iac, Se],
            "random bytes" => RandomBytes(65_521),
            _ => "A"u8.ToArray(),
        };
        var block = Enumerable.Range(0, (1 << 20) / pattern.Length).SelectMany(_ => pattern).ToArray();
        await using var client = await Connect(Server);
        if (what == "an endless subnegotiation") await client.Send(Iac, Sb, Gmcp);
        await client.Flood(block, megabytes);
    });

    [Fact]
    public Task A_subnegotiation_that_ends_with_the_connection_is_survived() => Undisturbed(async () =>
    {
        for (var i = 0; i < 200; i++)
        {
            await using var client = await Connect(Server);
            await client.Send(Iac, Sb, Gmcp, 65, 66, Iac);
        }
    });

    [Fact]
    public async Task All_options_both_ways_are_refused_once_at_most()
    {
        await using var client = await Connect(Server);
        await client.Send([.. Enumerable.Range(0, 256).SelectMany(option => (byte[])[.. Say(Will, (byte)option), .. Say(Do, (byte)option)])]);
        await client.Send("hello");
        await client.Expect("Welcome");

        var refusals = client.Commands.Where(command => command.Verb is Dont or Wont).ToList();
        Assert.Equal(refusals.Count, refusals.Distinct().Count());
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0 }, 80)]
    [InlineData(new byte[] { 0, 255, 0, 255 }, 255)]
    [InlineData(new byte[] { 255, 255, 255, 255 }, 1000)]
    [InlineData(new byte[] { 0, 100, 0, 50, 7 }, 100)]
    [InlineData(new byte[] { 0, 100, 0 }, 80)]
    public async Task A_window_of_any_size_is_a_window(byte[] size, int width)
    {
        await using var client = await Connect(Server, (Do, Naws, [.. Say(Will, Naws), .. Sub(Naws, size)]));
        await client.LogIn();

        Assert.Equal($"{width}", await client.Eval("client_info(connection())[\"width\"]"));
    }

    [Theory]
    [InlineData("MTTS -1")]
    [InlineData("MTTS 99999999999")]
    [InlineData("\u001b[2J\u009bm<b>\u0007")]
    public async Task A_terminal_type_of_any_kind_is_harmless(string type)
    {
        await using var client = await Connect(Server, (Do, Ttype, [.. Say(Will, Ttype), .. Sub(Ttype, "\0" + type), .. Sub(Ttype, "\0" + new string('x', 1500))]));
        await client.LogIn();

        Assert.Equal("0", await client.Eval("client_info(connection())[\"mtts\"]"));
        Assert.Equal("0", await client.Eval("index(toliteral(client_info(connection())), chr(27))"));
    }

    [Fact]
    public async Task Nobody_speaks_to_another_player_in_control_characters_tags_sounds_or_MCP()
    {
        await using var victim = await Connect(network.RichPort, (Will, Mxp, Say(Do, Mxp)), (Will, Msp, Say(Do, Msp)));
        await victim.LogIn();
        await using var villain = await Connect(Server);
        await villain.LogIn($"create V{Guid.NewGuid():N} secret");
        var before = victim.Bytes.Length;
        byte[] evil = [.. "say a\u001b[31mb\u001b]0;title\u0007c\u009b2Jd\u0000e"u8, Iac, Iac, .. " \u202Ef \uFEFFg"u8, 0xC0, 0x80, 0xED, 0xA0, 0x80, 13, 10];
        await villain.Send(evil);
        await villain.Send("say !!SOUND(x.wav)");
        await villain.Send("say <SEND HREF=\"@quit\">free gold</SEND>");
        await villain.Send("say done");
        await victim.Expect("says, \"done\"");

        var heard = victim.Bytes[before..];
        Assert.DoesNotContain((byte)0x1B, heard);
        Assert.DoesNotContain((byte)7, heard);
        Assert.Equal(-1, heard.AsSpan().IndexOf(new byte[] { 0xC2, 0x9B }));
        Assert.DoesNotContain("\n!!SOUND", victim.Text, StringComparison.Ordinal);
        await victim.Eval("notify(player, \"#$#forged\", 0, 0, \"plain\")");
        Assert.DoesNotContain("\n#$#forged", victim.Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task Compressed_input_that_is_a_bomb_garbage_or_cut_off_ends_its_connection_alone() => Undisturbed(async () =>
    {
        byte[] marker = [Iac, Sb, Mccp3, Iac, Se];
        var bomb = new MemoryStream();
        using (var zlib = new ZLibStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(new byte[64 << 20]);
        foreach (var stream in new[] { bomb.ToArray(), "this is no zlib stream"u8.ToArray(), bomb.ToArray()[..20] })
        {
            await using var client = await Connect(Server, (Will, Mccp3, Say(Do, Mccp3)));
            await client.LogIn();
            await client.Until(() => client.Commands.Contains((Will, Mccp3)), "the offer");
            await client.Flood([.. marker, .. stream], 1);
            if (stream.Length > 20) await client.ExpectEnd();
        }
    });

    [Fact]
    public async Task Compressed_input_is_not_taken_before_login()
    {
        await using var client = await Connect(Server);
        await client.Expect("Welcome");

        Assert.DoesNotContain((Will, Mccp3), client.Commands);
    }

    [Fact]
    public async Task Compression_ends_in_the_middle_and_plain_text_goes_on()
    {
        await using (var client = await Connect(Server, (Will, Mccp2, [.. Say(Do, Mccp2), .. Say(Do, Mccp2)])))
        {
            await client.LogIn();
            Assert.Single(client.Subs, sub => sub.Option == Mccp2);
        }

        using var socket = await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, Server.TelnetPort));
        await socket.SendAsync(Say(Do, Mccp2), TestContext.Current.CancellationToken);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        await socket.SendAsync((byte[])[.. Say(Dont, Mccp2), .. "create "u8, .. Guid.NewGuid().ToByteArray().Select(b => (byte)('a' + b % 26)), .. " secret\r\nping plainly\r\n"u8], TestContext.Current.CancellationToken);
        var (all, buffer) = (new List<byte>(), new byte[4096]);
        while (!Encoding.Latin1.GetString([.. all]).Contains("pong plainly", StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.NotEqual(0, count);
            all.AddRange(buffer[..count]);
        }
        Assert.True(all.ToArray().AsSpan().IndexOf(new byte[] { Iac, Sb, Mccp2, Iac, Se, 0x78 }) >= 0);
    }

    [Fact]
    public Task A_thousand_silent_connections_hold_nobody_up() => Undisturbed(async () =>
    {
        var sockets = new List<Socket>();
        for (var i = 0; i < 1000; i++) sockets.Add(await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, Server.TelnetPort)));
        foreach (var socket in sockets) await socket.SendAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
        await using var client = await Connect(Server);
        await client.LogIn();
        Assert.Equal("42", await client.Eval("6 * 7"));
        foreach (var socket in sockets) socket.Dispose();
    });

    [Fact]
    public async Task GMCP_before_it_is_agreed_and_GMCP_that_is_no_message_is_dropped()
    {
        await using var client = await Connect(Server);
        await client.SendGmcp("Core.Supports.Set [\"Room 1\"]");
        foreach (var body in new[] { new string('[', 1500), "{\"a\":1,\"a\":2}", "1e309", "\"\\ud800\"", "{", "\"\u0001\"", "\u0000" }) await client.SendGmcp("Test.Bad " + body);
        await client.LogIn();

        Assert.Equal("0", await client.Eval("length({x for x in ($seen) if (x[1] == \"gmcp\" && x[3] == \"Test.Bad\")})"));
    }

    [Fact]
    public Task MCP_that_never_ends_costs_no_memory() => Undisturbed(async () =>
    {
        await using var client = await Connect(Server);
        await client.Expect("#$#mcp version");
        await client.Send("#$#mcp authentication-key: k version: 2.1 to: 2.1");
        await client.Send("#$#mcp-negotiate-can k package: dns-org-mud-moo-simpleedit min-version: 1.0 max-version: 1.0");
        await client.LogIn();
        for (var i = 0; i < 10_000; i += 100)
            await client.Send(string.Join("\r\n", Enumerable.Range(i, 100).Select(n => $"#$#dns-org-mud-moo-simpleedit-set k reference: x type: string content*: \"\" _data-tag: t{n}")));
        await client.Flood(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(_ => "#$#* t1 content: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"))), 20);
        await client.Send("ping still here");
        await client.Expect("pong still here");
    });

    [Fact]
    public async Task A_browser_is_told_what_this_is_and_cut_off()
    {
        await using var client = await Connect(Server);
        await client.Send("GET / HTTP/1.1\r\nHost: x\r\n");
        await client.ExpectEnd();

        Assert.StartsWith("HTTP/1.0 400 ", client.Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task Connections_reset_while_they_are_written_to_are_forgotten() => Undisturbed(async () =>
    {
        for (var i = 0; i < 50; i++)
        {
            var socket = await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, Server.TelnetPort));
            await socket.SendAsync(Encoding.UTF8.GetBytes($"connect Wizard \"{MooServer.WizardPassword}\"\r\n; ; for i in [1..200] notify(connection(), \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"); endfor\r\n"), TestContext.Current.CancellationToken);
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
    });

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    // Runs an attack; another player must notice nothing, and the memory that it takes must come back.
    private async Task Undisturbed(Func<Task> attack)
    {
        await using var other = await Connect(Server);
        await other.LogIn($"create Other{Guid.NewGuid():N} secret");
        await other.Send("ping first");
        await other.Expect("pong first");
        var before = Server.ResidentKiB;

        var attacking = attack();
        for (var i = 0; i < 20; i++)
        {
            await other.Send($"ping {i}");
            await other.Expect($"pong {i}\n");
        }
        await attacking;

        await other.Send("ping last");
        await other.Expect("pong last\n");
        Assert.True(Server.ResidentKiB - before < MostGrowthKiB, $"{Server.ResidentKiB - before} KiB more");
    }
}
