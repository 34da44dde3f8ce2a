using System.Text;
using Moo.EndToEnd.Tests.Support;
using static Moo.EndToEnd.Tests.Support.WireClient;

namespace Moo.EndToEnd.Tests.Network;

public sealed class ProtocolTests(NetworkServer network) : IClassFixture<NetworkServer>
{
    private MooServer Server => network.Server;

    [Fact]
    public async Task A_listener_offers_what_its_settings_have_and_nothing_else()
    {
        await using var poor = await Connect(network.PoorPort);
        await poor.Expect("Welcome");
        Assert.Empty(poor.Commands);

        await using var rich = await Connect(network.RichPort);
        await rich.Expect("Welcome");
        Assert.Subset(rich.Commands.ToHashSet(), new HashSet<(byte, byte)> { (Will, Msdp), (Will, Msp), (Will, Mxp), (Do, 34) });
        Assert.DoesNotContain(rich.Commands, command => command.Option is Sga or Echo);
    }

    [Fact]
    public async Task A_package_comes_to_who_asked_the_last_value_to_who_asks_later_and_no_value_twice()
    {
        await using var client = await Connect(Server, (Will, Gmcp, Say(Do, Gmcp)));
        await client.LogIn();
        Assert.Empty(client.GmcpOf("Room.Info"));

        await client.SendGmcp("Core.Hello {\"client\":\"Test\",\"version\":\"1\"}");
        await client.SendGmcp("Core.Supports.Set [\"Room 1\"]");
        await client.Until(() => client.GmcpOf("Room.Info").Count == 1, "Room.Info");
        Assert.Contains("\"name\":\"The Lobby\"", client.GmcpOf("Room.Info")[0], StringComparison.Ordinal);
        await client.Eval("gmcp_send(player, \"Char.Vitals\", [\"hp\" -> 7])");
        await client.SendGmcp("Core.Supports.Add [\"Char 1\"]");
        await client.Until(() => client.GmcpOf("Char.Vitals").Count == 1, "Char.Vitals");
        for (var i = 0; i < 3; i++) await client.Eval("gmcp_send(player, \"Char.Vitals\", [\"hp\" -> 8])");
        await client.Eval("gmcp_send(player, \"Char.Vitals\", [\"hp\" -> 9])");
        await client.Until(() => client.GmcpOf("Char.Vitals").Contains("{\"hp\":9}"), "the last value");

        Assert.Equal(["{\"hp\":7}", "{\"hp\":8}", "{\"hp\":9}"], client.GmcpOf("Char.Vitals"));
    }

    [Fact]
    public async Task Events_are_told_each_time_they_happen()
    {
        await using var client = await Connect(Server, (Will, Gmcp, Say(Do, Gmcp)));
        await client.SendGmcp("Core.Supports.Set [\"Comm.Channel 1\",\"Room 1\"]");
        await client.LogIn();
        await client.Send("say hm");
        await client.Send("say hm");
        await client.Send("south");

        await client.Until(() => client.GmcpOf("Comm.Channel.Text").Count == 2, "two messages");
        await client.Until(() => client.GmcpOf("Room.WrongDir").Count == 1, "Room.WrongDir");
        Assert.Equal("\"s\"", client.GmcpOf("Room.WrongDir")[0]);
    }

    [Fact]
    public async Task Messages_reach_the_world_in_order_with_lines_before_login_too()
    {
        await using var client = await Connect(Server, (Will, Gmcp, Say(Do, Gmcp)));
        await client.SendGmcp("Char.Login.Credentials {\"account\":\"x\",\"password\":\"y\"}");
        await client.LogIn();
        await client.SendGmcp("Test.Nested {\"a\":[1,2.5,true,null,\"é\"],\"b\":{\"c\":1e300}}");

        await client.Until(() => client.GmcpOf("Core.Ping").Count == 0, "quiet");
        Assert.Contains("\"Test.Nested\", [\"a\" -> {1, 2.5, true, E_NONE, \"é\"}, \"b\" -> [\"c\" -> 1e+300]]",
            await client.Eval("$seen[$]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MSDP_lists_reports_and_hands_the_rest_to_the_world()
    {
        await using var client = await Connect(network.RichPort, (Will, Msdp, Say(Do, Msdp)));
        await client.LogIn();
        await client.Expect("> ");
        // The prompt may come before the world has said where the player is.
        bool IsListed() => client.Subs.Any(sub => sub.Option == Msdp && Text(sub.Data).Contains("ROOM_NAME", StringComparison.Ordinal));
        for (var i = 0; i < 200 && !IsListed(); i++)
        {
            await client.Send(Sub(Msdp, "\u0001LIST\u0002REPORTABLE_VARIABLES"));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await client.Until(IsListed, "the list");
        await client.Send(Sub(Msdp, "\u0001REPORT\u0002ROOM_NAME"));
        await client.Until(() => client.Subs.Any(sub => sub.Option == Msdp && Text(sub.Data) == "\u0001ROOM_NAME\u0002The Lobby"), "the report");
        await client.Send(Sub(Msdp, "\u0001CLIENT_NAME\u0002Test\u0001T\u0002\u0003\u0001k\u0002v\u0004"));
        await client.Send("north");
        await client.Until(() => client.Subs.Any(sub => sub.Option == Msdp && Text(sub.Data) == "\u0001ROOM_NAME\u0002The Garden"), "the next report");

        Assert.Equal("{\"msdp\", player, \"T\", [\"k\" -> \"v\"]}", (await client.Eval("$seen[$]")).Replace("#2", "player", StringComparison.Ordinal));
        await client.Send("south");
    }

    [Fact]
    public async Task MCP_is_spoken_for_a_world_that_has_a_verb_for_it()
    {
        await using var client = await Connect(Server);
        await client.Expect("#$#mcp version: 2.1 to: 2.1");
        await client.Send("#$#mcp authentication-key: k1 version: 2.1 to: 2.1");
        await client.Send("#$#mcp-negotiate-can k1 package: dns-com-awns-serverinfo min-version: 1.0 max-version: 1.0");
        await client.Send("#$#mcp-negotiate-can k1 package: dns-com-awns-status min-version: 1.0 max-version: 1.0");
        await client.Send("#$#mcp-negotiate-end k1");
        await client.Expect("#$#mcp-negotiate-end k1");
        await client.LogIn();
        await client.Send("#$#dns-com-awns-serverinfo-get k1");
        await client.Expect("#$#dns-com-awns-serverinfo k1 help_url: \"\" home_url: \"https://moo.example/\"");
        await client.Send("#$#dns-com-awns-serverinfo-get wrong-key");

        Assert.Equal("\"1.0\"", await client.Eval("client_info(connection())[\"mcp\"][\"dns-com-awns-status\"]"));
        await client.Send("; mcp_send(player, \"dns-com-awns-status\", [\"text\" -> \"All is well\"])");
        await client.Expect("#$#dns-com-awns-status k1 text: \"All is well\"");
        await client.Send("#$\"say quoted");
        await client.Expect("Wizard says, \"quoted\"");
        await client.Send("; notify(player, \"#$#dns-com-awns-status k1 text: forged\", 0, 0, \"plain\")");
        await client.Expect("#$\"#$#dns-com-awns-status k1 text: forged");
    }

    [Fact]
    public async Task Clients_that_would_show_the_greeting_of_MCP_do_not_get_it()
    {
        await using var client = await Connect(Server, (Do, Ttype, [.. Say(Will, Ttype), .. Sub(Ttype, "\0MUDLET")]));
        await client.Expect("Welcome");

        Assert.DoesNotContain("#$#", client.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_band_lines_and_unclaimed_subnegotiations_reach_the_world()
    {
        await using var client = await Connect(network.PoorPort);
        await client.LogIn();
        await client.Send("#$# edit name: \"my verb\" upload: x");
        Assert.EndsWith("{\"#$#\", \"edit\", \"name:\", \"my verb\", \"upload:\", \"x\"}, \"#$# edit name: \\\"my verb\\\" upload: x\"}", await client.Eval("$seen[$]"), StringComparison.Ordinal);
        await client.Send(Sub(102, "\u0001\u0002"));
        Assert.Contains("{\"~FF~FAf~01~02~FF~F0\"}", await client.Eval("$seen[$]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sound_goes_by_GMCP_or_MSP_or_not_at_all()
    {
        await using var media = await Connect(Server, (Will, Gmcp, Say(Do, Gmcp)));
        await media.SendGmcp("Core.Supports.Set [\"Client.Media 1\"]");
        await media.LogIn();
        await media.Send("bell");
        await media.Until(() => media.GmcpOf("Client.Media.Play").Contains("{\"name\":\"bell.wav\",\"volume\":40}"), "Client.Media.Play");

        await using var msp = await Connect(network.RichPort, (Will, Msp, Say(Do, Msp)));
        await msp.LogIn();
        await msp.Send("bell");
        await msp.Expect("!!SOUND(bell.wav V=40 L=1 P=50)");

        await using var none = await Connect(Server);
        await none.LogIn();
        await none.Send("bell");
        await none.Expect("Ding.");
        Assert.DoesNotContain("!!SOUND", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_info_has_everything_that_a_client_told()
    {
        var environment = "\0\0CHARSET\u0001UTF-8\0CLIENT_NAME\u0001TINTIN++\u0003USER\u0001root";
        await using var client = await Connect(Server,
            (Do, Ttype, [.. Say(Will, Ttype), .. Sub(Ttype, "\0TINTIN++"), .. Sub(Ttype, "\0XTERM-256COLOR"), .. Sub(Ttype, "\0MTTS 271"), .. Sub(Ttype, "\0MTTS 271")]),
            (Do, Naws, [.. Say(Will, Naws), .. Sub(Naws, [0, 255, 1, 255])]),
            (Do, NewEnvironment, [.. Say(Will, NewEnvironment), .. Sub(NewEnvironment, environment)]),
            (Will, Charset, [.. Say(Do, Charset), .. Sub(Charset, "\u0002UTF-8")]), (Will, Mccp2, Say(Do, Mccp2)));
        await client.LogIn();

        async Task Is(string key, string value) => Assert.Equal(value, await client.Eval($"client_info(connection())[\"{key}\"]"));
        await Is("client_name", "\"TINTIN++\"");
        await Is("mtts", "271");
        await Is("width", "255");
        await Is("rows", "511");
        await Is("encoding", "\"UTF-8\"");
        await Is("colors", "16777216");
        await Is("variables", "[\"CHARSET\" -> \"UTF-8\", \"CLIENT_NAME\" -> \"TINTIN++\"]");
        await Is("compression", "1");
        await Is("address", "\"127.0.0.1\"");
        Assert.True(client.IsCompressed);
    }

    [Fact]
    public async Task MSSP_has_what_the_world_says_of_itself()
    {
        await using var client = await Connect(Server, (Will, Mssp, Say(Do, Mssp)));
        await client.Until(() => client.Subs.Any(sub => sub.Option == Mssp), "the table");
        var table = Text(client.Subs.First(sub => sub.Option == Mssp).Data);

        Assert.Contains("\u0001NAME\u0002Test World", table, StringComparison.Ordinal);
        Assert.Contains($"\u0001PORT\u0002{Server.TelnetPort}", table, StringComparison.Ordinal);
        Assert.Contains($"\u0001SSL\u0002{network.TlsPort}", table, StringComparison.Ordinal);
        Assert.Contains("\u0001CONTACT\u0002nobody@moo.example", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_MXP_tags_where_MXP_is_agreed()
    {
        await using var client = await Connect(network.RichPort, (Will, Mxp, Say(Do, Mxp)));
        await client.LogIn();
        await client.Send("; notify(player, \"Go [link=north]north[/] <b>now</b>\", 0, 0, \"markup\")");

        await client.Expect("\u001b[4z<SEND HREF=\"north\">north\u001b[4z</SEND> <b>now</b>");
        Assert.Contains("\u001b[7z", client.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_options_work_as_they_are_called()
    {
        await using var client = await Connect(Server);
        await client.LogIn();
        Assert.Equal("0", await client.Eval("set_connection_option(connection(), \"keep-alive\", [\"idle\" -> 30, \"interval\" -> 10, \"count\" -> 3])"));
        Assert.Equal("[\"count\" -> 3, \"idle\" -> 30, \"interval\" -> 10]", await client.Eval("connection_option(connection(), \"keep-alive\")"));
        await client.Eval("set_connection_option(connection(), \"encoding\", \"ISO-8859-1\")");
        await client.Send("; notify(connection(), \"caf\" + chr(233))");
        await client.Until(() => client.Bytes.AsSpan().IndexOf("caf\u00e9"u8) < 0 && client.Bytes.AsSpan().IndexOf(new byte[] { (byte)'c', (byte)'a', (byte)'f', 0xE9 }) >= 0, "Latin-1");
        await client.Eval("set_connection_option(connection(), \"prompt-marks\", 1)");
        await client.Send("look");
        await client.Expect("\u001b]133;A\u001b\\> \u001b]133;B\u001b\\");
        await client.Eval("set_connection_option(connection(), \"disable-oob\", 1)");
        await client.Send("#$#mcp nonsense");
        await client.Expect("I don't understand that.");
    }

    [Fact]
    public async Task Binary_mode_hands_bytes_over_both_ways()
    {
        await using var client = await Connect(network.PoorPort);
        await client.LogIn();
        await client.Send("; set_connection_option(connection(), \"hold-input\", 1) || set_connection_option(connection(), \"binary\", 1) || {notify(connection(), \"~01~FF~00.\"), read(connection()), set_connection_option(connection(), \"binary\", 0), set_connection_option(connection(), \"hold-input\", 0)}");
        await client.Until(() => client.Bytes.AsSpan().IndexOf(new byte[] { 1 }) >= 0, "the bytes");
        await client.Send(0, 1, 2, 254);
        await client.Expect("=> {1, \"~00~01~02~FE\", 0, 0}");
    }

    [Fact]
    public async Task Prompts_are_marked_by_GA_where_EOR_is_not_agreed()
    {
        await using var client = await Connect(Server, (Will, Eor, Say(Dont, Eor)));
        await client.LogIn();
        await client.Send("look");

        await client.Until(() => client.Marks >= 2, "marks");
    }

    private static string Text(byte[] data) => Encoding.UTF8.GetString(data);
}
