using System.Diagnostics;
using System.Globalization;
using Moo.EndToEnd.Tests.Support;
using Moo.Testing.Databases;
using Npgsql;

namespace Moo.EndToEnd.Tests.Stores;

/// <summary>What players and operators meet when the database fails under a real server.</summary>
public sealed class DatabaseFailureTests(PgCluster shared)
{
    private const string Away = "*** The database is away; what you do now waits until it is back. ***";
    private const string Back = "*** The database is back. ***";

    private static string NameOf(string store) => new NpgsqlConnectionStringBuilder(store).Database!;

    [Fact]
    public async Task While_PostgreSQL_is_down_players_are_told_once_and_afterwards_everything_goes_on()
    {
        await using var own = new PgCluster();
        await using var server = await BareCore.Start(await own.CreateDatabase());
        await using var first = await server.ConnectWizard();
        await using var second = await server.ConnectWizard();
        await first.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");

        await own.Kill();
        await first.Send("; #0.n = 1", "; #0.n = #0.n + 1", ";; notify(player, tostr(\"n is \", #0.n));");
        await first.Expect(Away);
        await second.Expect(Away);
        Assert.Equal(503, await server.ReadyStatus());
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("=> 1", first.Text, StringComparison.Ordinal);
        await own.Start();

        await first.Expect(Back);
        await first.Expect("=> 1\n");
        await first.Expect("=> 2\n");
        await first.Expect("n is 2");
        await second.Expect(Back);
        Assert.Equal((1, 1), (Count(first.Text, Away), Count(second.Text, Back)));
        Assert.Equal(200, await server.ReadyStatus());
        Assert.Equal("2", await first.Eval("#0.n"));
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    [Fact]
    public async Task A_connection_that_is_killed_is_made_again_and_nobody_hears_of_it()
    {
        var store = await shared.CreateDatabase();
        await using var server = await BareCore.Start(store);
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");

        for (var n = 1; n <= 5; n++)
        {
            await shared.Run("postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{NameOf(store)}'");
            Assert.Equal(n.ToString(CultureInfo.InvariantCulture), await wizard.Eval("#0.n = #0.n + 1"));
        }

        Assert.DoesNotContain("The database is", wizard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_slow_the_database_is_a_line_behind_a_login_is_a_command()
    {
        var store = await shared.CreateDatabase();
        await using var server = await BareCore.Start(store);
        await shared.Run(NameOf(store), "create function linger() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return new; end $$; "
            + "create trigger linger before insert on commit_log for each row execute function linger()");
        await using var wizard = await server.Connect();

        await wizard.Send($"slowly Wizard \"{MooServer.WizardPassword}\"", "; 40 + 2");

        await wizard.Expect("*** Connected ***");
        await wizard.Expect("=> 42");
        Assert.DoesNotContain("connect NAME PASSWORD", wizard.Text.Split("*** Connected ***")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_too_many_commits_waiting_tasks_wait_too_and_all_of_them_happen()
    {
        await using var own = new PgCluster();
        await using var server = await BareCore.Start(await own.CreateDatabase());
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");

        await own.Kill();
        await wizard.Send(";; for i in [1..30000] #0.n = i; commit(); endfor notify(player, \"all done\");");
        await wizard.Expect(Away);
        var memory = 0L;
        for (var quiet = 0; quiet < 3;)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            var now = server.ResidentBytes;
            quiet = Math.Abs(now - memory) < 8 << 20 ? quiet + 1 : 0;
            memory = now;
        }
        await own.Start();

        await wizard.Expect("all done");
        Assert.Equal("30000", await wizard.Eval("#0.n"));
    }

    [Fact]
    public async Task When_the_disk_under_SQLite_is_full_players_wait_until_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        await using var server = await MooServer.StartOn(Path.Combine(disk.Folder, "data"), "--core", BareCore.Folder);
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"text\", \"\", {#2, \"rw\"})");

        disk.Fill();
        await wizard.Send(";; s = \"x\"; for i in [1..16] s = s + s; endfor #0.text = s; notify(player, \"written\");");
        await wizard.Expect(Away);
        await server.ExpectLog("The disk is full. Make room; the server goes on by itself.");
        Assert.DoesNotContain("written", wizard.Text.Split('\n')[^1], StringComparison.Ordinal);
        disk.MakeRoom();

        await wizard.Expect(Back);
        await wizard.Expect("written");
        await server.Kill();
        await server.Start();
        await using var again = await server.ConnectWizard();
        Assert.Equal("65536", await again.Eval("length(#0.text)"));
    }

    [Fact]
    public async Task A_SQLite_file_on_a_disk_that_may_only_be_read_is_refused_in_one_line()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        var data = Path.Combine(disk.Folder, "data");
        await using var server = await MooServer.StartOn(data, "--core", BareCore.Folder);
        await server.Terminate();
        disk.MakeReadOnly(true);

        var (code, _, errors) = await MooServer.Run("serve", "--data", data, "--core", BareCore.Folder,
            "--telnet", $"127.0.0.1:{MooServer.FreePort()}", "--http", $"127.0.0.1:{MooServer.FreePort()}");
        disk.MakeReadOnly(false);

        Assert.Equal(1, code);
        Assert.Contains("Check the folder", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_disk_under_PostgreSQL_is_full_players_wait_until_there_is_room()
    {
        var store = await shared.CreateDatabase();
        using var disk = SmallDisk.Mount(megabytes: 24, PgCluster.TablespaceOptions);
        await shared.Run("postgres", $"create tablespace small location '{disk.Folder}'");
        try
        {
            await shared.Run("postgres", $"alter database {NameOf(store)} set tablespace small");
            await using var server = await BareCore.Start(store);
            await using var wizard = await server.ConnectWizard();
            await wizard.Eval("add_property(#0, \"texts\", {}, {#2, \"rw\"})");

            disk.Fill();
            // random, so that it cannot be compressed
            await wizard.Send(";; l = {}; for i in [1..20] l = {@l, encode_base64(random_bytes(10000))}; endfor #0.texts = l; notify(player, \"written\");");
            await wizard.Expect(Away);
            await server.ExpectLog("Make room on its disk; the server goes on by itself.");
            disk.MakeRoom();

            await wizard.Expect(Back);
            await wizard.Expect("written");
            Assert.Equal("20", await wizard.Eval("length(#0.texts)"));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await shared.Run("postgres", $"drop database {NameOf(store)} with (force)");
            await shared.Run("postgres", "drop tablespace small");
        }
    }

    [Fact]
    public async Task An_error_that_no_waiting_mends_ends_the_server_with_exit_code_1_and_loses_nothing_seen()
    {
        var store = await shared.CreateDatabase();
        await using var server = await BareCore.Start(store);
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");
        Assert.Equal("1", await wizard.Eval("#0.n = 1"));
        await shared.Run(NameOf(store), "create function fail() returns trigger language plpgsql as "
            + "$$ begin raise exception 'as the test wants it' using errcode = '25006'; end $$; "
            + "create trigger fail before insert or update on property for each row execute function fail()");

        await wizard.Send("; #0.n = 2");
        await wizard.Expect("*** The world can no longer be saved, so the server ends. Nothing that you have seen is lost. ***");

        Assert.Equal(1, await server.End());
        Assert.DoesNotContain("=> 2", wizard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NameOf(store), wizard.Text, StringComparison.Ordinal);
        await server.ExpectLog("The database is read-only: connect to the primary, or end its recovery.");
        await shared.Run(NameOf(store), "drop trigger fail on property");
        await server.Start();
        await using var again = await server.ConnectWizard();
        Assert.Equal("1", await again.Eval("#0.n"));
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why_in_one_line()
    {
        var store = await shared.CreateDatabase();
        await using (var server = await BareCore.Start(store)) await server.Terminate();
        await shared.Run(NameOf(store), "update meta set value = '99' where key = 'schema_version'");

        var newer = await Start(store);
        var locked = await Start($"Host={shared.Folder};Username=locked;Password=wrong;Database=postgres");
        var away = await Start("Host=127.0.0.1;Port=1;Username=moo;Database=moo;Timeout=2");
        await shared.Run(NameOf(store), $"update meta set value = '1' where key = 'schema_version'; alter database {NameOf(store)} set default_transaction_read_only = on");
        var readOnly = await Start(store);

        Assert.Contains("has schema version 99, made by a newer server", newer, StringComparison.Ordinal);
        Assert.Contains("check user and password of --store", locked, StringComparison.Ordinal);
        Assert.Contains("the database cannot be reached", away, StringComparison.Ordinal);
        Assert.Contains("The database is read-only", readOnly, StringComparison.Ordinal);
    }

    private static async Task<string> Start(string store)
    {
        var data = Directory.CreateTempSubdirectory("moo-data-").FullName;
        var (code, _, errors) = await MooServer.Run("serve", "--data", data, "--store", store, "--core", BareCore.Folder,
            "--telnet", $"127.0.0.1:{MooServer.FreePort()}", "--http", $"127.0.0.1:{MooServer.FreePort()}");
        Directory.Delete(data, recursive: true);
        Assert.Equal(1, code);
        return Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_second_server_on_the_same_file_is_refused_even_after_the_first_was_killed_and_started_again()
    {
        await using var server = await BareCore.Start();
        await server.Kill();
        await server.Start();
        var clock = Stopwatch.StartNew();

        var (code, _, errors) = await MooServer.Run("serve", "--data", server.Data, "--core", BareCore.Folder,
            "--telnet", $"127.0.0.1:{MooServer.FreePort()}", "--http", $"127.0.0.1:{MooServer.FreePort()}");

        Assert.Equal(1, code);
        Assert.Contains("two servers cannot run one world", errors, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60));
    }
}
