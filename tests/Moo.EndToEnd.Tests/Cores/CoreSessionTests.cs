using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;
using Moo.Testing;

namespace Moo.EndToEnd.Tests.Cores;

/// <summary>Cores of other servers, imported unchanged and used as their people use them: each command, and what their verbs say to it.</summary>
public sealed partial class CoreSessionTests
{
    private static readonly (string[] Lines, string Says)[] Shared =
    [
        (["look"], "The First Room"),
        (["help"], "help"),
        (["help @create"], "The main command for creating objects"),
        (["help eval()"], "eval"),
        (["help $string_utils"], "string"),
        (["@who"], "1 player, who has been active"),
        (["@gender female"], "Gender set to female."),
        (["@describe me as \"A tester.\""], "Description set."),
        (["@messages me"], "@page_absent me is"),
        (["@edit-options"], "Current edit options:"),
        (["@mail-options"], "Current mail options:"),
        (["@linelength 70"], "70"),
        // building
        (["@create $container named \"box\""], "You now have box"),
        (["@create $note named \"slip,sl\""], "You now have slip"),
        (["put slip in box"], "box is closed."),
        (["open box"], "You open box."),
        (["put slip in box"], "You put slip in box."),
        (["look box"], "slip"),
        (["take slip from box"], "You remove slip from box."),
        (["write \"one line\" on slip"], "Line added"),
        (["read slip"], "one line"),
        (["@property slip.aaa {1, 2}"], "Property added with value {1, 2}."),
        (["@set slip.aaa to 7"], "7"),
        (["@chmod slip.aaa r"], "set to \"r\"."),
        (["@rmprop slip.aaa"], "Property removed."),
        (["@parents slip"], "Root Class"),
        (["@dig \"North Room\""], "North Room (#"),
        (["@audit me"], "Objects owned by Wizard"),
        // programming
        (["@verb me:greet none none none rd"], "Verb added"),
        (["@program me:greet", "player:tell(\"Hi there.\");", "."], "Verb programmed."),
        (["greet"], "Hi there."),
        (["@program me:greet", "return 1 +;", "."], "Verb not programmed."),
        (["@list me:greet"], "player:tell(\"Hi there.\");"),
        (["@args me:greet any none none"], "Verb arguments changed."),
        (["@rename me:greet to hail"], "Verb name changed."),
        (["@chmod me:hail rxd"], "Verb permissions set to \"rxd\"."),
        (["@copy me:hail to me:hail2"], "code set."),
        (["@rmverb me:hail2"], "removed."),
        (["@edit me:hail"], "Now editing"),
        (["list"], "Hi there."),
        (["subst /Hi/Good day/1"], "Good day"),
        (["\"player:tell(\"Bye.\");"], "added."),
        (["compile"], "successfully compiled."),
        (["quit"], "The First Room"),
        (["@list me:hail"], "player:tell(\"Good day there.\");"),
        // mail
        (["@send me"], "Subject:"),
        (["News"], "Mail Room"),
        (["\"A message."], "added."),
        (["send"], "Mail actually sent to Wizard"),
        (["quit"], "The First Room"),
        (["@mail"], "News"),
        (["@read 1"], "A message."),
        (["@rmm 1"], "Deleted 1."),
        // utilities
        ([";$string_utils:english_list({1, 2, 3})"], "=> \"1, 2, and 3\""),
        ([";$string_utils:columnize({\"a\", \"b\"}, 2, 20)"], "=> {\"a         b\"}"),
        ([";$string_utils:words(\"a \\\"b c\\\" d\")"], "=> {\"a\", \"b c\", \"d\"}"),
        ([";$string_utils:from_value({1, \"a\", #2}, 1)"], "=> \"{1, \\\"a\\\", #2}\""),
        ([";$list_utils:sort({3, 1, 2})"], "=> {1, 2, 3}"),
        ([";$list_utils:slice({{1, 2}, {3, 4}})"], "=> {1, 3}"),
        ([";$set_utils:union({1, 2}, {2, 3})"], "=> {1, 2, 3}"),
        ([";$seq_utils:tostr({1, 4, 7, 8})"], "=> \"1..3, 7\""),
        ([";$time_utils:english_time(3600)"], "=> \"1 hour\""),
        ([";$time_utils:mmddyy(0)"], "=> \"01/01/70\""),
        ([";$math_utils:base_conversion(\"ff\", 16, 10)"], "=> \"255\""),
        ([";$code_utils:parse_verbref(\"me:tell\")"], "=> {\"me\", \"tell\"}"),
        ([";$object_utils:isa(me, $player)"], "=> 1"),
        ([";$wiz_utils:random_wizard()"], "=> #"),
        ([";verb_code($string_utils, \"space\", 1)[1]"], "=> \""),
        ([";{queued_tasks(), callers()[1][2]}"], "\"eval"),
        // errors as people know them
        ([";1/0"], "Division by zero"),
        ([";player:nope()"], "Verb not found"),
        (["xyzzy"], "I don't understand that."),
        // waiting
        ([";fork (0) player:tell(\"forked\"); endfork"], "forked"),
        ([";suspend(0) || player:tell(\"woke\")"], "woke"),
        ([";read()", "typed"], "=> \"typed\""),
        ([";force_input(me, \"look me\")"], "A tester."),
    ];

    [Theory]
    [InlineData("LambdaCore.db")]
    [InlineData("toastcore.db")]
    public async Task A_wizard_builds_programs_and_writes_mail(string core)
    {
        await using var server = await MooServer.StartImported(CoreDatabases.Find(core));
        await using var client = await server.Connect();
        await client.Send("connect wizard");
        await client.Expect("*** Connected ***");

        foreach (var (lines, says) in Shared)
        {
            await client.Send(lines);
            await client.Expect(says);
        }

        // Tracebacks begin with a line of the failed verb: those of the two errors above, made by an eval, are the only ones.
        Assert.DoesNotContain(Trouble().Matches(client.Text), match => !match.Value.Contains("#-1:", StringComparison.Ordinal));
        Assert.Equal(2, Trouble().Count(client.Text));
    }

    // Made by crypt(3), not by this server.
    [Theory]
    [InlineData("abMbH7WsHr7wQ")]
    [InlineData("$1$saltsalt$le8lFSqqnPaRFOlmAZpvH1")]
    [InlineData("$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5")]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    [InlineData("$2b$05$abcdefghijklmnopqrstuu7nFISH/8YdwlXD3lw69A4iBUf6fvWAW")]
    public async Task A_password_made_by_the_other_server_still_logs_in(string hash)
    {
        await using var server = await MooServer.StartImported(CoreDatabases.LambdaCore);
        await LogsInWith(server, hash, "\"Hello world!\"");
    }

    // Argon2's own test vector, as ToastStunt stores passwords.
    [Fact]
    public async Task An_argon2_password_still_logs_in()
    {
        await using var server = await MooServer.StartImported(CoreDatabases.ToastCore);
        await LogsInWith(server, "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password");
    }

    private static async Task LogsInWith(MooServer server, string hash, string password)
    {
        await using (var wizard = await server.Connect())
        {
            await wizard.Send("connect wizard");
            await wizard.Expect("*** Connected ***");
            await wizard.Send($";me.password = \"{hash}\"");
            await wizard.Expect("=> ");
        }
        await using var client = await server.Connect();
        await client.Send("connect wizard wrong");
        await client.Expect("Either that player does not exist, or has a different password.");
        await client.Send($"connect wizard {password}");
        await client.Expect("*** Connected ***");
    }

    [GeneratedRegex(@"^#-?\d+:[^\n]*, line \d+:  ", RegexOptions.Multiline)]
    private static partial Regex Trouble();
}
