using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Scheduling;

/// <summary>What players see of a task that failed, and what the world's hooks have to do with it.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public void Dispose() => _moo.Dispose();

    private string[] Fail(string program)
    {
        _moo.Run(program);
        return [.. _moo.Told.Where(line => !line.StartsWith(' '))];
    }

    private void MakeNonAtomic() =>
        _moo.Run("add_property(#0, \"server_options\", #1, {#2, \"r\"}); add_property(#1, \"atomic_tasks\", 0, {#2, \"r\"});");

    private string[] Command(string verb, string code)
    {
        _moo.DefineVerb("#2", verb, code);
        _moo.Run($"set_verb_args(#2, \"{verb}\", {{\"none\", \"none\", \"none\"}});");
        using var done = new ManualResetEventSlim();
        var before = _moo.Told.Count;
        _moo.Runtime.Scheduler.RunCommand(ObjectId.Nothing, TestMoo.Wizard, verb, "<<", ">>", _ => done.Set());
        Assert.True(done.Wait(TimeSpan.FromSeconds(30)), "the command did not end");
        return [.. _moo.Told.Skip(before).Where(line => !line.StartsWith(' '))];
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_hook_that_fails_is_shown_with_what_it_should_have_dealt_with(bool isNonAtomic)
    {
        if (isNonAtomic) MakeNonAtomic();
        _moo.DefineVerb("#0", "handle_uncaught_error", "notify(player, \"hook\");", "raise(E_NACC);");

        Assert.Equal(
            ["told", "hook", "#0:handle_uncaught_error, line 2:  Move refused by destination", "(End of traceback)", "#-1:, line 1:  Division by zero", "(End of traceback)"],
            Fail("notify(player, \"told\"); 1 / 0;"));
    }

    [Fact]
    public void A_hook_that_fails_after_a_sleep_is_not_asked_about_itself()
    {
        _moo.DefineVerb("#0", "handle_uncaught_error", "suspend(0);", "raise(E_NACC);");

        Assert.Equal(["#0:handle_uncaught_error, line 2:  Move refused by destination", "(End of traceback)"], Fail("1 / 0;"));
    }

    [Fact]
    public void A_hook_that_runs_out_of_ticks_is_not_asked_about_itself()
    {
        _moo.DefineVerb("#0", "handle_task_timeout", "while (1) endwhile");

        Assert.Equal(
            ["#0:handle_task_timeout, line 1:  Task ran out of ticks", "(End of traceback)", "#-1:, line 1:  Task ran out of ticks", "(End of traceback)"],
            Fail("while (1) endwhile"));
    }

    [Fact]
    public void A_hook_that_returns_a_truth_has_dealt_with_it()
    {
        _moo.DefineVerb("#0", "handle_uncaught_error", "notify(player, args[2]);", "return 1;");

        Assert.Equal(["Division by zero"], Fail("1 / 0;"));
    }

    [Fact]
    public void Without_atomic_tasks_an_error_undoes_nothing_and_is_shown()
    {
        MakeNonAtomic();

        Assert.Equal(["#-1:, line 1:  Division by zero", "(End of traceback)"], Fail("#0.name = \"changed\"; 1 / 0;"));
        Assert.Equal("\"changed\"", _moo.Eval("#0.name"));
    }

    [Fact]
    public void Without_atomic_tasks_the_hook_hears_of_an_error()
    {
        MakeNonAtomic();
        _moo.DefineVerb("#0", "handle_uncaught_error", "notify(player, args[2]);", "return 1;");

        Assert.Equal(["told", "Division by zero"], Fail("notify(player, \"told\"); 1 / 0;"));
    }

    [Theory]
    [InlineData("well", "notify(player, \"told\");", "<<|told|>>")]
    [InlineData("badly", "notify(player, \"told\"); 1 / 0;", "<<|told|#2:badly, line 1:  Division by zero|(End of traceback)|>>")]
    [InlineData("undone", "notify(player, \"told\"); rollback();", "<<|>>")]
    [InlineData("killed", "notify(player, \"told\"); kill_task(task_id());", "<<|told|>>")]
    public void Prefix_and_suffix_surround_a_command_however_it_ends(string verb, string code, string expected)
    {
        Assert.Equal(expected, string.Join('|', Command(verb, code)));
    }

    [Fact]
    public void Prefix_and_suffix_surround_a_failure_without_atomic_tasks()
    {
        MakeNonAtomic();

        Assert.Equal("<<|told|#2:badly, line 1:  Division by zero|(End of traceback)|>>", string.Join('|', Command("badly", "notify(player, \"told\"); 1 / 0;")));
    }
}
