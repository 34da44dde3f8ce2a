namespace Moo.Protocols.Mcp;

/// <summary>What a client may make the server remember over MCP.</summary>
public sealed record McpLimits
{
    /// <summary>Messages of several lines that may be unfinished at a time. The start of one more is dropped.</summary>
    public int OpenMessages { get; init; } = 8;

    /// <summary>Characters that all unfinished messages may hold together. One that goes over it is dropped.</summary>
    public int OpenCharacters { get; init; } = 1024 * 1024;

    /// <summary>Packages that a client may name.</summary>
    public int Packages { get; init; } = 64;

    /// <summary>Cords that may be open at a time.</summary>
    public int Cords { get; init; } = 32;
}
