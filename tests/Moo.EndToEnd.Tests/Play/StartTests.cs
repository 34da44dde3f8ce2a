using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Play;

/// <summary>Starting and stopping, and what is said when it cannot be done.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--telnet nonsense", "nonsense is no address")]
    [InlineData("--nosuch", "--nosuch")]
    [InlineData("--workers many", "many")]
    [InlineData("--store Nonsense=1", "--store")]
    [InlineData("--core /nowhere/at/all", "/nowhere/at/all")]
    public async Task A_wrong_setting_is_named_and_ends_with_2(string arguments, string named)
    {
        var data = Directory.CreateTempSubdirectory("moo-data-").FullName;

        var (exitCode, _, errors) = await MooServer.Run(["serve", "--data", data, "--http", "127.0.0.1:" + MooServer.FreePort(), .. arguments.Split(' ')]);

        Assert.Equal(2, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        var data = Directory.CreateTempSubdirectory("moo-data-").FullName;

        var (exitCode, output, errors) = await MooServer.Run(
            "serve", "--data", data, "--telnet", $"127.0.0.1:{taken}", "--http", $"127.0.0.1:{MooServer.FreePort()}");

        Assert.Equal(2, exitCode);
        Assert.Contains(taken.ToString(CultureInfo.InvariantCulture), errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Players_are_told_when_the_server_ends_and_it_ends_with_0()
    {
        await using var server = await MooServer.Start();
        await using var wizard = await server.ConnectWizard();
        await wizard.Send(";;fork (0) while (1) suspend(0); endwhile endfork");

        Assert.Equal(0, await server.Terminate());

        await wizard.Expect("*** Shutting down");
        Assert.True(SpinWait.SpinUntil(() => wizard.IsOver, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Health_is_told_over_HTTP()
    {
        await using var server = await MooServer.Start();
        using var client = new HttpClient();

        var health = await client.GetAsync(new Uri($"http://127.0.0.1:{server.HttpPort}/healthz"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }
}
