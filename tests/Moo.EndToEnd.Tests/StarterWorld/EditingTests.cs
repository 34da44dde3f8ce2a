using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>The editor of the starter world, over a real connection.</summary>
public sealed class EditingTests
{
    [Fact]
    public async Task A_text_is_written_line_by_line_while_the_player_goes_on_talking()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();

        await wizard.Send("@edit me.aliases", ".d all", ".i", "Wiz", ".say hello", "Merlin", ".", ".s/Merlin/Gandalf/", ".save");

        await wizard.Expect("You are editing #2.aliases");
        await wizard.Expect("hello");
        await wizard.Expect("Gandalf");
        await wizard.Expect("#2.aliases stored.");
        Assert.Equal("{\"Wiz\", \"Gandalf\"}", await wizard.Eval("#2.aliases"));
    }

    [Fact]
    public async Task A_program_that_does_not_compile_stays_in_the_editor()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();

        await wizard.Send("@verb me:twice this none this", "@edit me:twice", ".i", "return 2 *", ".", ".compile");
        await wizard.Expect("Line 1:");
        await wizard.Expect("the verb is as it was");
        await wizard.Send(".r 1 return 2 * args[1];", ".compile");

        await wizard.Expect("#2:twice compiled");
        Assert.Equal("10", await wizard.Eval("#2:twice(5)"));
    }

    [Fact]
    public async Task A_client_that_knows_local_editing_gets_the_text_and_sends_it_back()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();

        await wizard.Send("@edit-options local on", "@edit me.aliases");
        await wizard.Expect("#$# edit name: #2.aliases upload: @upload ");
        var number = (await wizard.Expect("\n")).Trim();
        await wizard.Send($"@upload {number}", "Wiz", "..dotted", ".");

        await wizard.Expect("#2.aliases stored.");
        Assert.Equal("{\"Wiz\", \".dotted\"}", await wizard.Eval("#2.aliases"));
    }

    [Fact]
    public async Task A_client_that_speaks_MCP_edits_with_simpleedit()
    {
        await using var server = await Server();
        await using var wizard = await server.Connect();
        await wizard.Expect("#$#mcp version: 2.1");
        await wizard.Send("#$#mcp authentication-key: k1 version: 2.1 to: 2.1",
            "#$#mcp-negotiate-can k1 package: dns-org-mud-moo-simpleedit min-version: 1.0 max-version: 1.0",
            "#$#mcp-negotiate-end k1", $"connect Wizard \"{MooServer.WizardPassword}\"");
        await wizard.Expect("*** Connected ***");
        await wizard.Send("@edit-options local on", "@edit me.aliases");
        await wizard.Expect("#$#dns-org-mud-moo-simpleedit-content");
        await wizard.Expect("reference: \"");
        var reference = (await wizard.Expect("\""))[..^1];

        await wizard.Send($"#$#dns-org-mud-moo-simpleedit-set k1 reference: \"{reference}\" type: string-list content*: \"\" _data-tag: 7",
            "#$#* 7 content: Wiz", "#$#* 7 content: Merlin", "#$#: 7");

        await wizard.Expect("#2.aliases stored.");
        Assert.Equal("{\"Wiz\", \"Merlin\"}", await wizard.Eval("#2.aliases"));
    }

    private static Task<MooServer> Server() => MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));
}
