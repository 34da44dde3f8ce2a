using Moo.Language.Builtins.Text;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class StringTests
{
    [Theory]
    [InlineData("strsub(\"%n is a fink.\", \"%n\", \"Fred\")", "\"Fred is a fink.\"")]
    [InlineData("strsub(\"foobar\", \"OB\", \"b\")", "\"fobar\"")]
    [InlineData("strsub(\"foobar\", \"OB\", \"b\", 1)", "\"foobar\"")]
    [InlineData("strsub(\"aaa\", \"aa\", \"b\")", "\"ba\"")]
    [InlineData("strsub(\"\", \"a\", \"b\")", "\"\"")]
    [InlineData("strsub(\"abc\", \"b\", \"\")", "\"ac\"")]
    [InlineData("strsub(\"ÄÖäö\", \"ä\", \"x\")", "\"xÖxö\"")]
    [InlineData("strsub(\"a🐄b\", \"🐄\", \"cow\")", "\"acowb\"")]
    [InlineData("index(\"foobar\", \"o\")", "2")]
    [InlineData("index(\"foobar\", \"o\", 0, 0)", "2")]
    [InlineData("index(\"foobar\", \"o\", 0, 2)", "1")]
    [InlineData("index(\"foobar\", \"x\")", "0")]
    [InlineData("index(\"foobar\", \"oba\")", "3")]
    [InlineData("index(\"Foobar\", \"foo\", 1)", "0")]
    [InlineData("index(\"foobar\", \"\")", "1")]
    [InlineData("index(\"\", \"\")", "1")]
    [InlineData("index(\"\", \"a\")", "0")]
    [InlineData("index(\"foobar\", \"o\", 0, 6)", "0")]
    [InlineData("index(\"foobar\", \"o\", 0, 7)", "0")]
    [InlineData("index(\"🐄🐄x\", \"X\")", "3")]
    [InlineData("index(\"🐄🐄x\", \"x\", 0, 1)", "2")]
    [InlineData("index(\"ſ\", \"s\")", "0")]
    [InlineData("rindex(\"foobar\", \"o\")", "3")]
    [InlineData("rindex(\"foobar\", \"o\", 0, 0)", "3")]
    [InlineData("rindex(\"foobar\", \"o\", 0, -4)", "2")]
    [InlineData("rindex(\"foobar\", \"OBA\")", "3")]
    [InlineData("rindex(\"foobar\", \"OBA\", 1)", "0")]
    [InlineData("rindex(\"foobar\", \"bars\")", "0")]
    [InlineData("rindex(\"foobar\", \"\")", "7")]
    [InlineData("rindex(\"foobar\", \"f\", 0, -6)", "0")]
    [InlineData("rindex(\"foobar\", \"f\", 0, -9)", "0")]
    [InlineData("rindex(\"🐄é🐄É\", \"é\")", "4")]
    [InlineData("rindex(\"ab\", \"abc\")", "0")]
    [InlineData("strcmp(\"foo\", \"foo\")", "0")]
    [InlineData("strcmp(\"foo\", \"bar\")", "1")]
    [InlineData("strcmp(\"FOO\", \"foo\")", "-1")]
    [InlineData("strcmp(\"foo\", \"foobar\")", "-1")]
    [InlineData("strcmp(\"\", \"a\")", "-1")]
    [InlineData("strtr(\"foobar\", \"o\", \"i\")", "\"fiibar\"")]
    [InlineData("strtr(\"foobar\", \"ob\", \"bo\")", "\"fbboar\"")]
    [InlineData("strtr(\"foobar\", \"foba\", \"\")", "\"r\"")]
    [InlineData("strtr(\"5xX\", \"135x\", \"0aBB\", 0)", "\"BbB\"")]
    [InlineData("strtr(\"5xX\", \"135x\", \"0aBB\", 1)", "\"BBX\"")]
    [InlineData("strtr(\"xXxX\", \"xXxX\", \"1234\", 1)", "\"3434\"")]
    [InlineData("strtr(\"日本語\", \"日\", \"月\", 1)", "\"月本語\"")]
    [InlineData("strtr(\"ÉÈ\", \"éè\", \"e\")", "\"E\"")]
    [InlineData("strtr(\"a🐄\", \"🐄\", \"🐖\")", "\"a🐖\"")]
    [InlineData("explode(\"a b  c\")", "{\"a\", \"b\", \"c\"}")]
    [InlineData("explode(\" a b \")", "{\"a\", \"b\"}")]
    [InlineData("explode(\"\")", "{}")]
    [InlineData("explode(\"   \")", "{}")]
    [InlineData("explode(\"\", \" \", 1)", "{\"\"}")]
    [InlineData("explode(\"a,,b,\", \",\", 1)", "{\"a\", \"\", \"b\", \"\"}")]
    [InlineData("explode(\"a,,b,\", \",\")", "{\"a\", \"b\"}")]
    [InlineData("explode(\"a,;b\", \",;\")", "{\"a\", \";b\"}")]
    [InlineData("explode(\"a b\", \"\")", "{\"a\", \"b\"}")]
    [InlineData("explode(\"aXbxc\", \"x\")", "{\"aXb\", \"c\"}")]
    [InlineData("explode(\"1🐄2🐄3\", \"🐄!\")", "{\"1\", \"2\", \"3\"}")]
    [InlineData("chr(65, {\"b\", 67, {}}, 233)", "\"AbCé\"")]
    [InlineData("chr()", "\"\"")]
    [InlineData("chr(7)", "\"\\x07\"")]
    public void A_string_function_has_its_result(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval(expression));
    }

    [Theory]
    [InlineData("strsub(\"a\", \"\", \"b\")", "E_INVARG")]
    [InlineData("strsub(\"a\", 1, \"b\")", "E_TYPE")]
    [InlineData("strsub(\"a\", \"b\")", "E_ARGS")]
    [InlineData("index(\"a\", \"b\", 0, -1)", "E_INVARG")]
    [InlineData("index(\"a\", \"b\", 0, \"x\")", "E_TYPE")]
    [InlineData("index({}, \"b\")", "E_TYPE")]
    [InlineData("rindex(\"a\", \"b\", 0, 1)", "E_INVARG")]
    [InlineData("strcmp(\"a\", 1)", "E_TYPE")]
    [InlineData("strtr(\"a\", \"b\", 1)", "E_TYPE")]
    [InlineData("explode(1)", "E_TYPE")]
    [InlineData("chr(-1)", "E_INVARG")]
    [InlineData("chr(55296)", "E_INVARG")]
    [InlineData("chr(1114112)", "E_INVARG")]
    [InlineData("chr(1.0)", "E_INVARG")]
    public void A_string_function_refuses(string expression, string error)
    {
        using var moo = new TestMoo();

        Assert.Equal(error, moo.Eval($"`{expression} ! ANY'"));
    }

    [Fact]
    public void Control_characters_are_for_wizards()
    {
        using var moo = new TestMoo();

        Assert.Equal("E_INVARG", moo.Eval("`chr(27) ! ANY'", TestMoo.Programmer));
        Assert.Equal("\" \"", moo.Eval("chr(32)", TestMoo.Programmer));
    }

    [Fact]
    public void Strsub_stops_at_the_longest_string_allowed()
    {
        using var moo = new TestMoo();

        var result = moo.Run("""
            s = "aaaaaaaaaaaaaaaa";
            for i in [1..20] s = `strsub(s, "a", "aaaaaaaa") ! E_QUOTA => return i'; endfor
            return length(s);
            """);

        Assert.Equal("7", result.ToString());
    }

    // A linear search must find what the plain one finds, and texts made to hurt must not.
    [Fact]
    public void Long_searches_agree_with_short_ones()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = Letters(random, random.Next(0, 40));
            var what = Letters(random, random.Next(1, 6));
            foreach (var caseMatters in new[] { false, true })
            {
                var comparison = caseMatters ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

                Assert.Equal(text.IndexOf(what, comparison), TextSearch.IndexOf(text, what, caseMatters));
                Assert.Equal(text.LastIndexOf(what, comparison), TextSearch.LastIndexOf(text, what, caseMatters));
            }
        }
        static string Letters(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => "abAéÉ"[random.Next(5)])]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_made_to_hurt_is_searched_in_linear_time(bool caseMatters)
    {
        var text = new string('a', 2_000_000);
        var what = new string('a', 500_000) + "b" + new string('a', 500_000);
        var there = text + what + "x";

        Assert.Equal(-1, TextSearch.IndexOf(text, what, caseMatters));
        Assert.Equal(-1, TextSearch.LastIndexOf(text, what, caseMatters));
        Assert.Equal(2_000_000, TextSearch.IndexOf(there, what, caseMatters));
        Assert.Equal(2_000_000, TextSearch.LastIndexOf(there, what, caseMatters));
    }
}
