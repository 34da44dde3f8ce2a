using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>What wizards and programmers look after the starter world with, over real connections.</summary>
public sealed class AdministrationTests
{
    private static Task<MooServer> Server() => MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));

    [Fact]
    public async Task A_wizard_sees_the_log_as_it_is_written()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();
        await wizard.Send("@log 5");
        await wizard.Expect("#2 logged in");
        await wizard.Send("@log on");
        await wizard.Expect("`@log off' ends that");

        await using (var somebody = await server.Connect())
        {
            await wizard.Expect("accepted from 127.0.0.1");
        }
        await wizard.Expect("the client hung up");

        await wizard.Send("@log off");
        await wizard.Expect("You see no more lines");
        await wizard.Send("@log the tea is ready");
        await wizard.Expect("Logged.");
        await wizard.Send("@log 1");
        await wizard.Expect("> Wizard: the tea is ready");
    }

    [Fact]
    public async Task An_object_goes_out_as_text_and_comes_back_changed_and_is_taken_back()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();
        await wizard.Send("@create $thing named brass lamp,lamp", "@property lamp.fuel 40", "@export lamp");
        await wizard.Expect("object #");
        var text = "object #" + await wizard.Expect("endobject");
        Assert.Contains("parent: THING", text, StringComparison.Ordinal);

        await wizard.Send("@reload lamp");
        await wizard.Expect("[Type lines of input");
        await wizard.Send([.. text.Replace("= 40;", "= 77;", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries), "."]);
        await wizard.Expect("-   property fuel (owner: ARCHWIZARD, flags: \"rc\") = 40;");
        await wizard.Expect("+   property fuel (owner: ARCHWIZARD, flags: \"rc\") = 77;");
        await wizard.Expect("`yes' or `no'");
        Assert.Equal("40", await wizard.Eval("player:my_match_object(\"lamp\").fuel"));
        await wizard.Send("yes");
        await wizard.Expect("is what the text says now");
        Assert.Equal("77", await wizard.Eval("player:my_match_object(\"lamp\").fuel"));
        await wizard.Send("@undo");
        await wizard.Expect("Undone: reload");
        Assert.Equal("40", await wizard.Eval("player:my_match_object(\"lamp\").fuel"));

        await wizard.Send("@import");
        await wizard.Expect("[Type lines of input");
        await wizard.Send([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries), "."]);
        await wizard.Expect("1 property and 0 verbs of its own, in Wizard");
        await wizard.Send("@import");
        await wizard.Expect("[Type lines of input");
        await wizard.Send("object #0", "  name: \"broken\"", "  parent: NOBODY", "endobject", ".");
        await wizard.Expect("Nothing has changed.");
    }

    [Fact]
    public async Task A_trace_shows_which_verbs_are_called()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();

        await wizard.Send("@trace $string_utils:left(\"a\", 3)");
        await wizard.Expect("#20:left(\"a\", 3) => \"a  \"");
        await wizard.Expect("=> \"a  \"");
        await wizard.Send("@trace 1 / 0");
        await wizard.Expect("It ended with an error: Division by zero.");
    }
}
