using Moo.EndToEnd.Tests.Support;
using Moo.Testing.Databases;

namespace Moo.EndToEnd.Tests.Play;

/// <summary>What the server is for, in the starter world: build, program, lose the machine, find everything again.</summary>
public sealed class MainJobTests(PgCluster cluster)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_player_saw_is_there_after_the_machine_died(bool isPostgres)
    {
        string[] store = isPostgres ? ["--store", await cluster.CreateDatabase()] : [];
        await using var server = await MooServer.Start(store);
        await using (var wizard = await server.ConnectWizard())
        {
            Assert.Equal("2", await wizard.Eval("1 + 1"));
            await wizard.Send("@create $thing named brass widget, widget", "@property widget.count 0", "@verb widget:frob this none none rxd");
            await wizard.Send("@program widget:frob", "// count up, and say so", "this.count = this.count + 1;", "player:tell(\"The widget says \", this.count, \".\");", ".");
            await wizard.Send("frob widget", "frob widget");
            await wizard.Expect("The widget says 1.");
            await wizard.Expect("The widget says 2.");
            await wizard.Send("@list widget:frob");
            await wizard.Expect("// count up, and say so");
            await wizard.Send(";;add_property(player, \"woke\", 0, {player, \"rc\"}); fork (1) player.woke = 1; endfork");
            await wizard.Send("frob widget");
            await wizard.Expect("The widget says 3.");
        }

        await server.Kill();
        await server.Start();

        await using var again = await server.ConnectWizard();
        await again.Send("frob widget");
        await again.Expect("The widget says 4.");
        for (var i = 0; i < 300 && await again.Eval("player.woke") != "1"; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal("1", await again.Eval("player.woke"));
    }

    [Fact]
    public async Task An_error_undoes_what_the_command_did_and_says_where_it_happened()
    {
        await using var server = await MooServer.Start();
        await using var wizard = await server.ConnectWizard();
        await wizard.Send(";;add_property(player, \"coins\", 7, {player, \"rc\"});");

        await wizard.Send(";;player.coins = 0; player.nosuch;");

        var traceback = await wizard.Expect("(End of traceback)");
        Assert.Contains("Property not found", traceback, StringComparison.Ordinal);
        Assert.Contains("^", traceback, StringComparison.Ordinal);
        Assert.Equal("7", await wizard.Eval("player.coins"));
    }

    [Fact]
    public async Task Two_people_meet_and_talk()
    {
        await using var server = await MooServer.Start();
        await using var wizard = await server.ConnectWizard();
        await using var ann = await server.Connect();
        await ann.Send("create Ann a-good-password");
        await ann.Expect("Hello, Ann!");
        await wizard.Send(";;move(player, $player_start);");

        await ann.Send("say hello there, ::strange:: $ world");

        await ann.Expect("You say, \"hello there, ::strange:: $ world\"");
        await wizard.Expect("Ann says, \"hello there, ::strange:: $ world\"");
        await using var thief = await server.Connect();
        await thief.Send("connect Ann wrong-password");
        await thief.Expect("Either that player does not exist, or has a different password.");
    }

    [Fact]
    public async Task The_world_goes_out_as_text_and_comes_in_again()
    {
        await using var server = await MooServer.Start();
        await using (var wizard = await server.ConnectWizard())
        {
            await wizard.Send("@create $thing named wide \"日本\" lamp, lamp", "@describe lamp as \"It burns — still.\"");
            await wizard.Expect("#");
        }
        Assert.Equal(0, await server.Terminate());
        var folder = Directory.CreateTempSubdirectory("moo-cores-").FullName;
        var (first, data, second) = (Path.Combine(folder, "first"), Path.Combine(folder, "data"), Path.Combine(folder, "second"));

        var runs = new[]
        {
            await MooServer.Run("export", "--data", server.Data, first),
            await MooServer.Run("import", "--data", data, first),
            await MooServer.Run("export", "--data", data, second),
        };

        Assert.All(runs, run => Assert.Equal((0, ""), (run.ExitCode, run.Errors)));
        Assert.Equal(Files(first), Files(second));
        Assert.Contains(Files(first), file => file.Text.Contains("日本", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    private static List<(string Name, string Text)> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file)))];
}
