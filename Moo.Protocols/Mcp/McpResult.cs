namespace Moo.Protocols.Mcp;

/// <summary>What a received line is.</summary>
public enum McpResult
{
    /// <summary>A line of the player's.</summary>
    Text,

    /// <summary>Part of MCP's own business; there is nothing to do.</summary>
    Handled,

    /// <summary>It completes a message.</summary>
    Message,

    /// <summary>An out-of-band line, and MCP is not active: for <c>do_out_of_band_command</c>.</summary>
    OutOfBand,
}
