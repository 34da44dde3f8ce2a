using System.Globalization;
using Moo.EndToEnd.Tests.Support;
using Moo.Testing;

namespace Moo.EndToEnd.Tests.Ssh;

/// <summary>SSH as Debian's clients speak it: passwords, keys, guests, and a lot of output.</summary>
public sealed class SshClientTests(SshServer ssh) : IClassFixture<SshServer>
{
    private const string Wrong = "That name and password do not belong together.";

    [Fact]
    public async Task OpenSSH_logs_in_with_a_password_and_gets_lines()
    {
        var seen = await Programs.Shell(Programs.Folder(), $"printf 'say hello wörld\\n@quit\\n' | {ssh.OpenSshWithPassword("-T Wizard@127.0.0.1")}; echo code $?");

        Assert.Contains("*** Connected ***", seen, StringComparison.Ordinal);
        Assert.Contains("You say, \"hello wörld\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("closed by remote host", seen, StringComparison.Ordinal);
        Assert.EndsWith("code 0\n", seen, StringComparison.Ordinal);
        Assert.Contains("*** Connected ***\n", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_input_ends_everything_is_answered_first()
    {
        var seen = await Programs.Shell(Programs.Folder(), $"printf 'say one\\n;6*7\\nsay two' | {ssh.OpenSshWithPassword("-T Wizard@127.0.0.1")}; echo code $?");

        Assert.Contains("You say, \"one\"", seen, StringComparison.Ordinal);
        Assert.Contains("=> 42", seen, StringComparison.Ordinal);
        Assert.EndsWith("code 0\n", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_carried_out()
    {
        var seen = await Programs.Shell(Programs.Folder(), $"{ssh.OpenSshWithPassword("Wizard@127.0.0.1 say from the shell")} </dev/null");

        Assert.Contains("You say, \"from the shell\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plink_logs_in_with_a_password()
    {
        var plink = Programs.Need("plink", "putty-tools");

        var seen = await Programs.Shell(Programs.Folder(),
            $"printf 'say hello\\n;client_info(player)[\"client_name\"]\\n@quit\\n' | timeout 100 {plink} -ssh -batch -T -P {ssh.Port} -hostkey {ssh.Fingerprint} -pw '{SshServer.Password}' Wizard@127.0.0.1");

        Assert.Contains("You say, \"hello\"", seen, StringComparison.Ordinal);
        Assert.Contains("=> \"PuTTY\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_is_told_of_as_of_any_other()
    {
        var seen = await Programs.Shell(Programs.Folder(),
            $"printf ';;f = client_info(player); return {{f[\"transport\"], f[\"tls\"], f[\"client_name\"], f[\"utf8\"]}};\\n@quit\\n' | {ssh.OpenSshWithPassword("-T Wizard@127.0.0.1")}");

        Assert.Contains("=> {\"ssh\", \"SSH-2.0 aes256-gcm@openssh.com\", \"OpenSSH\", 1}", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ed25519", "")]
    [InlineData("rsa", "-b 2048")]
    [InlineData("ecdsa", "-b 256")]
    [InlineData("ecdsa", "-b 521")]
    public async Task A_key_takes_the_place_of_the_password_until_it_is_removed(string type, string bits)
    {
        var folder = Programs.Folder();
        var keygen = Programs.Need("ssh-keygen", "openssh-client");
        await Programs.Shell(folder, $"{keygen} -q -t {type} {bits} -N '' -C tester -f key");
        var line = (await File.ReadAllTextAsync(Path.Combine(folder, "key.pub"), TestContext.Current.CancellationToken)).Trim();
        var print = (await Programs.Shell(folder, $"{keygen} -l -f key.pub")).Split(' ')[1];
        await using var wizard = await ssh.Server.ConnectWizard();
        var name = "Key" + type + bits.Replace("-b ", "", StringComparison.Ordinal);
        var player = await wizard.Eval($"$wiz_utils:make_player(\"{name}\", argon2(\"long enough\", salt()), $player_class)");
        Assert.StartsWith("#", player, StringComparison.Ordinal);
        var login = $"printf 'say hello\\n@keys\\n@remove-key 1\\n@quit\\n' | {ssh.OpenSsh($"-T -o BatchMode=yes -i key {name}@127.0.0.1")}";

        var before = await Programs.Shell(folder, login);
        Assert.Contains("Permission denied", before, StringComparison.Ordinal);

        var added = await Programs.Shell(folder, $"printf '@add-key {line}\\n@quit\\n' | {ssh.OpenSshWithPassword($"-T {name}@127.0.0.1", "long enough")}");
        Assert.Contains(print, added, StringComparison.Ordinal);
        var seen = await Programs.Shell(folder, login);
        Assert.Contains("You say, \"hello\"", seen, StringComparison.Ordinal);
        Assert.Contains($"1. {line.Split(' ')[0]} {print} tester", seen, StringComparison.Ordinal);
        Assert.Contains($"The key {print} is gone.", seen, StringComparison.Ordinal);

        var after = await Programs.Shell(folder, login);
        Assert.Contains("Permission denied", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_comes_to_the_login_screen_without_a_password()
    {
        var seen = await Programs.Shell(Programs.Folder(),
            $"printf 'who\\nconnect Wizard \"{SshServer.Password}\"\\nsay hello\\n@quit\\n' | {ssh.OpenSsh("-T -o BatchMode=yes guest@127.0.0.1")}");

        Assert.Contains("Welcome to", seen, StringComparison.Ordinal);
        Assert.Contains("You say, \"hello\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_wrong_passwords_are_the_end_and_do_not_tell_who_exists()
    {
        foreach (var name in new[] { "Wizard", "Nobody_of_that_name" })
        {
            var folder = Programs.Folder();
            await Programs.Shell(folder, "printf '#!/bin/sh\\necho >>tries\\necho wrong-password\\n' >ask; chmod +x ask");

            var seen = await Programs.Shell(folder,
                $"export DISPLAY=:9 SSH_ASKPASS={folder}/ask SSH_ASKPASS_REQUIRE=force; {ssh.OpenSsh($"-T -o NumberOfPasswordPrompts=9 -o PubkeyAuthentication=no {name}@127.0.0.1")} </dev/null; echo code $?");

            Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(folder, "tries"), TestContext.Current.CancellationToken)).Length);
            Assert.Equal(3, seen.Split(Wrong).Length - 1);
            Assert.Contains("Too many tries to log in.", seen, StringComparison.Ordinal);
            Assert.EndsWith("code 255\n", seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ten_megabytes_arrive_whole_while_keys_change_again_and_again()
    {
        const int lines = 10_240;
        var program = string.Create(CultureInfo.InvariantCulture,
            $";;x = $string_utils:space(1018, \"x\"); for i in [1..{lines}] notify(player, tostr(i, \":\", x)); i % 100 == 0 && suspend(0); endfor notify(player, \"that was all\"); boot_player(player);");

        var seen = await Programs.Shell(Programs.Folder(), $"{ssh.OpenSshWithPassword("-T -o RekeyLimit=1M Wizard@127.0.0.1")} < <(echo '{program}'; exec sleep 90 2>/dev/null)");

        Assert.DoesNotContain("Task ran out", seen, StringComparison.Ordinal);
        var numbers = seen.Split('\n').Where(line => line.EndsWith("xxxx", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(':')[0], CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, lines), numbers);
        Assert.Contains("that was all", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_key_is_the_servers_users_alone()
    {
        var key = Path.Combine(ssh.Server.Data, "ssh", "host_key.pem");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.StartsWith("SHA256:", ssh.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_never_reads_is_given_up_though_its_connection_would_take_more()
    {
        var port = MooServer.FreePort();
        await using var server = await MooServer.StartWith(new() { ["LIMITS__SLOWREADERSECONDS"] = "3" },
            "--core", Path.Combine(MooServer.Root, "core-db"), "--listen", $"ssh://127.0.0.1:{port}");
        const string program = ";;x = $string_utils:space(30000, \"x\"); for i in [1..400] notify(player, x); i % 20 == 0 && suspend(0.1); endfor";

        var client = Programs.Shell(Programs.Folder(), $"(echo '{program}'; sleep 50) | {ssh.OpenSshWithPassword("-T Wizard@127.0.0.1", port: port)} | sleep 50");

        await server.ExpectLog("the client does not read what it is sent");
        await client;
    }

    [Fact]
    public async Task A_core_that_knows_nothing_of_SSH_is_logged_in_to_as_if_by_its_own_command()
    {
        var data = Directory.CreateTempSubdirectory("moo-data-").FullName;
        var (code, output, errors) = await MooServer.Run("import", "--data", data, CoreDatabases.LambdaCore);
        Assert.True(code == 0, output + errors);
        var port = MooServer.FreePort();
        await using var server = await MooServer.StartOn(data, "--listen", $"ssh://127.0.0.1:{port}");
        await using (var wizard = await server.Connect())
        {
            await wizard.Send("connect wizard");
            await wizard.Expect("*** Connected ***");
            await wizard.Send(";me.password = crypt(\"open sesame\")");
            await wizard.Expect("=>");
        }

        var right = await Programs.Shell(Programs.Folder(), $"printf 'look\\n@quit\\n' | {ssh.OpenSshWithPassword("-T Wizard@127.0.0.1", port: port)}");
        var wrong = await Programs.Shell(Programs.Folder(), $"{ssh.OpenSshWithPassword("-T Wizard@127.0.0.1", "sesame", port)} </dev/null");
        var guest = await Programs.Shell(Programs.Folder(), $"printf '@who\\n@quit\\n' | {ssh.OpenSsh("-T -o BatchMode=yes guest@127.0.0.1", port)}");

        Assert.Contains("The First Room", right, StringComparison.Ordinal);
        Assert.DoesNotContain("The First Room", wrong, StringComparison.Ordinal);
        Assert.Contains("different password", wrong, StringComparison.Ordinal);
        Assert.Contains("connect", guest, StringComparison.Ordinal);
    }
}
