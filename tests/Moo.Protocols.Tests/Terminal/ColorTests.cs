using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class ColorTests
{
    [Theory]
    [InlineData("#ff0000", "38;5;196", "91")]
    [InlineData("#000000", "38;5;16", "30")]
    [InlineData("#ffffff", "38;5;231", "97")]
    [InlineData("#808080", "38;5;244", "90")]
    [InlineData("#5f87af", "38;5;67", "90")]
    [InlineData("#008000", "38;5;28", "32")]
    [InlineData("#000080", "38;5;18", "34")]
    [InlineData("#080808", "38;5;232", "30")]
    [InlineData("#eeeeee", "38;5;255", "37")]
    public void A_24_bit_colour_falls_to_the_nearest_of_256_and_of_16(string color, string of256, string of16)
    {
        Assert.Equal($"\e[{of256}mx\e[0m", Render($"[{color}]x", ColorDepth.TwoHundredFiftySix));
        Assert.Equal($"\e[{of16}mx\e[0m", Render($"[{color}]x", ColorDepth.Sixteen));
        Assert.Equal("x", Render($"[{color}]x", ColorDepth.None));
    }

    [Fact]
    public void Each_colour_of_the_cube_and_of_the_greys_is_its_own_nearest()
    {
        for (var index = 16; index < 256; index++)
        {
            var shown = AnsiRenderer.Render(AnsiText.Parse($"\e[38;5;{index}mx"), With(ColorDepth.TwoHundredFiftySix));
            Assert.Equal($"\e[38;5;{index}mx\e[0m", shown);
        }
    }

    [Theory]
    [InlineData("\e[31mred\e[0m plain", "[31]red[] plain")]
    [InlineData("\e[1;31;44mx\e[22my\e[39;49mz", "[1;31;44]x[0;31;44]y[]z")]
    [InlineData("\e[38;5;196mx", "[91]x")]
    [InlineData("\e[38;2;255;0;0;1mx", "[1;91]x")]
    [InlineData("\e[97;105mx", "[97;105]x")]
    [InlineData("\e[mx\e[38mx\e[38;5mx\e[999mx", "xxxx")]
    [InlineData("\e[2Jx\e]0;title\u0007y\e(Bz", "xyz")]
    public void Text_with_sequences_of_its_own_is_brought_down_too(string text, string shown) =>
        Assert.Equal(shown, AnsiRenderer.Render(AnsiText.Parse(text), With(ColorDepth.Sixteen))
            .Replace("\e[0m", "[]").Replace("\e[", "[").Replace("m", "]").TrimEnd('[', ']'));

    private static string Render(string markup, ColorDepth depth) => Markup.Render(markup, With(depth));

    private static TerminalFacts With(ColorDepth depth) => new(Charset.Utf8) { PreferredColors = depth };
}
