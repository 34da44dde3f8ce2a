using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("toint(\"12\")", "12")]
    [InlineData("toint(\"  12  \")", "12")]
    [InlineData("toint(\"\\t\\n 12\")", "12")]
    [InlineData("toint(\"12\\t\")", "0")]
    [InlineData("toint(\"12abc\")", "0")]
    [InlineData("toint(\"abc\")", "0")]
    [InlineData("toint(\"\")", "0")]
    [InlineData("toint(\"-\")", "0")]
    [InlineData("toint(\"- 5\")", "0")]
    [InlineData("toint(\"-5\")", "-5")]
    [InlineData("toint(\"+5\")", "5")]
    [InlineData("toint(\"1.9\")", "1")]
    [InlineData("toint(\"-1.9\")", "-1")]
    [InlineData("toint(\".9\")", "0")]
    [InlineData("toint(\"12.\")", "12")]
    [InlineData("toint(\"1e3\")", "1000")]
    [InlineData("toint(\"1e\")", "0")]
    [InlineData("toint(\"0x1F\")", "0")]
    [InlineData("toint(\"1_000\")", "0")]
    [InlineData("toint(\"99999999999999999999\")", "9223372036854775807")]
    [InlineData("toint(\"-99999999999999999999\")", "-9223372036854775808")]
    [InlineData("toint(\"1e30\")", "9223372036854775807")]
    [InlineData("toint(\"inf\")", "0")]
    [InlineData("tonum(\"7\")", "7")]
    [InlineData("toint(7)", "7")]
    [InlineData("toint(-3.99)", "-3")]
    [InlineData("toint(#42)", "42")]
    [InlineData("toint(E_PERM)", "3")]
    [InlineData("toint(true)", "1")]
    [InlineData("tofloat(\"34\")", "34.0")]
    [InlineData("tofloat(\" -1.5e2 \")", "-150.0")]
    [InlineData("tofloat(\"- 5\")", "-5.0")]
    [InlineData("tofloat(\".5\")", "0.5")]
    [InlineData("tofloat(7)", "7.0")]
    [InlineData("tofloat(#7)", "7.0")]
    [InlineData("tofloat(E_PERM)", "3.0")]
    [InlineData("toobj(\"34\")", "#34")]
    [InlineData("toobj(\" # 34 \")", "#34")]
    [InlineData("toobj(\"#-1\")", "#-1")]
    [InlineData("toobj(\"1.5\")", "#0")]
    [InlineData("toobj(\"foo\")", "#0")]
    [InlineData("toobj(\"##3\")", "#0")]
    [InlineData("toobj(34.7)", "#34")]
    [InlineData("toobj(E_PERM)", "#3")]
    [InlineData("tosym(E_PERM)", "'E_PERM")]
    [InlineData("tosym(true)", "'true")]
    [InlineData("tosym('x)", "'x")]
    [InlineData("tobool({0})", "true")]
    [InlineData("tobool(#1)", "false")]
    [InlineData("{error_code(E_PERM(\"x\", 5)), error_message(E_PERM)}", "{E_PERM, \"Permission denied\"}")]
    public void A_value_converts(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval(expression));
    }

    [Theory]
    [InlineData("toint({1})", "E_TYPE")]
    [InlineData("toint([])", "E_TYPE")]
    [InlineData("toint('x)", "E_TYPE")]
    [InlineData("toint(1e19)", "E_FLOAT")]
    [InlineData("toint(9223372036854775808.0)", "E_FLOAT")]
    [InlineData("toint(E_MINE)", "E_INVARG")]
    [InlineData("toobj({})", "E_TYPE")]
    [InlineData("toobj(-1e300)", "E_FLOAT")]
    [InlineData("tofloat(\"12abc\")", "E_INVARG")]
    [InlineData("tofloat(\"\")", "E_INVARG")]
    [InlineData("tofloat(\"1e999\")", "E_INVARG")]
    [InlineData("tofloat(\"nan\")", "E_INVARG")]
    [InlineData("tofloat({})", "E_TYPE")]
    [InlineData("tosym(1)", "E_TYPE")]
    [InlineData("error_code(\"E_PERM\")", "E_INVARG")]
    [InlineData("error_message(3)", "E_INVARG")]
    [InlineData("uuid(1)", "E_ARGS")]
    [InlineData("floatstr(1, 2)", "E_TYPE")]
    [InlineData("floatstr(1.0, -1)", "E_INVARG")]
    public void What_means_nothing_raises(string expression, string error)
    {
        using var moo = new TestMoo();

        Assert.Equal(error, moo.Eval($"`{expression} ! ANY'"));
    }

    [Theory]
    [InlineData("1.5, 0", "2")]
    [InlineData("2.5, 0", "2")]
    [InlineData("0.125, 2", "0.12")]
    [InlineData("0.375, 2", "0.38")]
    [InlineData("2.675, 2", "2.67")]
    [InlineData("-0.0, 2", "-0.00")]
    [InlineData("0.1, 25", "0.1000000000000000056")]
    [InlineData("1.0e22, 1", "10000000000000000000000.0")]
    [InlineData("0.125, 1, 1", "1.2e-01")]
    [InlineData("1.0e-300, 3, 1", "1.000e-300")]
    public void Floatstr_rounds_as_C_does(string arguments, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal($"\"{expected}\"", moo.Eval($"floatstr({arguments})"));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("-9223372036854775808")]
    [InlineData("-1.5e+300")]
    [InlineData("#-1")]
    [InlineData("\"a \\\"quote\\\" and a \\\\ and \\n\"")]
    [InlineData("E_PERM")]
    [InlineData("E_MINE")]
    [InlineData("E_PERM(\"no\", {1})")]
    [InlineData("true")]
    [InlineData("'sym")]
    [InlineData("b\"SGk=\"")]
    [InlineData("{}")]
    [InlineData("{{{}}, []}")]
    [InlineData("[1 -> {2}, \"k\" -> [#3 -> 4]]")]
    [InlineData("<#1, .a = 1, {2, 3}>")]
    public void A_literal_reads_back(string literal)
    {
        using var moo = new TestMoo();
        var quoted = literal.Replace("\\", "\\\\").Replace("\"", "\\\"");

        Assert.Equal(literal, moo.Eval($"fromliteral(\"{quoted}\")"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("player")]
    [InlineData("INT")]
    [InlineData("1 + 1")]
    [InlineData("-x")]
    [InlineData("--1")]
    [InlineData("{1, @{2}}")]
    [InlineData("time()")]
    [InlineData("E_PERM(3)")]
    [InlineData("E_PERM(shutdown())")]
    [InlineData("#0.name")]
    [InlineData("$foo")]
    [InlineData("1 2")]
    [InlineData("{1")]
    [InlineData("[{} -> 1]")]
    [InlineData("{x} => x")]
    [InlineData("{1; 2}")]
    public void What_is_no_literal_is_refused(string text)
    {
        using var moo = new TestMoo();

        Assert.Equal("E_INVARG", moo.Eval($"`fromliteral(\"{text}\") ! ANY'"));
    }

    [Fact]
    public void Literals_of_any_depth_end_in_a_value_or_an_error()
    {
        using var moo = new TestMoo();

        var opened = "strsub(\"aaaaaaaaaa\", \"a\", \"{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\")";

        Assert.Equal("E_INVARG", moo.Eval($"`fromliteral({opened}) ! ANY'"));
        Assert.Equal("E_INVARG", moo.Eval($"`fromliteral(strsub(\"aaaaaaaaaaaaaaaaaaaa\", \"a\", {opened})) ! ANY'"));
    }

    [Fact]
    public void Identifiers_differ_and_sort_by_time()
    {
        using var moo = new TestMoo();

        Assert.Equal("{1, 36}", moo.Eval("{uuid() != uuid(), length(uuid())}"));
    }
}
