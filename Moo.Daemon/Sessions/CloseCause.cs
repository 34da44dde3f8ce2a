namespace Moo.Daemon.Sessions;

/// <summary>Why a connection ended.</summary>
/// <param name="Text">For the log.</param>
internal sealed record CloseCause(string Text)
{
    /// <summary>The client hung up, or the network did.</summary>
    public static CloseCause ClientLeft { get; } = new("the client hung up");

    /// <summary>MOO code ended it.</summary>
    public static CloseCause Booted { get; } = new("booted");

    /// <summary>The player connected once more, and may not be connected more often.</summary>
    public static CloseCause Redirected { get; } = new("redirected to a newer connection");

    /// <summary>The server ends.</summary>
    public static CloseCause Shutdown { get; } = new("shutdown");

    /// <summary>A mistake of ours; the log says more.</summary>
    public static CloseCause Fault { get; } = new("internal error");
}
