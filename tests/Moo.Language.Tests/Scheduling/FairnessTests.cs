using System.Diagnostics;
using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Scheduling;

/// <summary>No task can hurt another.</summary>
public sealed class FairnessTests
{
    private static readonly TimeSpan FarTooLong = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_hundred_busy_tasks_of_one_player_delay_another_by_a_turn()
    {
        using var moo = new TestMoo(workers: 1);
        var hostile = Enumerable.Range(0, 100).Select(_ => Running.Start(moo, "while (1) endwhile", TestMoo.Programmer)).ToList();

        var clock = Stopwatch.StartNew();
        var answer = moo.Eval("1 + 1");
        var waited = clock.Elapsed;

        Assert.Equal("2", answer);
        // A hundred tasks that run out of ticks take seconds; a turn is milliseconds.
        Assert.True(waited < FarTooLong / 10, $"waited {waited}");
        Assert.All(hostile, task => Assert.Equal(TaskEndKind.Failed, task.Wait().Kind));
    }

    [Theory]
    [InlineData("while (1) endwhile")]
    [InlineData("for i in [1..9000000000000000000] endfor")]
    [InlineData("x = {}; while (1) x = {@x, x}; endwhile")]
    [InlineData("x = \"ab\"; while (1) x = x + x; endwhile")]
    [InlineData("x = []; i = 0; while (1) x[i = i + 1] = x; endwhile")]
    [InlineData("while (1) try while (1) endwhile except (ANY) endtry endwhile")]
    [InlineData("return {{{i, j, k} for i in [1..1000]} for j in [1..1000]};")]
    [InlineData("f = {g} => g(g); return f(f);")]
    [InlineData("eval(\"while (1) endwhile\"); eval(\"while (1) endwhile\"); eval(\"while (1) endwhile\");")]
    [InlineData("x = \"x\"; for i in [1..22] x = x + x; endfor while (1) strsub(x, \"x\", \"yy\"); endwhile")]
    [InlineData("x = {random(1000000) for i in [1..10000]}; while (1) sort(x); endwhile")]
    [InlineData("match(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"%(a*%)*b\");  while (1) match(\"aaaaaaaaaaaaaaaaaaaaaaaa\", \"%(a*%)*b\"); endwhile")]
    public void A_hostile_program_comes_to_its_end(string program)
    {
        using var moo = new TestMoo(workers: 2);
        using var hostile = Running.Start(moo, program, TestMoo.Programmer);

        var clock = Stopwatch.StartNew();
        var answer = moo.Eval("1 + 1");

        Assert.Equal("2", answer);
        Assert.True(clock.Elapsed < FarTooLong, $"waited {clock.Elapsed}");
        hostile.Wait();
    }

    [Fact]
    public void A_thousand_forks_are_bounded_by_the_programmers_limit()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"server_options\", #1, {#2, \"r\"}); add_property(#1, \"queued_task_limit\", 50, {#2, \"r\"});");

        var result = moo.Eval("`length({0 for i in [1..100]}) ! ANY'");
        var refused = moo.TryRun("n = 0; try while (1) fork (1000) endfork n = n + 1; endwhile except (E_QUOTA) return n; endtry");

        Assert.Equal("100", result);
        Assert.Equal("50", refused);
    }

    [Theory]
    [InlineData("60", "60")]
    [InlineData("0", "0")]
    [InlineData("-1", "50")]
    [InlineData("\"many\"", "50")]
    public void A_programmers_own_limit_goes_before_the_worlds(string own, string allowed)
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"server_options\", #1, {#2, \"r\"}); add_property(#1, \"queued_task_limit\", 50, {#2, \"r\"});");
        moo.Run($"#2.queued_task_limit = {own};");

        var refused = moo.TryRun("n = 0; try while (1) fork (1000) endfork n = n + 1; endwhile except (E_QUOTA) return n; endtry");

        Assert.Equal(allowed, refused);
    }
}
