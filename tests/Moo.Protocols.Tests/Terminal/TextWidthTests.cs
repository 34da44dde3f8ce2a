using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("hello", 5)]
    [InlineData("café", 4)]
    [InlineData("cafe\u0301", 4)]              // a combining accent
    [InlineData("日本語", 6)]
    [InlineData("한국", 4)]
    [InlineData("ＡＢ", 4)]                    // fullwidth letters
    [InlineData("ｱｲ", 2)]                     // halfwidth katakana
    [InlineData("🐄", 2)]
    [InlineData("👩‍👩‍👧‍👦", 2)]                  // four people, one picture
    [InlineData("👍🏽", 2)]                    // with a skin colour
    [InlineData("🇨🇿", 2)]                    // a flag
    [InlineData("❤\uFE0F", 2)]               // a heart, as a picture
    [InlineData("❤", 1)]                     // a heart, as text
    [InlineData("─┼─", 3)]
    [InlineData("a\u200Bb", 2)]              // zero width space
    [InlineData("กำ", 2)]
    [InlineData("\U0001F300\U00020000", 4)]
    public void Text_takes_the_columns_that_terminals_give_it(string text, int columns) =>
        Assert.Equal(columns, TextWidth.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_measured_too() => Assert.Equal(3, TextWidth.Of("a\uD83Db"));
}
