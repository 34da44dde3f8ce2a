using System.Text;
using Moo.Protocols.Gmcp;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Gmcp;

public class GmcpTests
{
    [Theory]
    [InlineData("Core.Ping", "Core.Ping", "")]
    [InlineData("Core.Ping 120", "Core.Ping", "120")]
    [InlineData("Core.Goodbye \"bye\"", "Core.Goodbye", "\"bye\"")]
    [InlineData("Char.Items.Inv  [1, 2] ", "Char.Items.Inv", "[1, 2]")]
    [InlineData("Room.Info{\"a\":1}", "Room.Info", "{\"a\":1}")]
    [InlineData("Room.Info\n{\"a\":1}", "Room.Info", "{\"a\":1}")]
    [InlineData("a-b_c.D9 true", "a-b_c.D9", "true")]
    [InlineData("A null", "A", "null")]
    [InlineData("A \"žluťoučký 🐄 \\ud83d\\udc04 \\\\ud83d\"", "A", "\"žluťoučký 🐄 \\ud83d\\udc04 \\\\ud83d\"")]
    [InlineData("A {\"a\":{\"b\":1},\"c\":[{\"b\":2}]}", "A", "{\"a\":{\"b\":1},\"c\":[{\"b\":2}]}")]
    public void Messages_are_taken_apart(string message, string package, string json)
    {
        Assert.True(GmcpMessage.TryParse(Wire.Utf8(message), out var foundPackage, out var foundJson));
        Assert.Equal((package, json), (foundPackage, foundJson));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{}")]
    [InlineData("A {")]
    [InlineData("A {} {}")]
    [InlineData("A bare words")]
    [InlineData("A [1,]")]
    [InlineData("A 'x'")]
    [InlineData("A // comment\n1")]
    [InlineData("A NaN")]
    [InlineData("A 1e309")]
    [InlineData("A [-1e999]")]
    [InlineData("A \"\\ud83d\"")]
    [InlineData("A \"\\udc04\\ud83d\"")]
    [InlineData("A \"\\ud83dx\"")]
    [InlineData("A \"\\\\\\ud83d\"")]
    [InlineData("A {\"a\":1,\"a\":2}")]
    [InlineData("A {\"a\":1,\"\\u0061\":2}")]
    [InlineData("A {\"\\ud83d\":1}")]
    [InlineData("A \"tab\tin string\"")]
    public void Unsound_messages_are_none(string message) =>
        Assert.False(GmcpMessage.TryParse(Wire.Utf8(message), out _, out _));

    [Fact]
    public void JSON_may_be_32_levels_deep_and_no_deeper()
    {
        Assert.True(GmcpMessage.TryParse(Wire.Utf8("A " + Nested(32)), out _, out _));
        Assert.False(GmcpMessage.TryParse(Wire.Utf8("A " + Nested(33)), out _, out _));
        Assert.False(GmcpMessage.TryParse(Wire.Utf8("A " + Nested(100_000)), out _, out _));

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_no_message()
    {
        Assert.False(GmcpMessage.TryParse([(byte)'A', (byte)' ', (byte)'"', 0xC3, (byte)'"'], out _, out _));
        Assert.False(GmcpMessage.TryParse([(byte)'A', 0xC3, 0xA9], out _, out _));
    }

    [Fact]
    public void Names_over_128_bytes_are_none()
    {
        Assert.True(GmcpMessage.TryParse(Wire.Utf8(new string('a', 128)), out _, out _));
        Assert.False(GmcpMessage.TryParse(Wire.Utf8(new string('a', 129)), out _, out _));
    }

    [Fact]
    public void A_greeting_names_the_client_however_its_keys_are_spelt()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Do(201), Wire.Gmcp("""core.hello {"Client":"Nexus","Version":3}"""));

        Assert.Equal(("Nexus", "3"), (peer.Peer.Terminal.ClientName, peer.Peer.Terminal.ClientVersion));
        Assert.True(peer.Peer.Gmcp.HasHello);
    }

    [Fact]
    public void A_greeting_before_the_clients_DO_counts()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Gmcp("""Core.Hello {"client":"Early"}"""), Wire.Do(201));

        Assert.Equal("Early", peer.Peer.Terminal.ClientName);
        Assert.True(peer.Peer.Gmcp.IsOn);
    }

    [Fact]
    public void Modules_are_set_added_and_removed()
    {
        using var peer = new TestPeer();
        var gmcp = peer.Peer.Gmcp;

        peer.Receive(Wire.Gmcp("""Core.Supports.Set ["Old 1"]"""),
            Wire.Gmcp("""Core.Supports.Set ["Char 1","Room","Comm.Channel 2"]"""));
        Assert.Equal((0, 1, 1, 2),
            (gmcp.VersionOf("Old"), gmcp.VersionOf("char"), gmcp.VersionOf("Room"), gmcp.VersionOf("Comm.Channel")));

        peer.Receive(Wire.Gmcp("""Core.Supports.Add ["Comm.Channel 1"]"""),
            Wire.Gmcp("""Core.Supports.Remove ["Room 1"]"""));
        Assert.Equal((1, 0), (gmcp.VersionOf("Comm.Channel.Text"), gmcp.VersionOf("Room.Info")));
    }

    [Theory]
    [InlineData("Core.Supports.Set {}")]
    [InlineData("Core.Supports.Set [1,null,\"\",\" \"]")]
    [InlineData("Core.Supports.Set")]
    [InlineData("Core.Hello []")]
    [InlineData("Core.Hello {\"client\":{}}")]
    public void Greetings_that_make_no_sense_are_harmless(string message)
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Gmcp(message));

        Assert.Empty(peer.Peer.Gmcp.Modules);
    }

    [Fact]
    public void No_more_than_128_modules_are_kept()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.LogIn();
        var list = "[" + string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"M{i} 1\"")) + "]";

        peer.Receive(Wire.Gmcp("Core.Supports.Set " + list));

        Assert.Equal(128, peer.Peer.Gmcp.Modules.Count);
    }

    [Fact]
    public void A_message_is_sent_to_who_listed_its_package_or_a_parent_of_it()
    {
        using var peer = new TestPeer();
        Assert.False(peer.Peer.SendGmcp("Core.Ping"));
        peer.Receive(Wire.Do(201), Wire.Gmcp("""Core.Supports.Set ["Char 1"]"""));
        peer.Fresh();

        Assert.True(peer.Peer.SendGmcp("Char.Vitals", "{\"hp\":1}"));
        Assert.False(peer.Peer.SendGmcp("Room.Info", "{}"));
        Assert.False(peer.Peer.SendGmcp("Charm.School", "{}"));
        Assert.True(peer.Peer.SendGmcp("Core.Goodbye", "\"ÿ\""));

        Assert.Equal("SB GMCP Char.Vitals {\"hp\":1}\nSB GMCP Core.Goodbye \"Ã¿\"", peer.TakeSent());
    }

    [Fact]
    public void A_client_that_refuses_later_gets_no_more()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(201), Wire.Gmcp("""Core.Supports.Set ["Char 1"]"""), Wire.Dont(201));

        Assert.False(peer.Peer.SendGmcp("Char.Vitals", "{}"));
    }

    [Fact]
    public void A_message_over_16_KiB_or_with_a_NUL_is_not_sent()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(201));
        peer.Fresh();

        Assert.True(peer.Peer.SendGmcp("Core.X", Text(16 * 1024 - 9)));
        Assert.False(peer.Peer.SendGmcp("Core.X", Text(16 * 1024 - 8)));
        Assert.False(peer.Peer.SendGmcp("Core.X", "\"" + new string('é', 8200) + "\""));
        Assert.False(peer.Peer.SendGmcp("Core.X", "\"a\0b\""));

        static string Text(int length) => "\"" + new string('a', length) + "\"";
    }

    [Fact]
    public void A_ping_is_answered_and_reaches_nobody()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(201));
        peer.Fresh();

        peer.Receive(Wire.Gmcp("Core.Ping 120"));

        Assert.Equal("SB GMCP Core.Ping", peer.TakeSent());
        Assert.Equal("", peer.TakeEvents());
    }

    [Fact]
    public void Random_messages_never_throw()
    {
        var random = new Random(5);
        const string alphabet = "{}[]\",:\\ud8dc0129.eE+-truefalsn \t\n";
        for (var i = 0; i < 20_000; i++)
        {
            var text = "A " + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ =>
                alphabet[random.Next(alphabet.Length)]));
            if (GmcpMessage.TryParse(Encoding.UTF8.GetBytes(text), out _, out var json) && json.Length > 0)
                using (System.Text.Json.JsonDocument.Parse(json)) { }
        }
    }
}
