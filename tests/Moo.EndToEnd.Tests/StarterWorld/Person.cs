using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>Somebody in a story: a plain telnet client, and who types into it.</summary>
internal sealed partial class Person(Story story, string name, TelnetClient client)
{
    private int _marks;

    /// <summary>What the others know this person by.</summary>
    public string Name => name;

    /// <summary>Whether an empty line brings the suffix: somebody is logged in, and nothing reads what is typed.</summary>
    public bool CanSync { get; private set; }

    /// <summary>Types a command; the story tells what this person sees of it, and the others.</summary>
    /// <returns>What was seen.</returns>
    public async Task<string> Types(string line)
    {
        await client.Send(line);
        await client.Expect(Mark + "\n");
        // A line that the world types for this person, as an answer to its question may be, comes before what is sent now.
        return await Tells(line, client.TakeBack() + await Sees());
    }

    /// <summary>Types a line that does something later, or is no command; the story goes on when the text has come.</summary>
    /// <returns>What was seen.</returns>
    public async Task<string> Types(string line, string until)
    {
        await client.Send(line);
        await client.Expect(until);
        if (!CanSync && !client.IsOver && !until.EndsWith('\n')) await client.Expect("\n");
        return await Tells(line, client.TakeBack() + (CanSync ? await Sees() : ""));
    }

    /// <summary>Logs in, or makes a character.</summary>
    public async Task<string> Enters(string line, string until)
    {
        await client.Send(line);
        await client.Expect(until);
        var before = client.TakeBack();
        CanSync = true;
        return await Tells(line, before + await Sees());
    }

    /// <summary>Types lines into something that reads them; the last brings a text.</summary>
    public async Task Dictates(string first, string[] lines, string until)
    {
        story.Tell($"{story.Prompt(this)}{first}\n");
        await client.Send(first);
        await client.Expect(Mark + "\n");
        story.Tell(Clean(client.TakeBack()));
        foreach (var line in lines) story.Tell($"{story.Prompt(this)}{line}\n");
        await client.Send(lines);
        await client.Expect(until);
        story.Tell(Clean(client.TakeBack() + await Sees()));
        await story.TellOthers(this);
    }

    /// <summary>Waits for something that comes by itself; the story tells it.</summary>
    public async Task<string> Waits(string until)
    {
        await client.Expect(until);
        if (!CanSync && !until.EndsWith('\n')) await client.Expect("\n");
        var seen = Clean(client.TakeBack() + (CanSync ? await Sees() : ""));
        story.Tell(story.Prompt(this).Length > 2 ? string.Concat(seen.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"        ({name}) {line}\n")) : seen);
        return seen;
    }

    /// <summary>From here on the server hangs up on this person.</summary>
    public void IsLeaving() => CanSync = false;

    /// <summary>Waits until the server has hung up; the story tells what came last.</summary>
    public async Task IsGone()
    {
        CanSync = false;
        for (var i = 0; i < 3000 && !client.IsOver; i++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.True(client.IsOver);
        foreach (var line in Clean(client.TakeRest()).Split('\n', StringSplitOptions.RemoveEmptyEntries)) story.Tell($"        ({name}) {line}\n");
    }

    internal async Task IsHere(string line)
    {
        await client.Expect("quit.");
        await client.Send(line);
        await client.Expect(line.StartsWith("create", StringComparison.Ordinal) ? "*** Created ***" : "*** Connected ***");
        CanSync = true;
        await Sees();
    }

    /// <summary>Everything that has come since.</summary>
    internal async Task<string> Sees()
    {
        _marks++;
        await client.Send("SUFFIX " + Mark, "");
        await client.Expect(Mark + "\n");
        return Clean(client.TakeBack());
    }

    internal async Task Leaves()
    {
        CanSync = false;
        await client.DisposeAsync();
    }

    private string Mark => $"~{_marks}~";

    private async Task<string> Tells(string line, string seen)
    {
        seen = Clean(seen);
        story.Tell($"{story.Prompt(this)}{line}\n{seen}");
        await story.TellOthers(this);
        return seen;
    }

    private static string Clean(string seen)
    {
        seen = string.Join('\n', MarkLine().Replace(seen, "").TrimStart('\n').Split('\n').Where(line => !line.StartsWith("#$#mcp", StringComparison.Ordinal)));
        return seen.Length == 0 || seen.EndsWith('\n') ? seen : seen + "\n";
    }

    [GeneratedRegex("~[0-9]+~\n")]
    private static partial Regex MarkLine();
}
