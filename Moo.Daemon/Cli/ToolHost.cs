using Moo.Daemon.Hosting;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Daemon.Cli;

/// <summary>What a tool's world has around it: nobody is connected, and nobody can be.</summary>
/// <param name="log">Takes what would go to the server's log.</param>
internal sealed class ToolHost(TextWriter log) : IHost
{
    /// <inheritdoc/>
    public string Version => DaemonHost.ProgramVersion;

    /// <inheritdoc/>
    public int MostBufferedOutput => 0;

    /// <inheritdoc/>
    public long? DatabaseBytes => null;

    /// <inheritdoc/>
    public IReadOnlyList<IConnection> Connections => [];

    /// <inheritdoc/>
    public IReadOnlyList<ListeningPoint> Listeners => [];

    /// <inheritdoc/>
    public ITextLayout Layout { get; } = new TerminalLayout();

    /// <inheritdoc/>
    public void Log(string message, bool isError = false) => log.WriteLine("log: " + message);

    /// <inheritdoc/>
    public IConnection? FindConnection(ObjectId who) => null;

    /// <inheritdoc/>
    public Task<Value> ListenAsync(ListenRequest request, CancellationToken cancellation) => Refused;

    /// <inheritdoc/>
    public Task<Value> OpenConnectionAsync(OutboundRequest request, CancellationToken cancellation) => Refused;

    /// <inheritdoc/>
    public Task<Value> LookUpNameAsync(ObjectId connection, bool isRecorded, CancellationToken cancellation) =>
        Task.FromResult(Value.Err(ErrorCode.E_INVARG));

    /// <inheritdoc/>
    public string? TakeInput(ObjectId connection) => null;

    /// <inheritdoc/>
    public void InputWanted(ObjectId connection)
    {
        // There will be none: the task waits until its tool loses patience.
    }

    /// <inheritdoc/>
    public void ConnectionTaken(Value connection)
    {
        // No tool makes connections.
    }

    private static Task<Value> Refused => Task.FromResult(Value.Err(ErrorCode.E_PERM));
}
