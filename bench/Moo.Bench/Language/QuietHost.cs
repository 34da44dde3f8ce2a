using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Bench.Language;

/// <summary>A host without connections, a database or a log, on which nobody waits.</summary>
internal sealed class QuietHost : IHost, ITextLayout
{
    public IReadOnlyList<IConnection> Connections => [];

    public string Version => "bench";

    public int MostBufferedOutput => 65_536;

    public long? DatabaseBytes => null;

    public IReadOnlyList<ListeningPoint> Listeners => [];

    public ITextLayout Layout => this;

    public void Log(string message, bool isError = false) => Console.Error.WriteLine(message);

    public IConnection? FindConnection(ObjectId who) => null;

    public Task<Value> ListenAsync(ListenRequest request, CancellationToken cancellation) => Refuse();

    public Task<Value> OpenConnectionAsync(OutboundRequest request, CancellationToken cancellation) => Refuse();

    public Task<Value> LookUpNameAsync(ObjectId connection, bool isRecorded, CancellationToken cancellation) => Refuse();

    public string? TakeInput(ObjectId connection) => null;

    public void InputWanted(ObjectId connection)
    {
        // Nobody types here.
    }

    public void ConnectionTaken(Value connection)
    {
        // There is none.
    }

    public int Width(string text) => text.Length;

    public IReadOnlyList<string> Wrap(string text, int width, int indent) => [text];

    public string Cut(string text, int width, string ellipsis) => text;

    public string Strip(string markup) => markup;

    private static Task<Value> Refuse() => Task.FromResult(Value.Err(ErrorCode.E_PERM));
}
