using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class MarkupTests
{
    [Theory]
    [InlineData("[red]x[/]", "\e[31mx\e[0m")]
    [InlineData("[bright-red]x[/]", "\e[91mx\e[0m")]
    [InlineData("[gray]x[/]y", "\e[90mx\e[0my")]
    [InlineData("[bold white on blue]x[/]", "\e[1;37;44mx\e[0m")]
    [InlineData("[on bright-green]x[/]", "\e[102mx\e[0m")]
    [InlineData("[#ff8000]x[/]", "\e[38;2;255;128;0mx\e[0m")]
    [InlineData("[#f80]x[/]", "\e[38;2;255;136;0mx\e[0m")]
    [InlineData("[white on #010203]x[/]", "\e[37;48;2;1;2;3mx\e[0m")]
    [InlineData("[RED]x[/Red]", "\e[31mx\e[0m")]
    [InlineData("[bold]a[italic]b[/]c[/]d", "\e[1ma\e[0;1;3mb\e[0;1mc\e[0md")]
    [InlineData("[red]a[bold]b[/red]c", "\e[31ma\e[0;1;31mb\e[0mc")]
    [InlineData("[red]never closed", "\e[31mnever closed\e[0m")]
    [InlineData("[dim][underline][blink][reverse][strike]x", "\e[2;4;5;7;9mx\e[0m")]
    [InlineData("a[red]b[/]", "a\e[31mb\e[0m")]
    [InlineData("[red]a\nb[/]", "\e[31ma\e[0m\n\e[31mb\e[0m")]
    public void Tags_become_the_terminals_sequences(string markup, string shown) =>
        Assert.Equal(shown, Markup.Render(markup, Terminal(TerminalFeatures.TrueColor)));

    [Theory]
    [InlineData("[[red]", "[red]")]
    [InlineData("[north]", "[north]")]
    [InlineData("x[1] + y[2]", "x[1] + y[2]")]
    [InlineData("[]", "[]")]
    [InlineData("[", "[")]
    [InlineData("a ]", "a ]")]
    [InlineData("[/]", "[/]")]
    [InlineData("[/red]", "[/red]")]
    [InlineData("[red on]x", "[red on]x")]
    [InlineData("[on]x", "[on]x")]
    [InlineData("[on bold]x", "[on bold]x")]
    [InlineData("[red  blue]x", "[red  blue]x")]
    [InlineData("[#ff]x", "[#ff]x")]
    [InlineData("[#-12345]x", "[#-12345]x")]
    [InlineData("[colour=red]x", "[colour=red]x")]
    [InlineData("[unclosed red", "[unclosed red")]
    [InlineData("[[[red]x[/]", "[x")]
    public void What_is_no_tag_is_text(string markup, string shown) => Assert.Equal(shown, Markup.Strip(markup));

    [Fact]
    public void Escaped_text_shows_as_it_is_whatever_is_in_it()
    {
        const string text = "[red]He said [[hi]], x[1], [/] and [link=quit]click[/]";

        Assert.Equal(text, Markup.Strip(Markup.Escape(text)));
        Assert.Equal(text,
            Markup.Render(Markup.Escape(text), Terminal(TerminalFeatures.TrueColor | TerminalFeatures.SendLinks)));
    }

    [Fact]
    public void Escape_sequences_in_markup_are_taken_out() =>
        Assert.Equal("\e[31mab\e[0m", Markup.Render("[red]a\e[5m\e]8;;x\u0007b", Terminal(TerminalFeatures.TrueColor)));

    [Fact]
    public void A_terminal_without_colours_gets_text_only() =>
        Assert.Equal("plain bold", Markup.Render("[red]plain[/] [bold]bold[/]", Terminal(TerminalFeatures.None)));

    [Fact]
    public void A_screen_reader_gets_text_only() =>
        Assert.Equal("x",
            Markup.Render("[red]x[/]", Terminal(TerminalFeatures.TrueColor | TerminalFeatures.ScreenReader)));

    [Fact]
    public void The_players_choice_of_colours_beats_the_terminals_word()
    {
        var terminal = Terminal(TerminalFeatures.None);

        terminal.PreferredColors = ColorDepth.Sixteen;

        Assert.Equal("\e[31mx\e[0m", Markup.Render("[red]x", terminal));
    }

    [Fact]
    public void A_command_link_is_OSC_8_where_the_client_has_that() =>
        Assert.Equal("\e]8;;send:say%20%22hi%22%3B%0Aquit\e\\click\e]8;;\e\\",
            LinkText(new TextLink(LinkKind.Send, "say \"hi\";\nquit"), TerminalFeatures.SendLinks));

    [Fact]
    public void A_command_link_is_MXP_where_the_client_has_that() =>
        Assert.Equal("\e[4z<SEND HREF=\"say &lt;&quot;&amp;\" HINT=\"Say it\">click\e[4z</SEND>",
            LinkText(new TextLink(LinkKind.Send, "say <\"&", "Say it"), TerminalFeatures.Mxp));

    [Fact]
    public void A_prompt_link_fills_the_input_line() =>
        Assert.Equal("\e]8;;prompt:page%20\e\\click\e]8;;\e\\",
            LinkText(new TextLink(LinkKind.Prompt, "page "), TerminalFeatures.PromptLinks));

    [Fact]
    public void A_command_link_is_only_its_text_elsewhere() =>
        Assert.Equal("click", LinkText(new TextLink(LinkKind.Send, "look"), TerminalFeatures.Links));

    [Theory]
    [InlineData("https://example.com/a b", "\e]8;;https://example.com/a%20b\e\\click\e]8;;\e\\")]
    [InlineData("javascript:alert(1)", "click")]
    [InlineData("file:///etc/passwd", "click")]
    [InlineData("nonsense", "click")]
    [InlineData("https://example.com/\e\\\e[2J", "\e]8;;https://example.com/%1B/%1B[2J\e\\click\e]8;;\e\\")]
    public void A_web_link_leads_to_the_web_and_nowhere_else(string address, string shown) =>
        Assert.Equal(shown, LinkText(new TextLink(LinkKind.Web, address), TerminalFeatures.Links));

    [Fact]
    public void A_web_link_shows_its_address_where_it_cannot_be_clicked()
    {
        Assert.Equal("home (https://example.com/)", Markup.Render("[url=https://example.com/]home[/]", Terminal(0)));
        Assert.Equal("see https://example.com/x",
            Markup.Render("see [url=https://example.com/x]https://example.com/x[/]", Terminal(0)));
    }

    [Fact]
    public void Links_in_markup_carry_a_hint_and_may_be_coloured()
    {
        var run = Assert.Single(Markup.Parse("[link=go north|The garden][green]north[/][/]").Runs);

        Assert.Equal(new StyledRun("north", new TextStyle(Color.Indexed(2), default, 0),
            new TextLink(LinkKind.Send, "go north", "The garden")), run);
    }

    [Fact]
    public void Addresses_over_2_KiB_are_no_links()
    {
        var command = new string('x', 3000);

        Assert.Equal("click", LinkText(new TextLink(LinkKind.Send, command), TerminalFeatures.SendLinks));
        Assert.Null(Osc.WebAddress("https://example.com/" + command));
    }

    private static string LinkText(TextLink link, TerminalFeatures features) =>
        AnsiRenderer.Render(new StyledText([new StyledRun("click", default, link)]), Terminal(features));

    private static TerminalFacts Terminal(TerminalFeatures features)
    {
        var terminal = new TerminalFacts(Charset.Utf8);
        terminal.Learn(features, true);
        return terminal;
    }
}
