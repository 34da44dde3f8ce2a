using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class TerminalFactsTests
{
    private readonly TerminalFacts _terminal = new(Charset.Latin1);

    [Theory]
    [InlineData("XTERM-256COLOR", ColorDepth.TwoHundredFiftySix)]
    [InlineData("xterm-direct", ColorDepth.TrueColor)]
    [InlineData("ANSI-TRUECOLOR", ColorDepth.TrueColor)]
    [InlineData("ANSI", ColorDepth.Sixteen)]
    [InlineData("linux", ColorDepth.Sixteen)]
    [InlineData("VT100", ColorDepth.None)]
    [InlineData("DUMB", ColorDepth.None)]
    [InlineData("UNKNOWN", ColorDepth.None)]
    public void Colours_follow_from_the_terminal_type(string type, ColorDepth colors)
    {
        _terminal.LearnTerminalType(type);

        Assert.Equal(colors, _terminal.Colors);
    }

    [Theory]
    [InlineData(1, ColorDepth.Sixteen)]
    [InlineData(1 + 8, ColorDepth.TwoHundredFiftySix)]
    [InlineData(2349, ColorDepth.TrueColor)]
    [InlineData(2349 + 64, ColorDepth.None)]
    [InlineData(0, ColorDepth.None)]
    public void Colours_follow_from_MTTS(int mtts, ColorDepth colors)
    {
        _terminal.LearnMtts(mtts);

        Assert.Equal(colors, _terminal.Colors);
    }

    [Fact]
    public void The_character_set_is_the_agreed_one_then_UTF8_by_word_then_the_fallback()
    {
        Assert.Equal(Charset.Latin1, _terminal.Charset);
        _terminal.LearnMtts(4);
        Assert.Equal(Charset.Utf8, _terminal.Charset);
        _terminal.LearnCharset(Charset.Koi8R);
        Assert.Equal(Charset.Koi8R, _terminal.Charset);
        _terminal.PreferredCharset = Charset.Ascii;
        Assert.Equal(Charset.Ascii, _terminal.Charset);
    }

    [Fact]
    public void TinyFugue_gets_ASCII_unless_it_says_otherwise()
    {
        _terminal.LearnClient("TINYFUGUE", "");
        Assert.Equal(Charset.Ascii, _terminal.Charset);

        _terminal.Learn(TerminalFeatures.Utf8, true);
        Assert.Equal(Charset.Utf8, _terminal.Charset);
    }

    [Theory]
    [InlineData(0, 80)]
    [InlineData(1, 20)]
    [InlineData(132, 132)]
    [InlineData(65535, 1000)]
    public void The_width_is_kept_within_reason(int columns, int width)
    {
        _terminal.Resize(columns, 0);

        Assert.Equal((width, 24), (_terminal.Width, _terminal.Height));
    }

    [Fact]
    public void The_players_own_width_and_reading_beat_the_terminals_word()
    {
        _terminal.Resize(200, 50);
        _terminal.LearnMtts(1);

        _terminal.PreferredWidth = 60;
        _terminal.PreferredScreenReader = true;

        Assert.Equal((60, ColorDepth.None), (_terminal.Width, _terminal.Colors));
    }

    [Fact]
    public void Learning_the_same_again_is_no_change()
    {
        Learn();
        Assert.Equal(TerminalChange.Size | TerminalChange.Client | TerminalChange.Charset | TerminalChange.Features,
            _terminal.TakeChanges());

        Learn();

        Assert.Equal(TerminalChange.None, _terminal.TakeChanges());

        void Learn()
        {
            _terminal.Resize(80, 24);
            _terminal.LearnClient("X", "1");
            _terminal.LearnCharset(Charset.Utf8);
            _terminal.LearnMtts(1);
            _terminal.LearnTerminalType("XTERM");
            _terminal.Learn(TerminalFeatures.Links, true);
        }
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("VMoo", "", true)]
    [InlineData("VMoo", "ANSI", true)]
    [InlineData("TinTin++", "xterm", false)]
    [InlineData("", "XTERM", false)]
    public void MCP_is_for_clients_that_may_understand_it(string client, string type, bool mayHaveMcp)
    {
        _terminal.LearnClient(client, "");
        _terminal.LearnTerminalType(type);

        Assert.Equal(mayHaveMcp, _terminal.MayHaveMcp);
    }
}
