using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>What people do in the starter world, from the first line to the last, over real connections.</summary>
public sealed class StoryTests
{
    private static Task<MooServer> Server() => MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));

    private static async Task<TelnetClient> Newcomer(MooServer server, string name)
    {
        var client = await server.Connect();
        await client.Expect("create NAME PASSWORD");
        await client.Send($"create {name} bees-and-honey");
        await client.Expect($"Hello, {name}!");
        await client.Expect("Ways out:");
        return client;
    }

    // Types each line and waits for what it must bring.
    private static async Task Play(TelnetClient client, params (string Line, string Answer)[] steps)
    {
        foreach (var (line, answer) in steps)
        {
            await client.Send(line);
            await client.Expect(answer);
        }
    }

    [Fact]
    public async Task A_newcomer_finishes_the_tutorial_by_typing_what_it_says()
    {
        await using var server = await Server();
        await using var newcomer = await Newcomer(server, "Bea");

        await Play(newcomer,
            ("1", "tutorial takes you by the hand"),
            ("tutorial", "Type look window now."),
            ("look window", "Good."),
            ("north", "Type get pebble"),
            ("get pebble", "You take a pebble"),
            ("inventory", "You carry a pebble."),
            ("drop pebble", "You drop the pebble."),
            ("north", "Type say hello"),
            ("say hello", "Hello! Hello!"),
            (":smiles", "Bea smiles"),
            ("north", "help look to have one explained"),
            ("help look", "Shows where you are"),
            ("north", "@create $thing named small kite,kite"),
            ("north", "Not yet"),
            ("@create $thing named small kite,kite", "You have made small kite"),
            ("@describe kite as It is red, and wants to be elsewhere.", "description is set"),
            ("look kite", "It is red, and wants to be elsewhere."),
            ("north", "That was the tutorial."),
            ("look", "The Plaza"));
    }

    [Fact]
    public async Task Two_people_talk()
    {
        await using var server = await Server();
        await using var ann = await Newcomer(server, "Ann");
        await using var bob = await Newcomer(server, "Bob");

        await Play(ann, ("say \"Hello\" [red]there[/] %n, <b> 日本", "You say, \"\"Hello\" [red]there[/] %n, <b> 日本\""));
        await bob.Expect("Ann says, \"\"Hello\" [red]there[/] %n, <b> 日本\"");
        await Play(bob, ("whisper \"psst\" to ann", "You whisper, \"psst\" to Ann."), ("north", "The Plaza"), ("page ann where are you?", "You page Ann"));
        await ann.Expect("Bob whispers, \"psst\"");
        await ann.Expect("Bob goes north.");
        await ann.Expect("Bob pages from The Plaza, \"where are you?\"");
        await Play(ann, ("reply on my way", "You page Bob"), ("n", "Bob is here."), ("-bob here I am", "You [to Bob], \"here I am\""));
        await bob.Expect("Ann pages from The Landing, \"on my way\"");
        await bob.Expect("Ann arrives from the south.");
        await bob.Expect("Ann [to you], \"here I am\"");
        await Play(bob, ("@gag ann", "You gag Ann"));
        await Play(ann, (":dances", "Ann dances"));
        await Play(bob, ("@ungag ann", "You hear Ann again."));
        await Play(ann, (":bows", "Ann bows"));
        Assert.DoesNotContain("dances", await bob.Expect("Ann bows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_builder_builds_and_takes_it_back()
    {
        await using var server = await Server();
        await using var ann = await Newcomer(server, "Ann");

        await Play(ann,
            ("go north west west", "Lantern Street"),
            ("@dig north to My House", "You have dug My House"),
            ("n", "My House"),
            ("@describe here as Four walls.", "description"),
            ("@create $container named oak chest,chest", "You have made oak chest"),
            ("@create $thing named coin", "You have made coin"),
            ("open chest", "You open the oak chest."),
            ("put coin in chest", "You put the coin into the oak chest."),
            ("look in chest", "a coin"),
            ("get all from chest", "You take the coin out of the oak chest."),
            ("@rename coin to old coin,coin", "\"old coin\""),
            ("@undo", "Undone: rename"),
            ("@recycle coin", "is recycled"),
            ("i", "You carry an oak chest."),
            ("@undo", "Undone: recycle"),
            ("i", "an oak chest and a coin"),
            ("s", "Lantern Street"),
            ("look", "Ways out:"),
            ("@recycle landing", "I see no"),
            ("get lanterns", "You can't take the lanterns."));
    }

    [Fact]
    public async Task A_suspended_player_is_told_why_and_the_audit_log_knows()
    {
        await using var server = await Server();
        await using var ann = await Newcomer(server, "Ann");
        await using var wizard = await server.ConnectWizard();

        await Play(wizard, ("@suspend ann for 2 days because of the paint", "Ann is suspended until"));
        await ann.Expect("because of the paint");
        await using var again = await server.Connect();
        await again.Expect("connect NAME PASSWORD");
        await Play(again, ("connect Ann bees-and-honey", "because of the paint"));
        await Play(wizard, ("@unsuspend ann", "may come in again"), ("@auditlog paint", "suspend  Ann"));
        await using var back = await server.Connect();
        await back.Expect("connect NAME PASSWORD");
        await Play(back, ("connect Ann bees-and-honey", "Last connected"));
    }
}
