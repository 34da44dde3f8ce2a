using System.Collections.ObjectModel;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>What the language needs from the server around it. The daemon is one; tests and tools bring others.</summary>
/// <remarks>
/// What MOO code does to the outside goes out as effects of a commit; this is for what it asks. The methods that return a task are
/// called after the asking slice has been committed, off the workers, while the asking task sleeps: what they give is what the function
/// returns, and an error is raised.
/// </remarks>
public interface IHost
{
    /// <summary>Writes a line to the server's log.</summary>
    void Log(string message, bool isError = false);

    /// <summary>The open connections, oldest first.</summary>
    IReadOnlyList<IConnection> Connections { get; }

    /// <summary>The connection of a number: its own negative one, or a player's, who may have several: the one that spoke last.</summary>
    IConnection? FindConnection(ObjectId who);

    /// <summary>What <c>server_version()</c> answers: <c>1.2.3</c>, perhaps with a word behind.</summary>
    string Version { get; }

    /// <summary>Bytes of output that a connection may keep waiting before the oldest are dropped.</summary>
    int MostBufferedOutput { get; }

    /// <summary>Bytes that the database takes on disk; null if that cannot be told.</summary>
    long? DatabaseBytes { get; }

    /// <summary>What the database has done so far, by name; nothing if there is none.</summary>
    IReadOnlyDictionary<string, long> DatabaseCounters => ReadOnlyDictionary<string, long>.Empty;

    /// <summary>Every version of the programs of an object's verbs, oldest first, that are on disk when this is called.</summary>
    /// <param name="holder">The object that defines the verbs, or did.</param>
    /// <param name="cancellation">Asks to give up.</param>
    /// <returns>Null if the database cannot be asked.</returns>
    Task<IReadOnlyList<PastVerb>?> ReadVerbHistoryAsync(ObjectId holder, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PastVerb>?>(null);

    /// <summary>Lines of the server's log, oldest first: those after one; if there is none yet, waits for the next.</summary>
    /// <param name="after">The number of that line; 0 for all that are kept, without waiting.</param>
    /// <param name="cancellation">Asks to give up.</param>
    Task<IReadOnlyList<LogLine>> ReadLogAsync(long after, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LogLine>>([]);

    /// <summary>Where connections are accepted.</summary>
    IReadOnlyList<ListeningPoint> Listeners { get; }

    /// <summary>How text lies on a terminal.</summary>
    ITextLayout Layout { get; }

    /// <summary>Starts accepting connections. The point as <see cref="Listeners"/> has it, E_QUOTA if that fails, E_PERM if the host refuses it.</summary>
    Task<Value> ListenAsync(ListenRequest request, CancellationToken cancellation);

    /// <summary>Connects to somewhere. The new connection's number, E_INVARG if nobody answers, E_PERM if the host refuses it.</summary>
    Task<Value> OpenConnectionAsync(OutboundRequest request, CancellationToken cancellation);

    /// <summary>The name of a connection's other end, or its address if it has none; E_INVARG if the connection is gone.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isRecorded">Whether the connection is to be called by that name from here on.</param>
    /// <param name="cancellation">Asks to give up.</param>
    Task<Value> LookUpNameAsync(ObjectId connection, bool isRecorded, CancellationToken cancellation);

    /// <summary>Takes the next line that waits in a connection's input, not counting out-of-band ones; null if none waits.</summary>
    string? TakeInput(ObjectId connection);

    /// <summary>Says that a task waits for a connection's next line from here on.</summary>
    /// <remarks>
    /// A line that waits in the input already is to be delivered to it (<see cref="Scheduler.DeliverInput"/>); if the connection has gone
    /// meanwhile, the task is to be told that (<see cref="Scheduler.ConnectionClosed"/>).
    /// </remarks>
    void InputWanted(ObjectId connection);

    /// <summary>Says that the task which asked for a connection has dealt with it: what comes on it may be taken now, by whatever takes lines.</summary>
    /// <param name="connection">The connection, or the error for which there is none.</param>
    void ConnectionTaken(Value connection);
}

/// <summary>A place where connections are accepted: <c>listeners()</c>.</summary>
/// <param name="Object">The object whose verbs are called for its connections.</param>
/// <param name="Point">The port, or the path of a Unix socket.</param>
/// <param name="PrintsMessages">Whether its connections get the server's own messages.</param>
/// <param name="IsIPv6">Whether it is for IPv6.</param>
/// <param name="IsTls">Whether its connections are encrypted.</param>
public sealed record ListeningPoint(ObjectId Object, Value Point, bool PrintsMessages, bool IsIPv6, bool IsTls);

/// <summary>What <c>listen()</c> asks for.</summary>
/// <param name="Point">The place.</param>
/// <param name="Certificate">The path of a certificate; null for the server's.</param>
/// <param name="Key">The path of the certificate's key; null for the server's.</param>
public sealed record ListenRequest(ListeningPoint Point, string? Certificate, string? Key);

/// <summary>What <c>open_network_connection()</c> asks for.</summary>
/// <param name="Host">The name or address.</param>
/// <param name="Port">The port.</param>
/// <param name="Listener">The object whose verbs are called for the connection.</param>
/// <param name="IsIPv6">Whether to use IPv6 alone.</param>
/// <param name="IsTls">Whether to encrypt.</param>
/// <param name="VerifiesTls">Whether the other end's certificate must be good.</param>
public sealed record OutboundRequest(string Host, int Port, ObjectId Listener, bool IsIPv6, bool IsTls, bool VerifiesTls);
