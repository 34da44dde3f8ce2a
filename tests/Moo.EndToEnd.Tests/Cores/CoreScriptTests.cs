using Moo.EndToEnd.Tests.Support;
using Moo.Testing;

namespace Moo.EndToEnd.Tests.Cores;

/// <summary>The commands that a core's own help lists: its wizards', builders', programmers', mail and editor commands, and what its utilities answer.</summary>
public sealed class CoreScriptTests
{
    private static readonly string Folder = Path.Combine(MooServer.Root, "tests", "Moo.EndToEnd.Tests", "Cores");

    public static TheoryData<string, string> Scripts
    {
        get
        {
            var scripts = new TheoryData<string, string>();
            foreach (var (folder, core) in new[] { ("LambdaCore", "LambdaCore.db"), ("ToastCore", "toastcore.db") })
            {
                foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.txt").Order(StringComparer.Ordinal))
                    scripts.Add(core, Path.GetRelativePath(Folder, file));
            }
            return scripts;
        }
    }

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_cores_commands_say_what_their_verbs_mean(string core, string script)
    {
        await using var server = await MooServer.StartImported(CoreDatabases.Find(core));
        await using var play = new CoreScript(server);

        var commands = await play.Play(Path.Combine(Folder, script));

        Assert.True(commands > 20);
    }

    // Said in binary mode, which ends at once: a prompt that stands on its line, and bytes that a telnet client takes for itself.
    [Fact]
    public async Task What_a_core_says_in_binary_mode_goes_out_as_it_is()
    {
        await using var server = await MooServer.StartImported(CoreDatabases.ToastCore);
        await using (var wizard = await server.Connect())
        {
            await wizard.Send("connect wizard");
            await wizard.Expect("There is new news.");
            await wizard.Send(";me.password = \"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\"");
            await wizard.Expect("=> ");
        }
        await using var client = await server.Connect();

        await client.Send("connect wizard");
        await client.Expect("\nPassword: ");
        Assert.EndsWith("\nPassword: ", client.Text, StringComparison.Ordinal);
        await client.Send("password");
        await client.Expect("*** Connected ***");
        Assert.DoesNotContain("~FF", client.Text, StringComparison.Ordinal);
    }

    // ToastCore logs in by switch_player(), and moves its player out of limbo in #0:user_connected.
    [Fact]
    public async Task Whoever_types_ahead_is_heard_after_the_greeting()
    {
        await using var server = await MooServer.StartImported(CoreDatabases.ToastCore);
        await using var client = await server.Connect();

        await client.Send("connect wizard", ";player.location");

        await client.Expect("The First Room");
        await client.Expect("=> #62");
    }
}
