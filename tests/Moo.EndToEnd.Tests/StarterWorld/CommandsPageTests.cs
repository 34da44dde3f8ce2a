using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary><c>docs/reference/commands.md</c>: made from the comments of the verbs in core-db.</summary>
public sealed class CommandsPageTests
{
    private static string Page => Path.Combine(MooServer.Root, "docs", "reference", "commands.md");

    /// <remarks><c>UPDATE_SNAPSHOTS=1</c> writes the page.</remarks>
    [Fact]
    public async Task The_page_of_commands_says_what_the_verbs_say()
    {
        await using var server = await MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));
        await using var wizard = await server.ConnectWizard();
        await wizard.Send(";;notify(player, \"<<<<\"); for line in ($help:commands_page()) notify(player, line); endfor notify(player, \">>>>\");");
        await wizard.Expect("<<<<\n");
        var page = (await wizard.Expect(">>>>"))[..^4];

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Page, page, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken), page);
    }

    [Theory]
    [InlineData("look")]
    [InlineData("channel")]
    [InlineData("@send")]
    [InlineData("@edit")]
    [InlineData("@dig")]
    [InlineData("@program")]
    [InlineData("@shutdown")]
    public async Task The_page_has_the_commands_of_every_role(string command)
    {
        var page = await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken);

        Assert.Contains($"- `{command}", page, StringComparison.Ordinal);
    }
}
