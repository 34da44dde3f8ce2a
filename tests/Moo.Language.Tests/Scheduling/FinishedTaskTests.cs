using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Scheduling;

public sealed class FinishedTaskTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public void Dispose() => _moo.Dispose();

    [Fact]
    public void Commits_are_filed_under_the_verb_and_not_under_what_was_typed()
    {
        _moo.Run("""
            add_property(#0, "n", 0, {player, ""});
            add_verb(player, {player, "rxd", "c*ount tally"}, {"any", "any", "any"});
            set_verb_code(player, "count", {"#0.n = #0.n + 1;"});
            """);
        var causes = new List<string>();
        _moo.World.Observe(commit => causes.Add(commit.Cause.Verb));
        using var ended = new ManualResetEventSlim();

        _moo.Runtime.Scheduler.RunCommand(TestMoo.Wizard, TestMoo.Wizard, "cou secret", ended: _ => ended.Set());

        Assert.True(ended.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.Equal(["#2:count"], causes);
    }

    [Fact]
    public void A_task_that_took_long_is_told_of()
    {
        _moo.Run("""
            add_property(#0, "server_options", create(#1), {player, "r"});
            add_property(#0.server_options, "task_lag_threshold", 0.1, {player, "r"});
            add_property(#0.server_options, "bg_ticks", 100000000, {player, "r"});
            add_property(#0.server_options, "bg_seconds", 60, {player, "r"});
            add_property(#0, "lag", {}, {player, "rw"});
            """);
        _moo.DefineVerb("#0", "handle_lagging_task", "#0.lag = args;");
        _moo.DefineVerb("#0", "lag_soon", "fork (0) for i in [1..90000000] endfor endfork");

        Assert.Equal("{0, {{#0, \"lag_soon\", #2, #0, #2}}, 1}", _moo.Run("""
            fork (0) 1; endfork
            suspend(0.2); quick = length(#0.lag);
            #0:lag_soon();
            for i in [1..100] if (#0.lag) break; endif suspend(0.1); endfor
            return {quick, #0.lag[1], #0.lag[2] > 0.1};
            """).ToString());
    }

    [Fact]
    public void The_last_tasks_are_remembered()
    {
        _moo.DefineVerb("#0", "first second", "fork (0) 1 + 1; endfork");

        Assert.Equal("{1, {\"first second\", #0, #2, #2, #0, 0, #0}, 1, 1}", _moo.Run("""
            suspend(0); #0:second(); suspend(0.2);
            l = {};
            for t in (finished_tasks()) if (t["verb"] == "second") l = {@l, t}; endif endfor
            t = l[1];
            return {length(l), {t["fullverb"], t["object"], t["player"], t["programmer"], t["receiver"], t["suspended"], t["this"]}, t["time"] >= 0.0, t["ticks"] > 0 && t["ticks"] < 20};
            """).ToString());
    }
}
