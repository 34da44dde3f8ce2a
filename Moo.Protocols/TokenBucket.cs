namespace Moo.Protocols;

/// <summary>Counts what was spent of a <see cref="RateLimit"/>. <c>default</c> is a fresh, unspent bucket.</summary>
/// <remarks>
/// The limit is passed in at each call and not kept, so that a connection can change its limits at login by changing
/// one reference. Time is the caller's: milliseconds of any clock that never goes back.
/// </remarks>
public struct TokenBucket
{
    private double _spent;
    private long _at;

    /// <summary>Spends <paramref name="count"/> if that much is left; otherwise spends nothing and says no.</summary>
    public bool TryTake(int count, RateLimit limit, long now)
    {
        if (limit.Burst == 0)
            return true;
        Refill(limit, now);
        if (_spent + count > limit.Burst)
            return false;
        _spent += count;
        return true;
    }

    /// <summary>
    /// Spends <paramref name="count"/> even if that goes over the limit: for things that already happened.
    /// </summary>
    public void Take(int count, RateLimit limit, long now)
    {
        if (limit.Burst == 0)
            return;
        Refill(limit, now);
        _spent += count;
    }

    /// <summary>Milliseconds until the bucket is within its limit again; 0 when it is.</summary>
    public long Wait(RateLimit limit, long now)
    {
        if (limit.Burst == 0)
            return 0;
        Refill(limit, now);
        if (_spent <= limit.Burst)
            return 0;
        if (limit.PerSecond == 0)
            return long.MaxValue;
        return (long)Math.Ceiling((_spent - limit.Burst) * 1000 / limit.PerSecond);
    }

    private void Refill(RateLimit limit, long now)
    {
        var elapsed = now - _at;
        _at = now;
        if (elapsed > 0)
            _spent = Math.Max(0, _spent - elapsed * (double)limit.PerSecond / 1000);
    }
}
