using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Bench;

/// <summary>Nothing lies outside the world that is measured.</summary>
internal sealed class NoHost : IHost
{
    public string Version => "0";

    public int MostBufferedOutput => 0;

    public long? DatabaseBytes => null;

    public IReadOnlyList<IConnection> Connections => [];

    public IReadOnlyList<ListeningPoint> Listeners => [];

    public ITextLayout Layout => throw new NotSupportedException("Nothing is laid out here.");

    public void Log(string message, bool isError = false) => Console.Error.WriteLine(message);

    public IConnection? FindConnection(ObjectId who) => null;

    public Task<Value> ListenAsync(ListenRequest request, CancellationToken cancellation) => Refused;

    public Task<Value> OpenConnectionAsync(OutboundRequest request, CancellationToken cancellation) => Refused;

    public Task<Value> LookUpNameAsync(ObjectId connection, bool isRecorded, CancellationToken cancellation) => Refused;

    public string? TakeInput(ObjectId connection) => null;

    public void InputWanted(ObjectId connection)
    {
        // Nobody reads here.
    }

    private static Task<Value> Refused => Task.FromResult(Value.Err(ErrorCode.E_PERM));
}
