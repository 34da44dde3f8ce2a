using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Messages for clients rather than people: data, sounds. A client that does not understand them gets nothing.</summary>
internal static class ProtocolFunctions
{
    private const int LongestName = 200;
    private const long LargestData = 1 << 20;

    /// <summary>Sends a GMCP message to a player's clients, or to one connection.</summary>
    /// <remarks>The value becomes JSON: maps objects, lists arrays. Without one, the message is the package's name alone.</remarks>
    /// <example>gmcp_send(player, "Char.Vitals", ["hp" -> 10]) => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_INVARG for a package name that is none, or more than a million bytes of data.
    /// </exception>
    [Builtin("gmcp_send")]
    public static Value GmcpSend(MooTask task, ObjectId who, string package, Value? data = null)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (!IsName(package)) return BadName(task, package);
        if (data is { Bytes: > LargestData }) return TooMuch(task);
        task.Transaction.Effects.Add(new GmcpEffect(who, package, data));
        return Value.Int(1);
    }

    /// <summary>Tells a player's clients, or one connection, the value of an MSDP variable.</summary>
    /// <example>msdp_send(player, "HEALTH", 10) => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_INVARG for a variable's name that is none, or more than a million bytes of data.
    /// </exception>
    [Builtin("msdp_send")]
    public static Value MsdpSend(MooTask task, ObjectId who, string variable, Value value)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (!IsName(variable)) return BadName(task, variable);
        if (value.Bytes > LargestData) return TooMuch(task);
        task.Transaction.Effects.Add(new MsdpEffect(who, variable, value));
        return Value.Int(1);
    }

    /// <summary>Sends an MCP message to a player's clients, or to one connection: those that agreed to its package.</summary>
    /// <remarks>
    /// Each value is a string, or a list of strings for one of several lines. What clients send comes to <c>#0:do_mcp_command(name, values)</c>; the
    /// server greets clients with MCP only where there is such a verb.
    /// </remarks>
    /// <example>mcp_send(player, "dns-com-awns-status", ["text" -> "All is well."]) => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_INVARG for a message's name that is none, or more than a million bytes of values.
    /// </exception>
    [Builtin("mcp_send")]
    public static Value McpSend(MooTask task, ObjectId who, string message, MooMap? values = null)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (!IsName(message)) return BadName(task, message);
        if (values is { Bytes: > LargestData }) return TooMuch(task);
        task.Transaction.Effects.Add(new McpEffect(who, message, values ?? MooMap.Empty));
        return Value.Int(1);
    }

    /// <summary>Plays a sound at a player's, if the client can.</summary>
    /// <remarks>The options are those of GMCP's Client.Media: <c>"volume"</c>, <c>"loops"</c>, <c>"type"</c>, <c>"tag"</c>, <c>"url"</c> …</remarks>
    /// <example>play_sound(player, "door.mp3", ["volume" -> 40]) => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_INVARG for a name that is none, or more than a million bytes of options.
    /// </exception>
    [Builtin("play_sound")]
    public static Value PlaySound(MooTask task, ObjectId who, string name, MooMap? options = null)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (!IsName(name)) return BadName(task, name);
        if (options is { Bytes: > LargestData }) return TooMuch(task);
        task.Transaction.Effects.Add(new PlaySoundEffect(who, name, options ?? MooMap.Empty));
        return Value.Int(1);
    }

    // No blank, no control character: either would end the name on the wire.
    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAnyInRange('\0', ' ');

    private static Value BadName(MooTask task, string name) =>
        task.RaiseHere(ErrorCode.E_INVARG, "\"{0}\" is no name: it may not be empty, hold blanks or be longer than {1} characters", Value.Str(name), Value.Int(LongestName));

    private static Value TooMuch(MooTask task) => task.RaiseHere(ErrorCode.E_INVARG, "this is more than {0} bytes", Value.Int(LargestData));
}
