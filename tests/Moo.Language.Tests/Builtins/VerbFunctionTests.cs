using Moo.Language.Tests.Support;
using Moo.Testing;

namespace Moo.Language.Tests.Builtins;

public sealed class VerbFunctionTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public VerbFunctionTests() => _moo.Run("""
        o = create(#1);
        add_property(#0, "o", o, {player, "r"});
        add_verb(o, {player, "rxd", "open un*lock"}, {"this", "with", "any"});
        add_verb(o, {player, "d", "shut"}, {"none", "none", "none"});
        add_verb(o, {player, "rwd", "free"}, {"none", "none", "none"});
        set_verb_code(o, "open", {"return 1;"});
        """);

    public void Dispose() => _moo.Dispose();

    [Theory]
    [InlineData("verbs($o)", "E_PERM")]
    [InlineData("verbs(#99)", "E_INVARG")]
    [InlineData("verb_info($o, \"open\")", "{#2, \"rxd\", \"open un*lock\"}")]
    [InlineData("verb_info($o, \"unlo\")", "{#2, \"rxd\", \"open un*lock\"}")]
    [InlineData("verb_info($o, 1)[3]", "\"open un*lock\"")]
    [InlineData("verb_info($o, \"un*lock\")", "E_VERBNF")]
    [InlineData("verb_info($o, \"shut\")", "E_PERM")]
    [InlineData("verb_info($o, 9)", "E_VERBNF")]
    [InlineData("verb_info($o, 0)", "E_INVARG")]
    [InlineData("verb_info($o, #1)", "E_TYPE")]
    [InlineData("verb_info(#99, \"open\")", "E_INVARG")]
    [InlineData("verb_info($o, \"0\")", "E_VERBNF")]
    [InlineData("verb_args($o, \"open\")", "{\"this\", \"with/using\", \"any\"}")]
    [InlineData("verb_code($o, \"open\")", "{\"return 1;\"}")]
    [InlineData("verb_code($o, \"free\")", "{}")]
    [InlineData("verb_code($o, \"shut\")", "E_PERM")]
    [InlineData("disassemble($o, \"shut\")", "E_PERM")]
    [InlineData("add_verb($o, {#3, \"d\", \"x\"}, {\"this\", \"none\", \"this\"})", "E_PERM")]
    [InlineData("add_verb(create(#1), {#2, \"d\", \"x\"}, {\"this\", \"none\", \"this\"})", "E_PERM")]
    [InlineData("add_verb(create(#1), {#3, \"d\", \" \"}, {\"this\", \"none\", \"this\"})", "E_INVARG")]
    [InlineData("add_verb(create(#1), {#3, \"q\", \"x\"}, {\"this\", \"none\", \"this\"})", "E_INVARG")]
    [InlineData("add_verb(create(#1), {#3, \"d\", \"x\"}, {\"that\", \"none\", \"this\"})", "E_INVARG")]
    [InlineData("add_verb(create(#1), {#3, \"d\", \"x\"}, {\"this\", \"besides\", \"this\"})", "E_INVARG")]
    [InlineData("add_verb(create(#1), {#3, \"d\"}, {\"this\", \"none\", \"this\"})", "E_TYPE")]
    [InlineData("add_verb(create(#1), {#3, \"d\", \"x\"}, {\"1\", \"none\", \"this\"})", "E_INVARG")]
    [InlineData("add_verb(create(#1), {#3, \"d\", \"x\"}, {\"this\", \"#1\", \"this\"})", "1")]
    [InlineData("delete_verb($o, \"open\")", "E_PERM")]
    [InlineData("delete_verb(create(#1), \"none\")", "E_VERBNF")]
    [InlineData("set_verb_info($o, \"open\", {#2, \"rxd\", \"x\"})", "E_PERM")]
    [InlineData("set_verb_info($o, \"free\", {#3, \"rxd\", \"x\"})", "E_PERM")]
    [InlineData("set_verb_info($o, \"free\", {#2, \"rd\", \"x\"})", "0")]
    [InlineData("set_verb_args($o, \"open\", {\"this\", \"none\", \"this\"})", "E_PERM")]
    [InlineData("set_verb_args($o, \"free\", {\"this\", \"none\", \"this\"})", "0")]
    [InlineData("set_verb_code($o, \"open\", {})", "E_PERM")]
    [InlineData("set_verb_code($o, \"free\", {\"return 2;\"})", "{}")]
    [InlineData("set_verb_code($o, \"free\", {5})", "E_TYPE")]
    [InlineData("set_verb_code($o, \"none\", {})", "E_VERBNF")]
    [InlineData("respond_to($o, \"open\")", "1")]
    [InlineData("respond_to($o, \"shut\")", "0")]
    [InlineData("respond_to(#99, \"open\")", "E_INVARG")]
    public void A_programmer_gets(string expression, string expected) =>
        Assert.Equal(expected, _moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer));

    [Fact]
    public void Nobody_programs_without_the_programmer_bit()
    {
        _moo.Run("#3.programmer = 0;");

        Assert.Equal("E_PERM", _moo.Eval("`set_verb_code($o, \"free\", {}) ! ANY'", TestMoo.Programmer));
    }

    [Fact]
    public void A_program_is_kept_as_typed_and_written_anew_on_request()
    {
        var result = _moo.Run("""
            set_verb_code($o, "open", {"// what it does", "if (1)return 2;", "", "endif"});
            return {verb_code($o, "open"), verb_code($o, "open", 0, 1), verb_code($o, "open", 0, 0), $o:open()};
            """);

        Assert.Equal(
            """{{"// what it does", "if (1)return 2;", "", "endif"}, {"// what it does", "if (1)return 2;", "", "endif"}, {"if (1)", "return 2;", "endif"}, 2}""",
            result.ToString());
    }

    [Fact]
    public void A_program_with_errors_changes_nothing_and_all_errors_are_told()
    {
        var result = _moo.Run("""errors = set_verb_code($o, "open", {"x = ;", "return 5 +;"}); return {errors[1][1..8], errors[4][1..8], verb_code($o, "open")};""");

        Assert.Equal("""{"Line 1: ", "Line 2: ", {"return 1;"}}""", result.ToString());
    }

    [Fact]
    public void A_block_that_ends_without_having_begun_is_an_error() =>
        Assert.Equal("\"Line 1:\"", _moo.Eval("set_verb_code($o, \"open\", {\"x = 1; endif y = ; endwhile\"})[1][1..7]"));

    [Fact]
    public void Deleting_a_verb_moves_the_later_ones_up()
    {
        var result = _moo.Run("delete_verb($o, 1); return {verbs($o), verb_info($o, 1)[3]};");

        Assert.Equal("{{\"shut\", \"free\"}, \"shut\"}", result.ToString());
    }

    [Fact]
    public void A_world_may_ask_for_verb_numbers_in_strings()
    {
        _moo.Run("add_property(#0, \"server_options\", create(#1), {player, \"r\"}); add_property($server_options, \"support_numeric_verbname_strings\", 1, {player, \"r\"});");

        Assert.Equal("\"shut\"", _moo.Eval("verb_info($o, \"1\")[3]"));
    }

    [Fact]
    public void A_listing_of_the_steps_shows_where_they_came_from()
    {
        var result = _moo.Run("set_verb_code($o, \"open\", {\"x = player:tell();\", \"return x;\"}); return disassemble($o, \"open\");");

        Snapshot.Match(string.Join('\n', result.AsList.Select(line => line.AsStr)));
    }
}
