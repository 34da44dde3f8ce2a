using Moo.Protocols.Msdp;
using Moo.Protocols.Mssp;
using Moo.Protocols.Telnet;
using Moo.Protocols.Terminal;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class OptionTests
{
    [Fact]
    public void TTYPE_is_asked_for_until_the_answer_repeats()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(24), Wire.Sub(24, "\0TINTIN++"), Wire.Sub(24, "\0xterm-256color"),
            Wire.Sub(24, "\0MTTS 271"),
            Wire.Sub(24, "\0MTTS 271"));

        Assert.Equal("SB TTYPE \\x01\nSB TTYPE \\x01\nSB TTYPE \\x01\nSB TTYPE \\x01", peer.TakeSent());
        var terminal = peer.Peer.Terminal;
        Assert.Equal(("TINTIN++", "xterm-256color", 271), (terminal.ClientName, terminal.TerminalType, terminal.Mtts));
        Assert.Equal(ColorDepth.TrueColor, terminal.Colors);
        Assert.Equal(Charset.Utf8, terminal.Charset);
    }

    [Fact]
    public void TTYPE_is_asked_for_four_times_at_most()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Will(24));

        for (var i = 0; i < 10; i++)
            peer.Receive(Wire.Sub(24, "\0NAME" + i));

        Assert.Equal(4, peer.TakeSent().Split('\n').Length);
    }

    [Fact]
    public void TTYPE_of_Mudlet_may_carry_the_version()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(24), Wire.Sub(24, "\0MUDLET 4/20/1"), Wire.Sub(24, "\0ANSI-TRUECOLOR"),
            Wire.Sub(24, "\0MTTS 2413"), Wire.Sub(24, "\0MTTS 2413"));

        var terminal = peer.Peer.Terminal;
        Assert.Equal(("MUDLET", "4.20.1", "ANSI-TRUECOLOR"),
            (terminal.ClientName, terminal.ClientVersion, terminal.TerminalType));
        Assert.True(terminal.IsScreenReader);
        Assert.Equal(ColorDepth.None, terminal.Colors);
    }

    [Fact]
    public void TTYPE_of_a_plain_telnet_program_is_a_terminal_and_no_client()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(24), Wire.Sub(24, "\0XTERM"), Wire.Sub(24, "\0XTERM"));

        Assert.Equal(("", "XTERM"), (peer.Peer.Terminal.ClientName, peer.Peer.Terminal.TerminalType));
        Assert.Equal(ColorDepth.Sixteen, peer.Peer.Terminal.Colors);
    }

    [Theory]
    [InlineData("MTTS -1")]
    [InlineData("MTTS 99999999999")]
    [InlineData("MTTS ")]
    [InlineData("MTTS 0x10")]
    public void MTTS_that_is_no_number_says_nothing(string answer)
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(24), Wire.Sub(24, "\0CLIENT"), Wire.Sub(24, "\0" + answer));

        Assert.Equal(0, peer.Peer.Terminal.Mtts);
    }

    [Fact]
    public void Escape_sequences_in_names_are_disarmed_and_names_of_10_KB_are_none()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(24), Wire.Sub(24, "\0\u001b[31mEVIL\u009b\u0007"));
        Assert.Equal("[31mEVIL", peer.Peer.Terminal.ClientName);

        using var other = new TestPeer();
        other.Receive(Wire.Will(24), Wire.Sub(24, "\0" + new string('A', 10_000)),
            Wire.Sub(24, "\0" + new string('B', 1000)));
        Assert.Equal("", other.Peer.Terminal.ClientName);
    }

    [Theory]
    [InlineData(255, 50)]
    [InlineData(511, 255)]
    [InlineData(65535, 65535)]
    [InlineData(80, 24)]
    public void NAWS_reports_the_size_with_bytes_FF_doubled(int columns, int rows)
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(31), Wire.Sub(31, (byte)(columns >> 8), (byte)columns, (byte)(rows >> 8), (byte)rows));

        Assert.Equal((columns, rows), (peer.Peer.Terminal.Columns, peer.Peer.Terminal.Rows));
        Assert.InRange(peer.Peer.Terminal.Width, 20, 1000);
        Assert.Equal("terminal: Size", peer.TakeEvents());
    }

    [Fact]
    public void NAWS_of_nothing_means_unknown_and_80_by_24_is_used()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(31), Wire.Sub(31, 0, 100, 0, 40), Wire.Sub(31, 0, 0, 0, 0));

        Assert.Equal((80, 24), (peer.Peer.Terminal.Width, peer.Peer.Terminal.Height));
    }

    [Fact]
    public void NAWS_that_is_too_short_is_ignored_and_surplus_bytes_are_too()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(31), Wire.Sub(31, 0, 100, 0, 40, 9), Wire.Sub(31, 0, 90, 0));

        Assert.Equal((100, 40), (peer.Peer.Terminal.Columns, peer.Peer.Terminal.Rows));
    }

    [Fact]
    public void CHARSET_is_requested_with_UTF8_first_and_the_answer_holds_for_text_both_ways()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(42));
        Assert.Equal("SB CHARSET \\x01;UTF-8;ISO-8859-1;CP1251;KOI8-R;CP437;US-ASCII", peer.TakeSent());

        peer.Receive(Wire.Sub(42, "\u0002ISO-8859-1"), [(byte)'c', (byte)'a', (byte)'f', 0xE9, (byte)'\n']);
        peer.Peer.WriteText("é");

        Assert.Equal("terminal: Charset\nline: café", peer.TakeEvents());
        Assert.Equal([0xE9], peer.TakeBytes());
    }

    [Fact]
    public void CHARSET_requests_of_the_client_are_answered_with_UTF8_if_it_is_there_and_in_its_own_spelling()
    {
        using var peer = new TestPeer(TelnetSettings.Plain with { CharacterSet = true });
        peer.Receive(Wire.Dont(42), Wire.Will(42));

        peer.Receive(Wire.Sub(42, "\u0001[TTABLE]\u0001 latin1 utf8 EBCDIC"));

        Assert.Equal("DO CHARSET\nSB CHARSET \\x02utf8", peer.TakeSent());
        Assert.Equal(Charset.Utf8, peer.Peer.Terminal.Charset);
    }

    [Fact]
    public void CHARSET_requests_that_cross_end_with_the_servers()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Do(42), Wire.Will(42), Wire.Sub(42, "\u0001;CP1251"), Wire.Sub(42, "\u0002UTF-8"));

        Assert.Equal(
            "SB CHARSET \\x01;UTF-8;ISO-8859-1;CP1251;KOI8-R;CP437;US-ASCII\nDO CHARSET\nSB CHARSET \\x03",
                peer.TakeSent());
        Assert.Equal(Charset.Utf8, peer.Peer.Terminal.Charset);
    }

    [Theory]
    [InlineData("\u0001;EBCDIC;KLINGON", "SB CHARSET \\x03")]
    [InlineData("\u0001", "SB CHARSET \\x03")]
    [InlineData("\u0001;", "SB CHARSET \\x03")]
    [InlineData("\u0004\u0001;A;B", "SB CHARSET \\x05")]
    [InlineData("\u0009", "")]
    public void CHARSET_messages_that_lead_nowhere_are_refused(string message, string answer)
    {
        using var peer = new TestPeer(TelnetSettings.Plain with { CharacterSet = true });
        peer.Receive(Wire.Dont(42), Wire.Will(42));
        peer.Fresh();

        peer.Receive(Wire.Sub(42, message));

        Assert.Equal(answer, peer.TakeSent());
    }

    [Fact]
    public void NEW_ENVIRON_is_asked_for_both_kinds_by_name_and_TinTins_doubled_VAR_is_understood()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Will(39));
        Assert.Equal("SB NEWENV \\x01\\x00\\x03", peer.TakeSent());

        peer.Receive(Wire.Sub(39,
            "\0\0\0CHARSET\u0001ISO-8859-1\0\0CLIENT_NAME\u0001TinTin++\0\0CLIENT_VERSION\u00012.02.20\0\0MTTS\u0001783"));

        var terminal = peer.Peer.Terminal;
        Assert.Equal(("TinTin++", "2.02.20", 783), (terminal.ClientName, terminal.ClientVersion, terminal.Mtts));
        Assert.Equal(Charset.Latin1, terminal.Charset);
        Assert.True(terminal.Has(TerminalFeatures.Mnes | TerminalFeatures.TrueColor));
    }

    [Fact]
    public void NEW_ENVIRON_of_Mudlet_tells_of_links_and_may_change_its_mind()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(39),
            Wire.Sub(39, "\0\u0003OSC_HYPERLINKS\u00011\u0003OSC_HYPERLINKS_SEND\u00011\u0003USER\u0001root"));
        Assert.True(peer.Peer.Terminal.Has(TerminalFeatures.Links | TerminalFeatures.SendLinks));

        peer.Receive(Wire.Sub(39, "\u0002\u0003OSC_HYPERLINKS_SEND\u00010\u0003SCREEN_READER\u00011"));
        Assert.False(peer.Peer.Terminal.Has(TerminalFeatures.SendLinks));
        Assert.True(peer.Peer.Terminal.IsScreenReader);
    }

    [Fact]
    public void NEW_ENVIRON_reads_escaped_bytes_and_variables_without_a_value()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(39),
            Wire.Sub(39, "\0\0IPADDRESS\0CLIENT_NAME\u0001A\u0002\u0001B\u0003TERMINAL_TYPE\u0001XTERM"));

        Assert.Equal(("", "AB", "XTERM"),
            (peer.Peer.Terminal.ClaimedAddress, peer.Peer.Terminal.ClientName, peer.Peer.Terminal.TerminalType));
    }

    [Theory]
    [InlineData("\0\u0001\u0001\u0001")]
    [InlineData("\0\u0002")]
    [InlineData("\0\0\u0002")]
    [InlineData("\0XYZ")]
    [InlineData("")]
    public void NEW_ENVIRON_garbage_is_harmless(string payload)
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Will(39), Wire.Sub(39, payload), "look\n"u8.ToArray());

        Assert.EndsWith("line: look", peer.TakeEvents());
    }

    [Fact]
    public void NEW_ENVIRON_stops_after_64_pairs_and_drops_values_over_a_kilobyte()
    {
        using var peer = new TestPeer(new TelnetSettings { BeforeLogin = PeerLimits.LoggedIn });
        var many = "\0" + string.Concat(Enumerable.Repeat("\0X\u0001Y", 64)) + "\0CLIENT_NAME\u0001LATE";
        var large = "\0\0CLIENT_VERSION\u0001" + new string('9', 1025) + "\0CLIENT_NAME\u0001FINE";

        peer.Receive(Wire.Will(39), Wire.Sub(39, many));
        Assert.Equal("", peer.Peer.Terminal.ClientName);

        peer.Receive(Wire.Sub(39, large));
        Assert.Equal(("FINE", ""), (peer.Peer.Terminal.ClientName, peer.Peer.Terminal.ClientVersion));
    }

    [Fact]
    public void LINEMODE_asks_for_editing_and_ignores_what_follows()
    {
        using var peer = new TestPeer(TelnetSettings.Plain with { LineMode = true });

        peer.Receive(Wire.Will(34), Wire.Sub(34, 1, 7), Wire.Sub(34, 3, 1, 2, 3), Wire.Sub(34));

        Assert.Equal("SB LINEMODE \\x01\\x03", peer.TakeSent());
    }

    [Fact]
    public void TIMING_MARK_is_answered_each_time_and_either_answer_to_ours_is_a_sign_of_life()
    {
        using var peer = new TestPeer().Refusing();
        peer.Receive(Wire.Do(6), Wire.Do(6));
        Assert.Equal("WILL TM\nWILL TM", peer.TakeSent());

        peer.Peer.AskAlive();
        Assert.Equal("DO TM", peer.TakeSent());
        peer.Receive(Wire.Wont(6), Wire.Will(6));

        Assert.Equal("alive\nalive", peer.TakeEvents());
        Assert.Equal("", peer.TakeSent());
    }

    [Fact]
    public void BINARY_is_agreed_to_when_the_client_asks_and_changes_nothing()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Do(0), Wire.Will(0), "look\n"u8.ToArray());

        Assert.Equal("WILL BINARY\nDO BINARY", peer.TakeSent());
        Assert.Equal("line: look", peer.TakeEvents());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(36)]
    [InlineData(37)]
    [InlineData(46)]
    [InlineData(85)]
    [InlineData(88)]
    [InlineData(93)]
    [InlineData(102)]
    [InlineData(200)]
    public void Options_that_a_game_has_no_use_for_are_refused(byte option)
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Do(option), Wire.Will(option));

        var sent = peer.TakeBytes();
        Assert.Equal(Wire.Join(Wire.Wont(option), Wire.Dont(option)), sent);
    }

    [Fact]
    public void MSSP_is_answered_before_login()
    {
        using var peer = new TestPeer();
        peer.Host.WhenMsspAsked = () =>
            peer.Peer.SendMssp(new MsspTable().Add("NAME", "Moo").Add("PORT", "80", "7777"));

        peer.Receive(Wire.Do(70));

        Assert.Equal("SB MSSP \\x01NAME\\x02Moo\\x01PORT\\x0280\\x027777", peer.TakeSent());
    }

    [Fact]
    public void MSSP_REQUEST_as_a_line_is_answered_as_text_and_reaches_nobody()
    {
        using var peer = new TestPeer().Refusing();
        peer.Host.WhenMsspAsked = () => peer.Peer.SendMssp(new MsspTable().Add("NAME", "Moo\tMoo"));

        peer.Receive("mssp-request\r\n"u8.ToArray());

        Assert.Equal("mssp?", peer.TakeEvents());
        Assert.Equal("\\x0D\\x0A\nMSSP-REPLY-START\\x0D\\x0A\nNAME\\x09Moo Moo\\x0D\\x0A\nMSSP-REPLY-END\\x0D\\x0A",
            peer.TakeSent());
    }

    [Fact]
    public void MSSP_REQUEST_may_not_be_asked_for_ever()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Repeat(900, "MSSP-REQUEST\n"u8.ToArray()));

        Assert.InRange(peer.Host.Events.Count, 100, 200);
    }

    [Fact]
    public void MSSP_REQUEST_is_a_line_like_any_other_after_login()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.LogIn();

        peer.Receive("MSSP-REQUEST\r\n"u8.ToArray());

        Assert.Equal("line: MSSP-REQUEST", peer.TakeEvents());
    }

    [Fact]
    public void MXP_is_locked_when_it_is_agreed()
    {
        using var peer = new TestPeer(TelnetSettings.Plain with { Mxp = true });

        peer.Receive(Wire.Do(91));

        Assert.Equal("SB MXP\n\\x1B[7z", peer.TakeSent());
        Assert.True(peer.Peer.Terminal.Has(TerminalFeatures.Mxp));
    }

    [Fact]
    public void MSP_is_known_while_it_is_agreed()
    {
        using var peer = new TestPeer(TelnetSettings.Plain with { Msp = true });

        peer.Receive(Wire.Do(90));
        Assert.True(peer.Peer.Terminal.Has(TerminalFeatures.Msp));
        peer.Receive(Wire.Dont(90));

        Assert.False(peer.Peer.Terminal.Has(TerminalFeatures.Msp));
    }

    [Fact]
    public void MSDP_goes_both_ways_once_agreed()
    {
        using var peer = new TestPeer(TelnetSettings.Plain with { Msdp = true });
        Assert.False(peer.Peer.SendMsdp("HEALTH", new MsdpText("1")));

        peer.Receive(Wire.Do(69));
        peer.Fresh();

        peer.Receive(Wire.Sub(69, "\u0001LIST\u0002COMMANDS"));
        peer.Peer.SendMsdp("HEALTH", new MsdpText("100"));

        Assert.Equal("msdp: LIST = COMMANDS", peer.TakeEvents());
        Assert.Equal("SB MSDP \\x01HEALTH\\x02100", peer.TakeSent());
    }

    [Fact]
    public void A_subnegotiation_that_nobody_claims_is_handed_over_whole()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Sub(93, 1, 255, 2));

        Assert.Equal("unclaimed: FFFA5D01FFFF02FFF0", peer.TakeEvents());
    }

    [Fact]
    public void The_login_screen_is_due_as_soon_as_every_answer_is_in()
    {
        using var peer = new TestPeer();

        peer.Receive(Wire.Wont(24), Wire.Wont(31), Wire.Wont(39), Wire.Do(42), Wire.Dont(25));
        Assert.Equal("", peer.TakeEvents());
        peer.Receive(Wire.Sub(42, 3));

        Assert.Equal("settled", peer.TakeEvents());
    }

    [Theory]
    [InlineData(false, 400)]
    [InlineData(true, 1200)]
    public void The_login_screen_is_due_soon_for_a_silent_client_a_little_later_for_one_that_answers_and_once(bool answers, int due)
    {
        using var peer = new TestPeer();
        if (answers)
            peer.Receive(Wire.Wont(31));
        peer.Peer.Tick(peer.Now += due - 1);
        Assert.Equal("", peer.TakeEvents());

        peer.Peer.Tick(peer.Now += 1);
        peer.Peer.Tick(peer.Now += 1000);

        Assert.Equal("settled", peer.TakeEvents());
    }

    [Fact]
    public void A_NOP_keeps_an_idle_connection_alive()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.Tick(peer.Now);
        peer.Peer.Tick(peer.Now += 44_999);
        Assert.Equal("", peer.TakeSent());

        peer.Peer.Tick(peer.Now += 1);
        Assert.Equal("NOP", peer.TakeSent());
        peer.Peer.Tick(peer.Now += 1000);

        Assert.Equal("", peer.TakeSent());
    }
}
