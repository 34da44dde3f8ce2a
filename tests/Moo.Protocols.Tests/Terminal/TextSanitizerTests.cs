using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class TextSanitizerTests
{
    [Theory]
    [InlineData("plain ÿ text\twith a tab", "plain ÿ text\twith a tab")]
    [InlineData("\e[2J\e[Hgone", "gone")]
    [InlineData("\e[31mred\e[0m", "red")]
    [InlineData("a\e]0;title\u0007b\e]8;;http://x\e\\c", "abc")]
    [InlineData("a\e]52;c;steal", "a")]                    // unfinished: nothing of it is left to be finished
    [InlineData("a\ePq#0\e\\b", "ab")]
    [InlineData("a\e_apc\e\\b\e^pm\e\\c\eXsos\e\\d", "abcd")]
    [InlineData("a\u009B2Jb\u009D0;t\u009Cc\u0090x\u009Cd", "abcd")]
    [InlineData("a\e(Bb\e7c\e8d\ecd", "abcdd")]
    [InlineData("a\e", "a")]
    [InlineData("a\e[", "a")]
    [InlineData("a\e[1;2", "a")]
    [InlineData("a\r\nb\0c\bd\u007Fe", "abcde")]
    [InlineData("a\u2028b\u2029c", "abc")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069 \uFEFF", "evil x ")]
    [InlineData("\e[6z<SEND>", "<SEND>")]
    [InlineData("\e\e[31mx", "x")]
    public void Nothing_is_left_that_makes_a_terminal_act(string text, string clean)
    {
        Assert.Equal(clean, TextSanitizer.StripControls(text));
        Assert.DoesNotContain(TextSanitizer.StripControls(text), c => char.IsControl(c) && c != '\t');
    }

    [Theory]
    [InlineData("#$#mcp version: 2.1 to: 2.1", " #$#mcp version: 2.1 to: 2.1")]
    [InlineData("#$\"quoted", " #$\"quoted")]
    [InlineData("\e[0m#$# edit name: x upload: @password", " #$# edit name: x upload: @password")]
    [InlineData("hey #$#", "hey #$#")]
    [InlineData("!!SOUND(boo.wav)", "! !SOUND(boo.wav)")]
    [InlineData("x !!music(boo.mid)", "x ! !MUSIC(boo.mid)")]
    [InlineData("Watch out!!", "Watch out!!")]
    public void A_players_text_is_no_command_to_anothers_client(string text, string clean) =>
        Assert.Equal(clean, TextSanitizer.Clean(text));

    [Fact]
    public void Random_text_never_throws_and_never_keeps_an_escape()
    {
        var random = new Random(11);
        const string alphabet = "\e\u009B\u009D\u0090\u009C\a\\[]();0123Amzé日\uD83D\uDC04\n\t ";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ =>
                alphabet[random.Next(alphabet.Length)]));

            var clean = TextSanitizer.Clean(text);

            Assert.DoesNotContain(clean, c => c is '\e' or (>= '\u0080' and <= '\u009F') or '\n');
            Markup.Render(text, new TerminalFacts(Charset.Utf8));
            AnsiText.Parse(text);
        }
    }
}
