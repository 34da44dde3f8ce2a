using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class ServerFunctionTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public void Dispose() => _moo.Dispose();

    [Theory]
    [InlineData("server_log(\"x\")")]
    [InlineData("server_log_lines()")]
    [InlineData("shutdown()")]
    [InlineData("dump_database()")]
    [InlineData("usage()")]
    [InlineData("load_server_options()")]
    [InlineData("verb_cache_stats()")]
    [InlineData("log_cache_stats()")]
    [InlineData("gc_stats()")]
    [InlineData("threads()")]
    [InlineData("getenv(\"HOME\")")]
    public void These_are_for_wizards(string expression) => Assert.Equal("E_PERM", _moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer));

    [Fact]
    public void What_concerns_the_server_goes_out_with_the_commit()
    {
        _moo.Run("server_log(\"a\"); server_log(\"b\", 1); dump_database(); shutdown(\"why\");");

        Assert.Equal(
            [new LogEffect("> a", false), new LogEffect("> b", true), new DumpEffect(), new ShutdownEffect("shutdown() called by Wizard: why")], _moo.Effects);
    }

    [Fact]
    public void The_log_can_be_read_from_a_line_on()
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        _moo.Host.LogLines.AddRange([new LogLine(7, time, "info", "ready"), new LogLine(8, time.AddSeconds(1), "warning", "the disk is slow")]);

        Assert.Equal("{{7, 1800000000, \"info\", \"ready\"}, {8, 1800000001, \"warning\", \"the disk is slow\"}}", _moo.Eval("server_log_lines()"));
        Assert.Equal("{8}", _moo.Eval("{line[1] for line in (server_log_lines(7))}"));
    }

    [Theory]
    [InlineData("server_version()", "\"1.2.3-test\"")]
    [InlineData("server_version(\"ext\")", "\"-test\"")]
    [InlineData("server_version(\"features/unicode/\")", "\"unicode\"")]
    [InlineData("server_version(\"features/none\")", "E_INVARG")]
    [InlineData("server_version(\"major/x\")", "E_INVARG")]
    [InlineData("server_version(1)[1]", "{\"major\", 1}")]
    [InlineData("function_info(\"nosuch\")", "E_INVARG")]
    [InlineData("function_info(\"MOVE\")", "{\"move\", 2, 3, {1, 1, 0}}")]
    [InlineData("function_info(\"eval\")", "{\"eval\", 1, -1, {2}}")]
    [InlineData("function_info(\"floatstr\")[4][1]", "9")]
    [InlineData("function_help(\"nosuch\")", "E_INVARG")]
    [InlineData("call_function(\"nosuch\")", "E_INVARG")]
    [InlineData("call_function(\"valid\")", "E_ARGS")]
    [InlineData("call_function(\"suspend\", 0)", "0")]
    [InlineData("ctime(99999999999999)", "E_INVARG")]
    [InlineData("ctime(-99999999999999)", "E_INVARG")]
    [InlineData("pass()", "E_INVIND")]
    public void A_question_has_its_answer(string expression, string expected) => Assert.Equal(expected, _moo.Eval($"`{expression} ! ANY'"));

    [Fact]
    public void All_functions_are_listed_once_and_in_order()
    {
        var names = _moo.Run("return function_info();").AsList.Select(entry => entry.AsList[0].AsStr).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(), names);
        Assert.Contains("pass", names);
    }

    [Fact]
    public void A_size_that_cannot_be_told_is_an_error()
    {
        _moo.Host.DatabaseBytes = null;

        Assert.Equal("E_QUOTA", _moo.Eval("`db_disk_size() ! ANY'"));
    }

    [Fact]
    public void The_environment_is_shown_where_that_is_switched_on()
    {
        using var open = new TestMoo(outside: new OutsideAccess { Environment = true });

        Assert.Equal("{1, 0}", open.Eval("{typeof(getenv(\"PATH\")) == STR, getenv(\"NO_SUCH_VARIABLE\")}"));
    }

    [Fact]
    public void A_time_is_written_as_people_read_it()
    {
        using var moo = new TestMoo(time: new FixedZone(TimeZoneInfo.Utc));

        Assert.Equal("{\"Thu Jan  1 00:00:00 1970 UTC\", \"Mon Aug 13 19:13:20 1990 UTC\"}", moo.Eval("{ctime(0), ctime(650574800)}"));
    }

    [Fact]
    public void A_zone_without_an_abbreviation_shows_its_offset()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromMinutes(345), "A long name", "A long name");
        using var moo = new TestMoo(time: new FixedZone(zone));

        Assert.Equal("\"Thu Jan  1 05:45:00 1970 +0545\"", moo.Eval("ctime(0)"));
    }

    [Fact]
    public void A_wrong_number_of_arguments_inside_a_called_function_is_told_as_its_own() =>
        Assert.Contains("valid(any) does not take 0 arguments", _moo.Run("call_function(\"valid\");").AsStr, StringComparison.Ordinal);

    private sealed class FixedZone(TimeZoneInfo zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => zone;
    }

    [Fact]
    public void A_WAIF_is_of_the_class_that_makes_it()
    {
        var result = _moo.Run("""
            c = create(#1); d = create(c);
            add_property(c, ":p", 1, {player, "rw"});
            add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
            set_verb_code(c, "new", {"return new_waif();"});
            w = d:new(); v = c:new(); w.p = 5;
            return {w.class == d, v.class == c, w.p, v.p, isa(w, c), `w.q ! ANY', w == w, w == v, `new_waif() ! ANY'};
            """);

        Assert.Equal("{1, 1, 5, 1, 1, E_PROPNF, 1, 0, E_INVIND}", result.ToString());
    }
}
