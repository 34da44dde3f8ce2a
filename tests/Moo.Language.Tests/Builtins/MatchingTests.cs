using Moo.Language.Builtins.Matching;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class MatchingTests
{
    [Theory]
    [InlineData("complex_match(\"foo\", {\"foobar\", \"foo\"})", "\"foo\"")]
    [InlineData("complex_match(\"FOO\", {\"xfoo\", \"foobar\"})", "\"foobar\"")]
    [InlineData("complex_match(\"oba\", {\"x\", \"foobar\"})", "\"foobar\"")]
    [InlineData("complex_match(\"zip\", {\"foo\"})", "#-3")]
    [InlineData("complex_match(\"\", {\"foo\"})", "#-3")]
    [InlineData("complex_match(\"first\", {\"first\"})", "#-3")]
    [InlineData("complex_match(\"second foo\", {\"foobar\", \"food\", \"foot\"})", "\"food\"")]
    [InlineData("complex_match(\"3. foo\", {\"foobar\", \"food\", \"foot\"})", "\"foot\"")]
    [InlineData("complex_match(\"2.foo\", {\"foobar\", \"foo\"})", "\"foobar\"")]
    [InlineData("complex_match(\"twenty-first foo\", {\"foo\"})", "#-3")]
    [InlineData("complex_match(\"lammp\", {\"lamp\", \"table\"})", "#-3")]
    [InlineData("complex_match(\"lammp\", {\"lamp\", \"table\"}, 0.5)", "\"lamp\"")]
    [InlineData("complex_match(\"lammp\", {\"lamp\", \"table\"}, true)", "\"lamp\"")]
    [InlineData("complex_match(\"wizard\", {#1, #2, \"wizard\"})", "#2")]
    [InlineData("complex_match(\"pool\", {1, 2}, {{\"heated pool\", \"pool\"}, {\"poolside\"}})", "1")]
    [InlineData("complex_match(\"zonk\", {3, 4, 5}, {{\"foobar\", \"foo\"}, {\"zed\"}, \"zonk\"})", "5")]
    [InlineData("complex_match(\"x\", {1}, {})", "E_INVARG")]
    [InlineData("complex_match(1, {})", "E_TYPE")]
    [InlineData("complex_matches(\"foo\", {\"foobar\", \"xfoo\", \"food\"})", "{\"foobar\", \"food\"}")]
    [InlineData("complex_matches(\"2nd foo\", {\"foobar\", \"xfoo\", \"food\"})", "{\"food\"}")]
    [InlineData("complex_matches(\"3rd foo\", {\"foobar\", \"xfoo\", \"food\"})", "{}")]
    [InlineData("complex_matches(\"*.foo\", {\"xfoo\", \"food\"})", "{\"food\", \"xfoo\"}")]
    [InlineData("complex_matches(\"all\", {\"all\", \"ball\"})", "{\"all\"}")]
    [InlineData("complex_matches(\"zip\", {})", "{}")]
    [InlineData("complex_matches(\"foo\", {#1, #2}, {\"a foo\", {\"foo\", \"b\"}}, 0)", "{#2}")]
    [InlineData("`spellcheck(1) ! ANY'", "E_TYPE")]
    [InlineData("format_compile_error(['message -> \"m\", 'line -> 2, 'column -> 2, 'source -> \"a\\nbc\", 'expected_tokens -> {\"x\", \"y\"}, 'notes -> {\"n\"}])", "{\"Line 2:  m\", \"bc\", \" ^\", \"expected: x, y\", \"note: n\"}")]
    [InlineData("format_compile_error([\"message\" -> \"m\", \"line\" -> 9, \"source\" -> \"a\"], 1)", "{\"Line 9:  m\"}")]
    [InlineData("format_compile_error([\"message\" -> \"m\"])", "{\"m\"}")]
    [InlineData("format_compile_error([])", "E_INVARG")]
    [InlineData("format_compile_error([\"message\" -> \"m\"], 3)", "E_INVARG")]
    public void A_function_has_its_result(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval($"`{expression} ! ANY'"));
    }

    [Theory]
    [InlineData("first lamp", 1, "lamp")]
    [InlineData("twelfth lamp", 12, "lamp")]
    [InlineData("thirty-second brass  lamp", 32, "brass lamp")]
    [InlineData("21st lamp", 21, "lamp")]
    [InlineData("10. lamp", 10, "lamp")]
    [InlineData("2.lamp", 2, "lamp")]
    [InlineData("eighty lamps", 80, "lamps")]
    [InlineData("lamp", 0, "lamp")]
    [InlineData("brass lamp", 0, "brass lamp")]
    [InlineData("", 0, "")]
    public void Ordinals_are_understood(string text, int ordinal, string word) => Assert.Equal((ordinal, word), OrdinalWords.Split(text));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "ABC", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("ca", "abc", 2)]
    [InlineData("kitten", "sitting", 3)]
    public void Typing_errors_are_counted(string left, string right, int expected) => Assert.Equal(expected, TypingDistance.Between(left, right));

    [Fact]
    public void A_list_of_words_knows_and_suggests()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["hello", "help", "Berlin", "world"]);
        var words = new WordList(file);

        Assert.True(words.IsThere);
        Assert.True(words.Contains("Hello"));
        Assert.True(words.Contains("world's"));
        Assert.True(words.Contains("42"));
        Assert.False(words.Contains("helo"));
        Assert.Equal(["hello", "help"], words.Suggest("helo"));
        Assert.Equal(["world"], words.Suggest("wrodl"));
        Assert.Empty(words.Suggest("zzzzz"));
        File.Delete(file);
        Assert.False(new WordList(file).IsThere);
    }
}
