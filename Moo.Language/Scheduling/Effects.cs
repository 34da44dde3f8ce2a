using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

// What MOO code does to the outside. Each goes out once the commit it belongs to is durable.

/// <summary>Text to a player (all connections) or to one connection.</summary>
/// <param name="Target">The player or connection.</param>
/// <param name="Text">The line.</param>
/// <param name="NoFlush">Whether it is dropped rather than older output when there is too much.</param>
/// <param name="NoNewline">Whether the line goes on with the next text.</param>
/// <param name="Form">What kind of text it is.</param>
/// <param name="Indent">Blanks before each line but the first, where the text is fitted to a terminal's width.</param>
public sealed record NotifyEffect(ObjectId Target, string Text, bool NoFlush = false, bool NoNewline = false, TextForm Form = TextForm.Raw, int Indent = 0) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => 64 + (Text.Length * sizeof(char));
}

/// <summary>What kind of text is shown: how much the connection does to it.</summary>
public enum TextForm : byte
{
    /// <summary>Goes out as it is.</summary>
    Raw,

    /// <summary>Means nothing but itself: freed of control characters, and wrapped.</summary>
    Plain,

    /// <summary>Has tags for colours and links, which each terminal gets as it can show them; wrapped.</summary>
    Markup,

    /// <summary>Markup that stays on its line and waits for an answer; marked for clients that know such marks.</summary>
    Prompt,
}

/// <summary>Ends the connections of a player, or one connection.</summary>
/// <param name="Target">The player or connection.</param>
public sealed record BootEffect(ObjectId Target) : Effect;

/// <summary>Sets an option of a connection.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="Name">The option.</param>
/// <param name="Value">Its value.</param>
public sealed record ConnectionOptionEffect(ObjectId Target, string Name, Value Value) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => Value.Bytes;
}

/// <summary>Lets a connection become another player's.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="Player">The player it becomes.</param>
/// <param name="IsNew">Whether the player was made by this very slice.</param>
/// <param name="IsSilent">Whether the player sees nothing of it.</param>
public sealed record SwitchPlayerEffect(ObjectId Target, ObjectId Player, bool IsNew = false, bool IsSilent = false) : Effect;

/// <summary>Forgets the input lines of a connection that wait.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="ShowsMessages">Whether the player is told what was dropped.</param>
public sealed record FlushInputEffect(ObjectId Target, bool ShowsMessages) : Effect;

/// <summary>Puts a line into a connection's input, as if it had been typed. A player who is not connected runs it all the same (LambdaMOO).</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="Line">The line.</param>
/// <param name="IsFirst">Whether it goes before lines that wait.</param>
public sealed record ForceInputEffect(ObjectId Target, string Line, bool IsFirst) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => 64 + (Line.Length * sizeof(char));
}

/// <summary>Writes a line to the server's log.</summary>
/// <param name="Message">The line.</param>
/// <param name="IsError">Whether it is an error.</param>
public sealed record LogEffect(string Message, bool IsError) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => 64 + (Message.Length * sizeof(char));
}

/// <summary>Ends the server.</summary>
/// <param name="Message">What players are told.</param>
/// <param name="IsPanic">Whether to end at once.</param>
public sealed record ShutdownEffect(string Message, bool IsPanic = false) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => 64 + (Message.Length * sizeof(char));
}

/// <summary>Makes a backup: <c>dump_database()</c>.</summary>
public sealed record DumpEffect : Effect;

/// <summary>Stops accepting connections somewhere.</summary>
/// <param name="Point">The place, as <c>listeners()</c> has it.</param>
/// <param name="IsIPv6">Whether the place for IPv6 is meant.</param>
public sealed record UnlistenEffect(Value Point, bool IsIPv6) : Effect;

/// <summary>A GMCP message, to clients that speak GMCP.</summary>
/// <param name="Target">The player (all connections) or one connection.</param>
/// <param name="Package">The name: <c>Room.Info</c>.</param>
/// <param name="Data">What goes with it; null for nothing.</param>
public sealed record GmcpEffect(ObjectId Target, string Package, Value? Data) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => 64 + (Data?.Bytes ?? 0);
}

/// <summary>An MSDP variable, to clients that speak MSDP.</summary>
/// <param name="Target">The player (all connections) or one connection.</param>
/// <param name="Variable">The name: <c>HEALTH</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record MsdpEffect(ObjectId Target, string Variable, Value Value) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => Value.Bytes;
}

/// <summary>A sound to play: by GMCP Client.Media, by MSP, or not at all, as the client can.</summary>
/// <param name="Target">The player (all connections) or one connection.</param>
/// <param name="Name">The sound's file name.</param>
/// <param name="Options">Volume, loops and so on, by name.</param>
public sealed record PlaySoundEffect(ObjectId Target, string Name, MooMap Options) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => Options.Bytes;
}

/// <summary>An MCP message, to clients that speak MCP and know its package.</summary>
/// <param name="Target">The player (all connections) or one connection.</param>
/// <param name="Message">The name: <c>dns-com-awns-status</c>.</param>
/// <param name="Values">A string for each key, or a list of strings for a value of several lines.</param>
public sealed record McpEffect(ObjectId Target, string Message, MooMap Values) : Effect
{
    /// <inheritdoc/>
    public override long Bytes => Values.Bytes;
}
