using System.Text;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class TextTests
{
    [Theory]
    [InlineData("a\nb", "a\r\nb")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("a\rb", "a\r\0b")]
    [InlineData("\n\n", "\r\n\r\n")]
    [InlineData("a\r", "a\r\0")]
    public void Line_feeds_become_CR_LF_and_a_lone_CR_gets_its_NUL(string text, string sent)
    {
        using var peer = new TestPeer().Refusing();

        peer.Peer.WriteText(text);

        Assert.Equal(sent, Encoding.UTF8.GetString(peer.TakeBytes()));
    }

    [Fact]
    public void A_line_of_any_length_is_written_whole()
    {
        using var peer = new TestPeer().Refusing();
        var text = string.Concat(Enumerable.Repeat("abc🐄é", 5000));

        peer.Peer.WriteLine(text);

        Assert.Equal(text + "\r\n", Encoding.UTF8.GetString(peer.TakeBytes()));
    }

    [Fact]
    public void In_Latin1_the_byte_FF_is_doubled()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.Terminal.LearnCharset(Charset.Latin1);

        peer.Peer.WriteText("aÿb");

        Assert.Equal([(byte)'a', 255, 255, (byte)'b'], peer.TakeBytes());
    }

    [Fact]
    public void What_a_character_set_lacks_is_spelled_out()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.Terminal.LearnCharset(Charset.Ascii);

        peer.Peer.WriteText("Žluťoučký “kůň” – €5… ├── Жук 日本 🐄 e\u0301");

        Assert.Equal("Zlutoucky \"kun\" - EUR5... +-- Zhuk ?? ? e", Encoding.ASCII.GetString(peer.TakeBytes()));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        using var peer = new TestPeer().Refusing();

        peer.Peer.WriteText("a\uD83Db");

        Assert.Equal("a\uFFFDb", Encoding.UTF8.GetString(peer.TakeBytes()));
    }

    [Fact]
    public void Input_is_read_in_the_character_set_that_was_agreed()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.Terminal.LearnCharset(Charset.Koi8R);

        peer.Receive([0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4, 0x0A]);

        Assert.Equal("line: Привет", peer.TakeEvents());
    }

    [Fact]
    public void Valid_UTF8_is_read_as_such_unless_another_set_was_agreed()
    {
        using var peer = new TestPeer(new TelnetSettings { Fallback = Charset.Koi8R }).Refusing();

        peer.Receive("é\n"u8.ToArray(), [0xC4, 0xC1, 0x0A]);
        peer.Peer.Terminal.LearnCharset(Charset.Latin1);
        peer.Receive("é\n"u8.ToArray());

        Assert.Equal("line: é\nline: да\nline: Ã©", peer.TakeEvents().Replace("terminal: Charset\n", ""));
    }

    [Fact]
    public void AYT_is_answered()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive([255, 246]);

        Assert.Equal("\r\n[Yes]\r\n", Encoding.ASCII.GetString(peer.TakeBytes()));
    }

    [Fact]
    public void The_interrupt_key_is_told_to_the_host()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive([255, 244], [255, 243], [255, 238]);

        Assert.Equal("interrupt\ninterrupt\ninterrupt", peer.TakeEvents());
    }
}
