using System.Reflection;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Sessions;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Daemon.Hosting;

/// <summary>What MOO code can ask of this server.</summary>
internal sealed class DaemonHost(SessionRegistry sessions, ILogger log) : IHost
{
    /// <inheritdoc/>
    public string Version { get; } =
        typeof(DaemonHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <inheritdoc/>
    public IReadOnlyList<IConnection> Connections => sessions.All;

    /// <inheritdoc/>
    public IConnection? FindConnection(ObjectId who) => sessions.Find(who);

    /// <inheritdoc/>
    public void Log(string message, bool isError = false)
    {
        if (isError) log.ErrorFromWorld(message);
        else log.FromWorld(message);
    }
}
