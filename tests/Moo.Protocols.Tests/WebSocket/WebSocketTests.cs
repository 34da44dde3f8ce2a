using Moo.Protocols.Tests.Support;
using Moo.Protocols.WebSocket;

namespace Moo.Protocols.Tests.WebSocket;

public class WebSocketTests
{
    private readonly List<string> _sent = [];
    private readonly Recorder _host = new();

    [Theory]
    [InlineData("gmcp.mudstandards.org,telnet.mudstandards.org", Subprotocol.Gmcp, "gmcp.mudstandards.org")]
    [InlineData("v1.evennia.com,JSON.mudstandards.org", Subprotocol.Json, "JSON.mudstandards.org")]
    [InlineData("terminal.mudstandards.org", Subprotocol.Terminal, "terminal.mudstandards.org")]
    [InlineData("telnet", Subprotocol.Telnet, "telnet")]
    [InlineData("binary", Subprotocol.Telnet, "binary")]
    public void The_first_known_subprotocol_of_an_offer_is_taken(string offered, Subprotocol chosen, string name)
    {
        Assert.True(SubprotocolOffer.TryChoose(offered.Split(','), out var protocol, out var answer));
        Assert.Equal((chosen, name), (protocol, answer));
    }

    [Fact]
    public void Without_an_offer_it_is_a_terminal_and_an_unknown_offer_is_refused()
    {
        Assert.True(SubprotocolOffer.TryChoose([], out var protocol, out var name));
        Assert.Equal((Subprotocol.Terminal, null), (protocol, name));
        Assert.False(SubprotocolOffer.TryChoose(["divstream.mudstandards.org", "soap"], out _, out _));
    }

    [Theory]
    [InlineData(Subprotocol.Terminal)]
    [InlineData(Subprotocol.Gmcp)]
    [InlineData(Subprotocol.Json)]
    public void Text_is_collected_and_sent_as_one_binary_message(Subprotocol protocol)
    {
        using var peer = Create(protocol);

        peer.WriteLine("Žluťoučký");
        peer.WritePrompt("> ");
        peer.Flush();
        peer.Flush();

        Assert.Equal(["binary: Žluťoučký\r\n> "], _sent);
    }

    [Fact]
    public void Messages_may_hold_several_lines_or_part_of_one_and_cut_letters_in_two()
    {
        using var peer = Create(Subprotocol.Terminal);
        var bytes = Wire.Utf8("look\r\nsay é");

        peer.Receive(isText: false, bytes.AsSpan()[..^1], 0);
        peer.Receive(isText: false, bytes.AsSpan()[^1..], 0);
        peer.Receive(isText: true, "!\n"u8, 0);

        Assert.Equal(["line: look", "line: say é!"], _host.Events);
    }

    [Fact]
    public void Telnet_bytes_mean_nothing_here()
    {
        using var peer = Create(Subprotocol.Terminal);

        peer.Receive(isText: false, Wire.Join(Wire.Do(1), "\n"u8.ToArray()), 0);
        peer.Flush();

        Assert.Equal(["line: ÿý"], _host.Events);
        Assert.Empty(_sent);
    }

    [Fact]
    public void GMCP_goes_in_text_messages_after_the_text_before_it()
    {
        using var peer = Create(Subprotocol.Gmcp);
        peer.Receive(isText: true, """Core.Supports.Set ["Room 1"]"""u8, 0);

        peer.WriteText("You walk. ");
        Assert.True(peer.SendGmcp("Room.Info", """{"num":1}"""));
        peer.WriteText("A garden.");
        peer.Flush();

        Assert.Equal(["binary: You walk. ", """text: Room.Info {"num":1}""", "binary: A garden."], _sent);
    }

    [Fact]
    public void GMCP_in_an_envelope_is_opened_and_sealed()
    {
        using var peer = Create(Subprotocol.Json);

        peer.Receive(true, """{"proto":"gmcp","id":"Core.Supports.Set","data":"[\"Char 1\"]"}"""u8, 0);
        peer.Receive(true, """{"proto":"gmcp","id":"Char.Items.Inv"}"""u8, 0);
        peer.Receive(true, """{"proto":"gmcp","id":"Char.Move","data":{"to":"né"}}"""u8, 0);
        peer.SendGmcp("Char.Name", """{"name":"Žofie"}""");

        Assert.Equal(["""gmcp: Core.Supports.Set ["Char 1"]""", "gmcp: Char.Items.Inv",
            """gmcp: Char.Move {"to":"né"}"""], _host.Events);
        Assert.Equal(["""text: {"proto":"gmcp","id":"Char.Name","data":"{\"name\":\"Žofie\"}"}"""], _sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"proto":"msdp","id":"X","data":"1"}""")]
    [InlineData("""{"proto":"gmcp","id":7,"data":"1"}""")]
    [InlineData("""{"proto":"gmcp","id":"X","data":"{"}""")]
    [InlineData("""{"proto":"gmcp","id":"X Y","data":"\"z\""}""")]
    [InlineData("""{"proto":"gmcp","proto":"gmcp","id":"X"}""")]
    [InlineData("""{"proto":"gmcp","id":"\ud83d"}""")]
    public void Envelopes_that_make_no_sense_are_dropped(string message)
    {
        using var peer = Create(Subprotocol.Json);

        peer.Receive(true, Wire.Utf8(message), 0);

        Assert.Empty(_host.Events);
    }

    [Fact]
    public void A_client_that_lists_the_module_is_told_of_secrets_and_tells_its_size()
    {
        using var peer = Create(Subprotocol.Gmcp);
        peer.SetEcho(false);
        peer.Receive(true, """Core.Supports.Set ["Client 1"]"""u8, 0);
        peer.Receive(true, """Client.Size {"columns":132,"rows":50}"""u8, 0);

        peer.SetEcho(false);
        peer.SetEcho(true);

        Assert.Equal(["""text: Client.Echo {"on":false}""", """text: Client.Echo {"on":true}"""], _sent);
        Assert.Equal((132, 50), (peer.Terminal.Width, peer.Terminal.Height));
        Assert.Contains("terminal: Size", _host.Events);
    }

    [Theory]
    [InlineData("""{"columns":-1,"rows":24}""")]
    [InlineData("""{"columns":99999,"rows":24}""")]
    [InlineData("""{"columns":"80","rows":24}""")]
    [InlineData("""[80,24]""")]
    [InlineData("")]
    public void A_size_that_is_none_is_ignored(string size)
    {
        using var peer = Create(Subprotocol.Gmcp);

        peer.Receive(true, Wire.Utf8("Client.Size " + size), 0);

        Assert.Equal((0, 0), (peer.Terminal.Columns, peer.Terminal.Rows));
    }

    [Fact]
    public void A_message_over_64_KiB_ends_the_connection()
    {
        using var peer = Create(Subprotocol.Gmcp);

        peer.Receive(false, new byte[64 * 1024 + 1], 0);
        peer.Receive(false, "look\n"u8, 0);
        peer.Receive(true, "Core.KeepAlive"u8, 0);

        Assert.Equal(["close: LongMessage"], _host.Events);
    }

    [Fact]
    public void In_binary_mode_every_message_is_bytes()
    {
        using var peer = Create(Subprotocol.Gmcp);
        peer.IsBinary = true;

        peer.Receive(false, [1, 2], 0);
        peer.Receive(true, "A"u8, 0);
        peer.WriteBytes([1, 255]);
        peer.Flush();

        Assert.Equal(["bytes: 010241"], _host.Events);
        Assert.Single(_sent);
    }

    private WebSocketPeer Create(Subprotocol protocol) => new(
        protocol, PeerLimits.BeforeLogin, PeerLimits.LoggedIn,
        (isText, message) =>
            _sent.Add((isText ? "text: " : "binary: ") + System.Text.Encoding.UTF8.GetString(message)), _host);
}
