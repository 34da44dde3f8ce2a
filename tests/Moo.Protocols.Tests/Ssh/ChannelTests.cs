using Moo.Protocols.Ssh;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>The session: its windows, its requests, its end.</summary>
public sealed class ChannelTests
{
    [Fact]
    public void A_shell_without_a_terminal_is_plain_lines()
    {
        using var client = new SshClient().Shell();

        client.Type("one\ntwo\r\nthr");
        client.Type("ee\n");
        client.Peer.WriteText("hello\nwörld\n");
        client.Collect();

        Assert.Equal("settled\nline: one\nline: two\nline: three", client.Host.Take().Replace("terminal: Client\n", ""));
        Assert.Equal("hello\nwörld\n", client.Text);
    }

    [Fact]
    public void A_command_is_the_first_line()
    {
        using var client = new SshClient().LogIn();

        client.Request("exec", request => request.String("look at ball"));

        client.Expect(SshMessage.ChannelSuccess);
        Assert.EndsWith("settled\nline: look at ball", client.Host.Take(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_client_says_of_its_terminal_is_known()
    {
        using var client = new SshClient().LogIn();
        client.Request("env", request => request.String("COLORTERM").String("truecolor"));
        client.Request("env", request => request.String("LANG").String("ru_RU.KOI8-R"));
        client.Request("env", request => request.String("LD_PRELOAD").String("x"));
        client.Request("pty-req", request => request.String("xterm").UInt32(100).UInt32(30).UInt32(0).UInt32(0).String(""));
        client.Request("shell");
        Assert.Equal([SshMessage.ChannelSuccess, SshMessage.ChannelSuccess, SshMessage.ChannelFailure, SshMessage.ChannelSuccess, SshMessage.ChannelSuccess], client.Others());

        var terminal = client.Peer.Terminal;
        Assert.Equal(("xterm", 100, 30), (terminal.TerminalType, terminal.Columns, terminal.Rows));
        Assert.Equal(("Test", "1.5"), (terminal.ClientName, terminal.ClientVersion));
        Assert.Equal(ColorDepth.TrueColor, terminal.Colors);
        Assert.Equal(Charset.Koi8R, terminal.Charset);
        Assert.False(terminal.Variables.ContainsKey("LD_PRELOAD"));

        client.Request("window-change", request => request.UInt32(120).UInt32(50).UInt32(0).UInt32(0));
        Assert.Equal((120, 50), (terminal.Columns, terminal.Rows));
        Assert.EndsWith("terminal: Size", client.Host.Take(), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_channel_and_no_other_kind()
    {
        using var client = new SshClient().LogIn();

        client.Send(SshWriter.Message(SshMessage.ChannelOpen).String("session").UInt32(8).UInt32(1000).UInt32(1000));
        client.Open(type: "direct-tcpip");
        client.Open(type: "x11");

        Assert.Equal([SshMessage.ChannelOpenFailure, SshMessage.ChannelOpenFailure, SshMessage.ChannelOpenFailure], client.Others());
    }

    [Theory]
    [InlineData("subsystem")]
    [InlineData("x11-req")]
    [InlineData("auth-agent-req@openssh.com")]
    public void Other_requests_are_refused(string type)
    {
        using var client = new SshClient().LogIn();

        client.Request(type, request => request.String("sftp"));

        client.Expect(SshMessage.ChannelFailure);
    }

    [Fact]
    public void A_second_shell_is_refused()
    {
        using var client = new SshClient().Shell();

        client.Request("shell");

        client.Expect(SshMessage.ChannelFailure);
    }

    [Fact]
    public void No_more_is_sent_than_the_client_has_room_for()
    {
        using var client = new SshClient().Shell(window: 100);
        client.Peer.WriteText(new string('x', 250));
        client.Collect();
        Assert.Equal(100, client.Text.Length);
        Assert.True(client.Peer.IsBlocked);

        client.Send(SshWriter.Message(SshMessage.ChannelWindowAdjust).UInt32(0).UInt32(120));
        Assert.Equal(220, client.Text.Length);
        client.Send(SshWriter.Message(SshMessage.ChannelWindowAdjust).UInt32(0).UInt32(1000));

        Assert.Equal(250, client.Text.Length);
        Assert.False(client.Peer.IsBlocked);
    }

    [Fact]
    public void A_window_too_large_for_its_number_ends_the_connection()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();

        client.Send(SshWriter.Message(SshMessage.ChannelWindowAdjust).UInt32(0).UInt32(uint.MaxValue));

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void Whoever_sends_much_is_given_room_for_more()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();

        for (var i = 0; i < 100; i++)
            client.Type(new string('x', 2999) + "\n");

        Assert.Equal(100, client.Host.Take().Split('\n').Length);
        Assert.NotEmpty(client.Others());
    }

    [Fact]
    public void Data_for_a_channel_that_does_not_exist_ends_the_connection()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();

        client.Send(SshWriter.Message(SshMessage.ChannelData).UInt32(1).String("x"));

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void The_end_of_input_is_told_and_output_goes_on()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();
        client.Type("last\n");
        client.Send(SshWriter.Message(SshMessage.ChannelEof).UInt32(0));
        Assert.Equal("line: last\nend", client.Host.Take());

        client.Peer.WriteText("answer\n");
        client.Peer.Finish();
        client.Collect();

        Assert.Equal("answer\n", client.Text);
        Assert.Equal([SshMessage.ChannelRequest, SshMessage.ChannelEof, SshMessage.ChannelClose], client.Others());
        Assert.True(client.Peer.EndsWithClient);
        client.Send(SshWriter.Message(SshMessage.ChannelClose).UInt32(0));
        Assert.False(client.Peer.EndsWithClient);
    }

    [Fact]
    public void The_farewell_waits_until_everything_is_sent()
    {
        using var client = new SshClient().Shell(window: 10);
        client.Peer.WriteText(new string('x', 25));
        client.Peer.Finish();
        client.Collect();
        Assert.Empty(client.Others());

        client.Send(SshWriter.Message(SshMessage.ChannelWindowAdjust).UInt32(0).UInt32(1000));

        Assert.Equal(25, client.Text.Length);
        Assert.Contains(SshMessage.ChannelClose, client.Others());
    }

    [Fact]
    public void Closing_is_leaving()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();

        client.Send(SshWriter.Message(SshMessage.ChannelClose).UInt32(0));

        Assert.Equal("left", client.Host.Take());
        client.Expect(SshMessage.ChannelClose);
    }

    [Fact]
    public void So_is_saying_goodbye()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();

        client.Send(SshWriter.Message(SshMessage.Disconnect).UInt32(11).String("bye").String(""));

        Assert.Equal("left", client.Host.Take());
    }

    [Fact]
    public void A_terminal_is_echoed_to_and_a_secret_is_not()
    {
        using var client = new SshClient().Shell(hasTerminal: true);
        client.Type("look\r");
        Assert.Equal("look\r\n", client.Text);

        client.Peer.WritePrompt("Password: ");
        client.Peer.SetEcho(false);
        client.Type("secret\r");
        client.Peer.SetEcho(true);
        client.Type("say x");

        Assert.DoesNotContain("secret", client.Text, StringComparison.Ordinal);
        Assert.EndsWith("say x", client.Text, StringComparison.Ordinal);
        Assert.EndsWith("line: look\nline: secret", client.Host.Take(), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_another_character_set_are_read_and_written()
    {
        using var client = new SshClient().LogIn();
        client.Request("env", request => request.String("LC_ALL").String("de_DE.ISO-8859-1"));
        client.Request("pty-req", request => request.String("xterm").UInt32(80).UInt32(24).UInt32(0).UInt32(0).String(""));
        client.Request("shell");
        client.Host.Take();

        client.Send(SshWriter.Message(SshMessage.ChannelData).UInt32(0).String([0xFC, 0xFF, 0x0D]));

        Assert.Equal("line: üÿ", client.Host.Take());
        // Each came back as one byte, which is no UTF-8; a telnet FF would have been two.
        Assert.EndsWith("\uFFFD\uFFFD\r\n", client.Text, StringComparison.Ordinal);
        Assert.Equal(2, client.Text.Count(c => c == '\uFFFD'));
    }

    [Fact]
    public void A_quiet_client_is_asked_for_a_sign_of_life()
    {
        using var client = new SshClient().Shell();
        client.Peer.Tick(client.Now + 46_000);

        client.Expect(SshMessage.GlobalRequest);
        client.Send([SshMessage.RequestFailure]);
        Assert.DoesNotContain("close", client.Host.Take(), StringComparison.Ordinal);
    }
}
