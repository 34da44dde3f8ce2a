using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Commands;

/// <summary>From a line to the verb that runs.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public CommandTests()
    {
        // #4 is a room; #5 a box and #6 a yellow box in it; #7 a key that the wizard holds.
        _moo.Run("""
            room = create(#1); player.location == room || move(player, room);
            box = create(#1); box.name = "box"; move(box, room);
            yellow = create(#1); yellow.name = "yellow box"; move(yellow, room);
            key = create(#1); key.name = "brass key"; move(key, player);
            add_property(#1, "aliases", {}, {#2, "rc"});
            yellow.aliases = {"chest", "crate"}; key.aliases = {"opener"};
            """);
    }

    public void Dispose() => _moo.Dispose();

    private void Verb(string holder, string names, string arguments, string code)
    {
        var line = Literal.Of(Value.Str(code));
        _moo.Run($"add_verb({holder}, {{#2, \"rxd\", \"{names}\"}}, {{{arguments}}}); set_verb_code({holder}, length(verbs({holder})), {{{line}}});");
    }

    private string[] Command(string line)
    {
        using var done = new ManualResetEventSlim();
        var before = _moo.Told.Count;
        _moo.Runtime.Scheduler.RunCommand(ObjectId.Nothing, TestMoo.Wizard, line, ended: _ => done.Set());
        Assert.True(done.Wait(TimeSpan.FromSeconds(30)), "the command did not end");
        return [.. _moo.Told.Skip(before)];
    }

    private const string Tell = "notify(player, toliteral({this, verb, dobjstr, dobj, prepstr, iobjstr, iobj, args, argstr, caller == player}));";

    [Fact]
    public void A_verb_sees_the_parts_of_its_command()
    {
        Verb("#5", "put p*ut", "\"any\", \"in/inside/into\", \"this\"", Tell);

        Assert.Equal(["{#5, \"put\", \"brass key\", #7, \"into\", \"box\", #5, {\"brass\", \"key\", \"into\", \"box\"}, \"brass key into box\", 1}"], Command("put brass key into box"));
    }

    [Theory]
    [InlineData("frob box", "#5")]
    [InlineData("frob yellow", "#6")]
    [InlineData("frob ch", "#6")]
    [InlineData("frob opener", "#7")]
    [InlineData("frob me", "#2")]
    [InlineData("frob here", "#4")]
    [InlineData("frob #1", "#1")]
    [InlineData("frob nothing", "#-3")]
    [InlineData("frob", "#-1")]
    [InlineData("frob #99", "#-3")]
    public void Objects_are_found_among_what_is_held_and_what_is_here(string line, string expected)
    {
        Verb("#2", "frob", "\"any\", \"none\", \"none\"", "notify(player, tostr(dobj));");

        Assert.Equal([expected], Command(line));
    }

    [Fact]
    public void Two_that_fit_equally_are_ambiguous_but_a_whole_name_wins()
    {
        Verb("#2", "frob", "\"any\", \"none\", \"none\"", "notify(player, tostr(dobj));");
        _moo.Run("another = create(#1); another.name = \"brass bell\"; move(another, player);");

        Assert.Equal(["#-2"], Command("frob brass"));
        Assert.Equal(["#7"], Command("frob brass key"));
    }

    [Theory]
    [InlineData("fo", "", false)]
    [InlineData("foo", "foo*bar", true)]
    [InlineData("foob", "foo*bar", true)]
    [InlineData("foobar", "foo*bar", true)]
    [InlineData("foobars", "foo*bar", false)]
    [InlineData("fo", "foo*bar", false)]
    [InlineData("foobars", "foo*", true)]
    [InlineData("anything", "*", true)]
    [InlineData("FOO", "foo", true)]
    public void Verb_names_match_by_their_pattern(string word, string pattern, bool matches)
    {
        if (pattern.Length > 0) Verb("#2", pattern, "\"any\", \"any\", \"any\"", "notify(player, \"found\");");

        Assert.Equal(matches ? "found" : "I couldn't understand that.", Command(word)[0]);
    }

    [Fact]
    public void The_player_comes_before_the_room_and_the_room_before_the_objects()
    {
        Verb("#5", "frob", "\"this\", \"none\", \"none\"", "notify(player, \"object\");");
        Assert.Equal(["object"], Command("frob box"));

        Verb("#4", "frob", "\"any\", \"none\", \"none\"", "notify(player, \"room\");");
        Assert.Equal(["room"], Command("frob box"));

        Verb("#2", "frob", "\"any\", \"none\", \"none\"", "notify(player, \"player\");");
        Assert.Equal(["player"], Command("frob box"));
    }

    [Fact]
    public void What_nobody_understands_goes_to_the_room()
    {
        Verb("#4", "huh", "\"this\", \"none\", \"this\"", "notify(player, toliteral({verb, argstr, args}));");

        Assert.Equal(["{\"blurt\", \"the box\", {\"the\", \"box\"}}"], Command("blurt the box"));
    }

    [Fact]
    public void The_world_may_take_commands_over()
    {
        Verb("#0", "do_command", "\"this\", \"none\", \"this\"", "notify(player, toliteral({args, argstr})); return args[1] == \"mine\";");
        Verb("#2", "frob mine", "\"any\", \"none\", \"none\"", "notify(player, \"found\");");

        Assert.Equal(["{{\"mine\", \"all\"}, \"mine all\"}"], Command("mine all"));
        Assert.Equal(["{{\"frob\"}, \"frob\"}", "found"], Command("frob"));
    }

    [Fact]
    public void Clients_that_ask_for_it_see_where_a_commands_output_begins_and_ends()
    {
        Verb("#2", "frob", "\"any\", \"none\", \"none\"", "notify(player, \"found\"); suspend(0.05); notify(player, \"later\");");
        using var done = new ManualResetEventSlim();

        _moo.Runtime.Scheduler.RunCommand(ObjectId.Nothing, TestMoo.Wizard, "frob", "-[", "]-", _ => done.Set());
        Assert.True(done.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        Assert.Equal(["-[", "found", "]-"], _moo.Told);
    }
}
