namespace Moo.Language.Execution;

/// <summary>Time, as tasks see it.</summary>
/// <param name="provider">Where time comes from; tests bring their own.</param>
public sealed class Clock(TimeProvider provider)
{
    /// <summary>Where time comes from.</summary>
    public TimeProvider Provider => provider;

    /// <summary>Seconds since 1970, with a fraction.</summary>
    public double UnixSeconds => provider.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>A moment some seconds from here, for <see cref="HasPassed"/>.</summary>
    internal long Deadline(double seconds) => provider.GetTimestamp() + (long)Math.Min(seconds * provider.TimestampFrequency, long.MaxValue / 4);

    internal bool HasPassed(long deadline) => provider.GetTimestamp() >= deadline;

    internal double SecondsUntil(long deadline) => Math.Max(0, deadline - provider.GetTimestamp()) / (double)provider.TimestampFrequency;
}
