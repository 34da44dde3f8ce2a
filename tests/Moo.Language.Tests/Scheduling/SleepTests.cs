using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Scheduling;

/// <summary>Tasks that wait: for time, for input, for each other.</summary>
public sealed class SleepTests
{
    [Fact]
    public void Sleepers_wake_in_the_order_of_their_times()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"said\", {}, {#2, \"\"});");

        var program = "{time, what} = {%s}; suspend(time); #0.said = {@#0.said, what};";
        string[] starts = ["0.15, \"c\"", "0.05, \"a\"", "0.1, \"b\""];
        var tasks = starts.Select(start => Running.Start(moo, program.Replace("%s", start, StringComparison.Ordinal))).ToList();
        tasks.ForEach(task => task.Wait());

        Assert.Equal("{\"a\", \"b\", \"c\"}", moo.Eval("#0.said"));
    }

    [Fact]
    public void Resume_gives_suspend_its_value()
    {
        using var moo = new TestMoo();
        using var sleeper = Running.Start(moo, "return {\"woke\", suspend()};");
        Wait(moo, $"{{t for t in (queued_tasks()) if t[1] == {sleeper.Id}}} != {{}}");

        moo.Run($"resume({sleeper.Id}, \"now\");");

        Assert.Equal("{\"woke\", \"now\"}", Literal.Of(sleeper.Wait().Result));
    }

    [Fact]
    public void A_killed_sleeper_does_not_wake()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");
        using var sleeper = Running.Start(moo, "suspend(0.05); #0.n = 1;");
        Wait(moo, $"{{t for t in (queued_tasks()) if t[1] == {sleeper.Id}}} != {{}}");

        moo.Run($"kill_task({sleeper.Id});");
        moo.Run("suspend(0.1);");

        Assert.Equal("0", moo.Eval("#0.n"));
    }

    [Fact]
    public void A_fork_runs_with_the_variables_of_its_moment()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"said\", 0, {#2, \"\"});");

        moo.Run("x = {1, 2}; fork t (0) #0.said = {x, typeof(t), t == task_id()}; endfork x = 3;");
        Wait(moo, "#0.said != 0");

        Assert.Equal("{{1, 2}, 0, 1}", moo.Eval("#0.said"));
    }

    [Fact]
    public void A_verb_edited_meanwhile_does_not_disturb_a_task_inside_it()
    {
        using var moo = new TestMoo();
        moo.DefineVerb("#0", "slow", "x = \"old\";", "suspend();", "return x + \" code\";");
        using var sleeper = Running.Start(moo, "return #0:slow();");
        Wait(moo, $"{{t for t in (queued_tasks()) if t[1] == {sleeper.Id}}} != {{}}");

        moo.Run($"set_verb_code(#0, \"slow\", {{\"return 5;\"}}); resume({sleeper.Id});");

        Assert.Equal("old code", sleeper.Wait().Result.AsStr);
    }

    [Theory]
    [InlineData("try suspend(0); finally x = 1; endtry return x;", "1")]
    [InlineData("try suspend(0); 1 / 0; except e (E_DIV) return e[1]; endtry", "E_DIV")]
    [InlineData("r = {}; for i in [1..3] suspend(0); r = {@r, i}; endfor return r;", "{1, 2, 3}")]
    [InlineData("r = {}; for v, k in ([\"a\" -> 1, \"b\" -> 2]) suspend(0); r = {@r, k, v}; endfor return r;", "{\"a\", 1, \"b\", 2}")]
    [InlineData("f = {x} => x * 2; suspend(0); return f(21);", "42")]
    [InlineData("let x = 1; begin let x = 2; suspend(0); end return x;", "1")]
    [InlineData("return {1, suspend(0), 3};", "{1, 0, 3}")]
    [InlineData("return `suspend(0) + \"a\" ! E_TYPE => \"caught\"';", "\"caught\"")]
    public void A_task_goes_on_as_if_it_had_not_slept(string program, string expected)
    {
        using var moo = new TestMoo();
        using var task = Running.Start(moo, program);

        Assert.Equal(expected, Literal.Of(task.Wait().Result));
    }

    private static void Wait(TestMoo moo, string condition)
    {
        for (var patience = 0; patience < 1000; patience++)
        {
            if (Literal.Of(moo.Run($"return {condition};")) == "1") return;
            moo.Run("suspend(0.01);");
        }
        Assert.Fail($"never: {condition}");
    }
}
