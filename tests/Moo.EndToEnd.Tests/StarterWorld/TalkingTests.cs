using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>Channels, letters and being left alone in the starter world, over real connections.</summary>
public sealed class TalkingTests
{
    [Fact]
    public async Task What_is_said_on_a_channel_is_shown_as_it_was_typed()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");
        await using var bob = await Create(server, "Bob");

        await ann.Send("chat hello #$#mcp <B> [red]100%n[/] 日本 🐄");

        await ann.Expect("[chat] You: hello #$#mcp <B> [red]100%n[/] 日本 🐄");
        await bob.Expect("[chat] Ann: hello #$#mcp <B> [red]100%n[/] 日本 🐄");
        await bob.Send("chat");
        await bob.Expect("Ann: hello #$#mcp");
    }

    [Fact]
    public async Task Who_is_gagged_is_not_heard_on_any_way()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");
        await using var bob = await Create(server, "Bob");
        await bob.Send("@gag Ann");
        await bob.Expect("You gag Ann.");

        await ann.Send("say parsnip", "chat parsnip", ":eats a parsnip", "wave bob", "page Bob parsnip", "say done");
        await ann.Expect("You say, \"done\"");
        await bob.Send("@ungag Ann");
        var meanwhile = await bob.Expect("You hear Ann again.");
        await ann.Send("say turnip");

        Assert.DoesNotContain("parsnip", meanwhile, StringComparison.Ordinal);
        Assert.DoesNotContain("waves", meanwhile, StringComparison.Ordinal);
        await bob.Expect("Ann says, \"turnip\"");
    }

    [Fact]
    public async Task A_letter_waits_for_who_is_away()
    {
        await using var server = await Server();
        await using (var ann = await Create(server, "Ann"))
        {
            await ann.Send("@quit");
            await ann.Expect("*** Disconnected ***");
        }
        await using var bob = await Create(server, "Bob");
        await bob.Send("@send Ann = The garden", ".i It blooms.", ".send");
        await bob.Expect("Sent to Ann.");

        await using var again = await server.Connect();
        await again.Send("connect Ann secret99");

        await again.Expect("You have 1 new letter");
        await again.Send("@read new");
        await again.Expect("Subject:  The garden");
        await again.Expect("It blooms.");
        await again.Send("@reply", ".i It does.", ".send");
        await bob.Expect("New mail from Ann: Re: The garden");
    }

    [Fact]
    public async Task A_report_takes_along_what_was_said()
    {
        await using var server = await Server();
        await using var wizard = await server.ConnectWizard();
        await using var ann = await Create(server, "Ann");
        await using var bob = await Create(server, "Bob");
        await bob.Send("say You are a goose.");
        await ann.Expect("You are a goose.");

        await ann.Send("@report Bob = he calls me names");

        await wizard.Expect("Ann reports Bob: he calls me names");
        await wizard.Send("@read last on *gripes");
        await wizard.Expect("About: Bob");
        await wizard.Expect("You are a goose.");
    }

    [Fact]
    public async Task Help_finds_what_was_nearly_typed()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");

        await ann.Send("help buildng");

        await ann.Expect("Building");
        await ann.Expect("@dig");
        await ann.Send("help tostr");
        await ann.Expect("The texts of all values");
        await ann.Send("help no-such-topic-at-all");
        await ann.Expect("There is no help on \"no-such-topic-at-all\".");
    }

    [Fact]
    public async Task A_screen_reader_gets_one_thing_on_a_line()
    {
        await using var server = await Server();
        await using var ann = await Create(server, "Ann");

        await ann.Send("@a11y on", "channels");

        await ann.Expect("chat, You joined, Listening 1, For Talk about anything, for everybody.\n");
    }

    private static Task<MooServer> Server() => MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));

    private static async Task<TelnetClient> Create(MooServer server, string name)
    {
        var client = await server.Connect();
        await client.Send($"create {name} secret99");
        await client.Expect("Ways out:");
        return client;
    }
}
