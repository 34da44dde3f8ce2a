namespace Moo.Store.Journal;

/// <summary>Counts how long something took, by length. May be added to and read by any thread.</summary>
public sealed class TimeBuckets
{
    private static readonly double[] UpperBounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly long[] _counts = new long[UpperBounds.Length + 1];
    private long _ticks;

    /// <summary>The longest time that falls into each bucket but the last, in seconds, ascending.</summary>
    public static IReadOnlyList<double> Bounds => UpperBounds;

    /// <summary>How many fell into each bucket; the last one is for all that were longer.</summary>
    public long[] Counts => Array.ConvertAll(Enumerable.Range(0, _counts.Length).ToArray(), place => Volatile.Read(ref _counts[place]));

    /// <summary>How long all took together.</summary>
    public TimeSpan Sum => new(Volatile.Read(ref _ticks));

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan time)
    {
        var (seconds, place) = (time.TotalSeconds, 0);
        while (place < UpperBounds.Length && seconds > UpperBounds[place]) place++;
        Interlocked.Increment(ref _counts[place]);
        Interlocked.Add(ref _ticks, time.Ticks);
    }
}
