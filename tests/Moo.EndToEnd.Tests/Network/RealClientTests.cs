using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Network;

/// <summary>Clients that people use, as Debian has them, driven through pipes, terminals and a display without a screen.</summary>
public sealed class RealClientTests(NetworkServer network) : IClassFixture<NetworkServer>
{
    private const string Password = MooServer.WizardPassword;

    private MooServer Server => network.Server;

    [Fact]
    public async Task TinTin_tells_what_it_is_and_speaks_everything_it_knows()
    {
        var program = Programs.Need("tt++", "tintin++");
        Programs.Need("script", "bsdutils");
        var folder = Programs.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "test.tin"), TinTinScript($"#ses moo 127.0.0.1 {Server.TelnetPort}"), TestContext.Current.CancellationToken);

        var seen = await Programs.Shell(folder, $"sleep 14 | timeout 20 script -qfc 'stty cols 100 rows 40; {program} -G test.tin' out.ts");

        var lines = await Read(folder, "rx.log");
        var info = lines.LastOrDefault(line => line.Contains("INFO [", StringComparison.Ordinal)) ?? "";
        Assert.True(info.Length > 0, $"no answer; lines:\n{string.Join('\n', lines)}\nscreen:\n{seen}");
        Assert.Contains("\"client_name\" -> \"TINTIN++\"", info, StringComparison.Ordinal);
        Assert.Contains("\"columns\" -> 100", info, StringComparison.Ordinal);
        Assert.Contains("\"encoding\" -> \"UTF-8\"", info, StringComparison.Ordinal);
        Assert.Contains("\"compression\" -> 1", info, StringComparison.Ordinal);
        Assert.Contains("\"compressed_input\" -> 1", info, StringComparison.Ordinal);
        Assert.Matches("\"mtts\" -> [1-9]", info);
        Assert.Contains("\"gmcp\" -> [\"Char\" -> 1, \"Room\" -> 1]", info, StringComparison.Ordinal);
        Assert.Contains(await Read(folder, "oob.log"), line => line.Contains("GMCP <Room.Info>", StringComparison.Ordinal));
        Assert.Contains(await Read(folder, "prompt.log"), line => line.Contains("PROMPT <>", StringComparison.Ordinal) || line.Contains("PROMPT <> >", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TinTin_speaks_TLS()
    {
        var program = Programs.Need("tt++", "tintin++");
        Programs.Need("script", "bsdutils");
        var folder = Programs.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "test.tin"), TinTinScript($"#ssl moo 127.0.0.1 {network.TlsPort}"), TestContext.Current.CancellationToken);

        var seen = await Programs.Shell(folder, $"sleep 14 | timeout 20 script -qfc 'stty cols 100 rows 40; {program} -G test.tin' out.ts");

        Assert.True((await Read(folder, "rx.log")).Any(line => line.Contains("\"tls\" -> \"TLSv1.", StringComparison.Ordinal)), seen);
    }

    private static string TinTinScript(string session) => $$$"""
        #event {IAC WILL GMCP} {#send {\xFF\xFD\xC9\};#send {\xFF\xFA\xC9Core.Supports.Set ["Char 1","Room 1"]\xFF\xF0\}}
        #event {IAC SB GMCP} {#line log {oob.log} {GMCP <%0>}}
        #event {RECEIVED PROMPT} {#line log {prompt.log} {PROMPT <%0>}}
        #event {RECEIVED LINE} {#line log {rx.log} {%0}}
        {{{session}}}
        #delay {3} {connect Wizard "{{{Password}}}"}
        #delay {6} {look}
        #delay {8} {info}
        #delay {12} {#end}

        """;

    [Fact]
    public async Task TinTin_shows_no_password_the_first_time_nor_the_second()
    {
        var program = Programs.Need("tt++", "tintin++");
        Programs.Need("tmux", "tmux");
        await using var pane = await TmuxPane.Start($"{program} -G");
        await pane.Line($"#ses moo 127.0.0.1 {Server.TelnetPort}");
        await pane.Expect("Welcome to the test world");

        foreach (var (password, round) in new[] { ("first-secret", 1), ("second-secret", 2) })
        {
            await pane.Line("connect Wizard");
            await pane.Expect("Password:", round);
            await pane.Type(password);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(password, await pane.Screen(), StringComparison.Ordinal);
            await pane.Press("Enter");
            await pane.Expect("Wrong name or password.", round);
            Assert.DoesNotContain(password, await pane.Screen(), StringComparison.Ordinal);
            await pane.Line("clear" + password[..5]);
            await pane.Expect("I do not know \"clear" + password[..5]);
        }
    }

    [Theory]
    [InlineData("telnet", "inetutils-telnet", "127.0.0.1 {0}")]
    [InlineData("plink", "putty-tools", "-telnet -P {0} 127.0.0.1")]
    public async Task A_plain_telnet_program_stays_in_line_mode_and_masks_passwords(string name, string package, string arguments)
    {
        var program = Programs.Need(name, package);
        Programs.Need("tmux", "tmux");
        await using var pane = await TmuxPane.Start($"{program} {string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, Server.TelnetPort)}");
        await pane.Expect("Welcome to the test world");
        await pane.Line("connect Wizard");
        await pane.Expect("Password:");
        await pane.Type(Password);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Password, await pane.Screen(), StringComparison.Ordinal);
        await pane.Press("Enter");
        await pane.Expect("*** Connected ***");

        // In line mode the terminal itself takes a character back; key by key the server would be sent DEL.
        await pane.Type("ping 12x");
        await pane.Press("BSpace");
        await pane.Line("3");
        await pane.Expect("pong 123");
        Assert.Contains("ping 123", await pane.Screen(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TinyFugue_gets_its_prompts_marked_with_and_without_TLS(bool isTls)
    {
        var program = Programs.Need("tf5", "tf5");
        var folder = Programs.Folder();
        await File.WriteAllTextAsync(Path.Combine(folder, "rc.tf"), $$"""
            /def -hPROMPT p = /echo PROMPTHOOK [%*]
            /connect {{(isTls ? "-x " : "")}}127.0.0.1 {{(isTls ? network.TlsPort : Server.TelnetPort)}}

            """, TestContext.Current.CancellationToken);

        var seen = await Programs.Shell(folder, $"(sleep 4; echo 'connect Wizard \"{Password}\"'; sleep 3; echo look; sleep 2; echo info; sleep 2; echo /quit -y) | TERM=dumb timeout 30 {program} -v -n -frc.tf");

        Assert.Contains("PROMPTHOOK [>]", seen, StringComparison.Ordinal);
        Assert.Contains("\"client_name\" -> \"TINYFUGUE\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KildClient_agrees_to_GMCP_and_MSDP()
    {
        var program = Programs.Need("kildclient", "kildclient");
        var xvfb = Programs.Need("Xvfb", "xvfb");
        var folder = Programs.Folder();
        var display = $":{Random.Shared.Next(200, 9000)}";
        using var screen = Process.Start(new ProcessStartInfo(xvfb, [display, "-screen", "0", "1024x768x24", "-nolisten", "tcp"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await using var wizard = await WireClient.Connect(Server);
        await wizard.LogIn();
        var client = new ProcessStartInfo(program, [$"--dump={folder}/dump.log", $"telnet://127.0.0.1:{network.RichPort}/"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        client.Environment["DISPLAY"] = display;
        client.Environment["HOME"] = folder;
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        using var running = Process.Start(client)!;
        try
        {
            const string facts = "{{f[\"client_name\"], f[\"speaks_gmcp\"], f[\"msdp\"]} for f in ({client_info(c) for c in (connected_players(1)) if (c < #0)}) if (f[\"client_name\"] == \"KildClient\")}";
            var found = "";
            for (var i = 0; i < 100 && found != "{{\"KildClient\", 1, 1}}"; i++)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
                found = await wizard.Eval(facts);
            }
            Assert.Equal("{{\"KildClient\", 1, 1}}", found);
        }
        finally
        {
            running.Kill();
            screen.Kill();
        }
    }

    [Theory]
    [InlineData("send-proxy")]
    [InlineData("send-proxy-v2")]
    public async Task Behind_HAProxy_players_have_their_own_addresses(string header)
    {
        var program = Programs.Need("haproxy", "haproxy");
        var folder = Programs.Folder();
        var port = MooServer.FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "haproxy.cfg"), $"""
            defaults
              mode tcp
              timeout connect 5s
              timeout client 60s
              timeout server 60s
            listen moo
              bind 127.0.0.1:{port}
              server moo 127.0.0.1:{network.ProxyPort} {header}

            """, TestContext.Current.CancellationToken);
        using var proxy = Process.Start(new ProcessStartInfo(program, ["-db", "-f", "haproxy.cfg"]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            for (var i = 0; !socket.Connected; i++)
            {
                try
                {
                    socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.5"), 0));
                    await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                }
                catch (SocketException) when (i < 100)
                {
                    socket.Dispose();
                    socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    await Task.Delay(100, TestContext.Current.CancellationToken);
                }
            }
            await using var client = WireClient.Over(new NetworkStream(socket, ownsSocket: true));
            await client.LogIn();

            Assert.Equal("\"127.0.0.5\"", await client.Eval("connection_info(connection())[\"destination_ip\"]"));
        }
        finally
        {
            proxy.Kill();
        }
    }

    [Fact]
    public async Task OpenSSL_finds_TLS_1_2_and_1_3_and_nothing_older()
    {
        var program = Programs.Need("openssl", "openssl");
        foreach (var (version, isSpoken) in new[] { ("-tls1_1", false), ("-tls1_2", true), ("-tls1_3", true) })
        {
            var seen = await Programs.Shell(Programs.Folder(), $"timeout 20 {program} s_client {version} -connect 127.0.0.1:{network.TlsPort} </dev/null");
            Assert.True(seen.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) == isSpoken, version + "\n" + seen);
        }
    }

    private static async Task<string[]> Read(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken) : [];
    }
}
