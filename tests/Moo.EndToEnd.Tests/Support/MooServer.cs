using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Moo.EndToEnd.Tests.Support;

/// <summary>The real program, as a process of its own, on ports of its own.</summary>
internal sealed class MooServer : IAsyncDisposable
{
    public const string WizardPassword = "open sesame";

    private const int FirstPort = 12_000;
    private const int Ports = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int _portsGiven = Random.Shared.Next(Ports); // two runs at a time start at different places

    private readonly StringBuilder _log = new();
    private readonly string[] _arguments;
    private Process? _process;

    private MooServer(string data, string[] arguments) => (Data, _arguments) = (data, arguments);

    /// <summary>Settings for the process, by the names of their variables without <c>MOO_</c>.</summary>
    private Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The built program.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The data folder.</summary>
    public string Data { get; }

    /// <summary>Where telnet clients connect.</summary>
    public int TelnetPort { get; private set; }

    /// <summary>Where browsers connect.</summary>
    public int HttpPort { get; private set; }

    /// <summary>The process's number.</summary>
    public int ProcessId => _process!.Id;

    /// <summary>What the server has logged.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Starts a server with a new data folder.</summary>
    /// <param name="arguments">More arguments, such as <c>--store …</c>.</param>
    public static async Task<MooServer> Start(params string[] arguments)
    {
        var server = new MooServer(Directory.CreateTempSubdirectory("moo-data-").FullName, arguments);
        await server.Start();
        return server;
    }

    /// <summary>Starts a server with a new data folder and settings.</summary>
    /// <param name="settings">Such as <c>LIMITS__LOGINSECONDS</c>.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<MooServer> StartWith(Dictionary<string, string> settings, params string[] arguments)
    {
        var server = new MooServer(Directory.CreateTempSubdirectory("moo-data-").FullName, arguments) { Settings = settings };
        await server.Start();
        return server;
    }

    /// <summary>Starts a server on a data folder that is there already.</summary>
    public static async Task<MooServer> StartOn(string data, params string[] arguments)
    {
        var server = new MooServer(data, arguments);
        await server.Start();
        return server;
    }

    /// <summary>Starts a server with a new data folder, the small world for tests of the network, and settings.</summary>
    /// <param name="settings">Such as <c>LIMITS__LOGINSECONDS</c>.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<MooServer> StartNetwork(Dictionary<string, string>? settings = null, params string[] arguments)
    {
        var core = Path.Combine(Root, "tests", "Moo.EndToEnd.Tests", "Worlds", "network");
        var server = new MooServer(Directory.CreateTempSubdirectory("moo-data-").FullName, ["--core", core, .. arguments]) { Settings = settings ?? [] };
        await server.Start();
        return server;
    }

    /// <summary>KiB of memory that the process has at the moment.</summary>
    public long ResidentKiB => File.ReadLines($"/proc/{ProcessId}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kib, ..] ? long.Parse(kib, CultureInfo.InvariantCulture) : 0;

    /// <summary>Starts a server on a world that is imported from another server's database.</summary>
    public static async Task<MooServer> StartImported(string database)
    {
        var server = new MooServer(Directory.CreateTempSubdirectory("moo-data-").FullName, []);
        var (code, output, errors) = await Run("import", "--data", server.Data, database);
        Assert.True(code == 0, output + errors);
        Assert.Contains("  0 lost", output, StringComparison.Ordinal);
        await server.Start();
        return server;
    }

    /// <summary>Starts the program (again) on the same data.</summary>
    public async Task Start()
    {
        (TelnetPort, HttpPort) = (FreePort(), FreePort());
        var start = Command(["serve", "--data", Data, "--telnet", $"127.0.0.1:{TelnetPort}", "--http", $"127.0.0.1:{HttpPort}", .. _arguments]);
        foreach (var (name, value) in Settings) start.Environment["MOO_" + name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !_process.HasExited; await Task.Delay(20))
        {
            try
            {
                var ready = await client.GetAsync(new Uri($"http://127.0.0.1:{HttpPort}/readyz"), TestContext.Current.CancellationToken);
                if (ready.IsSuccessStatusCode) return;
            }
            catch (Exception early) when (early is HttpRequestException or TaskCanceledException)
            {
                // It does not listen yet.
            }
        }
        throw new InvalidOperationException($"the server did not start:\n{Log}");
    }

    /// <summary>Connects a telnet client.</summary>
    public Task<TelnetClient> Connect() => TelnetClient.Connect(TelnetPort);

    /// <summary>Connects and logs the wizard in.</summary>
    public async Task<TelnetClient> ConnectWizard()
    {
        var client = await Connect();
        await client.Send($"connect Wizard \"{WizardPassword}\"");
        await client.Expect("*** Connected ***");
        return client;
    }

    /// <summary>Ends the process as a power failure would.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends the process by SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process!.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits until the log says something.</summary>
    public async Task ExpectLog(string wanted)
    {
        for (var clock = Stopwatch.StartNew(); !Log.Contains(wanted, StringComparison.Ordinal); await Task.Delay(20))
            Assert.True(clock.Elapsed < Patience, $"never logged: {wanted}\n{Log}");
    }

    /// <summary>Waits for the process to end by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> End()
    {
        await _process!.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>The status that <c>/readyz</c> answers with.</summary>
    public async Task<int> ReadyStatus()
    {
        using var client = new HttpClient();
        return (int)(await client.GetAsync(new Uri($"http://127.0.0.1:{HttpPort}/readyz"), TestContext.Current.CancellationToken)).StatusCode;
    }

    /// <summary>The memory that the process holds.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await Kill();
        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>A port that nobody listens on, given out once.</summary>
    /// <remarks>
    /// It lies below those that the system gives to clients (Linux: from 32768), or a client of another test could take it before the server does.
    /// </remarks>
    public static int FreePort()
    {
        while (true)
        {
            var port = FirstPort + Interlocked.Increment(ref _portsGiven) % Ports;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next one, then.
            }
        }
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (_log) _log.AppendLine(line);
    }

    private static ProcessStartInfo Command(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["MOO_WIZARD_PASSWORD"] = WizardPassword;
        return start;
    }

    // Beside this test's own folder: artifacts/bin/Moo.Daemon/<configuration>/moo.
    private static string FindProgram()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Moo.Daemon", own.Name, OperatingSystem.IsWindows() ? "moo.exe" : "moo");
    }

    private static string Metadata(string key) => typeof(MooServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(m => m.Key == key).Value!;
}
