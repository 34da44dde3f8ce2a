using System.Text;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Terminal;

public class CharsetTests
{
    [Theory]
    [InlineData("UTF-8", "UTF-8")]
    [InlineData("utf8", "UTF-8")]
    [InlineData("ISO_8859-1", "ISO-8859-1")]
    [InlineData("Latin-1", "ISO-8859-1")]
    [InlineData("windows-1251", "CP1251")]
    [InlineData("koi8-r", "KOI8-R")]
    [InlineData("IBM437", "CP437")]
    [InlineData("us-ascii", "US-ASCII")]
    [InlineData("ANSI_X3.4-1968", "US-ASCII")]
    public void A_character_set_is_found_by_its_names(string name, string found) =>
        Assert.Equal(found, Charset.Find(name)?.Name);

    [Theory]
    [InlineData("")]
    [InlineData("EBCDIC")]
    [InlineData("UTF-16")]
    [InlineData("a name that is far too long for a character set")]
    public void Other_names_are_none(string name) => Assert.Null(Charset.Find(name));

    [Theory]
    [InlineData("CP1251", "Съешь же ещё этих", "D1FAE5F8FC20E6E520E5F9B820FDF2E8F5")]
    [InlineData("KOI8-R", "Съешь же ещё этих", "F3DFC5DBD820D6C520C5DDA320DCD4C9C8")]
    [InlineData("CP437", "café ╔═╗ ±½", "6361668220C9CDBB20F1AB")]
    [InlineData("ISO-8859-1", "café ÿ£", "636166E920FFA3")]
    public void Text_goes_both_ways(string name, string text, string hex)
    {
        var charset = Charset.Find(name)!;
        var bytes = Convert.FromHexString(hex.Replace(" ", ""));

        Assert.Equal(text, charset.Decode(bytes));
        Assert.Equal(bytes, text.Select(c => charset.TryEncode(c, out var b) ? b : (byte)'?').ToArray());
    }

    [Fact]
    public void Every_byte_of_every_single_byte_set_goes_both_ways()
    {
        foreach (var charset in Charset.All.Where(c => c != Charset.Utf8))
        {
            for (var value = 0; value < 256; value++)
            {
                var character = charset.Decode([(byte)value]).Single();
                var isKnown = charset.TryEncode(character, out var back);
                Assert.Equal(character != Charset.Unknown, isKnown);
                if (isKnown)
                    Assert.Equal(value, back);
            }
        }
    }

    [Fact]
    public void Latin1_is_what_the_framework_says_it_is()
    {
        for (var value = 0xA0; value < 256; value++)
            Assert.Equal(Encoding.Latin1.GetString([(byte)value]), Charset.Latin1.Decode([(byte)value]));
    }

    [Fact]
    public void No_spelling_is_longer_than_the_encoder_makes_room_for()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (Rune.TryCreate((char)c, out var rune))
                Assert.InRange(Transliteration.Spell(rune).Length, 0, Transliteration.LongestSpelling);
        }
    }
}
