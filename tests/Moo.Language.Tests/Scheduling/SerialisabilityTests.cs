using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Scheduling;

/// <summary>Slices run in parallel, and it is as if they had run one after the other.</summary>
public sealed class SerialisabilityTests
{
    [Fact]
    public void A_thousand_increments_at_once_make_exactly_a_thousand()
    {
        using var moo = new TestMoo(workers: 4);
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");

        var tasks = Enumerable.Range(0, 1000).Select(_ => Running.Start(moo, "#0.n = #0.n + 1;")).ToList();

        Assert.All(tasks, task => Assert.Equal(TaskEndKind.Returned, task.Wait().Kind));
        Assert.Equal("1000", moo.Eval("#0.n"));
    }

    [Fact]
    public void Two_tasks_that_each_look_at_what_the_other_changes_cannot_both_get_away_with_it()
    {
        using var moo = new TestMoo(workers: 4);
        moo.Run("add_property(#0, \"a\", 1, {#2, \"\"}); add_property(#0, \"b\", 1, {#2, \"\"});");
        moo.DefineVerb("#0", "leave", "{mine, other} = args;", "if (this.(other))", "  for i in [1..2000] endfor", "  this.(mine) = 0;", "endif");

        for (var round = 0; round < 200; round++)
        {
            moo.Run("#0.a = #0.b = 1;");
            using var one = Running.Start(moo, "#0:leave(\"a\", \"b\");");
            using var other = Running.Start(moo, "#0:leave(\"b\", \"a\");");
            one.Wait();
            other.Wait();

            Assert.Equal("1", moo.Eval("#0.a + #0.b"));
        }
    }

    [Fact]
    public void A_long_task_among_many_short_ones_gets_through()
    {
        using var moo = new TestMoo(workers: 4);
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");

        using var slow = Running.Start(moo, "n = #0.n; for i in [1..20000] endfor #0.n = #0.n + 1000000;");
        var quick = Enumerable.Range(0, 500).Select(_ => Running.Start(moo, "#0.n = #0.n + 1;")).ToList();

        Assert.Equal(TaskEndKind.Returned, slow.Wait().Kind);
        Assert.All(quick, task => Assert.Equal(TaskEndKind.Returned, task.Wait().Kind));
        Assert.Equal("1000500", moo.Eval("#0.n"));
    }

    [Fact]
    public void A_slice_that_waits_for_one_that_runs_alone_goes_on_after_it()
    {
        using var moo = new TestMoo();
        var alone = moo.World.Begin();
        Assert.True(moo.World.TryRunAlone(alone));

        using var waiting = Running.Start(moo, "1;", slice => moo.Runtime.Scheduler.WaitForAlone(slice));
        Assert.Single(moo.Runtime.Scheduler.Unfinished());
        Assert.All(moo.Runtime.Scheduler.Count(), state => Assert.Equal(0, state.Count));
        moo.World.LeaveAlone(alone);
        moo.Runtime.Scheduler.AloneEnded();

        Assert.Equal(TaskEndKind.Returned, waiting.Wait().Kind);
    }

    [Fact]
    public void A_slice_that_comes_too_late_to_wait_for_one_that_ran_alone_goes_on_at_once()
    {
        using var moo = new TestMoo();

        using var late = Running.Start(moo, "1;", slice => moo.Runtime.Scheduler.WaitForAlone(slice));

        Assert.Equal(TaskEndKind.Returned, late.Wait().Kind);
    }

    [Fact]
    public void Forks_that_are_due_begin_before_the_task_that_slept_for_no_time_goes_on()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");

        var seen = moo.Run("for i in [1..100] fork (0) #0.n = #0.n + 1; endfork endfor suspend(0); return #0.n;");

        Assert.Equal(100, seen.AsInt);
    }

    [Fact]
    public void However_hot_a_counter_is_every_task_comes_through()
    {
        using var moo = new TestMoo(workers: 4);
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");

        var tasks = Enumerable.Range(0, 2000).Select(_ => Running.Start(moo, "n = #0.n; for i in [1..300] endfor #0.n = n + 1;")).ToList();

        Assert.All(tasks, task => Assert.Equal(TaskEndKind.Returned, task.Wait().Kind));
        Assert.Equal("2000", moo.Eval("#0.n"));
    }

    [Fact]
    public void An_error_undoes_what_the_slice_did_but_not_what_its_player_was_told()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");

        moo.Run("#0.n = 1; notify(#2, \"so far\"); notify(#3, \"never\"); fork (0) #0.n = 2; endfork create(#1); 1 / 0;");

        Assert.Equal("0", moo.Eval("#0.n"));
        Assert.Equal("#3", moo.Eval("max_object()"));
    }

    [Fact]
    public void What_was_told_before_the_error_comes_before_the_traceback()
    {
        using var moo = new TestMoo();

        var shown = moo.Run("notify(#2, \"so far\"); notify(#3, \"never\"); 1 / 0;").AsStr.Split('\n');

        Assert.Equal("so far", shown[0]);
        Assert.DoesNotContain("never", shown);
        Assert.Contains(shown, line => line.Contains("Division by zero", StringComparison.Ordinal));
    }

    [Fact]
    public void Suspending_commits_what_was_done_before()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");

        using var task = Running.Start(moo, "#0.n = 1; suspend(0); #0.n = 2; 1 / 0;");
        task.Wait();

        Assert.Equal("1", moo.Eval("#0.n"));
    }

    [Fact]
    public void Worlds_that_lean_on_it_get_the_old_way()
    {
        using var moo = new TestMoo();
        moo.Run("add_property(#0, \"n\", 0, {#2, \"\"}); add_property(#0, \"server_options\", #1, {#2, \"r\"}); add_property(#1, \"atomic_tasks\", 0, {#2, \"r\"});");

        moo.Run("#0.n = 1; 1 / 0;");

        Assert.Equal("1", moo.Eval("#0.n"));
    }
}
