using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>The options of connections.</summary>
internal static class ConnectionOptionFunctions
{
    private static readonly string[] IntrinsicCommands = [".program", "PREFIX", "SUFFIX", "OUTPUTPREFIX", "OUTPUTSUFFIX"];

    /// <summary>The options of a player's connection: <c>{{name, value}, …}</c>; with a name, that option's value.</summary>
    /// <example>{"hold-input", 0} in connection_options(player) > 0 => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG if the player is not connected or there is no such option; E_PERM unless the programmer is a wizard or the player.
    /// </exception>
    [Builtin("connection_options")]
    public static Value Options(MooTask task, ObjectId who, string? name = null)
    {
        if (name is not null) return Option(task, who, name);
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        return Value.List(Pairs(task, connection));
    }

    /// <summary>A connection's options as pairs.</summary>
    public static MooList Pairs(MooTask task, IConnection connection) => MooList.Of([.. connection.Options.Keys.Order(StringComparer.Ordinal)
        .Select(name => Value.List(Value.Str(name), OpenConnections.Option(task, connection, name)!.Value))]);

    /// <summary>An option of a player's connection.</summary>
    /// <example>connection_option(player, "flush-command") => ".flush"</example>
    /// <exception cref="MooError">
    /// E_INVARG if the player is not connected or there is no such option; E_PERM unless the programmer is a wizard or the player.
    /// </exception>
    [Builtin("connection_option")]
    public static Value Option(MooTask task, ObjectId who, string name)
    {
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        return OpenConnections.Option(task, connection, name) ?? NoOption(task, name);
    }

    /// <summary>Sets an option of a player's connection.</summary>
    /// <remarks>
    /// <c>hold-input</c>: lines wait for <c>read()</c>; <c>disable-oob</c>: out-of-band lines count as commands; <c>client-echo</c>: the client shows
    /// what is typed; <c>binary</c>: input and output are binary strings; <c>flush-command</c>: the command that forgets waiting lines;
    /// <c>intrinsic-commands</c>: which of <c>.program PREFIX SUFFIX OUTPUTPREFIX OUTPUTSUFFIX</c> the server itself obeys (a list, or 1 for all);
    /// <c>width</c>: the columns to write for, 0 to go by the client; <c>wrap</c>: whether long lines are broken there; <c>colors</c>: how many to use; <c>screen-reader</c>:
    /// whether the player uses one; for these three -1 goes by the client; <c>encoding</c>: the player's own character set, "" to go by the client;
    /// <c>prompt-marks</c>: prompts are marked for shells' tools (OSC 133); <c>prompt</c>: what is shown when a command is done and no other waits, in markup,
    /// "" for nothing; <c>show-commands</c>: each command is shown once more before what comes of it; <c>keep-alive</c>: whether TCP looks after the
    /// connection, or a map with <c>"idle"</c>, <c>"interval"</c> (seconds) and <c>"count"</c>.
    /// </remarks>
    /// <example>set_connection_option(player, "hold-input", 1); return connection_option(player, "hold-input"); => 1</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the player; E_INVARG if the player is not connected, there is no such option, or it takes no such value.
    /// </exception>
    [Builtin("set_connection_option")]
    public static Value SetOption(MooTask task, ObjectId who, string name, Value value)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        if (!connection.Options.ContainsKey(name)) return NoOption(task, name);
        if (Canonical(name, value) is not { } accepted)
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no value for the option \"{1}\"", value, Value.Str(name));
        task.Transaction.Effects.Add(new ConnectionOptionEffect(connection.Id, name.ToLowerInvariant(), accepted));
        return Value.Int(0);
    }

    private static Value NoOption(MooTask task, string name) =>
        task.RaiseHere(ErrorCode.E_INVARG, "there is no connection option \"{0}\"", Value.Str(name));

    // What the option will read as; null for a value it cannot have.
    private static Value? Canonical(string name, Value value) => name.ToUpperInvariant() switch
    {
        "CLIENT-ECHO" or "BINARY" or "HOLD-INPUT" or "DISABLE-OOB" or "PROMPT-MARKS" or "SHOW-COMMANDS" => Value.Truth(value.IsTrue),
        "WIDTH" or "WRAP" or "COLORS" or "SCREEN-READER" => value.TryInt(out var number) ? Value.Int(Math.Clamp(number, -1, int.MaxValue)) : null,
        "ENCODING" or "PROMPT" => value.IsStr ? value : null,
        "KEEP-ALIVE" => value.IsMap ? value : Value.Truth(value.IsTrue),
        "FLUSH-COMMAND" => value.IsStr ? value : Value.EmptyString,
        "INTRINSIC-COMMANDS" => Intrinsic(value),
        _ => value,
    };

    private static Value? Intrinsic(Value value)
    {
        if (value.IsInt || value.IsBool) return Value.List(MooList.OfStrings(value.IsTrue ? IntrinsicCommands : []));
        if (!value.TryList(out var list)) return null;
        foreach (var command in list)
            if (!command.TryStr(out var name) || !IntrinsicCommands.Contains(name, StringComparer.Ordinal)) return null;
        return Value.List(MooList.OfStrings(IntrinsicCommands.Where(command => list.IndexOf(Value.Str(command)) >= 0)));
    }
}
