namespace Moo.Protocols;

/// <summary>What one connection may cost. A peer has one set before login and another after it.</summary>
/// <remarks>
/// Shared by all connections of a listener; changing the limits of a live peer means giving it another record. Limits
/// that span connections (per address, per account) are the host's. The three at the end belong to one connection but
/// bind queues that the host keeps; they stand here so that an operator finds all of them in one place.
/// </remarks>
public sealed record PeerLimits
{
    /// <summary>Strict: for somebody who has not said who they are.</summary>
    public static PeerLimits BeforeLogin { get; } = new();

    /// <summary>Wide: for a player.</summary>
    public static PeerLimits LoggedIn { get; } = new()
    {
        LineBytes = 64 * 1024,
        LongLines = 0,
        Input = new RateLimit(64 * 1024, 1024 * 1024),
        Commands = new RateLimit(50, 200),
        SubnegotiationBytes = 4 * 1024,
        GmcpBytes = 64 * 1024,
        SubnegotiationMilliseconds = 30_000,
        Gmcp = new RateLimit(50, 200),
        AllowsCompressedInput = true,
        Lines = new RateLimit(20, 200),
        QueuedOutputBytes = 1024 * 1024,
        LargestQueuedOutputBytes = 4 * 1024 * 1024,
    };

    /// <summary>The longest line, in bytes without its ending. A longer one is dropped whole.</summary>
    public int LineBytes { get; init; } = 4 * 1024;

    /// <summary>Dropped lines after which the peer asks to be closed; 0 never.</summary>
    public int LongLines { get; init; } = 3;

    /// <summary>Bytes received. Over it the host stops reading for <see cref="Peer.ReadDelay"/>.</summary>
    public RateLimit Input { get; init; } = new(16 * 1024, 64 * 1024);

    /// <summary>Telnet commands (GMCP and doubled IAC not counted). Over it they are ignored.</summary>
    public RateLimit Commands { get; init; } = new(0, 200);

    /// <summary>Telnet commands a second at which the peer asks to be closed.</summary>
    public RateLimit CommandFlood { get; init; } = new(1000, 1000);

    /// <summary>The longest subnegotiation payload in bytes, other than GMCP. A longer one is dropped.</summary>
    public int SubnegotiationBytes { get; init; } = 2 * 1024;

    /// <summary>The longest GMCP message in, in bytes. A longer one is dropped.</summary>
    public int GmcpBytes { get; init; } = 2 * 1024;

    /// <summary>Dropped subnegotiations after which the peer asks to be closed.</summary>
    public int LongSubnegotiations { get; init; } = 3;

    /// <summary>How long a subnegotiation may stay open, in milliseconds, before it is given up.</summary>
    public int SubnegotiationMilliseconds { get; init; } = 10_000;

    /// <summary>GMCP messages in. Over it they are dropped.</summary>
    public RateLimit Gmcp { get; init; } = new(10, 40);

    /// <summary>The largest GMCP message out, in bytes: TinTin++ 2.02.20 dies of more than about 25 KB.</summary>
    public int GmcpOutBytes { get; init; } = 16 * 1024;

    /// <summary>Whether the client may compress what it sends (MCCP3).</summary>
    public bool AllowsCompressedInput { get; init; }

    /// <summary>
    /// How often its own size compressed input may inflate to, measured over the last 64 KiB of output.
    /// </summary>
    public int CompressedInputRatio { get; init; } = 100;

    /// <summary>Bytes that compressed input may inflate to.</summary>
    public RateLimit InflatedInput { get; init; } = new(256 * 1024, 256 * 1024);

    /// <summary>The largest WebSocket message in, in bytes.</summary>
    public int MessageBytes { get; init; } = 64 * 1024;

    /// <summary>Lines that the host takes from its queue. (Kept by the host.)</summary>
    public RateLimit Lines { get; init; } = new(5, 20);

    /// <summary>Bytes of waiting output over which the host drops the oldest lines. (Kept by the host.)</summary>
    public int QueuedOutputBytes { get; init; } = 64 * 1024;

    /// <summary>Bytes of waiting output that the host never exceeds. (Kept by the host.)</summary>
    public int LargestQueuedOutputBytes { get; init; } = 256 * 1024;
}
