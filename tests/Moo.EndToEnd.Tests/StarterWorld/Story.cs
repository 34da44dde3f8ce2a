using System.Text;
using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>Writes down what people type and see, as a text for people to read.</summary>
/// <remarks>
/// What one types is done when the suffix comes that the server writes behind each command. What the others saw of it has come by then,
/// too, once they have the suffix of an empty line.
/// </remarks>
internal sealed partial class Story(MooServer server) : IAsyncDisposable
{
    private readonly List<Person> _people = [];
    private readonly StringBuilder _text = new();

    /// <summary>The story so far, without what is different each time.</summary>
    public string Text => Scrub(_text.ToString());

    /// <summary>Somebody connects, and sees the login screen.</summary>
    public async Task<Person> Arrives(string name)
    {
        var person = new Person(this, name, await server.Connect());
        _people.Add(person);
        if (_people.Count > 1) Tell($"({name} connects.)\n");
        await person.Waits("quit.");
        return person;
    }

    /// <summary>Somebody is here, of whose coming the story does not tell.</summary>
    public async Task<Person> Has(string name)
    {
        var person = new Person(this, name, await server.Connect());
        await person.IsHere($"create {name} bees-and-honey");
        _people.Add(person);
        await ForgetWhatOthersSaw(person);
        return person;
    }

    /// <summary>The wizard is here.</summary>
    public async Task<Person> HasWizard()
    {
        var person = new Person(this, "Wizard", await server.Connect());
        await person.IsHere($"connect Wizard \"{MooServer.WizardPassword}\"");
        _people.Add(person);
        await ForgetWhatOthersSaw(person);
        return person;
    }

    /// <summary>A line of the narrator's.</summary>
    public void Heading(string text) => _text.Append(_text.Length > 0 ? "\n" : "").Append("== ").Append(text).Append("\n\n");

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.Leaves();
        // The next story finds the world as this one did.
        await using var wizard = await server.ConnectWizard();
        await wizard.Send(";;for p in (players()) if (p != player) for o in (owned_objects(p)) valid(o) && o != p && recycle(o); endfor recycle(p); endif endfor "
            + "for c in ($channels.list) c.past = {}; endfor for r in (children($room)) r.recent_speech = {}; endfor move(player, #-1); notify(player, \"tidy\");");
        await wizard.Expect("tidy\n");
        await wizard.Send("@quit");
        for (var i = 0; i < 3000 && !wizard.IsOver; i++) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    internal void Tell(string text) => _text.Append(text);

    /// <summary>How a line that somebody types is written.</summary>
    internal string Prompt(Person person) => _people.Count > 1 ? $"{person.Name}> " : "> ";

    /// <summary>Writes down what the others saw.</summary>
    internal async Task TellOthers(Person actor)
    {
        foreach (var other in _people.Where(other => other != actor && other.CanSync))
        {
            var seen = await other.Sees();
            foreach (var line in seen.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Tell($"        ({other.Name}) {line}\n");
        }
    }

    private async Task ForgetWhatOthersSaw(Person actor)
    {
        foreach (var other in _people.Where(other => other != actor && other.CanSync)) await other.Sees();
    }

    private static string Scrub(string text)
    {
        text = ObjectNumber().Replace(text, number => Digit().Replace(number.Value, "N"));
        text = DateAndTime().Replace(text, "DATE");
        text = TimeOfDay().Replace(text, "TIME");
        text = Seconds().Replace(text, "0s");
        return Bytes().Replace(text, "$1$2$3BYTES");
    }

    [GeneratedRegex("#[0-9]{2,}")]
    private static partial Regex ObjectNumber();

    [GeneratedRegex(@"(?:(?:[A-Z][a-z]{2,5}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:\d\d? [A-Z][a-z]+ \d{4}|[A-Z][a-z]{2} [ 0-9]\d (?:\d\d:\d\d(?::\d\d)? )?\d{4}(?: UTC)?|\d{4}-\d\d-\d\d)(?:,?[ T]\d\d:\d\d(?::\d\d)?Z?)?")]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"\b\d\d:\d\d(?::\d\d)?\b")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\b\d+(?:s\b| seconds?)")]
    private static partial Regex Seconds();

    // What an object takes differs with its number and the time that it holds.
    [GeneratedRegex(@"^(#N+ .*?  ) *\d+K?$|(\()\d+K?(?= (?:of \d+K? )?bytes)|(Bytes: +)\d+K?", RegexOptions.Multiline)]
    private static partial Regex Bytes();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
