using Moo.Language.Tests.Support;
using Moo.Store.Values;
using Moo.Testing;

namespace Moo.Language.Tests.Execution;

/// <summary>Errors say where and why.</summary>
public sealed class TracebackTests
{
    [Fact]
    public void A_traceback_goes_from_the_error_to_the_command()
    {
        using var moo = new TestMoo();
        moo.DefineVerb("#1", "outer", "return this:middle({args[1]});");
        moo.DefineVerb("#1", "middle", "// hands it on", "for item in (args[1])", "  this:inner(item);", "endfor");
        moo.DefineVerb("#2", "inner", "{count} = args;", "total = 100;", "return total / count + `count[3] ! E_TYPE => 1';");

        var shown = moo.Run("x = #2;\nreturn x:outer(0);");

        Snapshot.Match(shown.AsStr);
    }

    [Theory]
    [InlineData("long lines", "return length({1, 2, 3}) + length({\"a long line\", \"that goes on\", \"and on\"}) + player.no_such_property + length({4, 5, 6});")]
    [InlineData("wide text", "return \"日本語🐄\" + 1;")]
    [InlineData("several lines", "return {1,\n  2,\n  3} - 1;")]
    [InlineData("raised", "raise(E_MINE, \"the widget is stuck\", 42);")]
    [InlineData("a verb that is not there", "player:no_such_verb(1, 2);")]
    [InlineData("a value that is no object", "x = {}; return x.name;")]
    [InlineData("a variable without a value", "if (0) y = 1; endif\nreturn y;")]
    [InlineData("out of range", "x = {1, 2}; return x[5];")]
    [InlineData("endless", "while (1)\nendwhile")]
    [InlineData("no such function in a lambda", "f = {n} => g(n);\nh = {n} => {m} => f(lenth(m));\nreturn 1;")]
    public void An_error_names_the_thing_and_the_value(string name, string program)
    {
        using var moo = new TestMoo();

        var shown = moo.TryRun(program);

        Snapshot.Match(shown, name.Replace(' ', '_'));
    }

    [Fact]
    public void Recursion_without_end_is_stopped_and_shown_in_short()
    {
        using var moo = new TestMoo();
        moo.DefineVerb("#2", "again", "return this:again();");

        var shown = moo.Run("return #2:again();");

        Snapshot.Match(shown.AsStr);
    }

    [Fact]
    public void The_hook_may_take_the_report_over()
    {
        using var moo = new TestMoo();
        moo.DefineVerb("#0", "handle_uncaught_error", "notify(player, \"Oh dear: \" + toliteral(args[1..2]));", "return 1;");

        var shown = moo.Run("return 1 / 0;");

        Assert.Equal("Oh dear: {E_DIV, \"Division by zero\"}", shown.AsStr);
    }

    [Fact]
    public void The_hook_for_timeouts_gets_the_resource_and_the_stack()
    {
        using var moo = new TestMoo();
        moo.DefineVerb("#0", "handle_task_timeout", "notify(player, toliteral({args[1], length(args[2]), typeof(args[3])}));", "return 1;");

        var shown = moo.Run("while (1) endwhile");

        Assert.Equal("{\"ticks\", 1, 4}", shown.AsStr);
    }

    [Fact]
    public void An_error_that_is_caught_can_be_looked_into()
    {
        using var moo = new TestMoo();
        moo.DefineVerb("#2", "fail", "raise(E_MINE, \"stuck\", {1, 2});");

        var shown = moo.Eval("`#2:fail() ! ANY => 0'");
        var caught = moo.Run("try\n  #2:fail();\nexcept e (ANY)\n  return {e[1], e[2], e[3], length(e[4]), e[4][1][2]};\nendtry");

        Assert.Equal("0", shown);
        Assert.Equal("{E_MINE, \"stuck\", {1, 2}, 2, \"fail\"}", Literal.Of(caught));
    }
}
