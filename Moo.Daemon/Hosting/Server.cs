using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Monitoring;
using Moo.Daemon.Sessions;
using Moo.Daemon.Web;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Daemon.Hosting;

/// <summary><c>moo serve</c>: from the settings to a running server, and to its end.</summary>
internal sealed class Server
{
    private const int Failed = 1;

    private readonly DaemonSettings _settings;
    private readonly LogTail _tail = new();
    private readonly TaskCompletionSource<(string Reason, int Code)> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Server(DaemonSettings settings) => _settings = settings;

    /// <summary>Serves until told to end.</summary>
    /// <returns>The exit code: 0 if everything is durable.</returns>
    /// <exception cref="SettingsException">The settings make no sense.</exception>
    public static Task<int> RunAsync(DaemonSettings settings) => new Server(settings).RunAsync();

    private async Task<int> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        ReadOnSocketThreads();
        using var logging = LoggerFactory.Create(Logging);
        var log = logging.CreateLogger("moo");
        using var sessions = new SessionRegistry(_settings.Limits, log)
        {
            Port = _settings.Telnet.Port,
            TlsPort = _settings.Listen.FirstOrDefault(listener => listener.IsTls)?.Address is IPEndPoint tls ? tls.Port : 0,
        };
        var gate = new Gate(_settings.Limits, sessions.Counters, log);
        using var listeners = new Listeners(sessions, gate, _settings.Data, logging);
        sessions.OnShutdown = reason => _end.TrySetResult((reason, 0));
        sessions.OnUnlisten = listeners.Close;

        WorldServer world;
        try
        {
            world = WorldServer.Start(_settings, sessions, listeners, _tail, log, reason => _end.TrySetResult((reason, Failed)));
        }
        catch (JournalException failure)
        {
            await Console.Error.WriteLineAsync("moo: " + failure.Message).ConfigureAwait(false);
            return Failed;
        }
        catch (JournalAwayException away)
        {
            await Console.Error.WriteLineAsync("moo: the database cannot be reached: " + away.Message).ConfigureAwait(false);
            return Failed;
        }
        using (world)
        {
            if (world.IsNew) await SetFirstPasswordAsync(world).ConfigureAwait(false);
            await world.CallHookAsync("server_started").ConfigureAwait(false);
            await using var backups = new BackupSchedule(_settings, world.Runtime.World, world.CallHookAsync, log, TimeProvider.System);
            sessions.OnDump = backups.Ask;
            return await ServeAsync(world, sessions, listeners, new WebDoor(_settings, sessions, gate, listeners), log, clock).ConfigureAwait(false);
        }
    }

    // What a client sends is read, taken apart and queued by the thread that learns of it: a thousand people who talk would wake a thread of the pool
    // for each line. The runtime knows no other way to ask for this, and asks but once; whatever may take long goes on elsewhere of itself.
    private static void ReadOnSocketThreads()
    {
        const string wish = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
        if (Environment.GetEnvironmentVariable(wish) is null) Environment.SetEnvironmentVariable(wish, "1");
    }

    private void Logging(ILoggingBuilder logging) => logging
        .AddProvider(new LogTail.Provider(_tail))
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.UseUtcTimestamp = true;
        })
        .SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);

    // A core that can be logged in to has a hook that takes the first wizard's password.
    private async Task SetFirstPasswordAsync(WorldServer world)
    {
        const int passwordBytes = 12;
        var password = _settings.WizardPassword ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(passwordBytes));
        await world.CallHookAsync("server_first_started", Value.Str(password)).ConfigureAwait(false);
        if (_settings.WizardPassword is null)
            Console.WriteLine($"\n  This world is new. Its wizard's password is {password}\n  Log in with: connect Wizard {password}\n");
    }

    private async Task<int> ServeAsync(WorldServer world, SessionRegistry sessions, Listeners listeners, WebDoor web, ILogger log, Stopwatch clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        Logging(builder.Logging);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(_settings.Limits.HandshakeSeconds);
            kestrel.Listen(_settings.Http);
        });
        var app = builder.Build();
        app.MapGet("/healthz", () => Results.Text("healthy\n"));
        var isListening = false;
        app.MapGet("/readyz", () => world.IsReady && Volatile.Read(ref isListening) ? Results.Text("ready\n") : Results.Text("not ready\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        var figures = new Figures(world.Runtime.World, world.Runtime.Scheduler, world.Journal, () => world.Runtime.Host.DatabaseBytes, sessions);
        using var meter = new MooMeter(figures, _settings.OtlpMetrics);
        MetricsPage.Map(app, figures, _settings.OpenMetrics);
        web.Map(app);
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            throw new SettingsException($"cannot listen for browsers: {taken.Message}");
        }
        foreach (var listener in _settings.Listen.Prepend(ListenerSettings.At(_settings.Telnet))) Open(listeners, listener);
        Volatile.Write(ref isListening, true);
        log.Listening("HTTP", _settings.Http.ToString());
        log.Ready(DaemonHost.ProgramVersion, clock.ElapsedMilliseconds);

        using var signals = new Signals(reason => _end.TrySetResult((reason, 0)));
        using var ticking = new Timer(_ => sessions.Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var (reason, code) = await _end.Task.ConfigureAwait(false);
        log.ShuttingDown(reason);
        // What is wrong with the database is the operator's business.
        sessions.Broadcast(code == Failed ? "*** The world can no longer be saved, so the server ends. Nothing that you have seen is lost. ***" : $"*** Shutting down: {reason} ***");
        if (!world.Stop()) code = Failed;
        foreach (var session in sessions.All) session.Close(CloseCause.Shutdown);
        await sessions.WhenEmptyAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
        return code;
    }

    private static void Open(Listeners listeners, ListenerSettings listener)
    {
        try
        {
            listeners.Open(listener);
        }
        catch (Exception taken) when (taken is IOException or SocketException or AddressInUseException)
        {
            throw new SettingsException($"cannot listen on {listener.Address}: {taken.Message}");
        }
    }

    /// <summary>The server listens to signals itself: players are told first, and the web host goes last.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
