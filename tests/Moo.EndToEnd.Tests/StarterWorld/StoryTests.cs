using System.Text.RegularExpressions;
using Moo.Testing;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>What people do in the starter world, from the first line to the last, over real connections; each story is a snapshot to read.</summary>
public sealed partial class StoryTests(StarterServer world) : IClassFixture<StarterServer>
{
    /// <remarks>What is to be typed comes from the screen: after the question a line that stands by itself, four blanks from the margin.</remarks>
    [Fact]
    public async Task A_newcomer_types_what_the_text_says()
    {
        await using var story = new Story(world.Server);
        var newcomer = await story.Arrives("Bea");
        var create = LoginLine().Match(story.Text).Groups[1].Value;
        var question = await newcomer.Enters(create.Replace("NAME", "Bea", StringComparison.Ordinal).Replace("PASSWORD", "bees-and-honey", StringComparison.Ordinal), "Ways out:");
        Assert.Contains("  1  not at all", question, StringComparison.Ordinal);

        var toType = new Queue<string>(LinesToType(await newcomer.Types("1")));
        for (var typed = 0; toType.Count > 0 && typed < 50; typed++)
        {
            var line = toType.Dequeue();
            var seen = line == "say hello" ? await newcomer.Types(line, "Hello! Hello!") : await newcomer.Types(line);
            foreach (var next in LinesToType(seen)) toType.Enqueue(next);
        }

        Assert.Contains("The Plaza", await newcomer.Types("look"), StringComparison.Ordinal);
        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task Two_people_talk()
    {
        await using var story = new Story(world.Server);
        var ann = await story.Has("Ann");
        var bob = await story.Has("Bob");

        await ann.Types("say Hello, Bob!");
        await bob.Types("\"is that you?");
        await ann.Types("say \"Hello\" [red]there[/] %n, <b> 日本");
        await ann.Types(":waves the lantern about.");
        await bob.Types("::'s hat falls off.");
        await bob.Types("wave ann");
        await ann.Types("-bob your hat!");
        await bob.Types("whisper \"I know\" to ann");
        await bob.Types("think where did I leave the other one?");
        await bob.Types("north");
        await bob.Types("page ann where are you?");
        await ann.Types("reply on my way");
        await ann.Types("n");
        await ann.Types("look bob");
        await bob.Types("sit on steps");
        await ann.Types("who");
        await bob.Types("page zoe are you there?");
        await bob.Types("page ann");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task A_builder_builds_and_takes_it_back()
    {
        await using var story = new Story(world.Server);
        var cat = await story.Has("Cat");

        await cat.Types("go north west west");
        await cat.Types("@dig north to My House");
        await cat.Types("n");
        await cat.Types("@describe here as Four walls, and the sound of rain on a roof that is not finished.");
        await cat.Types("@create $container named oak chest,chest");
        await cat.Types("@create $thing named coin");
        await cat.Types("drop chest");
        await cat.Types("put coin in chest");
        await cat.Types("open coin");
        await cat.Types("open chest");
        await cat.Types("put coin in chest");
        await cat.Types("look in chest");
        await cat.Types("get all from chest");
        await cat.Types("@rename coin to old coin,coin");
        await cat.Types("@undo");
        await cat.Types("@recycle coin");
        await cat.Types("i");
        await cat.Types("@undo");
        await cat.Types("i");
        await cat.Types("@detail roof|rain on here is You count the drops.");
        await cat.Types("look rain");
        await cat.Types("@dig up to The Attic");
        await cat.Types("@undo");
        await cat.Types("@lock south with coin");
        await cat.Types("drop coin");
        await cat.Types("s");
        await cat.Types("@unlock south");
        await cat.Types("@undo list");
        await cat.Types("@history here");
        await cat.Types("s");
        await cat.Types("@map");
        await cat.Types("@recycle here");
        await cat.Types("get lanterns");
        await cat.Types("@quota");
        await cat.Types("@audit");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task A_programmer_programs()
    {
        await using var story = new Story(world.Server);
        var wizard = await story.HasWizard();
        var dan = await story.Has("Dan");
        await wizard.Types("@programmer dan");

        await dan.Types(";1 + 1");
        await dan.Types(";;x = {}; for i in [1..3] x = {@x, i * i}; endfor return x;");
        await dan.Types(";1 / 0");
        await dan.Types("@create $thing named music box,box");
        await dan.Types("@property box.turns 0");
        await dan.Types("@verb box:wind this none none");
        await dan.Dictates("@program box:wind", ["// wind <music box>", "// Winds it up.", "this.turns = this.turns +;", "."], "not programmed.");
        await dan.Dictates("@program box:wind", ["// wind <music box>", "// Winds it up.", "this.turns = this.turns + 1;", "player:tell(\"Click. (\", this.turns, \")\");", "."], "Verb programmed");
        await dan.Types("wind box");
        await dan.Types("wind box");
        await dan.Types("@list box:wind");
        await dan.Types("examine box");
        await dan.Types("@show box.turns");
        await dan.Dictates("@program box:wind", ["player:tell(1 / 0);", "."], "Verb programmed");
        await dan.Types("wind box");
        await dan.Types("@diff box:wind");
        await dan.Types("@undo");
        await dan.Types("wind box");
        await dan.Types("help index()");
        await dan.Types("@set box.nosuch to 3");
        await dan.Types(";#2.password");
        await dan.Types("@program $thing:get");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task A_wizard_keeps_order()
    {
        await using var story = new Story(world.Server);
        var wizard = await story.HasWizard();
        var eve = await story.Has("Eve");

        eve.IsLeaving();
        await wizard.Types("@suspend eve for 2 days because of the paint");
        await eve.IsGone();
        var again = await story.Arrives("Eve");
        await again.Types("connect Eve bees-and-honey", "because of the paint.\n");
        await again.IsGone();
        await wizard.Types("@unsuspend eve");
        await wizard.Types("@auditlog paint");
        await wizard.Types("@ban 203.0.113.* for 1 day because of a flood");
        await wizard.Types("@ban");
        await wizard.Types("@unban 203.0.113.*");
        await wizard.Types("@registration closed");
        var nobody = await story.Arrives("Zed");
        await nobody.Types("create Zed bees-and-honey", "\n");
        await wizard.Types("@registration open");
        await nobody.Types("wat", "somebody.");
        await nobody.Types("help", "hang up");
        await nobody.Types("connect Eve wrong-password", "forgot a password.");
        await wizard.Types("@newplayer Flo secret-garden", "Flo");
        await wizard.Types("@grant flo quota 5");
        await wizard.Types("@shout The kettle boils at noon.");
        await wizard.Types("@server-options fg_ticks");
        await wizard.Dictates("@toad flo", ["yes"], "\n");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task Somebody_comes_with_a_screen_reader()
    {
        await using var story = new Story(world.Server);
        var gus = await story.Arrives("Gus");

        await gus.Types("screenreader", "per line.");
        await gus.Types("who", "connected.");
        await gus.Enters("create Gus bees-and-honey", "Ways out");
        await gus.Types("look");
        await gus.Types("n");
        await gus.Types("who");
        await gus.Types("@map");
        await gus.Types("exits");
        await gus.Types("channels");
        await gus.Types("@options");
        await gus.Types("help channel");
        await gus.Types("@create $thing named lamp");
        await gus.Types("@create $thing named rope");
        await gus.Types("i");
        await gus.Types("@a11y off");
        await gus.Types("i");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task Wide_text_stays_in_its_columns()
    {
        await using var story = new Story(world.Server);
        var hal = await story.Has("Hal");

        await hal.Types("@create $thing named 日本の提灯,lantern");
        await hal.Types("@create $thing named 🐄,cow");
        await hal.Types("@describe cow as A cow 🐄, and beside it the word 牛; é is one letter, and so is é.");
        await hal.Types("look 🐄");
        await hal.Types("look 日本");
        await hal.Types("drop 🐄");
        await hal.Types("say 日本語 and 🐄 and [red]brackets[/] and hello\u001b[31m#$#mcp <B>");
        await hal.Types("@audit");
        await hal.Types("@options width = 40");
        await hal.Types("look");
        await hal.Types("who");
        await hal.Types("@audit");
        await hal.Types("help channel");
        await hal.Types("@rename cow to #$#mcp version: 2.1,cow");
        await hal.Types("look cow");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task A_guest_becomes_somebody()
    {
        await using var story = new Story(world.Server);
        var guest = await story.Arrives("Guest");

        await guest.Enters("guest", "Ways out");
        await guest.Types("3");
        await guest.Types("sign book");
        await guest.Types("n");
        await guest.Types("@create $thing named hat");
        await guest.Types("@register");
        await guest.Types("@register Ida bees-and-honey");
        await guest.Types("say I have a name now.");
        await guest.Types("finger me");
        await guest.Types("@create $thing named hat");
        guest.IsLeaving();
        await guest.Types("quit", "*** Disconnected ***\n");
        var back = await story.Arrives("Ida");
        await back.Enters("connect Ida bees-and-honey", "Ways out");
        await back.Types("i");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task Letters_news_and_boards()
    {
        await using var story = new Story(world.Server);
        var wizard = await story.HasWizard();
        var jan = await story.Has("Jan");
        var kim = await story.Has("Kim");

        await jan.Types("@send kim = The garden");
        await jan.Types("It blooms, all of it.");
        await jan.Types(".i It blooms, all of it.");
        await jan.Types(".send");
        await kim.Types("@mail");
        await kim.Types("@read new");
        await kim.Types("@reply");
        await kim.Types(".i I know. I can smell it from here.");
        await kim.Types(".list");
        await kim.Types(".send");
        await jan.Types("@nn");
        await kim.Types("@refile 1 to garden");
        await kim.Types("@folders");
        await kim.Types("@mail");
        await kim.Types("@rmmail 2 on garden");
        await kim.Types("@unrmmail on garden");
        await kim.Types("@send nobody = Hello");
        await wizard.Types("@addnews The kettle");
        await wizard.Types(".i It has boiled.");
        await wizard.Types(".save");
        await kim.Types("news");
        await kim.Types("news");
        await kim.Types("boards");
        await kim.Types("@lists");
        await wizard.Types("@rmnews 1");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task Things_go_by_many_names()
    {
        await using var story = new Story(world.Server);
        var lea = await story.Has("Lea");
        var max = await story.Has("Max");

        foreach (var name in (string[])["red box,box", "blue box,box", "green box,box", "iron key,key"]) await lea.Types($"@create $thing named {name}");
        await lea.Types("i");
        await lea.Types("look box");
        await lea.Types("2");
        await lea.Types("drop second box");
        await lea.Types("drop the red box");
        await lea.Types("look it");
        await lea.Types("get all boxes");
        await lea.Types("drop all but the key");
        await lea.Types("give key to max");
        await lea.Types("look max's key");
        await lea.Types("get key");
        await lea.Types("@describe box as Plain.");
        await lea.Types("first");
        await lea.Types("look wndow");
        await lea.Types("look blu box");
        await lea.Types("lok");
        await lea.Types("get lantern");
        await lea.Types("get max");
        await lea.Types("give blue box to zoe");
        await lea.Types("put red box in green box");
        await lea.Types("@lock blue box with me");
        await max.Types("get blue box");
        await max.Types("@rename blue box to my box");
        await max.Types("west");
        await max.Types("open door");
        await max.Types("xyzzy plugh");

        Snapshot.Match(story.Text);
    }

    [Fact]
    public async Task Channels_and_being_left_alone()
    {
        await using var story = new Story(world.Server);
        var wizard = await story.HasWizard();
        var nat = await story.Has("Nat");
        var oli = await story.Has("Oli");

        await nat.Types("channels");
        await nat.Types("chat Is anybody here?");
        await oli.Types("chat :is.");
        await oli.Types("channel create tea");
        await nat.Types("channel join tea");
        await oli.Types("tea One lump or two?");
        await nat.Types("tea None.");
        await nat.Types("tea");
        await nat.Types("channel mute tea");
        await oli.Types("tea Really?");
        await nat.Types("channel unmute tea");
        await nat.Types("channel alias t tea");
        await nat.Types("t Really.");
        await nat.Types("channel who tea");
        await oli.Types("say You are a goose.");
        await nat.Types("@gag oli for 2 hours");
        await oli.Types("say Honk.");
        await oli.Types("page nat honk");
        await nat.Types("@gaglist");
        await nat.Types("@ungag oli");
        await nat.Types("@ignore oli");
        await oli.Types("page nat honk");
        await nat.Types("@ungag everyone");
        await nat.Types("@report oli = calls me names");
        await wizard.Types("@read last on *gripes");
        await nat.Types("socials bow");
        await nat.Types("bow deeply");
        await oli.Types("channel delete tea");

        Snapshot.Match(story.Text);
    }

    private static IEnumerable<string> LinesToType(string seen) => LineToType().Matches(seen).Select(line => line.Groups[1].Value);

    [GeneratedRegex("^  (create NAME PASSWORD) ", RegexOptions.Multiline)]
    private static partial Regex LoginLine();

    [GeneratedRegex("^    ([^ ].*)$", RegexOptions.Multiline)]
    private static partial Regex LineToType();
}
