using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>What the starter world tells clients beside the text.</summary>
public sealed class ClientPackageTests(StarterServer starter) : IClassFixture<StarterServer>
{
    private async Task<WireClient> LogIn(string modules)
    {
        var client = await WireClient.Connect(starter.Server, (WireClient.Will, WireClient.Gmcp, WireClient.Say(WireClient.Do, WireClient.Gmcp)));
        await client.Until(() => client.Commands.Contains((WireClient.Will, WireClient.Gmcp)), "GMCP");
        await client.SendGmcp($"Core.Supports.Set [{modules}]");
        await client.LogIn();
        return client;
    }

    [Fact]
    public async Task A_client_hears_who_one_is_where_one_is_and_on_what_channels()
    {
        await using var client = await LogIn("\"Char 1\",\"Room 1\",\"Comm.Channel 1\"");

        await client.Until(() => client.GmcpOf("Char.Status").Any(json => json.Contains("\"place\":\"The Landing\"", StringComparison.Ordinal)), "Char.Status");
        Assert.NotEmpty(client.GmcpOf("Char.StatusVars"));
        Assert.Contains("\"command\":\"chat\"", client.GmcpOf("Comm.Channel.List")[0], StringComparison.Ordinal);
        await client.SendGmcp("Comm.Channel.Players");
        await client.Until(() => client.GmcpOf("Comm.Channel.Players").Any(json => json.Contains("\"name\":\"Wizard\"", StringComparison.Ordinal)), "Comm.Channel.Players");
    }

    [Fact]
    public async Task A_client_that_lists_things_hears_of_each_that_comes_and_goes()
    {
        await using var client = await LogIn("\"Char.Items 1\"");
        await client.Until(() => client.GmcpOf("Char.Items.List").Count >= 2, "both lists");

        await client.Send("@create $thing named lamp");
        await client.Until(() => Last(client, "Char.Items.Add").Contains("\"name\":\"lamp\"", StringComparison.Ordinal), "the lamp in hand");
        Assert.Contains("\"location\":\"inv\"", Last(client, "Char.Items.Add"), StringComparison.Ordinal);
        await client.Send("drop lamp");
        await client.Until(() => Last(client, "Char.Items.Add").Contains("\"location\":\"room\"", StringComparison.Ordinal), "the lamp on the ground");
        Assert.Contains("\"location\":\"inv\"", Last(client, "Char.Items.Remove"), StringComparison.Ordinal);

        await client.SendGmcp("Char.Items.Room");
        await client.Until(() => Last(client, "Char.Items.List").Contains("\"name\":\"lamp\"", StringComparison.Ordinal), "the list of the room");
        await client.Send("@recycle lamp");
        await client.Until(() => Last(client, "Char.Items.Remove").Contains("\"location\":\"room\"", StringComparison.Ordinal), "the lamp gone");
        Assert.Empty(client.GmcpOf("Char.Name"));
        Assert.Empty(client.GmcpOf("Room.Info"));
    }

    private static string Last(WireClient client, string package) => client.GmcpOf(package) is [.., var last] ? last : "";
}
