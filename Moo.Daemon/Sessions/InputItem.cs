using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>One piece of input that waits for its turn.</summary>
/// <param name="Text">The line; of a message, what the world sees as <c>argstr</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Of a message, its name.</param>
/// <param name="Data">Of a message, what goes with it.</param>
internal readonly record struct InputItem(string Text, InputKind Kind = InputKind.Line, string Name = "", Value Data = default)
{
    /// <summary>Characters that it holds, roughly.</summary>
    public int Length => Text.Length + Name.Length;
}

/// <summary>What a piece of input is.</summary>
internal enum InputKind : byte
{
    /// <summary>A line as it was typed, which may turn out to be out-of-band.</summary>
    Line,

    /// <summary>A line that means nothing but itself.</summary>
    Text,

    /// <summary>A telnet subnegotiation that nothing here claims, as a binary string.</summary>
    OutOfBand,

    /// <summary>A GMCP message.</summary>
    Gmcp,

    /// <summary>An MSDP variable.</summary>
    Msdp,

    /// <summary>An MCP message.</summary>
    Mcp,

    /// <summary>There will be no more.</summary>
    End,
}
