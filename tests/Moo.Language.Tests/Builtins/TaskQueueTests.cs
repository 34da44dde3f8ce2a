using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class TaskQueueTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public void Dispose() => _moo.Dispose();

    [Fact]
    public void A_waiting_task_shows_in_LambdaMOOs_ten_elements()
    {
        _moo.Run("x = {1, 2}; suspend(1000);", waits: true);

        var result = _moo.Run("t = queued_tasks(1)[1]; return {length(t), t[2] - time() > 900, t[3..9], t[10] > 0, t[11]};");

        Assert.Equal("{11, 1, {0, 30000, #2, #-1, \"\", 1, #-1}, 1, [\"x\" -> {1, 2}]}", result.ToString());
    }

    [Fact]
    public void A_task_that_only_resume_wakes_shows_no_time_of_this_world()
    {
        _moo.Run("suspend();", waits: true);

        Assert.Equal("2147483647", _moo.Eval("queued_tasks()[1][2]"));
    }

    [Fact]
    public void Programmers_see_and_kill_their_own_tasks_alone()
    {
        _moo.Run("suspend(1000);", waits: true);
        _moo.Run("suspend(1000);", TestMoo.Programmer, waits: true);

        Assert.Equal("{2, 1}", _moo.Run("return {queued_tasks(0, 1), queue_info(#3)};").ToString());
        var result = _moo.Run("""
            return {queued_tasks(0, 1), queued_tasks()[1][5], `kill_task(1) ! ANY', `task_stack(1) ! ANY', `wait_task(1) ! ANY', `task_send(1, 5) ! ANY', kill_task(queued_tasks()[1][1]), queued_tasks()};
            """.Replace("(1) ! ANY", $"({_moo.Runtime.Scheduler.Sleeping()[0].Id}) ! ANY", StringComparison.Ordinal)
            .Replace("(1, 5)", $"({_moo.Runtime.Scheduler.Sleeping()[0].Id}, 5)", StringComparison.Ordinal), TestMoo.Programmer);
        Assert.Equal("{1, #3, E_PERM, E_PERM, E_PERM, E_PERM, 0, {}}", result.ToString());
    }

    [Fact]
    public void A_fork_is_there_at_once_and_gone_when_killed_in_the_same_slice()
    {
        var result = _moo.Run("fork t (100) x = 1; endfork n = {queued_tasks(0, 1), valid_task(t), `task_stack(t) ! ANY'}; kill_task(t); return {@n, queued_tasks(0, 1), valid_task(t), `kill_task(t) ! ANY'};");

        Assert.Equal("{1, 1, E_INVARG, 0, 0, E_INVARG}", result.ToString());
        Assert.Empty(_moo.Runtime.Scheduler.Sleeping());
    }

    [Fact]
    public void A_stack_shows_verbs_and_the_functions_between_them()
    {
        _moo.Run("""
            o = create(#1); add_property(#0, "o", o, {player, "r"});
            add_verb(o, {player, "xd", "a"}, {"this", "none", "this"});
            set_verb_code(o, "a", {"x = 5;", "return eval(\"suspend(); return 1;\");"});
            """);
        _moo.Run("$o:a();", waits: true);

        var result = _moo.Run("return task_stack(queued_tasks()[1][1], 1, 1);");

        Assert.Equal(
            "{{#-1, \"\", #2, #-1, #2, 1, []}, {#-1, \"eval\", #-1, #-1, #2, 0, []}, {#4, \"a\", #2, #4, #2, 2, [\"x\" -> 5]}, {#-1, \"\", #2, #-1, #2, 1, []}}",
            result.ToString());
    }

    [Fact]
    public void Waiting_for_a_task_gives_what_it_returned_or_that_it_was_interrupted()
    {
        Assert.Equal("{{1}, {1}}", _moo.Run("fork t (0.01) return {1}; endfork fork u (0) return {1}; endfork return {wait_task(t), wait_task(u) || {1}};").ToString());
        Assert.Equal("E_INTRPT", _moo.Run("fork t (0) suspend(0); 1 / 0; endfork return `wait_task(t) ! ANY';").ToString());
        Assert.Equal("E_INTRPT", _moo.Run("fork t (100) endfork fork (0) kill_task(t); endfork return `wait_task(t) ! ANY';").ToString());
        Assert.Equal("{E_INVARG, E_INVARG}", _moo.Run("return {`wait_task(task_id()) ! ANY', `wait_task(task_id() + 1000000) ! ANY'};").ToString());
        Assert.Equal("0", _moo.Run("fork t (0) return 5; endfork suspend(0); while (valid_task(t)) suspend(0); endwhile return wait_task(t);").ToString());
    }

    [Fact]
    public void Messages_arrive_with_the_commit_and_all_at_once()
    {
        var result = _moo.Run("""
            me = task_id();
            fork (0) task_send(me, 1); task_send(me, {2}); endfork
            all = {};
            while (!all) all = task_recv(10); endwhile
            return {all, task_recv(0)};
            """);

        Assert.Equal("{{1, {2}}, {}}", result.ToString());
    }

    [Fact]
    public void A_message_of_a_slice_that_failed_is_not_sent()
    {
        var result = _moo.Run("me = task_id(); fork t (0) task_send(me, 1); 1 / 0; endfork `wait_task(t) ! ANY'; return task_recv();");

        Assert.Equal("{}", result.ToString());
    }

    [Fact]
    public void A_mailbox_holds_so_many_messages() =>
        Assert.Equal("{E_QUOTA, 1000}", _moo.Run(
            "for i in [1..1000] task_send(task_id(), i); endfor e = `task_send(task_id(), 0) ! ANY'; return {e, length({@task_recv(1)})};").ToString());

    [Fact]
    public void Rolling_back_ends_the_task_and_undoes_its_slice()
    {
        _moo.Run("fork (0) #1.name = \"spoiled\"; notify(player, \"lost\"); rollback(); endfork fork (0) notify(player, \"kept\"); rollback(1); endfork suspend(0.05);");

        Assert.Equal("\"Root Class\"", _moo.Eval("#1.name"));
        Assert.Equal("E_PERM", _moo.Eval("`rollback() ! ANY'", TestMoo.Programmer));
    }

    [Fact]
    public void What_was_rolled_back_is_told_only_on_request()
    {
        _moo.Run("fork t (0) notify(player, \"lost\"); rollback(); endfork fork u (0) notify(player, \"kept\"); rollback(1); endfork `wait_task(t) ! ANY'; `wait_task(u) ! ANY';");

        Assert.Equal(["kept"], _moo.Told);
    }

    [Theory]
    [InlineData("yin(-1)", "E_INVARG")]
    [InlineData("yin(0, 0)", "E_INVARG")]
    [InlineData("yin(0, 60000)", "E_INVARG")]
    [InlineData("yin(0, 1, 5)", "E_INVARG")]
    [InlineData("yin(0, 59999, 1)", "0")]
    [InlineData("suspend_if_needed(-1)", "E_INVARG")]
    [InlineData("suspend_if_needed(1.5)", "0")]
    [InlineData("suspend_if_needed(60000)", "1")]
    [InlineData("task_recv(-1)", "E_INVARG")]
    public void Waiting_when_needed(string expression, string expected) => Assert.Equal(expected, _moo.Eval($"`{expression} ! ANY'"));

    [Fact]
    public void What_a_task_keeps_for_itself_is_for_wizards()
    {
        Assert.Equal("{[], 5, 5}", _moo.Run("a = task_local(); set_task_local(5); b = task_local(); suspend(0); return {a, b, task_local()};").ToString());
        Assert.Equal("{E_PERM, E_PERM}", _moo.Run("return {`task_local() ! ANY', `set_task_local(1) ! ANY'};", TestMoo.Programmer).ToString());
    }

    [Fact]
    public void Running_tasks_are_shown_to_their_players()
    {
        Assert.Equal("{1, #3, {\"eval\", \"eval\"}}", _moo.Run("t = active_tasks(); return {length(t), t[1][2], t[1][3]};", TestMoo.Programmer).ToString());
    }

    [Fact]
    public void A_task_that_slept_for_a_commit_goes_on_after_a_restart()
    {
        var task = _moo.Run("add_property(#0, \"got\", 0, {player, \"rw\"}); return task_id();");
        _moo.Run("x = 7; suspend(); #0.got = {x, commit(5)};", waits: true);
        var image = _moo.Runtime.Scheduler.Sleeping()[0];
        var waiting = new TaskImage(image.Id, image.Owner, null, image.Player, 0, image.Local, image.Frames) { AfterRestart = Store.Values.Value.Int(3) };
        _moo.Run("kill_task(queued_tasks()[1][1]);");

        Assert.Empty(_moo.Runtime.Scheduler.Load([(image.Id, image.Owner, null, waiting.ToJson())]));

        _moo.Run("while (!#0.got) suspend(0); endwhile");
        Assert.Equal("{7, 5}", _moo.Eval("#0.got"));
        Assert.True(task.IsInt);
    }

    [Fact]
    public void A_task_about_to_run_can_be_killed()
    {
        _moo.Run("add_property(#0, \"victim\", 0, {player, \"rw\"}); add_property(#0, \"ran\", 0, {player, \"rw\"});");

        // The one worker wakes both together, when this is over, and runs the earlier one first.
        _moo.Run("""
            fork killer (0) kill_task(#0.victim); endfork
            start = ftime(); while (ftime() == start) endwhile
            fork victim (0) #0.ran = 1; endfork
            #0.victim = victim;
            """);
        _moo.Run("while (queued_tasks() || length(active_tasks()) > 1) suspend(0); endwhile suspend(0.01);");

        Assert.Equal("0", _moo.Eval("#0.ran"));
    }
}
