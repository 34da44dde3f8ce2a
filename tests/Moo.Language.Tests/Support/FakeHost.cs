using System.Collections.Concurrent;
using Moo.Language.Scheduling;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Language.Tests.Support;

/// <summary>A host with connections that a test makes up, and answers that it sets.</summary>
internal sealed class FakeHost : IHost
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<ObjectId> _wanted = new();
    private readonly List<FakeConnection> _connections = [];

    public string Version => "1.2.3-test";

    public int MostBufferedOutput => 65_536;

    public long? DatabaseBytes { get; set; } = 4096;

    public IReadOnlyList<string> Logged => [.. _log];

    /// <summary>The connections that tasks asked to read from.</summary>
    public IReadOnlyList<ObjectId> Wanted => [.. _wanted];

    public IReadOnlyList<IConnection> Connections => [.. _connections];

    public List<ListeningPoint> Points { get; } = [];

    public IReadOnlyList<ListeningPoint> Listeners => [.. Points];

    public ITextLayout Layout { get; } = new FakeLayout();

    public List<ListenRequest> ListenRequests { get; } = [];

    public List<OutboundRequest> OutboundRequests { get; } = [];

    /// <summary>What <see cref="OpenConnectionAsync"/> gives.</summary>
    public Value OutboundResult { get; set; } = Value.Obj(-77);

    /// <summary>Makes a connection; logged in as a player, if one is given.</summary>
    public FakeConnection Connect(ObjectId? player = null)
    {
        var id = new ObjectId(-10 - _connections.Count);
        var connection = new FakeConnection(id) { Player = player ?? id };
        _connections.Add(connection);
        return connection;
    }

    public IConnection? FindConnection(ObjectId who) =>
        _connections.FindLast(connection => connection.Id == who) ?? _connections.FindLast(connection => connection.Player == who);

    public void Log(string message, bool isError = false) => _log.Enqueue(message);

    /// <summary>What <c>verb_history()</c> finds.</summary>
    public List<PastVerb> History { get; } = [];

    public Task<IReadOnlyList<PastVerb>?> ReadVerbHistoryAsync(ObjectId holder, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PastVerb>?>([.. History]);

    /// <summary>What <c>server_log_lines()</c> finds.</summary>
    public List<LogLine> LogLines { get; } = [];

    public Task<IReadOnlyList<LogLine>> ReadLogAsync(long after, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LogLine>>([.. LogLines.Where(line => line.Number > after)]);

    public Task<Value> ListenAsync(ListenRequest request, CancellationToken cancellation)
    {
        ListenRequests.Add(request);
        return Task.FromResult(request.Point.Point);
    }

    public Task<Value> OpenConnectionAsync(OutboundRequest request, CancellationToken cancellation)
    {
        OutboundRequests.Add(request);
        return Task.FromResult(OutboundResult);
    }

    public Task<Value> LookUpNameAsync(ObjectId connection, bool isRecorded, CancellationToken cancellation) =>
        Task.FromResult(Value.Str(isRecorded ? "recorded.example" : "looked-up.example"));

    public string? TakeInput(ObjectId connection) =>
        _connections.Find(open => open.Id == connection) is { Waiting: { Count: > 0 } waiting } ? waiting.Dequeue() : null;

    public void InputWanted(ObjectId connection) => _wanted.Enqueue(connection);

    public void ConnectionTaken(Value connection)
    {
    }
}

/// <summary>A connection that a test makes up.</summary>
internal sealed class FakeConnection(ObjectId id) : IConnection
{
    public ObjectId Id => id;

    public ObjectId Player { get; set; }

    public bool IsLoggedIn => Player != Id;

    public double ConnectedSeconds { get; set; } = 60;

    public double IdleSeconds { get; set; } = 5;

    public string Name => "port 7777 from client.example, port 50000";

    public ConnectionRoute Route { get; set; } =
        new("moo.example", "192.0.2.1", 7777, "client.example", "192.0.2.99", 50_000, "IPv4", IsOutbound: false, Tls: null);

    public int BufferedOutput { get; set; }

    public Dictionary<string, Value> Settings { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["client-echo"] = Value.Int(1),
        ["binary"] = Value.Int(0),
        ["hold-input"] = Value.Int(0),
        ["disable-oob"] = Value.Int(0),
        ["flush-command"] = Value.Str(".flush"),
        ["intrinsic-commands"] = Value.List(MooList.OfStrings([".program", "PREFIX", "SUFFIX", "OUTPUTPREFIX", "OUTPUTSUFFIX"])),
    };

    public IReadOnlyDictionary<string, Value> Options => Settings;

    public string OutputPrefix { get; set; } = "";

    public string OutputSuffix { get; set; } = "";

    public MooMap Client { get; set; } = MooMap.Empty.Set(Value.Str("transport"), Value.Str("telnet"));

    /// <summary>Lines that wait in the input.</summary>
    public Queue<string> Waiting { get; } = new();
}
