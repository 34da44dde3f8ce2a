using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Moo.EndToEnd.Tests.Support;
using static Moo.EndToEnd.Tests.Support.WireClient;

namespace Moo.EndToEnd.Tests.Network;

/// <summary>Limits on numbers, rates and times. This machine is trusted with them unless told otherwise, so here nobody is.</summary>
public sealed class LimitTests
{
    private static Dictionary<string, string> Strict(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string> { ["TRUSTED"] = "", ["LIMITS__ACCEPTPERADDRESS__BURST"] = "100", ["LIMITS__ACCEPTPERADDRESS__PERSECOND"] = "100" };
        foreach (var (name, value) in more) settings[name] = value;
        return settings;
    }

    [Fact]
    public async Task One_address_has_so_many_connections_and_the_next_is_told_so()
    {
        await using var server = await MooServer.StartNetwork(Strict(("LIMITS__CONNECTIONSPERADDRESS", "3")));
        var clients = new List<WireClient>();
        for (var i = 0; i < 3; i++)
        {
            clients.Add(await Connect(server));
            await clients[i].Expect("Welcome");
        }

        await using (var fourth = await Connect(server))
        {
            await fourth.ExpectEnd();
            Assert.Equal("There are too many connections from your address.\n", fourth.Text);
        }
        await clients[0].DisposeAsync();
        for (var i = 0; i < 100; i++)
        {
            await using var next = await Connect(server);
            await Task.WhenAny(next.ExpectEnd(), next.Expect("e"));
            if (next.Text.Contains("Welcome", StringComparison.Ordinal) || !next.IsOver) break;
            Assert.True(i < 99, "the place of who left is not free");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        foreach (var client in clients) await client.DisposeAsync();
    }

    [Fact]
    public async Task Connections_that_come_too_fast_are_kept_waiting_and_closed()
    {
        await using var server = await MooServer.StartNetwork(Strict(("LIMITS__ACCEPTPERADDRESS__BURST", "4"), ("LIMITS__ACCEPTPERADDRESS__PERSECOND", "1"), ("LIMITS__CONNECTIONSPERADDRESS", "100")));
        var clients = new List<WireClient>();
        for (var i = 0; i < 8; i++) clients.Add(await Connect(server));

        await clients[0].Expect("Welcome");
        await clients[7].ExpectEnd();
        Assert.Empty(clients[7].Text);
        foreach (var client in clients) await client.DisposeAsync();
    }

    [Fact]
    public async Task Who_does_not_log_in_is_sent_away()
    {
        await using var server = await MooServer.StartNetwork(Strict(("LIMITS__LOGINSECONDS", "2")));
        await using var client = await Connect(server, (Will, Gmcp, Say(Do, Gmcp)));
        await using var player = await Connect(server);
        await player.LogIn();

        await client.Expect("*** Timed-out waiting for login. ***");
        await client.ExpectEnd();
        Assert.Equal("\"Nobody logged in.\"", client.GmcpOf("Core.Goodbye").Single());
        Assert.Equal("1", await player.Eval("1"));
    }

    [Fact]
    public async Task Guessing_passwords_takes_longer_and_longer_and_a_wrong_name_says_no_more_than_a_wrong_password()
    {
        await using var server = await MooServer.StartNetwork(Strict(("LIMITS__LOGINTRIESPERADDRESS", "3")));
        await using var client = await Connect(server);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++)
        {
            await client.Send(i % 2 == 0 ? "connect Wizard wrong" : "connect Nobody wrong");
            await client.Expect("Wrong name or password.\n");
        }

        // The fourth waits for one second, the fifth for two.
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(2.9), $"five tries took {clock.Elapsed}");
        Assert.Equal(5, client.Text.Split("Wrong name or password.").Length - 1);
    }

    [Fact]
    public async Task A_client_that_does_not_read_loses_old_lines_and_delays_nobody()
    {
        await using var server = await MooServer.StartNetwork();
        using var slow = await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, server.TelnetPort), receiveBuffer: 4096);
        await slow.SendAsync(System.Text.Encoding.UTF8.GetBytes($"connect Wizard \"{MooServer.WizardPassword}\"\r\n"), TestContext.Current.CancellationToken);
        await using var quick = await Connect(server);
        await quick.LogIn("create Quick secret");
        await slow.SendAsync("; ; for i in [1..60000] notify(connection(), tostr(i, \" \", strsub(\"**********\", \"*\", \"0123456789012345678901234567890123456789\"))); (ticks_left() < 5000 || seconds_left() < 3) && suspend(0); endfor\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            await quick.Send($"ping {i}");
            await quick.Expect($"pong {i}\n");
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"20 commands took {clock.Elapsed}");

        // What the slow one gets in the end: the oldest that were on their way, LambdaMOO's message, the newest.
        await using var reader = WireClient.Over(new NetworkStream(slow, ownsSocket: false));
        await reader.Expect(">> Network buffer overflow: ");
        await reader.Expect("\n60000 ");
    }

    [Fact]
    public async Task A_client_that_never_reads_is_cut_off()
    {
        await using var server = await MooServer.StartNetwork(Strict(("LIMITS__SLOWREADERSECONDS", "2")));
        using var slow = await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, server.TelnetPort), receiveBuffer: 4096);
        await slow.SendAsync(System.Text.Encoding.UTF8.GetBytes($"connect Wizard \"{MooServer.WizardPassword}\"\r\n; ; s = \"0123456789\"; for i in [1..12] s = s + s; endfor for i in [1..500] notify(connection(), s); suspend(0.01); endfor\r\n"), TestContext.Current.CancellationToken);

        for (var i = 0; i < 300 && !server.Log.Contains("does not read", StringComparison.Ordinal); i++) await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.True(server.Log.Contains("the client does not read what it is sent", StringComparison.Ordinal), server.Log);
    }

    [Fact]
    public async Task Lines_beyond_what_a_person_types_wait_and_none_is_lost()
    {
        await using var server = await MooServer.StartNetwork(Strict(("LIMITS__LOGGEDIN__LINES__BURST", "5"), ("LIMITS__LOGGEDIN__LINES__PERSECOND", "10")));
        await using var client = await Connect(server);
        await client.LogIn();
        var clock = Stopwatch.StartNew();
        await client.Send(string.Join("\r\n", Enumerable.Range(1, 25).Select(i => $"ping {i}")));
        await client.Expect("pong 25\n");

        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(1.5), $"25 lines took {clock.Elapsed}");
        Assert.Equal(25, client.Text.Split("pong ").Length - 1);
    }

    [Fact]
    public async Task Settings_that_make_no_sense_are_told()
    {
        var (code, _, errors) = await MooServer.Run("serve", "--data", Path.GetTempPath(), "--listen", "telnet://127.0.0.1:1?off=nonsense");

        Assert.Equal(2, code);
        Assert.Contains("\"nonsense\" is none of ttype, naws", errors, StringComparison.Ordinal);
    }
}
