using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Hosting;
using Moo.Protocols;

namespace Moo.Daemon.Sessions;

/// <summary>Decides who may connect: how many at a time, and how fast, from one address and altogether.</summary>
/// <remarks>One lock guards everything here. An address is forgotten when it has no connection and has spent nothing.</remarks>
/// <param name="limits">The limits.</param>
/// <param name="counters">Takes note of refusals.</param>
/// <param name="log">Told of refusals, once a minute.</param>
internal sealed class Gate(NetworkLimits limits, NetworkCounters counters, ILogger log)
{
    private const long LogEvery = 60_000;
    private const int MostAddresses = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Visitor> _visitors = [];
    private TokenBucket _rate;
    private int _unknown;
    private long _loggedAt = -LogEvery;

    /// <summary>Lets a connection in, or not.</summary>
    /// <param name="address">Where it comes from; null for a Unix socket.</param>
    /// <param name="admission">What it counts towards; to be disposed of when it ends.</param>
    /// <returns>Whether it may connect.</returns>
    public Admittance TryAdmit(IPAddress? address, out Admission admission)
    {
        admission = new Admission(this, "", IsTrusted: true);
        if (limits.IsTrusted(address))
        {
            counters.Accepted();
            return Admittance.Welcome;
        }
        var key = Networks.Key(address!);
        Admittance verdict;
        lock (_lock) verdict = Judge(key, address!);
        if (verdict == Admittance.Welcome)
        {
            counters.Accepted();
            admission = new Admission(this, key, IsTrusted: false);
            return verdict;
        }
        counters.Refused(verdict);
        Note(address!, verdict);
        return verdict;
    }

    private Admittance Judge(string key, IPAddress address)
    {
        var now = Environment.TickCount64;
        if (_visitors.Count > MostAddresses) Forget(now);
        if (!_visitors.TryGetValue(key, out var visitor)) _visitors[key] = visitor = new Visitor();
        visitor.At = now;
        var most = Networks.Plain(address).AddressFamily == AddressFamily.InterNetwork ? limits.ConnectionsPerAddress : limits.ConnectionsPerNetwork;
        if (!visitor.Rate.TryTake(1, limits.AcceptPerAddress, now) || !_rate.TryTake(1, limits.Accept, now)) return Admittance.TooFast;
        if (visitor.Connections >= most) return Admittance.TooMany;
        if (_unknown >= limits.UnknownConnections) return Admittance.Full;
        visitor.Connections++;
        _unknown++;
        return Admittance.Welcome;
    }

    /// <summary>A connection is somebody's.</summary>
    internal void LogIn()
    {
        lock (_lock) _unknown--;
    }

    /// <summary>A connection is over.</summary>
    internal void Leave(string key, bool wasLoggedIn)
    {
        lock (_lock)
        {
            if (!wasLoggedIn) _unknown--;
            if (_visitors.TryGetValue(key, out var visitor)) visitor.Connections--;
        }
    }

    private void Forget(long now)
    {
        const long longAgo = 60_000;
        foreach (var (key, visitor) in _visitors.ToArray())
            if (visitor.Connections == 0 && now - visitor.At > longAgo) _visitors.Remove(key);
    }

    private void Note(IPAddress address, Admittance verdict)
    {
        var now = Environment.TickCount64;
        var last = Volatile.Read(ref _loggedAt);
        if (now - last < LogEvery || Interlocked.CompareExchange(ref _loggedAt, now, last) != last) return;
        log.Refused(address.ToString(), verdict.ToString());
    }

    private sealed class Visitor
    {
        public TokenBucket Rate;

        public int Connections { get; set; }

        public long At { get; set; }
    }
}

/// <summary>Whether a connection may come in.</summary>
internal enum Admittance
{
    /// <summary>It may.</summary>
    Welcome,

    /// <summary>Its address has as many connections as it may have.</summary>
    TooMany,

    /// <summary>Connections come too fast.</summary>
    TooFast,

    /// <summary>There are too many on which nobody is logged in.</summary>
    Full,
}

/// <summary>A connection that was let in, until it ends.</summary>
/// <param name="Gate">What let it in.</param>
/// <param name="Key">What its address is counted under.</param>
/// <param name="IsTrusted">Whether the limits on numbers and rates do not apply to it.</param>
internal sealed record Admission(Gate Gate, string Key, bool IsTrusted) : IDisposable
{
    private bool _isLoggedIn, _isOver;

    /// <summary>Somebody has logged in.</summary>
    public void LogIn()
    {
        if (IsTrusted || _isLoggedIn || _isOver) return;
        _isLoggedIn = true;
        Gate.LogIn();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsTrusted || _isOver) return;
        _isOver = true;
        Gate.Leave(Key, _isLoggedIn);
    }
}
