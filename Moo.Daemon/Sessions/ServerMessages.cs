using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Sessions;

/// <summary>A message of the server's own to a connection: the property that changes it, and what it says otherwise.</summary>
/// <param name="Property">The property's name, on the listener's <c>server_options</c> or <c>$server_options</c>.</param>
/// <param name="Text">What it says if nobody changed it; LambdaMOO's words, which clients know.</param>
internal sealed record ServerMessage(string Property, string Text)
{
    /// <summary>A player has logged in.</summary>
    public static ServerMessage Connect { get; } = new("connect_msg", "*** Connected ***");

    /// <summary>A player was made.</summary>
    public static ServerMessage Create { get; } = new("create_msg", "*** Created ***");

    /// <summary>The older connection of a player who logs in again and may be connected once.</summary>
    public static ServerMessage RedirectFrom { get; } = new("redirect_from_msg", "*** Redirecting connection to new port ***");

    /// <summary>The newer connection of such a player.</summary>
    public static ServerMessage RedirectTo { get; } = new("redirect_to_msg", "*** Redirecting old connection to this port ***");

    /// <summary>Nobody has logged in for a long time.</summary>
    public static ServerMessage Timeout { get; } = new("timeout_msg", "*** Timed-out waiting for login. ***");

    /// <summary>MOO code ends the connection.</summary>
    public static ServerMessage Boot { get; } = new("boot_msg", "*** Disconnected ***");
}

/// <summary>Tells players what the server has to say, in the world's words (LambdaMOO Programmer's Manual, 4.7: server messages).</summary>
internal readonly struct ServerMessages(Snapshot world)
{
    private const int MostConnections = 16;

    /// <summary>How many connections a player may have at once.</summary>
    public int ConnectionsPerPlayer =>
        WorldOptions.Find(world, "connections_per_player") is { } value && value.TryInt(out var count) && count >= 1 ? (int)Math.Min(count, int.MaxValue) : MostConnections;

    /// <summary>Sends a message, if the connection's listener prints messages.</summary>
    public void Send(Session session, ServerMessage message)
    {
        if (!session.Listener.Point.PrintsMessages) return;
        var words = WorldOptions.Find(world, session.Listener.Object, message.Property) ?? WorldOptions.Find(world, message.Property);
        if (words is null)
        {
            session.Send(message.Text);
        }
        else if (words.Value.TryStr(out var line))
        {
            if (line.Length > 0) session.Send(line);
        }
        else if (words.Value.TryList(out var lines))
        {
            foreach (var item in lines)
                if (item.TryStr(out var text)) session.Send(text);
        }
    }

    /// <summary>Seconds until somebody must have logged in, if the world says so (<c>connect_timeout</c>); 0 or less for ever.</summary>
    /// <param name="listener">The object whose options come first.</param>
    public int? LoginSeconds(ObjectId listener) =>
        (WorldOptions.Find(world, listener, "connect_timeout") ?? WorldOptions.Find(world, "connect_timeout")) is not { } value ? null
        : value.TryInt(out var seconds) ? (int)Math.Clamp(seconds, 0, int.MaxValue) : 0;
}
