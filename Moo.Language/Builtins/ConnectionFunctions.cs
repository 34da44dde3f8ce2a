using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Who is connected, from where, for how long.</summary>
/// <remarks>
/// Where a player is meant who is connected several times, the connection that spoke last is asked; a connection's own, negative number means
/// that one.
/// </remarks>
internal static class ConnectionFunctions
{
    /// <summary>The players who are connected, in order of connecting; one who is connected twice stands there twice.</summary>
    /// <remarks>With <paramref name="includesAll"/>, connections that nobody is logged in on are in the list, too, by their negative numbers.</remarks>
    /// <example>connected_players() => {#2}</example>
    [Builtin("connected_players")]
    public static MooList ConnectedPlayers(MooTask task, bool includesAll = false) => FamilyFunctions.ListOf(
        [.. OpenConnections.All(task).Where(connection => includesAll || connection.IsLoggedIn).Select(connection => connection.Player)]);

    /// <summary>The number of the connection that this task's command came over.</summary>
    /// <example>connection() => #-10</example>
    /// <exception cref="MooError">E_INVARG if the task's player is not connected.</exception>
    [Builtin("connection")]
    public static Value Connection(MooTask task) =>
        Here(task) is { } connection ? Value.Obj(connection.Id) : OpenConnections.NotConnected(task, task.Player);

    /// <summary>The connection that a task belongs to: the one its command came over, else one of its player's.</summary>
    public static IConnection? Here(MooTask task) =>
        OpenConnections.Find(task, task.Connection == ObjectId.Nothing ? task.Player : task.Connection);

    /// <summary>The connections of a player: for each <c>{number, name, idle seconds, kinds of text, {{option, value}, …}}</c>.</summary>
    /// <remarks>Without an argument, a wizard sees all connections, everybody else their own.</remarks>
    /// <example>connections(player)[1][1..2] => {#-10, "port 7777 from client.example, port 50000"}</example>
    /// <exception cref="MooError">E_PERM for somebody else's connections, unless the programmer is a wizard.</exception>
    [Builtin("connections")]
    public static Value Connections(MooTask task, ObjectId? who = null)
    {
        if (who is { } one && !OpenConnections.Controls(task, one)) return OpenConnections.Denied(task, one);
        var wanted = who ?? (task.IsWizardly ? null : task.Programmer);
        return Value.List(MooList.Of([.. OpenConnections.All(task)
            .Where(connection => wanted is null || connection.Player == wanted || connection.Id == wanted)
            .Select(connection => Value.List(Value.Obj(connection.Id), Value.Str(connection.Name), Value.Float(connection.IdleSeconds),
                Value.List(Value.Str("text/plain")), Value.List(ConnectionOptionFunctions.Pairs(task, connection))))]));
    }

    /// <summary>For how many seconds a player has been connected.</summary>
    /// <example>connected_seconds(player) >= 0 => 1</example>
    /// <exception cref="MooError">E_INVARG if the player is not connected.</exception>
    [Builtin("connected_seconds")]
    public static Value ConnectedSeconds(MooTask task, ObjectId who) => OpenConnections.Find(task, who) is { IsLoggedIn: true } connection
        ? Value.Int((long)connection.ConnectedSeconds) : OpenConnections.NotConnected(task, who);

    /// <summary>For how many seconds a player has typed nothing.</summary>
    /// <example>idle_seconds(player) >= 0 => 1</example>
    /// <exception cref="MooError">E_INVARG if the player is not connected.</exception>
    [Builtin("idle_seconds")]
    public static Value IdleSeconds(MooTask task, ObjectId who) => OpenConnections.Find(task, who) is { } connection
        ? Value.Int((long)connection.IdleSeconds) : OpenConnections.NotConnected(task, who);

    /// <summary>Where a player is connected from: <c>port 7777 from host, port 50000</c>. With 1 as second argument, the address alone.</summary>
    /// <remarks>Differs from ToastStunt, whose short form is the host alone; that is in <c>connection_info()</c>.</remarks>
    /// <example>{connection_name(player), connection_name(player, 1)} => {"port 7777 from client.example, port 50000", "192.0.2.99"}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or the player; E_INVARG if the player is not connected.</exception>
    [Builtin("connection_name")]
    public static Value ConnectionName(MooTask task, ObjectId who, long form = 0)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        return Value.Str(form == 1 ? connection.Route.RemoteAddress : connection.Name);
    }

    /// <summary>Looks the name up of the address that a player is connected from. The task sleeps meanwhile.</summary>
    /// <remarks>An address without a name comes back as it is. With <paramref name="isRecorded"/>, <c>connection_name()</c> tells the name from then on.</remarks>
    /// <example>connection_name_lookup(player) => "looked-up.example"</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or the player; E_INVARG if the player is not connected.</exception>
    [Builtin("connection_name_lookup")]
    public static TaskStep LookUpName(MooTask task, ObjectId who, bool isRecorded = false)
    {
        if (!OpenConnections.Controls(task, who)) return TaskStep.Of(OpenConnections.Denied(task, who));
        if (OpenConnections.Find(task, who) is not { } connection) return TaskStep.Of(OpenConnections.NotConnected(task, who));
        var (host, id) = (task.Runtime.Host, connection.Id);
        return Waits.ForOutside(task, "connection_name_lookup", cancellation => host.LookUpNameAsync(id, isRecorded, cancellation));
    }

    /// <summary>Both ends of a player's connection, as a map.</summary>
    /// <remarks>
    /// <c>destination_…</c> is the player's end (of a connection that this server made: the other server), <c>source_…</c> this server's: for
    /// each the <c>address</c>, the <c>ip</c> and the <c>port</c>, as in ToastStunt; then <c>protocol</c>, <c>outbound</c> and <c>tls</c>.
    /// </remarks>
    /// <example>connection_info(player)["destination_ip"] => "192.0.2.99"</example>
    /// <exception cref="MooError">E_INVARG if the player is not connected; E_PERM unless the programmer is a wizard or the player.</exception>
    [Builtin("connection_info")]
    public static Value ConnectionInfo(MooTask task, ObjectId who)
    {
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        var route = connection.Route;
        return Value.Of(MooMap.Empty
            .Set(Value.Str("source_address"), Value.Str(route.LocalHost))
            .Set(Value.Str("source_ip"), Value.Str(route.LocalAddress))
            .Set(Value.Str("source_port"), Value.Int(route.LocalPort))
            .Set(Value.Str("destination_address"), Value.Str(route.RemoteHost))
            .Set(Value.Str("destination_ip"), Value.Str(route.RemoteAddress))
            .Set(Value.Str("destination_port"), Value.Int(route.RemotePort))
            .Set(Value.Str("protocol"), Value.Str(route.Protocol))
            .Set(Value.Str("outbound"), Value.Truth(route.IsOutbound))
            .Set(Value.Str("tls"), route.Tls is { } cipher ? Value.Str(cipher) : Value.Int(0)));
    }

    /// <summary>Everything that is known of a player's client, as a map, whatever the connection speaks.</summary>
    /// <remarks>Which keys there are depends on what the client told; see the manual's page on protocols.</remarks>
    /// <example>client_info(player)["transport"] => "telnet"</example>
    /// <exception cref="MooError">E_INVARG if the player is not connected; E_PERM unless the programmer is a wizard or the player.</exception>
    [Builtin("client_info")]
    public static Value ClientInfo(MooTask task, ObjectId who)
    {
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        return Value.Of(connection.Client);
    }

    /// <summary>Bytes of output that wait to be sent to a player; without one, how many may wait before the oldest are dropped.</summary>
    /// <example>{buffered_output_length(player), buffered_output_length()} => {0, 65536}</example>
    /// <exception cref="MooError">E_INVARG if the player is not connected; E_PERM unless the programmer is a wizard or the player.</exception>
    [Builtin("buffered_output_length")]
    public static Value BufferedOutputLength(MooTask task, ObjectId? who = null)
    {
        if (who is not { } asked) return Value.Int(task.Runtime.Host.MostBufferedOutput);
        if (OpenConnections.Find(task, asked) is not { } connection) return OpenConnections.NotConnected(task, asked);
        if (!OpenConnections.Controls(task, asked)) return OpenConnections.Denied(task, asked);
        return Value.Int(connection.BufferedOutput);
    }

    /// <summary>What a player's client wants to see around each command's output: <c>{prefix, suffix}</c>, set by <c>PREFIX</c> and <c>SUFFIX</c>.</summary>
    /// <example>output_delimiters(player) => {"", ""}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard or the player; E_INVARG if the player is not connected.</exception>
    [Builtin("output_delimiters")]
    public static Value OutputDelimiters(MooTask task, ObjectId who)
    {
        if (!OpenConnections.Controls(task, who)) return OpenConnections.Denied(task, who);
        if (OpenConnections.Find(task, who) is not { } connection) return OpenConnections.NotConnected(task, who);
        return Value.List(Value.Str(connection.OutputPrefix), Value.Str(connection.OutputSuffix));
    }
}
