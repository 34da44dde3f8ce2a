using System.Globalization;
using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;
using Moo.Testing.Databases;

namespace Moo.EndToEnd.Tests.Stores;

/// <summary>The operator's commands, as processes beside a real server.</summary>
public sealed partial class BackupCommandTests(PgCluster cluster)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_backup_beside_a_busy_server_restores_everything_that_was_seen_before_it(bool isPostgres)
    {
        var store = isPostgres ? await cluster.CreateDatabase() : null;
        var other = isPostgres ? await cluster.CreateDatabase() : null;
        await using var server = await BareCore.Start(store);
        await using var wizard = await server.ConnectWizard();
        await using var writer = await server.ConnectWizard();
        var file = Path.Combine(server.Data, "now.moo.gz");
        Assert.Equal("1", await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"}) || 1"));
        var seen = 0;
        var busy = true;
        var writing = Task.Run(
            async () =>
            {
                while (Volatile.Read(ref busy)) Volatile.Write(ref seen, int.Parse(await writer.Eval("#0.n = #0.n + 1"), CultureInfo.InvariantCulture));
            }, TestContext.Current.CancellationToken);
        while (Volatile.Read(ref seen) < 20) await Task.Delay(5, TestContext.Current.CancellationToken);
        var seenBefore = Volatile.Read(ref seen);

        var backup = await MooServer.Run(["backup", file, .. Of(server.Data, store)]);
        Volatile.Write(ref busy, false);
        await writing;
        var empty = Directory.CreateTempSubdirectory("moo-data-").FullName;
        var dry = await MooServer.Run("restore", "--dry-run", file, "--data", empty);
        var restore = await MooServer.Run(["restore", file, .. Of(empty, other)]);
        var verify = await MooServer.Run(["verify", .. Of(empty, other)]);

        Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
        Assert.Contains("read again and found whole", backup.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (dry.ExitCode, dry.Errors));
        Assert.Contains("it is whole", dry.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.Contains("all is well", verify.Output, StringComparison.Ordinal);
        await using var restored = await MooServer.StartOn(empty, isPostgres ? ["--store", other!] : []);
        await using var again = await restored.ConnectWizard();
        Assert.InRange(int.Parse(await again.Eval("#0.n"), CultureInfo.InvariantCulture), seenBefore, seen);
    }

    private static string[] Of(string data, string? store) => ["--data", data, .. store is null ? Array.Empty<string>() : ["--store", store]];

    [Fact]
    public async Task The_world_asks_for_a_backup_and_hears_how_it_went()
    {
        await using var server = await BareCore.Start();
        await using var wizard = await server.ConnectWizard();
        foreach (var hook in new[] { "checkpoint_started", "checkpoint_finished" })
        {
            await wizard.Eval($"add_verb(#0, {{#2, \"rxd\", \"{hook}\"}}, {{\"this\", \"none\", \"this\"}})");
            Assert.Equal("{}", await wizard.Eval($"set_verb_code(#0, \"{hook}\", {{\"notify(#2, tostr(verb, toliteral(args)));\"}})"));
        }

        Assert.Equal("0", await wizard.Eval("dump_database()"));
        await wizard.Expect("checkpoint_started{}");
        await wizard.Expect("checkpoint_finished{1}");

        var file = Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "backups")));
        var dry = await MooServer.Run("restore", "--dry-run", file);
        Assert.Equal(0, dry.ExitCode);
        Assert.Matches(BackedUp(), server.Log);
    }

    [GeneratedRegex(@"Backed up to \S+\.moo\.gz: 4 objects as of commit \d+")]
    private static partial Regex BackedUp();

    [Fact]
    public async Task Damage_is_reported_with_exit_code_1_and_put_right_on_request()
    {
        var store = await cluster.CreateDatabase();
        await using var server = await BareCore.Start(store);
        await server.Terminate();
        await cluster.Run(new Npgsql.NpgsqlConnectionStringBuilder(store).Database!, "update object set location = 77 where id = 3");

        var found = await MooServer.Run(["verify", .. Of(server.Data, store)]);
        var repaired = await MooServer.Run(["verify", "--repair", .. Of(server.Data, store)]);
        var after = await MooServer.Run(["verify", .. Of(server.Data, store)]);

        Assert.Equal((1, 0, 0), (found.ExitCode, repaired.ExitCode, after.ExitCode));
        Assert.Contains("damage: #3 is in #77, which does not exist; a repair: it is nowhere then", found.Output, StringComparison.Ordinal);
        Assert.Contains("damage: #3 is in #77, which does not exist — repaired: it is nowhere then", repaired.Output, StringComparison.Ordinal);
        Assert.Contains("all is well", after.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "backups"), "before-repair-*.moo.gz"));
    }

    [Fact]
    public async Task A_world_moves_from_SQLite_to_PostgreSQL()
    {
        var target = await cluster.CreateDatabase();
        await using var server = await BareCore.Start();
        await using (var wizard = await server.ConnectWizard()) await wizard.Eval("#2.password = \"moved\"");
        await server.Terminate();

        var schema = await MooServer.Run("migrate", "--data", server.Data);
        var moved = await MooServer.Run("migrate", "--data", server.Data, "--to", target);

        Assert.Contains("has schema version 1 already", schema.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (moved.ExitCode, moved.Errors));
        await using var again = await MooServer.StartOn(Directory.CreateTempSubdirectory("moo-data-").FullName, "--store", target);
        await using var client = await again.Connect();
        await client.Send("connect Wizard moved");
        await client.Expect("*** Connected ***");
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_line()
    {
        var empty = Directory.CreateTempSubdirectory("moo-data-").FullName;
        var no = Path.Combine(empty, "no.moo.gz");

        Assert.Equal((1, $"moo: There is no world in SQLite file {empty}/moo.db: the file does not exist.\n"), await Failure("backup", "--data", empty));
        Assert.Equal((1, $"moo: There is no world in SQLite file {empty}/moo.db: the file does not exist.\n"), await Failure("verify", "--data", empty));
        Assert.Equal((1, $"moo: backup {no} cannot be read: Could not find file '{no}'.\n"), await Failure("restore", no, "--data", empty));
        Assert.StartsWith("moo: --to is not understood", (await Failure("migrate", "--data", empty, "--to", "nowhere")).Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(empty));
        Directory.Delete(empty);
    }

    private static async Task<(int ExitCode, string Errors)> Failure(params string[] arguments)
    {
        var (code, _, errors) = await MooServer.Run(arguments);
        return (code, errors);
    }
}
