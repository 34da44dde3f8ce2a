using System.Diagnostics;
using System.Runtime.InteropServices;
using Npgsql;

[assembly: AssemblyFixture(typeof(Moo.Testing.Databases.PgCluster))]

namespace Moo.Testing.Databases;

/// <summary>A PostgreSQL server of the tests' own, started when the first test asks for it; it listens on a Unix socket only.</summary>
/// <remarks>Where the machine has no PostgreSQL, tests that need it are skipped and say so. MOO_TEST_PG_BIN names other binaries.</remarks>
public sealed class PgCluster : IAsyncDisposable
{
    private const int Quit = 3; // SIGQUIT: PostgreSQL's immediate stop, as if the power went

    private readonly SemaphoreSlim _gate = new(1);
    private string? _folder;
    private Process? _server;
    private int _databases;

    /// <summary>The folder of the socket.</summary>
    public string Folder => _folder!;

    /// <summary>Makes an empty database and returns its connection string. Skips the test where that is not possible.</summary>
    public async Task<string> CreateDatabase(string options = "")
    {
        Assert.SkipWhen(FindBinaries() is null, "PostgreSQL is not installed.");
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_folder is null)
            {
                await Initialise();
                await Start();
                await Run("postgres", "create role locked login password 'right'");
            }
            var name = $"moo{++_databases}";
            await Run("postgres", $"create database {name} {options}");
            return Address(name);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The connection string of a database.</summary>
    public string Address(string database, string? folder = null) =>
        $"Host={folder ?? _folder};Username=moo;Database={database};Timeout=2";

    /// <summary>How a file system must be mounted to become a tablespace: as the server's user's own.</summary>
    public static string TablespaceOptions => geteuid() == 0 ? ",uid=postgres,gid=postgres,mode=0700" : "";

    /// <summary>Runs a statement as the superuser.</summary>
    public async Task<object?> Run(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Address(database) + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private async Task Initialise()
    {
        ReapLeftovers();
        _folder = Directory.CreateTempSubdirectory("moopg-").FullName; // short: a socket's path has at most 107 bytes
        if (geteuid() == 0) await Finish(Process.Start(Piped(new ProcessStartInfo("chown", ["postgres:", _folder])))!);
        await Finish(Process.Start(Command("initdb", "-D", $"{_folder}/data", "-U", "moo", "-A", "trust", "--no-sync", "-E", "UTF8",
            "--locale=C.UTF-8"))!);
        // The role "locked" needs a password, everybody else none.
        var rules = $"{_folder}/data/pg_hba.conf";
        await File.WriteAllTextAsync(rules, "local all locked scram-sha-256\n" + await File.ReadAllTextAsync(rules));
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task Start()
    {
        _server = Process.Start(Command("postgres", "-D", $"{_folder}/data", "-k", _folder!, "-h", "", "-c", "shared_buffers=64MB",
            "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=60"))!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await File.WriteAllTextAsync($"{_folder}/server.pid", _server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await Run("postgres", "select 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_server.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Ends the server the way a machine dies. Only for clusters of one test's own.</summary>
    public async Task Kill()
    {
        if (_server is null or { HasExited: true }) return;
        _ = kill(_server.Id, Quit);
        await _server.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
        _gate.Dispose();
    }

    private static string? FindBinaries()
    {
        var folders = new List<string>();
        if (Environment.GetEnvironmentVariable("MOO_TEST_PG_BIN") is { Length: > 0 } given) folders.Add(given);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => d + "/bin"));
        }
        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.Find(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")));
    }

    // A test host that was killed could not stop its server.
    private static void ReapLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), "moopg-*"))
        {
            var note = Path.Combine(folder, "server.pid");
            if (!File.Exists(note) || File.GetLastWriteTimeUtc(note) > TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1)) continue;
            if (int.TryParse(File.ReadAllText(note), out var id) && File.Exists($"/proc/{id}/cmdline")
                && File.ReadAllText($"/proc/{id}/cmdline").Contains(folder, StringComparison.Ordinal))
            {
                _ = kill(id, Quit);
            }
            Directory.Delete(folder, recursive: true);
        }
    }

    // PostgreSQL refuses to run as root: setpriv becomes the program, so the child's number is the server's.
    private static ProcessStartInfo Command(string program, params string[] arguments)
    {
        var path = Path.Combine(FindBinaries()!, program);
        string[] asPostgres = ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", path];
        var start = Piped(geteuid() == 0
            ? new ProcessStartInfo("setpriv", [.. asPostgres, .. arguments]) : new ProcessStartInfo(path, arguments));
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("PGDATA");
        return start;
    }

    private static ProcessStartInfo Piped(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return start;
    }

    private static async Task Finish(Process process)
    {
        using var done = process;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"exit code {process.ExitCode}: {await output}{await errors}");
    }

    [DllImport("libc")]
    private static extern uint geteuid();

    [DllImport("libc")]
    private static extern int kill(int id, int signal);
}
