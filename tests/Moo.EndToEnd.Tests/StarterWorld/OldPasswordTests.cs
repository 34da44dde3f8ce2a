using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>Passwords that another server has hashed.</summary>
public sealed class OldPasswordTests
{
    // Made by crypt(3), not by this server.
    [Theory]
    [InlineData("abMbH7WsHr7wQ")]
    [InlineData("$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1")]
    public async Task An_old_hash_logs_in_and_is_made_anew(string hash)
    {
        await using var server = await MooServer.Start();
        await using (var wizard = await server.ConnectWizard()) await wizard.Eval($"player.password = \"{hash}\"");

        await using (var client = await server.Connect())
        {
            await client.Send("connect Wizard \"Hello world!\"");
            await client.Expect("*** Connected ***");
            Assert.Equal("\"$argon2id$\"", await client.Eval("player.password[1..10]"));
        }

        await using var again = await server.Connect();
        await again.Send("connect Wizard \"Hello world!\"");
        await again.Expect("*** Connected ***");
    }
}
