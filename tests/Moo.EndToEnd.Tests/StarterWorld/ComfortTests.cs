using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>What players choose for themselves, and that the world bears what is large and what is hostile.</summary>
public sealed class ComfortTests
{
    private static Task<MooServer> Server() => MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));

    private static async Task<TelnetClient> Create(MooServer server, string name)
    {
        var client = await server.Connect();
        await client.Expect("create NAME PASSWORD");
        await client.Send($"create {name} bees-and-honey");
        await client.Expect("*** Created ***");
        await client.Expect("Ways out:");
        return client;
    }

    [Fact]
    public async Task Who_comes_back_was_not_made_by_it()
    {
        await using var server = await Server();
        await using (var ann = await Create(server, "Ann"))
        {
            await ann.Send("quit");
            await ann.Expect("*** Disconnected ***");
        }

        await using var again = await server.Connect();
        await again.Send("connect Ann bees-and-honey");

        await again.Expect("*** Connected ***");
        await again.Expect("Last connected");
        await again.Expect("Ways out:");
        await using var bob = await Create(server, "Bob");
        await using var onceMore = await server.Connect();
        await onceMore.Send("connect Ann bees-and-honey");
        await onceMore.Expect("You are connected twice now.");
        await onceMore.Expect("Ways out:");
        await onceMore.Send("say done");
        Assert.DoesNotContain("Ways out:", await onceMore.Expect("You say, \"done\""), StringComparison.Ordinal);
        Assert.DoesNotContain("connected", await bob.Expect("Ann says, \"done\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_word_of_ones_own_stands_for_comes_before_what_was_typed_ahead()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");
        await ann.Send("nick first = say one");
        await ann.Expect("stands for");

        await ann.Send("first", "say two", "first", "say three");

        await ann.Expect("\"one\"");
        await ann.Expect("\"two\"");
        await ann.Expect("\"one\"");
        await ann.Expect("\"three\"");
    }

    [Fact]
    public async Task Prompts_come_after_commands_and_commands_are_shown_if_that_is_wanted()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");
        await using var bob = await Create(server, "Bob");
        await ann.Send("@options +prompts");
        await ann.Expect("Option prompts: on.");
        await ann.Expect("> ");
        await ann.Send("say one");
        await ann.Expect("You say, \"one\"\n> ");

        await bob.Send("say two");
        await ann.Expect("\nBob says, \"two\"\n");

        await ann.Send("@options -prompts");
        await ann.Expect("Option prompts: off.");
        await ann.Send("@options +echo");
        await ann.Expect("Option echo: on.");
        await ann.Send("say three");
        await ann.Expect("> say three\nYou say, \"three\"\n");
        await ann.Send("@options -echo");
        await ann.Expect("Option echo: off.");
        await ann.Send("say four", "say five");
        Assert.DoesNotContain("> ", await ann.Expect("You say, \"five\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_carries_no_commands_for_the_listeners_terminal()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");
        await using var bob = await Create(server, "Bob");

        await ann.Send("say hello\u001b[31m#$#mcp <B>", ":\u001b]0;gone\u0007waves", "@describe me as #$#mcp version: 2.1 to: 2.1");
        await bob.Expect("Ann says, \"hello#$#mcp <B>\"\n");
        await bob.Expect("waves\n");
        await ann.Expect("Your description is set.");
        await bob.Send("look ann");
        await bob.Expect("awake");

        Assert.DoesNotContain('\u001b', bob.Text);
        Assert.DoesNotContain('\u0007', bob.Text);
        Assert.DoesNotContain("\n#$#mcp version: 2.1 to: 2.1", bob.Text[bob.Text.IndexOf("Ways out", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_with_two_hundred_things_and_a_description_of_sixty_thousand_characters_are_borne()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();
        Assert.Equal("200", await wizard.Eval("length({move(create($thing, player), player.location) for i in [1..200]})"));
        await wizard.Eval("{(o.name = tostr(\"cup \", n)) && (o.aliases = {\"cup\"}) for o, n in ({c for c in (player.location.contents) if parent(c) == $thing && !c.name})} && 1");

        await wizard.Send("look");
        await wizard.Expect("a cup 200");
        await wizard.Expect("Ways out:");
        await wizard.Send("get cup");
        await wizard.Expect("There are 200 things called \"cup\".");
        await wizard.Send("get 150th cup");
        await wizard.Expect("You take the cup 150.");
        await wizard.Send("get all");
        await wizard.Expect("You take the cup 200.");
        await wizard.Send("drop all");
        await wizard.Expect("You drop the cup 200.");

        await wizard.Send("@describe here as " + string.Concat(Enumerable.Repeat("word ", 12_000)) + "end");
        await wizard.Expect("description is set.");
        await wizard.Send("look");
        Assert.True((await wizard.Expect("word end\n")).Length >= 60_000);
        await wizard.Send("@undo");
        await wizard.Expect("Undone: describe");
    }

    [Fact]
    public async Task A_letter_goes_to_five_hundred_people()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();
        await wizard.Send(";;for i in [1..500] $wiz_utils:make_player(tostr(\"Person\", i), \"x\", $player_class); i % 10 || suspend(0); endfor return \"all made\";");
        await wizard.Expect("=> \"all made\"");

        await wizard.Send("@send " + string.Join(", ", Enumerable.Range(1, 500).Select(i => $"Person{i}")) + " = To all", ".i Hello.", ".send");
        await wizard.Expect("Sent to 500 mailboxes.");

        Assert.Equal("{1, \"To all\"}", await wizard.Eval("{length(l = $mail:letters({$string_utils:match_player(\"Person500\"), \"\"})), l[1][\"subject\"]}"));
    }
}
