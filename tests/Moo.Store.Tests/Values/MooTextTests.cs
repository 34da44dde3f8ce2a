using System.Text;
using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class MooTextTests
{
    [Theory]
    [InlineData("", 0), InlineData("abc", 3), InlineData("ä€", 2), InlineData("😀", 1), InlineData("a😀b😀", 4)]
    public void Length_counts_code_points(string text, int length)
    {
        var value = Value.Str(text);

        Assert.Equal(length, MooText.Length(text));
        Assert.Equal(length, MooText.Length(ref value));
        Assert.Equal(length, MooText.Length(ref value)); // the second time it is remembered
        Assert.Equal(Value.Str(text), value);
    }

    [Theory]
    [InlineData("a😀b", 1, "a"), InlineData("a😀b", 2, "😀"), InlineData("a😀b", 3, "b"), InlineData("xyz", 3, "z"), InlineData("€", 1, "€")]
    public void Characters_are_whole(string text, int position, string expected) => Assert.Equal(expected, MooText.At(text, position));

    [Theory]
    [InlineData("a😀b😀c", 2, 4, "😀b😀"), InlineData("abc", 1, 3, "abc"), InlineData("abc", 3, 2, ""), InlineData("abc", 2, 2, "b")]
    public void Slices_are_cut_between_characters(string text, int from, int to, string expected) =>
        Assert.Equal(expected, MooText.Slice(text, from, to));

    [Fact]
    public void Positions_go_both_ways()
    {
        const string text = "a😀b😀c";

        for (var points = 0; points <= 5; points++) Assert.Equal(points, MooText.ToPoints(text, MooText.ToUnits(text, points)));
        Assert.Throws<ArgumentOutOfRangeException>(() => MooText.ToUnits(text, 6));
    }

    [Fact]
    public void Two_texts_are_equal_exactly_if_neither_comes_first()
    {
        // Every letter beside its capital, its small letter, and what folds oddly: ſ, K, Å, ẞ, ϴ, Ω, ı, İ.
        var odd = new[] { 0x17F, 0x212A, 0x212B, 0x1E9E, 0x3F4, 0x2126, 0x131, 0x130, 'k', 'K', 's', 'S', 0xE5, 0xC5, 0xDF, 0x3B8, 0x398, 'i', 'I' };
        foreach (var left in odd)
            foreach (var right in odd) AssertAgree(new Rune(left).ToString(), new Rune(right).ToString());
        for (var point = 1; point < 0x20000; point++)
        {
            if (point is >= 0xD800 and < 0xE000) continue;
            var letter = new Rune(point);
            AssertAgree(letter.ToString(), Rune.ToUpperInvariant(letter).ToString());
            AssertAgree(letter.ToString(), Rune.ToLowerInvariant(letter).ToString());
        }
    }

    private static void AssertAgree(string left, string right)
    {
        var order = MooText.CompareIgnoringCase(left, right);
        if ((order == 0) != MooText.EqualsIgnoringCase(left, right) || Math.Sign(order) != -Math.Sign(MooText.CompareIgnoringCase(right, left)))
            Assert.Fail($"U+{(int)left[0]:X4} {left} and U+{(int)right[0]:X4} {right}: order {order}");
        if (order == 0) Assert.Equal(MooText.HashIgnoringCase(left), MooText.HashIgnoringCase(right));
    }

    [Fact]
    public void Letters_outside_the_basic_plane_ignore_case_too()
    {
        var (capital, small) = ("x\U00010400y", "x\U00010428y"); // Deseret long I

        Assert.Equal(0, MooText.CompareIgnoringCase(capital, small));
        Assert.True(MooText.CompareIgnoringCase(capital + "a", small + "b") < 0);
        Assert.True(MooText.CompareIgnoringCase(small + "a", capital + "B") < 0);
    }

    [Fact]
    public void Underscore_comes_before_letters_of_either_case()
    {
        Assert.True(MooText.CompareIgnoringCase("_", "a") < 0);
        Assert.True(MooText.CompareIgnoringCase("_", "A") < 0);
        Assert.True(MooText.CompareIgnoringCase("ab", "ABC") < 0);
    }

    [Fact]
    public void Halves_of_pairs_that_stand_alone_are_replaced()
    {
        Assert.Equal("a\uFFFDb", MooText.Repair("a\uD83Db"));
        Assert.Equal("\uFFFD😀", MooText.Repair("\uDE00😀"));
        Assert.Same("plain", MooText.Repair("plain"));
    }
}
