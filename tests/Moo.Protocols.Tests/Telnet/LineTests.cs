using System.Text;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class LineTests
{
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r\0")]
    [InlineData("\r\0\n")]
    [InlineData("\r")]
    public void Every_line_ending_ends_one_line_wherever_the_bytes_are_cut(string ending)
    {
        var bytes = Wire.Utf8($"first{ending}second{ending}third{ending}");

        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            using var peer = new TestPeer().Refusing();
            peer.Receive(bytes[..cut]);
            peer.Receive(bytes[cut..]);
            Assert.Equal("line: first\nline: second\nline: third", peer.TakeEvents());
        }
    }

    [Theory]
    [InlineData("\r\n\r\n")]
    [InlineData("\n\n")]
    [InlineData("\r\0\r\0")]
    [InlineData("\r\0\n\r\0\n")]
    [InlineData("\r\r")]
    public void Two_line_endings_make_an_empty_line(string endings)
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Utf8("a" + endings + "b\n"));

        Assert.Equal("line: a\nline: \nline: b", peer.TakeEvents());
    }

    [Fact]
    public void A_line_ends_at_its_CR_without_waiting_for_what_may_follow()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("look\r"u8.ToArray());

        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void A_telnet_command_between_CR_and_LF_does_not_make_two_endings_of_them()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("look\r"u8.ToArray(), [255, 241], "\nnext\n"u8.ToArray());

        Assert.Equal("line: look\nline: next", peer.TakeEvents());
    }

    [Fact]
    public void Stray_NULs_are_ignored()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("\0lo\0ok\0\0\n\0"u8.ToArray(), "go\n"u8.ToArray());

        Assert.Equal("line: look\nline: go", peer.TakeEvents());
    }

    [Fact]
    public void Valid_UTF8_is_read_as_such()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Utf8("say Žluťoučký 日本 🐄\r\n"));

        Assert.Equal("line: say Žluťoučký 日本 🐄", peer.TakeEvents());
    }

    [Fact]
    public void A_line_that_is_not_UTF8_is_read_as_Latin1_and_the_next_one_as_UTF8_again()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("caf\u00e9\n"u8.ToArray(), Encoding.Latin1.GetBytes("caf\u00e9\n"), "caf\u00e9\n"u8.ToArray());

        Assert.Equal("line: café\nline: café\nline: café", peer.TakeEvents());
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 0x80 })]                   // overlong
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]             // a surrogate
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]       // beyond U+10FFFF
    [InlineData(new byte[] { 0xE2, 0x82 })]                   // cut off
    [InlineData(new byte[] { 0x80 })]                         // a continuation alone
    public void What_is_no_UTF8_still_gives_a_line_without_control_characters(byte[] bytes)
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("x"u8.ToArray(), bytes, "y\n"u8.ToArray());

        var line = Assert.Single(peer.Host.Events);
        Assert.StartsWith("line: x", line);
        Assert.EndsWith("y", line);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Fact]
    public void Bytes_that_no_character_set_has_become_the_replacement_character()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive([(byte)'a', 0x9B, (byte)'b', (byte)'\n']);

        Assert.Equal("line: a\uFFFDb", peer.TakeEvents());
    }

    [Fact]
    public void Escape_sequences_and_control_characters_are_taken_out()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Utf8("a\e[31mb\u0007c\u009B5md\e]0;title\u0007e\u202Ef\uFEFFg\th\n"));

        Assert.Equal("line: abcdefg\th", peer.TakeEvents());
    }

    [Fact]
    public void Backspaces_of_a_terminal_that_sends_each_key_are_carried_out()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Utf8("\blokk\u007F\b\bookx🐄\b\b\r"));

        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void EC_erases_a_character_and_EL_the_line()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("rubbish"u8.ToArray(), [255, 248], "lookx"u8.ToArray(), [255, 247], "\n"u8.ToArray());

        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void A_doubled_IAC_is_a_byte_of_text()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive([(byte)'a', 255, 255, (byte)'b', (byte)'\n']);

        Assert.Equal("line: aÿb", peer.TakeEvents());
    }

    [Fact]
    public void Answers_of_an_MXP_client_are_not_input()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Utf8("\e[1z<VERSION MXP=0.5 CLIENT=zMUD>\nlook\n"));

        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Fact]
    public void In_binary_mode_every_byte_comes_as_it_is_and_telnet_sleeps()
    {
        using var peer = new TestPeer().Refusing();
        peer.Host.WhenLine = line => peer.Peer.IsBinary = line == "binary";

        peer.Receive("binary\r\n"u8.ToArray(), [0, 255, 253, 1, 13, 10, 7], [255]);
        peer.Peer.WriteBytes([255, 0, 13]);

        Assert.Equal("line: binary\nbytes: 00FFFD010D0A07FF", peer.TakeEvents());
        Assert.Equal([255, 0, 13], peer.TakeBytes());
    }

    [Fact]
    public void Lines_come_again_when_binary_mode_ends()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.IsBinary = true;
        peer.Receive([1, 2, 3]);
        peer.Peer.IsBinary = false;

        peer.Receive("look\n"u8.ToArray());

        Assert.Equal("bytes: 010203\nline: look", peer.TakeEvents());
    }

    [Fact]
    public void Nothing_is_held_once_a_line_or_a_subnegotiation_is_complete()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive("begun"u8.ToArray());
        Assert.Equal(5, peer.Peer.HeldBytes);
        peer.Receive(" and done\n"u8.ToArray());
        Assert.Equal(0, peer.Peer.HeldBytes);
        peer.Receive(Wire.Sub(24, "\0XTERM")[..^2]);
        Assert.Equal(6, peer.Peer.HeldBytes);
        peer.Receive(Wire.Sub(24, "\0XTERM")[^2..]);

        Assert.Equal(0, peer.Peer.HeldBytes);
    }
}
