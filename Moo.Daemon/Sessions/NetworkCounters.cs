using System.Diagnostics.Metrics;
using Moo.Protocols;

namespace Moo.Daemon.Sessions;

/// <summary>What the network has done so far. Counted in plain fields; read by whoever listens to the meter <c>Moo.Network</c>.</summary>
internal sealed class NetworkCounters : IDisposable
{
    private readonly Meter _meter = new("Moo.Network");
    private readonly long[] _refused = new long[Enum.GetValues<Admittance>().Length];
    private readonly long[] _misbehaved = new long[Enum.GetValues<CloseReason>().Length];
    private long _accepted, _received, _sent, _delayed, _lines, _lostLines, _longLines, _messages, _dropped, _loginsDelayed, _handshakesFailed;

    public NetworkCounters()
    {
        Watch("moo.connections.accepted", () => _accepted, "connections let in");
        Watch("moo.bytes.received", () => _received, "bytes received, without what telnet and TLS add");
        Watch("moo.bytes.sent", () => _sent, "bytes sent, before TLS");
        Watch("moo.input.delayed", () => _delayed, "times that a client had to wait because it sent too fast");
        Watch("moo.lines", () => _lines, "lines received");
        Watch("moo.lines.lost", () => _lostLines, "lines and messages dropped because too many waited");
        Watch("moo.lines.long", () => _longLines, "lines dropped because they were too long");
        Watch("moo.messages", () => _messages, "GMCP and MSDP messages received");
        Watch("moo.output.dropped", () => _dropped, "lines dropped because their reader was slow");
        Watch("moo.logins.delayed", () => _loginsDelayed, "tries to log in that had to wait");
        Watch("moo.handshakes.failed", () => _handshakesFailed, "TLS handshakes and proxies' headers that failed");
        _meter.CreateObservableCounter("moo.connections.refused", () => Measurements<Admittance>(_refused), description: "connections refused, by reason");
        _meter.CreateObservableCounter("moo.connections.misbehaved", () => Measurements<CloseReason>(_misbehaved), description: "connections ended because of what they sent, by reason");
    }

    /// <summary>Connections let in.</summary>
    public long AcceptedCount => Volatile.Read(ref _accepted);

    /// <summary>Connections refused for a reason.</summary>
    public long RefusedCount(Admittance reason) => Volatile.Read(ref _refused[(int)reason]);

    /// <summary>A connection was let in.</summary>
    public void Accepted() => Interlocked.Increment(ref _accepted);

    /// <summary>A connection was refused.</summary>
    public void Refused(Admittance reason) => Interlocked.Increment(ref _refused[(int)reason]);

    /// <summary>A connection is ended because of what it sent.</summary>
    public void Misbehaved(CloseReason reason) => Interlocked.Increment(ref _misbehaved[(int)reason]);

    /// <summary>A handshake or a proxy's header failed.</summary>
    public void HandshakeFailed() => Interlocked.Increment(ref _handshakesFailed);

    /// <summary>Bytes were received.</summary>
    public void Received(long bytes, bool isDelayed)
    {
        Interlocked.Add(ref _received, bytes);
        if (isDelayed) Interlocked.Increment(ref _delayed);
    }

    /// <summary>Bytes were sent.</summary>
    public void Sent(long bytes) => Interlocked.Add(ref _sent, bytes);

    /// <summary>A line was received.</summary>
    public void Line() => Interlocked.Increment(ref _lines);

    /// <summary>A line or message found no room.</summary>
    public void LostLine() => Interlocked.Increment(ref _lostLines);

    /// <summary>A line was too long.</summary>
    public void LongLine() => Interlocked.Increment(ref _longLines);

    /// <summary>A message was received.</summary>
    public void Message() => Interlocked.Increment(ref _messages);

    /// <summary>Lines were dropped for a slow reader.</summary>
    public void Dropped(int lines)
    {
        if (lines > 0) Interlocked.Add(ref _dropped, lines);
    }

    /// <summary>A try to log in has to wait.</summary>
    public void LoginDelayed() => Interlocked.Increment(ref _loginsDelayed);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Watch(string name, Func<long> count, string description) => _meter.CreateObservableCounter(name, count, description: description);

    private static IEnumerable<Measurement<long>> Measurements<T>(long[] counts) where T : struct, Enum =>
        Enum.GetValues<T>().Where((_, i) => counts[i] > 0).Select(reason => new Measurement<long>(counts[Convert.ToInt32(reason)], KeyValuePair.Create<string, object?>("reason", reason.ToString())));
}
