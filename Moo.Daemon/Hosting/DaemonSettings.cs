using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Moo.Daemon.Sessions;
using Moo.Language.Execution;
using Moo.Store.Journal;

namespace Moo.Daemon.Hosting;

/// <summary>What an operator can set: by command line, by <c>MOO_…</c> variables, by appsettings.json, in this order of precedence.</summary>
internal sealed record DaemonSettings
{
    /// <summary>The folder that holds everything this server writes.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Where the world is kept; null for a SQLite file in the data folder.</summary>
    public string? Store { get; init; }

    /// <summary>The core that an empty store is filled with at first start.</summary>
    public string Core { get; init; } = Path.Combine(AppContext.BaseDirectory, "core-db");

    /// <summary>Where telnet clients connect.</summary>
    public IPEndPoint Telnet { get; init; } = new(IPAddress.Any, 7777);

    /// <summary>Where browsers and monitoring connect.</summary>
    public IPEndPoint Http { get; init; } = new(IPAddress.Loopback, 7780);

    /// <summary>Where else connections are accepted: <c>telnets://</c>, <c>unix://</c>, more of <c>telnet://</c>.</summary>
    public IReadOnlyList<ListenerSettings> Listen { get; init; } = [];

    /// <summary>What connections may cost.</summary>
    public NetworkLimits Limits { get; init; } = new();

    /// <summary>Web proxies whose word on their clients' addresses is believed (<c>X-Forwarded-For</c>), as networks.</summary>
    public IReadOnlyList<string> WebProxies { get; init; } = [];

    /// <summary>Web sites, besides our own, whose pages may open a WebSocket here: <c>https://play.example</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>How many tasks run at once.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>The wizard's password at first start; null to make one.</summary>
    public string? WizardPassword { get; init; }

    /// <summary>What programs of the world may reach outside: the section <c>Outside</c>.</summary>
    public OutsideAccess Outside { get; init; } = OutsideAccess.None;

    /// <summary>The hours between two backups; 0 for none by schedule, null for what the world says (<c>$server_options.dump_interval</c>), or 24.</summary>
    public int? BackupHours { get; init; }

    /// <summary>For how many days one backup of each day is kept.</summary>
    public int BackupDays { get; init; } = 14;

    /// <summary>For how many days the commit log is kept; 0 writes none.</summary>
    public int AuditDays { get; init; } = 30;

    /// <summary>Whether <c>/metrics</c> answers everybody who reaches the HTTP listener, not only this machine.</summary>
    public bool OpenMetrics { get; init; }

    /// <summary>Where metrics are sent by OTLP over HTTP; null for nowhere.</summary>
    public Uri? OtlpMetrics { get; init; }

    /// <summary>The store's address.</summary>
    public StoreAddress StoreAddress => StoreAddress.Parse(Store, Data);

    /// <summary>Reads the settings.</summary>
    /// <param name="commandLine">What the command line said: key to value, of those that were given.</param>
    /// <exception cref="SettingsException">Something makes no sense.</exception>
    public static DaemonSettings Read(IReadOnlyDictionary<string, string?> commandLine)
    {
        IConfigurationRoot configuration;
        try
        {
            configuration = new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables("MOO_")
                .AddInMemoryCollection(commandLine.Where(pair => pair.Value is not null))
                .Build();
        }
        catch (Exception mistake) when (mistake is InvalidDataException or FormatException)
        {
            throw new SettingsException($"appsettings.json cannot be read: {mistake.GetBaseException().Message}");
        }
        var defaults = new DaemonSettings();
        var settings = new DaemonSettings
        {
            Data = configuration["data"] ?? defaults.Data,
            Store = configuration["store"],
            Core = configuration["core"] ?? defaults.Core,
            Telnet = Address(configuration["telnet"], "telnet", defaults.Telnet),
            Http = Address(configuration["http"], "http", defaults.Http),
            Workers = Count(configuration["workers"], defaults.Workers),
            WizardPassword = configuration["wizard_password"],
            Listen = [.. Texts(configuration, "listen", ' ').Select(ListenerSettings.Parse)],
            Limits = Bound(configuration, "limits", new NetworkLimits()),
            WebProxies = Texts(configuration, "web_proxies", ','),
            Origins = Texts(configuration, "origins", ','),
            Outside = OutsideSettings.Read(configuration.GetSection("Outside"), configuration["data"] ?? defaults.Data),
            OpenMetrics = configuration["open_metrics"] is "1" or "true" or "True",
            OtlpMetrics = Collector(configuration["otlp_metrics"]),
            BackupHours = configuration["backup_hours"] is { } hours ? Number(hours, "backup_hours", 24 * 365) : null,
            BackupDays = Number(configuration["backup_days"], "backup_days", 36_500) ?? defaults.BackupDays,
            AuditDays = Number(configuration["audit_days"], "audit_days", 36_500) ?? defaults.AuditDays,
        };
        if (configuration["trusted"] is not null) settings = settings with { Limits = settings.Limits with { Trusted = Texts(configuration, "trusted", ',') } };
        if (settings.Limits.Trusted.Concat(settings.WebProxies).FirstOrDefault(network => !Networks.TryParse(network, out _)) is { } wrong)
            throw new SettingsException($"\"{wrong}\" is no network; write 10.0.0.0/8 or an address");
        try
        {
            _ = settings.StoreAddress;
        }
        catch (FormatException mistake)
        {
            throw new SettingsException(mistake.Message);
        }
        return settings;
    }

    // A list in appsettings.json, or one text with a separator.
    private static IReadOnlyList<string> Texts(IConfigurationRoot configuration, string name, char separator) =>
        configuration[name] is { } text ? text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [.. configuration.GetSection(name).GetChildren().Select(item => item.Value ?? "")];

    private static T Bound<T>(IConfigurationRoot configuration, string name, T target) where T : class
    {
        try
        {
            configuration.GetSection(name).Bind(target, options => options.ErrorOnUnknownConfiguration = true);
            return target;
        }
        catch (InvalidOperationException mistake)
        {
            throw new SettingsException($"the settings in \"{name}\" make no sense: {mistake.GetBaseException().Message}");
        }
    }

    private static IPEndPoint Address(string? text, string name, IPEndPoint otherwise)
    {
        if (text is null) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort)
            return new IPEndPoint(otherwise.Address, port);
        var host = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + text[9..] : text;
        if (host.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(host, out var address) && address.Port > 0) return address;
        throw new SettingsException($"--{name} {text} is no address; write ADDRESS:PORT, such as 127.0.0.1:7777 or 0.0.0.0:7777, or a port");
    }

    private static Uri? Collector(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        throw new SettingsException($"otlp_metrics {text} is no address; write http://HOST:4318/v1/metrics");
    }

    private static int? Number(string? text, string name, int most)
    {
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        throw new SettingsException($"{name} {text} makes no sense; write a number from 0 to {most}");
    }

    private static int Count(string? text, int otherwise)
    {
        const int most = 256;
        if (text is null) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= most) return count;
        throw new SettingsException($"--workers {text} is no number of workers; write a number from 1 to {most}");
    }
}

/// <summary>The settings make no sense: one line for the operator, and exit code 2.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
internal sealed class SettingsException(string message) : Exception(message);
