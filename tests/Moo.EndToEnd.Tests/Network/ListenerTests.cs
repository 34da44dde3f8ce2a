using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Network;

public sealed class ListenerTests(NetworkServer network) : IClassFixture<NetworkServer>
{
    private MooServer Server => network.Server;

    [Fact]
    public async Task TLS_is_1_2_or_newer_by_a_certificate_made_at_first_start_with_a_loud_line()
    {
        await using var client = await WireClient.ConnectTls(network.TlsPort);
        await client.LogIn();

        Assert.StartsWith("\"TLSv1.", await client.Eval("client_info(player)[\"tls\"]"));
        Assert.Equal("1", await client.Eval("connection_info(player)[\"tls\"] == client_info(player)[\"tls\"]"));
        Assert.Contains("SIGNED BY THIS SERVER ITSELF", Server.Log, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Server.Data, "tls", "server.pem")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Server.Data, "tls", "server.pem")));
    }

    [Fact]
    public async Task A_text_to_the_TLS_port_and_TLS_to_the_text_port_end_the_connection()
    {
        await using var plain = await WireClient.Connect(network.TlsPort);
        await plain.Send("connect Wizard x");
        await plain.ExpectEnd();

        using var socket = await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, Server.TelnetPort));
        await using var tls = new SslStream(new NetworkStream(socket), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await Assert.ThrowsAnyAsync<Exception>(() => tls.AuthenticateAsClientAsync("localhost").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_certificate_that_was_renewed_is_used_for_the_next_connection()
    {
        var path = Path.Combine(Server.Data, "renewed.pem");
        var first = Write(path, "CN=first");
        var port = MooServer.FreePort();
        await using var wizard = await WireClient.Connect(Server);
        await wizard.LogIn();
        await wizard.Eval($"listen(#0, {port}, [\"tls\" -> 1, \"certificate\" -> \"{path}\"])");

        Assert.Equal(first, await SeenAt(port));

        var second = Write(path, "CN=second");
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(5));
        for (var i = 0; i < 100 && await SeenAt(port) != second; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(second, await SeenAt(port));

        await File.WriteAllTextAsync(path, "this is no certificate", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(10));
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        Assert.Equal(second, await SeenAt(port));
    }

    [Fact]
    public async Task A_Unix_socket_is_a_way_in()
    {
        await using var client = WireClient.Over(new NetworkStream(await WireClient.Socket(new UnixDomainSocketEndPoint(network.UnixPath)), ownsSocket: true));
        await client.LogIn();

        Assert.Equal("{\"Unix\", \"localhost\"}", await client.Eval("{connection_info(player)[\"protocol\"], connection_info(player)[\"destination_address\"]}"));
    }

    [Theory]
    [InlineData("PROXY TCP4 198.51.100.7 192.0.2.1 50000 7777\r\n", "198.51.100.7")]
    [InlineData("PROXY TCP6 2001:db8::7 2001:db8::1 50000 7777\r\n", "2001:db8::7")]
    [InlineData("PROXY UNKNOWN\r\n", "127.0.0.1")]
    public async Task A_trusted_proxy_says_where_its_client_is(string header, string address)
    {
        await using var client = await WireClient.Connect(network.ProxyPort);
        // Cut anywhere; and what follows in the same segment is the client's.
        await client.Send(Encoding.ASCII.GetBytes(header[..9]));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await client.Send(Encoding.ASCII.GetBytes(header[9..] + $"connect Wizard \"{MooServer.WizardPassword}\"\r\n"));
        await client.Expect("*** Connected ***");

        Assert.Equal($"\"{address}\"", await client.Eval("connection_info(connection())[\"destination_ip\"]"));
    }

    [Fact]
    public async Task Version_2_of_the_PROXY_protocol_is_understood_and_LOCAL_is_the_proxy_itself()
    {
        byte[] signature = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10];
        await using var client = await WireClient.Connect(network.ProxyPort);
        await client.Send([.. signature, 0x21, 0x11, 0, 12, 203, 0, 113, 9, 127, 0, 0, 1, 0x30, 0x39, 0x1E, 0x61]);
        await client.LogIn();
        Assert.Equal("\"203.0.113.9\"", await client.Eval("connection_info(connection())[\"destination_ip\"]"));

        await using var local = await WireClient.Connect(network.ProxyPort);
        await local.Send([.. signature, 0x20, 0, 0, 0]);
        await local.LogIn();
        Assert.Equal("\"127.0.0.1\"", await local.Eval("connection_info(connection())[\"destination_ip\"]"));
    }

    [Fact]
    public async Task Without_header_in_time_or_from_a_stranger_there_is_no_connection()
    {
        await using var silent = await WireClient.Connect(network.ProxyPort);
        await using var rude = await WireClient.Connect(network.ProxyPort);
        await rude.Flood("connect Wizard x\r\n"u8.ToArray(), 1);
        await rude.ExpectEnd();
        try
        {
            await using var stranger = await WireClient.Connect(network.StrangeProxyPort);
            await stranger.ExpectEnd();
        }
        catch (SocketException)
        {
            // Cut off before the system had told that it was connected.
        }
        await silent.ExpectEnd();
        Assert.Empty(silent.Commands);
    }

    [Fact]
    public async Task Where_no_proxy_is_expected_its_header_is_a_line_like_any_other()
    {
        await using var client = await WireClient.Connect(Server);
        await client.Send("PROXY TCP4 198.51.100.7 192.0.2.1 50000 7777");
        await client.Expect("I do not know \"PROXY");
    }

    [Fact]
    public async Task The_world_listens_and_stops_while_it_runs()
    {
        await using var wizard = await WireClient.Connect(Server);
        await wizard.LogIn();
        var port = MooServer.FreePort();

        Assert.Equal($"{port}", await wizard.Eval($"listen(#0, {port}, [\"tls\" -> 1, \"print-messages\" -> 1])"));
        Assert.Equal("1", await wizard.Eval($"listeners({port})[1][\"tls\"]"));
        await using var guest = await WireClient.ConnectTls(port);
        await guest.LogIn();
        await wizard.Eval($"unlisten({port})");
        Assert.Equal("{}", await wizard.Eval($"listeners({port})"));
        await Assert.ThrowsAnyAsync<Exception>(() => WireClient.ConnectTls(port));
        await guest.Send("ping still here");
        await guest.Expect("pong still here");
    }

    [Fact]
    public async Task Listening_with_a_certificate_that_is_none_is_refused()
    {
        await using var wizard = await WireClient.Connect(Server);
        await wizard.LogIn();

        Assert.Equal("E_QUOTA", await wizard.Eval($"`listen(#0, {MooServer.FreePort()}, [\"tls\" -> 1, \"certificate\" -> \"/nowhere.pem\"]) ! ANY'"));
    }

    [Fact]
    public async Task The_world_connects_to_elsewhere_with_TLS_if_the_operator_allows_it()
    {
        await using var wizard = await WireClient.Connect(Server);
        await wizard.LogIn();

        await wizard.Send($"; read(open_network_connection(\"127.0.0.1\", {network.TlsPort}, [\"tls\" -> 1]))");
        await wizard.Expect("=> \"Welcome to the test world.");
        Assert.Equal("E_INVARG", await wizard.Eval($"`open_network_connection(\"127.0.0.1\", {network.TlsPort}, [\"tls\" -> 1, \"tls_verify\" -> 1]) ! ANY'"));
    }

    private static string Write(string path, string subject)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest(subject, pair, HashAlgorithmName.SHA256).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(9));
        File.WriteAllText(path, made.ExportCertificatePem() + "\n" + pair.ExportPkcs8PrivateKeyPem() + "\n");
        return made.Thumbprint;
    }

    private static async Task<string> SeenAt(int port)
    {
        using var socket = await WireClient.Socket(new IPEndPoint(IPAddress.Loopback, port));
        var seen = "";
        await using var tls = new SslStream(new NetworkStream(socket), leaveInnerStreamOpen: false, (_, certificate, _, _) =>
        {
            seen = ((X509Certificate2)certificate!).Thumbprint;
            return true;
        });
        await tls.AuthenticateAsClientAsync("localhost");
        return seen;
    }
}
