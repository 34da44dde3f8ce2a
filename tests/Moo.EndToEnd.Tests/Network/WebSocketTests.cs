using System.Net;
using System.Net.WebSockets;
using System.Text;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Network;

public sealed class WebSocketTests(NetworkServer network) : IClassFixture<NetworkServer>
{
    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    [Theory]
    [InlineData(null, "")]
    [InlineData("terminal.mudstandards.org", "terminal.mudstandards.org")]
    [InlineData("telnet.mudstandards.org", "telnet.mudstandards.org")]
    [InlineData("telnet", "telnet")]
    [InlineData("binary", "binary")]
    [InlineData("gmcp.mudstandards.org", "gmcp.mudstandards.org")]
    [InlineData("json.mudstandards.org", "json.mudstandards.org")]
    public async Task Each_subprotocol_carries_a_login_and_a_command(string? offered, string agreed)
    {
        using var socket = await Open(offered);
        Assert.Equal(agreed, socket.SubProtocol ?? "");

        await Say(socket, $"connect Wizard \"{MooServer.WizardPassword}\"\nping Žluťoučký 日本 🐄\n");

        await Expect(socket, "pong Žluťoučký 日本 🐄");
    }

    [Fact]
    public async Task The_first_known_one_of_several_subprotocols_is_taken()
    {
        using var socket = await Open("unheard.of", "gmcp.mudstandards.org", "telnet");

        Assert.Equal("gmcp.mudstandards.org", socket.SubProtocol);
    }

    [Fact]
    public async Task GMCP_travels_as_text_messages_and_secrets_are_announced()
    {
        using var socket = await Open("gmcp.mudstandards.org");
        await Gmcp(socket, "Core.Hello {\"client\":\"Test\",\"version\":\"3\"}");
        await Gmcp(socket, "Core.Supports.Set [\"Room 1\",\"Client 1\"]");
        await Gmcp(socket, "Client.Size {\"columns\":132,\"rows\":50}");
        await Say(socket, "connect Wizard\n");
        await Expect(socket, "Client.Echo {\"on\":false}");
        await Say(socket, MooServer.WizardPassword + "\n");
        await Expect(socket, "Client.Echo {\"on\":true}");
        await Expect(socket, "\"name\":\"The Lobby\",\"num\":3}");
        await Say(socket, "; {client_info(player)[\"transport\"], client_info(player)[\"client_name\"], client_info(player)[\"width\"]}\n");

        await Expect(socket, "=> {\"websocket\", \"Test\", 132}");
    }

    [Fact]
    public async Task GMCP_in_envelopes_of_JSON_goes_both_ways()
    {
        using var socket = await Open("json.mudstandards.org");
        await Gmcp(socket, """{"proto":"gmcp","id":"Core.Supports.Set","data":"[\"Room 1\"]"}""");
        await Say(socket, $"connect Wizard \"{MooServer.WizardPassword}\"\n");

        await Expect(socket, """{"proto":"gmcp","id":"Room.Info","data":"{\"area\":\"Test\",""");
    }

    [Fact]
    public async Task A_line_may_come_in_pieces_and_several_in_one_message()
    {
        using var socket = await Open("terminal.mudstandards.org");
        await Say(socket, "connect Wiz");
        await Say(socket, $"ard \"{MooServer.WizardPassword}\"\r");
        await Say(socket, "\nping 1\rping 2\nping 3\r\n");

        await Expect(socket, "pong 1\r\npong 2\r\npong 3");
    }

    [Fact]
    public async Task Unknown_subprotocols_foreign_pages_and_plain_requests_are_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await Refusal(socket => socket.Options.AddSubProtocol("unheard.of")));
        Assert.Equal(HttpStatusCode.Forbidden, await Refusal(socket => socket.Options.SetRequestHeader("Origin", "https://elsewhere.example")));
        using var http = new HttpClient();
        using var plain = await http.GetAsync(new Uri($"http://127.0.0.1:{network.Server.HttpPort}/ws"), Patience);
        Assert.Equal(HttpStatusCode.UpgradeRequired, plain.StatusCode);

        using var own = await Open(set: socket => socket.Options.SetRequestHeader("Origin", $"http://127.0.0.1:{network.Server.HttpPort}"));
        Assert.Equal(WebSocketState.Open, own.State);
    }

    [Fact]
    public async Task A_message_over_the_limit_ends_the_connection_with_1009()
    {
        using var socket = await Open("terminal.mudstandards.org");
        await socket.SendAsync(new byte[100_000], WebSocketMessageType.Binary, endOfMessage: true, Patience);

        var buffer = new byte[65536];
        while ((await socket.ReceiveAsync(buffer, Patience)).MessageType != WebSocketMessageType.Close)
        {
        }
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Whoever_is_booted_hears_what_was_said_before()
    {
        using var socket = await Open("gmcp.mudstandards.org");
        await Say(socket, $"connect Wizard \"{MooServer.WizardPassword}\"\n; notify(player, \"farewell\") && boot_player(connection())\n");

        await Expect(socket, "farewell");
        await Expect(socket, "Core.Goodbye \"Disconnected.\"");
    }

    [Fact]
    public async Task The_page_to_play_on_comes_without_anything_from_elsewhere()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{network.Server.HttpPort}") };
        var page = await http.GetAsync(new Uri("/", UriKind.Relative), Patience);
        var html = await page.Content.ReadAsStringAsync(Patience);

        Assert.Contains("<title>Moo</title>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var file in new[] { "client.js", "terminal.js", "client.css" })
        {
            var text = await http.GetStringAsync(new Uri(file, UriKind.Relative), Patience);
            Assert.Contains(file, html, StringComparison.Ordinal);
            Assert.DoesNotContain("//cdn", text, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
        }
    }

    private async Task<ClientWebSocket> Open(params string?[] offered) => await Open(socket =>
    {
        foreach (var name in offered)
            if (name is not null) socket.Options.AddSubProtocol(name);
    });

    private async Task<ClientWebSocket> Open(Action<ClientWebSocket> set)
    {
        var socket = new ClientWebSocket();
        set(socket);
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{network.Server.HttpPort}/ws"), Patience);
        return socket;
    }

    private async Task<HttpStatusCode> Refusal(Action<ClientWebSocket> set)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        set(socket);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://127.0.0.1:{network.Server.HttpPort}/ws"), Patience));
        return socket.HttpStatusCode;
    }

    private static Task Say(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Binary, endOfMessage: true, Patience);

    private static Task Gmcp(ClientWebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Patience);

    // Reads until a text has come; messages of both kinds are put one behind the other.
    private static async Task Expect(ClientWebSocket socket, string wanted)
    {
        var (buffer, all) = (new byte[65536], new StringBuilder());
        while (!all.ToString().Contains(wanted, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, Patience);
            Assert.True(part.MessageType != WebSocketMessageType.Close, $"never came: {wanted}\nwhat came: {all}");
            all.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
    }
}
