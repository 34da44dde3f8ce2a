namespace Moo.Protocols.Mcp;

/// <summary>What a cord message did.</summary>
public enum CordEvent
{
    /// <summary>Nothing: it names no open cord, or opens one too many.</summary>
    None,

    /// <summary>The client opened a cord.</summary>
    Opened,

    /// <summary>A message came over a cord.</summary>
    Message,

    /// <summary>The client closed a cord.</summary>
    Closed,
}
