using Moo.EndToEnd.Tests.StarterWorld;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Network;

/// <summary>The page to play on, in the browser that Debian has.</summary>
public sealed class PageTests(StarterServer starter) : IClassFixture<StarterServer>
{
    private const string Enter = "\uE007", Up = "\uE013", Down = "\uE015";
    private const string Screen = "document.getElementById('screen').innerText", Line = "document.getElementById('line')";

    private MooServer Server => starter.Server;

    private async Task<Browser> Open()
    {
        var browser = await Browser.Start(1280, 800);
        await browser.Open($"http://127.0.0.1:{Server.HttpPort}/");
        await browser.Until($"{Screen}.includes('guest')");
        return browser;
    }

    [Fact]
    public async Task A_guest_comes_in_and_talks()
    {
        await using var browser = await Open();

        await browser.Type("#line", "connect guest" + Enter);
        await browser.Until($"{Screen}.includes('Ways out')");
        await browser.Type("#line", "say Hello, 日本 & <b>world</b>" + Enter);
        await browser.Until($"{Screen}.includes('You say, \"Hello, 日本 & <b>world</b>')");

        // The first picture of the place is not all of one colour.
        await browser.Until("new Set([...document.querySelectorAll('#screen span')].map(e => getComputedStyle(e).color + getComputedStyle(e).fontWeight)).size > 1");
        Save("page-1280.png", await browser.Picture());
        await browser.Resize(390, 844);
        await browser.Until("innerWidth <= 500");
        Save("page-390.png", await browser.Picture());
        Assert.Equal("true", await browser.Value("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task The_arrows_bring_back_what_was_typed()
    {
        await using var browser = await Open();

        await browser.Type("#line", "help" + Enter);
        await browser.Type("#line", "who" + Enter);
        await browser.Type("#line", Up);
        Assert.Equal("who", await browser.Value($"{Line}.value"));
        await browser.Type("#line", Up);
        Assert.Equal("help", await browser.Value($"{Line}.value"));
        await browser.Type("#line", Down + Down);
        Assert.Equal("", await browser.Value($"{Line}.value"));
    }

    [Fact]
    public async Task A_password_is_not_seen_and_the_size_of_the_window_is_known()
    {
        await using var browser = await Open();

        await browser.Type("#line", "connect Wizard" + Enter);
        await browser.Until($"{Line}.type == 'password'");
        await browser.Type("#line", MooServer.WizardPassword + Enter);
        await browser.Until($"{Screen}.includes('Ways out') && {Line}.type == 'text'");
        Assert.DoesNotContain(MooServer.WizardPassword, await browser.Value(Screen), StringComparison.Ordinal);
        await browser.Type("#line", Up);
        Assert.DoesNotContain(MooServer.WizardPassword, await browser.Value($"{Line}.value"), StringComparison.Ordinal);
        await browser.Type("#line", Down);

        var wide = await Columns(browser, "first");
        await browser.Resize(600, 800);
        await browser.Until("innerWidth <= 600");
        await browser.Until("true");
        var narrow = wide;
        for (var attempt = 1; narrow == wide && attempt < 100; attempt++) narrow = await Columns(browser, $"again{attempt}");
        Assert.InRange(narrow, 20, wide - 1);
    }

    private static async Task<int> Columns(Browser browser, string mark)
    {
        await browser.Type("#line", $";{{\"{mark}\", client_info(player)[\"columns\"]}}" + Enter);
        await browser.Until($"/=> \\{{\"{mark}\", \\d+\\}}/.test({Screen})");
        return int.Parse(await browser.Value($"{Screen}.match(/=> \\{{\"{mark}\", (\\d+)\\}}/)[1]"), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Who_was_cut_off_comes_back()
    {
        await using var browser = await Open();

        await browser.Type("#line", "connect guest" + Enter);
        await browser.Until($"{Screen}.includes('Ways out')");
        await using var wizard = await Server.ConnectWizard();
        await wizard.Send(";;for p in (connected_players()) p != player && boot_player(p); endfor");
        await browser.Until("document.getElementById('state').textContent.includes('Press Enter')");
        await browser.Type("#line", Enter);
        await browser.Until("document.getElementById('state').textContent == 'Connected.'");
        await browser.Type("#line", "connect guest" + Enter);
        await browser.Until($"{Screen}.split('Ways out').length >= 3");
    }

    // Where MOO_PICTURES names a folder, somebody wants to look.
    private static void Save(string name, byte[] picture)
    {
        Assert.NotEmpty(picture);
        if (Environment.GetEnvironmentVariable("MOO_PICTURES") is { } folder) File.WriteAllBytes(Path.Combine(folder, name), picture);
    }
}
