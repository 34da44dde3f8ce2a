using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

// What MOO code does to the outside. Each goes out once the commit it belongs to is durable.

/// <summary>Text to a player (all connections) or to one connection.</summary>
/// <param name="Target">The player or connection.</param>
/// <param name="Text">The line.</param>
/// <param name="NoFlush">Whether it is dropped rather than older output when there is too much.</param>
/// <param name="NoNewline">Whether the line goes on with the next text.</param>
public sealed record NotifyEffect(ObjectId Target, string Text, bool NoFlush = false, bool NoNewline = false) : Effect;

/// <summary>Ends the connections of a player, or one connection.</summary>
/// <param name="Target">The player or connection.</param>
public sealed record BootEffect(ObjectId Target) : Effect;

/// <summary>Sets an option of a connection.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="Name">The option.</param>
/// <param name="Value">Its value.</param>
public sealed record ConnectionOptionEffect(ObjectId Target, string Name, Value Value) : Effect;

/// <summary>Lets a connection become another player's.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="Player">The player it becomes.</param>
public sealed record SwitchPlayerEffect(ObjectId Target, ObjectId Player) : Effect;

/// <summary>Forgets the input lines of a connection that wait.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="ShowsMessages">Whether the player is told what was dropped.</param>
public sealed record FlushInputEffect(ObjectId Target, bool ShowsMessages) : Effect;

/// <summary>Puts a line into a connection's input, as if it had been typed.</summary>
/// <param name="Target">The connection, or a player's.</param>
/// <param name="Line">The line.</param>
/// <param name="IsFirst">Whether it goes before lines that wait.</param>
public sealed record ForceInputEffect(ObjectId Target, string Line, bool IsFirst) : Effect;

/// <summary>Writes a line to the server's log.</summary>
/// <param name="Message">The line.</param>
/// <param name="IsError">Whether it is an error.</param>
public sealed record LogEffect(string Message, bool IsError) : Effect;

/// <summary>Ends the server.</summary>
/// <param name="Message">What players are told.</param>
/// <param name="IsPanic">Whether to end at once.</param>
public sealed record ShutdownEffect(string Message, bool IsPanic = false) : Effect;

/// <summary>Makes a backup: <c>dump_database()</c>.</summary>
public sealed record DumpEffect : Effect;
