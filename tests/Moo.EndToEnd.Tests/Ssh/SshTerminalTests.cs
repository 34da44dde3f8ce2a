using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Ssh;

/// <summary>A person at a terminal: the server edits the line.</summary>
public sealed class SshTerminalTests(SshServer ssh) : IClassFixture<SshServer>
{
    [Theory]
    [InlineData("ssh")]
    [InlineData("plink")]
    public async Task A_line_is_edited_and_what_others_say_stands_above_it(string client)
    {
        Programs.Need("tmux", "tmux");
        await using var pane = await TmuxPane.Start(client == "ssh"
            ? ssh.OpenSshWithPassword("Wizard@127.0.0.1")
            : $"{Programs.Need("plink", "putty-tools")} -ssh -t -no-antispoof -P {ssh.Port} -hostkey {ssh.Fingerprint} -pw '{SshServer.Password}' Wizard@127.0.0.1");
        await pane.Expect("The Landing");

        await pane.Type("say hello wrold 漢字");
        foreach (var key in new[] { "Left", "Left", "Left", "BSpace", "BSpace", "BSpace", "BSpace" }) await pane.Press(key);
        await pane.Type("orld");
        await pane.Expect("say hello world 漢字");
        await pane.Press("Enter");
        await pane.Expect("You say, \"hello world 漢字\"");

        await pane.Type("say not yet");
        await pane.Expect("say not yet");
        await using (var other = await ssh.Server.ConnectWizard()) await other.Eval("notify(player, \"the bell rings\") && 1");
        var screen = await pane.Expect("=> 1");
        Assert.EndsWith("the bell rings\n=> 1\nsay not yet", screen.TrimEnd(), StringComparison.Ordinal);
        await pane.Press("C-u");
        await pane.Press("Up");
        await pane.Press("Enter");
        await pane.Expect("You say, \"hello world 漢字\"", times: 2);
    }

    [Fact]
    public async Task A_secret_is_not_shown()
    {
        Programs.Need("tmux", "tmux");
        await using var pane = await TmuxPane.Start(ssh.OpenSshWithPassword("Wizard@127.0.0.1"));
        await pane.Expect("The Landing");
        await pane.Line("@password");
        await pane.Expect("Old password:");

        await pane.Type("hush-hush");
        await pane.Press("Enter");
        var screen = await pane.Expect("New password:");
        Assert.DoesNotContain("hush", screen, StringComparison.Ordinal);
        await pane.Line("x");
        await pane.Expect("The same again:");
        await pane.Line("y");
        await pane.Expect("two different passwords");
        await pane.Line("say seen again");

        Assert.Contains("say seen again", await pane.Expect("You say, \"seen again\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_size_and_the_kind_of_the_terminal_are_known()
    {
        Programs.Need("tmux", "tmux");
        await using var pane = await TmuxPane.Start(ssh.OpenSshWithPassword("Wizard@127.0.0.1"));
        await pane.Expect("The Landing");
        await pane.Line(";;f = client_info(player); return {f[\"terminal_type\"], f[\"columns\"], f[\"rows\"], f[\"colors\"] > 0};");
        await pane.Expect("100, 40, 1}");

        await pane.Resize(120, 45);
        await pane.Line(";;suspend(1); f = client_info(player); return {f[\"columns\"], f[\"rows\"]};");

        await pane.Expect("{120, 45}");
    }

    [Fact]
    public async Task Control_D_on_an_empty_line_hangs_up()
    {
        Programs.Need("tmux", "tmux");
        await using var pane = await TmuxPane.Start($"{ssh.OpenSshWithPassword("Wizard@127.0.0.1")}; echo code $?; sleep 100");
        await pane.Expect("The Landing");

        await pane.Press("C-d");

        await pane.Expect("code 0");
    }
}
