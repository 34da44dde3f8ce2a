using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary><c>docs/reference/commands.md</c>, what <c>help</c> lists, and the verbs of core-db: all three tell of the same commands.</summary>
public sealed partial class CommandsPageTests(StarterServer world) : IClassFixture<StarterServer>
{
    private static string Page => Path.Combine(MooServer.Root, "docs", "reference", "commands.md");

    /// <remarks><c>UPDATE_SNAPSHOTS=1</c> writes the page.</remarks>
    [Fact]
    public async Task The_page_of_commands_says_what_the_verbs_say()
    {
        await using var wizard = await world.Server.ConnectWizard();
        await wizard.Send(";;notify(player, \"<<<<\"); for line in ($help:commands_page()) notify(player, line); endfor notify(player, \">>>>\");");
        await wizard.Expect("<<<<\n");
        var page = (await wizard.Expect(">>>>"))[..^4];

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Page, page, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken), page);
    }

    [Fact]
    public async Task The_index_of_help_lists_the_commands_of_the_page()
    {
        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        await using var wizard = await world.Server.ConnectWizard();
        await wizard.Send("@options hints = off", "help commands");
        await wizard.Expect("Option hints: off");
        await wizard.Expect("\n");
        var shown = await wizard.Expect("Type `help <command>'");
        // Chapters stand as headings behind empty lines.
        var listed = shown.Split('\n')[..^1].Where((line, i) => i > 0 && line.Length > 0 && shown.Split('\n')[i - 1].Length > 0)
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // Who is here is neither a guest nor somebody who has yet to log in.
        var roles = Role().Split(page)[1..].Where(role => !role.StartsWith("Before login", StringComparison.Ordinal) && !role.StartsWith("Guests", StringComparison.Ordinal));
        var written = roles.SelectMany(role => Entry().Matches(role)).Select(NameOf);

        Assert.Equal(written.Distinct().Order(StringComparer.Ordinal), listed.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A class whose commands no chapter of the help lists, or a verb of one that the page does not have.</summary>
    [Fact]
    public async Task Every_verb_that_can_be_typed_is_on_the_page()
    {
        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);
        var written = Entry().Matches(page).SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        await using var wizard = await world.Server.ConnectWizard();
        await wizard.Send(";;l = {}; for p in (properties(#0)) o = #0.(p); if (typeof(o) == OBJ && valid(o) && (isa(o, $player) || isa($wizard, o) || isa(o, $room) || isa(o, $thing) || isa(o, $exit))) "
            + "for names, i in (verbs(o)) if (verb_args(o, i) != {\"this\", \"none\", \"this\"} && !(names[1] in {\"_\", \"*\"})) "
            + "l = {@l, @explode(strsub(names, \"*\", \"\"))}; endif endfor endif endfor for w in (l) notify(player, \"<<\" + w + \">>\"); endfor notify(player, \"that is all\");");

        var verbs = Verb().Matches(await wizard.Expect("that is all")).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(verbs.Count > 200);
        Assert.Empty(verbs.Except(written));
    }

    // The names that help calls a command by are those in parentheses, or the word that its syntax begins with.
    private static string[] NamesOf(Match entry) => entry.Groups[2].Success ? entry.Groups[2].Value.Split(", ") : [entry.Groups[1].Value.Split(' ')[0]];

    // What is too short to tell anything is listed by the next name.
    private static string NameOf(Match entry) => NamesOf(entry) is [{ Length: < 3 }, var second, ..] ? second : NamesOf(entry)[0];

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Role();

    [GeneratedRegex("^- `([^`]*)`(?: \\(([^)]*)\\))?  $", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("<<([^>]*)>>")]
    private static partial Regex Verb();
}
