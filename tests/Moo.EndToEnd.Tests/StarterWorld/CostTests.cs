using System.Globalization;
using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>What commands cost, in ticks, where much is around.</summary>
public sealed partial class CostTests(StarterServer world) : IClassFixture<StarterServer>
{
    private const int Most = 2000;
    private const int Things = 50;
    private const int People = 20;

    // What everybody types. {0} is somebody who is here.
    private static readonly string[] Common =
    [
        "look", "look here", "look lamp 7", "look second lamp", "l me", "look {0}", "look lmap", "examine lamp 7", "examine here", "i", "get lamp 7", "get lamp",
        "drop lamp 7", "drop all", "give lamp 8 to {0}", "say hello", "say is that a lamp?", ":waves", "::'s hat falls", "whisper hello to {0}", "page {0} hello",
        "page last hello", "think what now", "wave", "wave {0}", "bow slowly", "-{0} hello", "chat hello", "chat", "channels", "channel who chat", "channel history chat",
        "who", "where {0}", "finger {0}", "finger me", "@age", "exits", "@map", "n", "s", "go north", "go south", "home", "@go {1}", "sit", "stand", "north", "south", "open lamp 3",
        "help", "help look", "help @describe", "help building", "help buildng", "help commands", "help topics", "help index", "help functions", "help objects", "help tostr",
        "help $string_utils", "help no-such-topic-at-all", "help channl", "help get", "lok", "xyzzy plugh", "get lmap 9", "@options", "@options brief = on",
        "@options brief = off", "@describe me as Somebody.", "@pronouns she", "@aliases", "nick gl = get lamp", "nick", "gl 4", "drop lamp 4", "@folders", "@mail", "news", "boards",
        "@lists", "@topics", "@wizards", "hint", "socials", "socials bow", "@gag {0}", "@gaglist", "@ungag {0}", "@paranoid 20", "@check", "@paranoid off", "@report {0} = nothing",
        "@send me = Hello", ".i Hello.", ".send", "@read", "@rmmail 1", "@sethome", "@a11y on", "look", "who", "@map", "@a11y off", "read book", "enter lamp", "leave", "tutorial", "home", "@go {1}",
    ];

    // What those type who build and program.
    private static readonly string[] Making =
    [
        "@create $thing named small kite,kite", "@rename kite to red kite,kite", "@addalias dragon to kite", "@describe kite as Red.", "@lock kite with me", "@unlock kite",
        "@messages kite", "@take_succeeded kite is You catch %t.", "@dig up to Attic", "@exits", "@entrances", "@undo", "@undo list", "@history kite", "@audit", "@quota", "@count",
        "@contents here", "@parents kite", "@kids $note", "@classes", "@owner kite", "@locations kite", "@copy kite to other kite", "@recycle other kite", "@restore", "@move kite to here",
        "@property kite.wind 3", "@set kite.wind to 4", "@verb kite:fly this none none", "@edit kite:fly", ".i player:tell(\"It flies.\");", ".compile", ".q", "fly kite", "@list kite:fly",
        "@show kite", "@display kite.wind", "@dump kite", "@props kite", "@verbs kite", "@args kite:fly", "@chmod kite:fly rxd", "@diff kite:fly", "@forked", ";1 + 1", ";me.name",
        ";;for i in [1..10] endfor", "@verbs $thing", "@list $thing:get", "@show $thing", "@rmverb kite:fly", "@recycle kite", "@build-options", "@edit me", ".q",
    ];

    // What those type who run the world.
    private static readonly string[] Running =
    [
        "@connections", "@ps", "@memory", "@server-options", "@server-options fg_ticks", "@auditlog", "@registration", "@ban", "@schedule all", "@shout hello", "@version", "@listen",
        "@newplayer Zoe secret-garden", "@programmer zoe", "@grant zoe quota 3", "@newpassword zoe other-garden", "@suspend zoe for 1 day because of the rain", "@unsuspend zoe", "who", "look",
    ];

    [Fact]
    public async Task No_command_takes_more_than_two_thousand_ticks_among_fifty_things_and_twenty_people()
    {
        await using var wizard = await world.Server.ConnectWizard();
        var crowd = new List<TelnetClient>();
        for (var i = 1; i < People; i++)
        {
            crowd.Add(await world.Server.Connect());
            await crowd[^1].Send("guest");
            await crowd[^1].Expect("Ways out:");
        }
        await using var tess = await world.Server.Connect();
        await tess.Send("create Tess bees-and-honey");
        await tess.Expect("Ways out:");
        crowd.Add(tess);
        var room = await Furnish(wizard);

        var dear = new List<string>();
        await Measure(tess, "$string_utils:match_player(\"tess\")", Common);
        await wizard.Send("@programmer tess");
        await wizard.Expect("programmer now");
        await wizard.Eval("$string_utils:match_player(\"tess\").ownership_quota = 50");
        await Measure(tess, "$string_utils:match_player(\"tess\")", Making);
        await Measure(wizard, "player", Running);

        foreach (var client in crowd) await client.DisposeAsync();
        Assert.True(dear.Count == 0, string.Join('\n', dear));

        async Task Measure(TelnetClient client, string who, string[] lines)
        {
            await client.Send("SUFFIX ~~");
            foreach (var line in lines)
            {
                await wizard.Eval("$server_options.finished_tasks_limit = 0");
                await wizard.Eval("$server_options.finished_tasks_limit = 200");
                client.TakeRest();
                await client.Send(string.Format(CultureInfo.InvariantCulture, line, "Guest5", room));
                await client.Expect("~~\n");
                await client.Send(""); // what the line has typed in turn comes first
                await client.Expect("~~\n");
                var told = await wizard.Eval($"{{{{t[\"verb\"], t[\"ticks\"]}} for t in (finished_tasks()) if t[\"player\"] == {who} && !(t[\"verb\"] in {{\"eval\", \"\"}})}}");
                var tasks = Task().Matches(told);
                if (line.Length > 0 && line[0] is not ';' && who != "player") Assert.True(tasks.Count > 0, $"{line}: {told}");
                dear.AddRange(tasks.Where(task => long.Parse(task.Groups[2].Value, CultureInfo.InvariantCulture) > Most).Select(task => $"{line}: {task.Groups[2].Value} ticks in {task.Groups[1].Value}"));
                if (Environment.GetEnvironmentVariable("MOO_TELL_TICKS") is not null) TestContext.Current.TestOutputHelper!.WriteLine($"{line}: {told}");
            }
            await client.Send("SUFFIX");
        }
    }

    // A room with fifty things, in which everybody is.
    private static async Task<string> Furnish(TelnetClient wizard)
    {
        await wizard.Send(";;add_property($server_options, \"finished_tasks_limit\", 15, {player, \"r\"}); load_server_options();",
            "@dig Hall", ";;r = max_object(); notify(player, \"room \" + tostr(r));");
        await wizard.Expect("\nroom ");
        var room = (await wizard.Expect("\n")).Trim();
        await wizard.Send($";;r = {room}; r.description = {{\"A long hall.\", \"It has lamps.\"}}; move(player, r); "
            + $"for i in [1..{Things}] o = create($thing, player); o.name = tostr(\"lamp \", i); o.aliases = {{\"lamp\", tostr(\"lantern \", i)}}; o.description = \"Bright.\"; move(o, r); endfor "
            + "for p in (connected_players()) p == player || move(p, r); endfor notify(player, \"furnished\");");
        await wizard.Expect("furnished\n");
        await wizard.Send(";;fork (0) endfork", "@dig north to Cellar");
        await wizard.Expect("leads to");
        return room;
    }

    [GeneratedRegex("\\{\"([^\"]*)\", ([0-9]+)\\}")]
    private static partial Regex Task();
}
