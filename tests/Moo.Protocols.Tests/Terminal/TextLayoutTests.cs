using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class TextLayoutTests
{
    [Theory]
    [InlineData("the quick brown fox", 10, "the quick|brown fox")]
    [InlineData("the quick brown fox", 9, "the quick|brown fox")]
    [InlineData("the quick brown fox", 5, "the|quick|brown|fox")]
    [InlineData("a  b", 3, "a|b")]
    [InlineData("  indented text", 11, "  indented|text")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("x abcdefghij", 4, "x|abcd|efgh|ij")]
    [InlineData("well-known-fact", 6, "well-|known-|fact")]
    [InlineData("日本語です", 6, "日本語|です")]
    [InlineData("日本語です", 5, "日本|語で|す")]
    [InlineData("see 日本", 6, "see 日|本")]
    [InlineData("one\ntwo three", 5, "one|two|three")]
    [InlineData("one\n\ntwo", 80, "one||two")]
    [InlineData("", 80, "")]
    [InlineData("trailing   ", 9, "trailing")]
    [InlineData("a\tb", 80, "a\tb")]
    [InlineData("aaaa\tbbbb", 5, "aaaa|bbbb")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦x", 2, "👩‍👩‍👧‍👦|👩‍👩‍👧‍👦|x")]
    public void Text_is_broken_at_blanks_hyphens_and_wide_characters(string text, int width, string lines) =>
        Assert.Equal(lines, string.Join('|', TextLayout.Wrap(StyledText.Plain(text), width)));

    [Fact]
    public void Lines_after_the_first_can_be_indented() =>
        Assert.Equal("a bb|  cc|  dd|e",
            string.Join('|', TextLayout.Wrap(StyledText.Plain("a bb cc dd\ne"), 5, indent: 2)));

    [Fact]
    public void No_line_is_wider_than_it_may_be_and_no_letter_is_lost()
    {
        var random = new Random(3);
        string[] words = ["a", "be", "cow", "日", "本語", "🐄", "extraordinarily", "e\u0301tude", "x-y", "👍🏽"];
        for (var i = 0; i < 500; i++)
        {
            var text = string.Join(' ',
                Enumerable.Range(0, random.Next(1, 20)).Select(_ => words[random.Next(words.Length)]));
            var width = random.Next(2, 30);

            var lines = TextLayout.Wrap(StyledText.Plain(text), width);

            Assert.All(lines, line => Assert.InRange(line.Width, 0, width));
            Assert.Equal(text.Replace(" ", ""), string.Concat(lines.Select(l => l.Text)).Replace(" ", ""));
        }
    }

    [Fact]
    public void Colours_go_on_over_the_break_and_end_on_each_line()
    {
        var terminal = new TerminalFacts(Charset.Utf8) { PreferredColors = ColorDepth.Sixteen };

        var lines = TextLayout.Wrap(Markup.Parse("one [red]two three[/] four"), 7);

        Assert.Equal(["one \e[31mtwo\e[0m", "\e[31mthree\e[0m", "four"],
            lines.Select(line => AnsiRenderer.Render(line, terminal)));
    }

    [Theory]
    [InlineData("日", 4, Alignment.Left, "日  ")]
    [InlineData("日", 4, Alignment.Right, "  日")]
    [InlineData("ab", 5, Alignment.Center, " ab  ")]
    [InlineData("abc", 2, Alignment.Left, "abc")]
    public void Text_is_padded_by_columns(string text, int width, Alignment alignment, string padded) =>
        Assert.Equal(padded, TextLayout.Pad(StyledText.Plain(text), width, alignment).Text);

    [Theory]
    [InlineData("hello", 5, "hello")]
    [InlineData("hello", 4, "hel…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("日本語", 1, "…")]
    public void Text_is_cut_by_columns(string text, int width, string cut) =>
        Assert.Equal(cut, TextLayout.Cut(StyledText.Plain(text), width).Text);
}
