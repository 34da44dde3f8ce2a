namespace Moo.Protocols;

/// <summary>
/// How much of something a peer may do: <paramref name="Burst"/> at once, then <paramref name="PerSecond"/>.
/// </summary>
/// <param name="PerSecond">
/// Units that come back each second; 0 makes the burst a budget for the whole connection.
/// </param>
/// <param name="Burst">Units that may be spent at once; 0 switches the limit off.</param>
public readonly record struct RateLimit(int PerSecond, int Burst)
{
    /// <summary>No limit at all.</summary>
    public static RateLimit None => default;
}
