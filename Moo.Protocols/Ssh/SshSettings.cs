namespace Moo.Protocols.Ssh;

/// <summary>What an SSH listener allows.</summary>
public sealed record SshSettings
{
    /// <summary>Milliseconds within which somebody has to have logged in and asked for a shell.</summary>
    public int LoginMilliseconds { get; init; } = 30_000;

    /// <summary>Wrong passwords or proven keys after which the connection ends.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Requests of all kinds, offers of keys among them, after which it ends.</summary>
    public int LoginRequests { get; init; } = 20;

    /// <summary>Bytes one way after which the server asks for new keys (RFC 4253 §9 has a gigabyte).</summary>
    public long RekeyBytes { get; init; } = 1L << 30;

    /// <summary>Milliseconds without a word either way after which the client is asked for a sign of life; 0 never.</summary>
    public int KeepAliveMilliseconds { get; init; } = 45_000;

    /// <summary>The limits before somebody logged in.</summary>
    public PeerLimits BeforeLogin { get; init; } = PeerLimits.BeforeLogin;

    /// <summary>The limits after it.</summary>
    public PeerLimits AfterLogin { get; init; } = PeerLimits.LoggedIn;
}
