using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Stores;

/// <summary><c>moo eval --keep</c>: the way in when nobody can log in any more, or a task must be killed before it runs again.</summary>
public sealed class KeptEvaluationTests
{
    [Fact]
    public async Task What_it_changes_is_in_the_world_when_the_server_starts_again()
    {
        await using var server = await MooServer.Start("--core", Path.Combine(MooServer.Root, "tests", "cores", "bare"));
        var wizard = await server.ConnectWizard();
        await wizard.Send(";; add_property(#0, \"kept\", 0, {#2, \"r\"}); fork (1000000) endfork notify(player, \"asleep\");");
        await wizard.Expect("asleep");
        var running = await MooServer.Run("eval", "--data", server.Data, "--keep", "1");
        await server.Kill();

        var copied = await MooServer.Run("eval", "--data", server.Data, "#0.kept = 1");
        var looked = await MooServer.Run("eval", "--data", server.Data, "{#0.kept, length(queued_tasks())}");
        var kept = await MooServer.Run("eval", "--data", server.Data, "--keep", "for task in (queued_tasks()) kill_task(task[1]); endfor #0.kept = 2; suspend(0); return #0.kept;");
        var failed = await MooServer.Run("eval", "--data", server.Data, "--keep", "#0.kept = 3; return 1 / 0;");
        await server.Start();

        Assert.Equal(1, running.ExitCode);
        Assert.Contains("another", running.Errors, StringComparison.Ordinal);
        Assert.Equal((0, "1\n", ""), copied);
        Assert.Equal((0, "{0, 0}\n", ""), looked);
        Assert.Equal((0, "2\n", ""), kept);
        Assert.Equal(1, failed.ExitCode);
        var again = await server.ConnectWizard();
        await again.Send("; {#0.kept, length(queued_tasks())}");
        await again.Expect("=> {2, 0}");
    }
}
