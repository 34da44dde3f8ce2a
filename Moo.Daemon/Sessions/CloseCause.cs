namespace Moo.Daemon.Sessions;

/// <summary>Why a connection ended.</summary>
/// <param name="Text">For the log.</param>
/// <param name="Goodbye">What the client is told over GMCP; null for nothing.</param>
/// <param name="IsAbrupt">Whether it is cut at once, since nobody reads what waits.</param>
internal sealed record CloseCause(string Text, string? Goodbye = null, bool IsAbrupt = false)
{
    /// <summary>The client hung up, or the network did.</summary>
    public static CloseCause ClientLeft { get; } = new("the client hung up");

    /// <summary>MOO code ended it.</summary>
    public static CloseCause Booted { get; } = new("booted", "Disconnected.");

    /// <summary>The player connected once more, and may not be connected more often.</summary>
    public static CloseCause Redirected { get; } = new("redirected to a newer connection", "You have connected again elsewhere.");

    /// <summary>The server ends.</summary>
    public static CloseCause Shutdown { get; } = new("shutdown", "The server is shutting down.");

    /// <summary>Nobody logged in for a long time.</summary>
    public static CloseCause LoginTimeout { get; } = new("nobody logged in", "Nobody logged in.");

    /// <summary>The player said nothing for a long time.</summary>
    public static CloseCause Idle { get; } = new("idle", "You said nothing for a long time.");

    /// <summary>The client does not take what it is sent.</summary>
    public static CloseCause SlowReader { get; } = new("the client does not read what it is sent", IsAbrupt: true);

    /// <summary>A mistake of ours; the log says more.</summary>
    public static CloseCause Fault { get; } = new("internal error");
}
