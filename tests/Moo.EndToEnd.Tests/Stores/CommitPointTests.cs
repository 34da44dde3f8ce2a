using Moo.EndToEnd.Tests.Support;
using Moo.Testing.Databases;

namespace Moo.EndToEnd.Tests.Stores;

/// <summary>What a program says about its commits is what the database holds, and what players see.</summary>
public sealed class CommitPointTests(PgCluster cluster)
{
    private async Task<MooServer> Start(bool isPostgres) => await BareCore.Start(isPostgres ? await cluster.CreateDatabase() : null);

    private static async Task Restart(MooServer server)
    {
        await server.Kill();
        await server.Start();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_was_done_before_commit_stays_whatever_becomes_of_the_rest(bool isPostgres)
    {
        await using var server = await Start(isPostgres);
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");
        var objects = await wizard.Eval("max_object()");

        await wizard.Send(";; #0.n = 1; commit(); #0.n = 50; create(#1); notify(player, \"undone by\" + \" an error\"); 1 / 0;");
        await wizard.Expect("undone by an error");
        await wizard.Send(";; #0.n = #0.n + 10; commit(); #0.n = 70; notify(player, \"undone on\" + \" request\"); rollback();");

        Assert.Equal($"{{11, {objects}}}", await wizard.Eval("{#0.n, max_object()}"));
        Assert.DoesNotContain("undone on request", wizard.Text, StringComparison.Ordinal);
        await Restart(server);
        await using var again = await server.ConnectWizard();
        Assert.Equal($"{{11, {objects}}}", await again.Eval("{#0.n, max_object()}"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Messages_between_tasks_are_sent_and_fetched_by_commits(bool isPostgres)
    {
        await using var server = await Start(isPostgres);
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");
        await wizard.Eval("add_property(#0, \"got\", {}, {#2, \"rw\"})");

        await wizard.Send(";; me = task_id(); "
            + "fork (0) task_send(me, \"of one that failed\"); #0.n = 1; 1 / 0; endfork "
            + "fork (0) task_send(me, \"of one that rolled back\"); #0.n = 2; rollback(); endfork "
            + "fork (0.2) task_send(me, \"first\"); #0.n = 3; commit(); task_send(me, \"second\"); #0.n = 4; endfork "
            + "all = {}; while (length(all) < 2) for m in (task_recv(10)) all = {@all, {m, #0.n >= length(all) + 3}}; endfor endwhile "
            + "#0.got = all; notify(player, \"got \" + toliteral(all));");
        await wizard.Expect("got {{\"first\", 1}, {\"second\", 1}}");

        await Restart(server);
        await using var again = await server.ConnectWizard();
        Assert.Equal("{{{\"first\", 1}, {\"second\", 1}}, 4}", await again.Eval("{#0.got, #0.n}"));
    }
}
