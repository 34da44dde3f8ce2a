using System.Reflection;
using System.Text.RegularExpressions;
using Moo.Daemon.Sessions;
using Moo.Language.Execution;
using Moo.Protocols;

namespace Moo.Daemon.Tests;

/// <summary>The pages name every setting that the program reads, and the starter world offers only options that it reads.</summary>
public sealed partial class SettingsPageTests
{
    private static readonly string[] Rooms = ["Moo.Language", "Moo.Daemon"];

    private static readonly string Root = typeof(SettingsPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryRoot").Value!;

    [Fact]
    public void Every_key_is_on_the_page()
    {
        var read = KeyRead().Matches(File.ReadAllText(Path.Combine(Root, "Moo.Daemon", "Hosting", "DaemonSettings.cs"))).Select(Name).Distinct().ToList();

        Assert.Contains("backup_hours", read);
        Missing("settings.md", read);
    }

    [Theory]
    [InlineData(typeof(NetworkLimits), "protocols.md")]
    [InlineData(typeof(PeerLimits), "protocols.md")]
    [InlineData(typeof(OutsideAccess), "outside.md")]
    public void Every_key_of_a_section_is_on_its_page(Type section, string page)
    {
        var names = section.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.CanWrite)
            .Select(property => property.Name).Except(["DataFolder"]).ToList();

        Assert.True(names.Count > 5);
        Missing(page, names);
    }

    [Fact]
    public void Every_option_of_the_world_is_on_the_page() => Missing("settings.md", OptionsRead());

    [Fact]
    public void The_starter_world_offers_options_that_the_server_reads()
    {
        var text = File.ReadAllText(Path.Combine(Root, "core-db", "system", "server_options.moo"));
        var offered = OptionOffered().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.True(offered.Count > 10);
        Assert.Empty(offered.Except(OptionsRead()));
    }

    private static void Missing(string page, IEnumerable<string> names)
    {
        var words = Word().Matches(File.ReadAllText(Path.Combine(Root, "docs", "reference", page))).Select(match => match.Value).ToHashSet();
        Assert.All(names, name => Assert.Contains(name, words));
    }

    private static string Name(Match match) => match.Groups.Values.Skip(1).First(group => group.Success).Value;

    private static List<string> OptionsRead()
    {
        var sources = Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories));
        var names = sources.Select(File.ReadAllText).SelectMany(source => OptionRead().Matches(source)).Select(Name).Distinct().ToList();
        Assert.Contains("fg_ticks", names);
        Assert.Contains("connect_timeout", names);
        Assert.Contains("boot_msg", names);
        return names;
    }

    [GeneratedRegex("""configuration(?:\[|\.GetSection\()"(\w+)"|(?:Texts|Bound)\(configuration, "(\w+)[^\n]""")]
    private static partial Regex KeyRead();

    // How the code reads them: the limits of tasks, single options, messages.
    [GeneratedRegex("""(?:(?:Number|Seconds)\(|untime\.Options\.Find\([^"\n]*|new\()"([a-z]+(?:_[a-z]+)+)"|WorldOptions\.Find\([^"\n]*"([a-z_]+)[^\n]""")]
    private static partial Regex OptionRead();

    [GeneratedRegex("""^    "(\w+)" -> \{""", RegexOptions.Multiline)]
    private static partial Regex OptionOffered();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
