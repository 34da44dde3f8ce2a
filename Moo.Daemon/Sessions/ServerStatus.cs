using System.Globalization;
using Moo.Language.Execution;
using Moo.Protocols.Mssp;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Sessions;

/// <summary>What crawlers and listings are told of the server (MSSP, protocols of mudhalla.net).</summary>
internal static class ServerStatus
{
    /// <summary>The table.</summary>
    public static MsspTable Table(SessionRegistry registry)
    {
        var snapshot = registry.World.Current;
        var players = registry.All.Where(session => session.IsLoggedIn).Select(session => session.Player).Distinct().Count();
        var told = Told(snapshot);
        var table = new MsspTable()
            .Add("NAME", Name(snapshot))
            .Add("PLAYERS", Text(players))
            .Add("UPTIME", Text(registry.StartedAt))
            .Add("CODEBASE", "Moo")
            .Add("FAMILY", "Moo", "MOO")
            .Add("PORT", Text(registry.Port))
            .Add("SSL", Text(registry.TlsPort))
            .Add("CHARSET", "UTF-8")
            .Add("LANGUAGE", "English")
            .Add("GAMEPLAY", "Social")
            .Add("ANSI", "1")
            .Add("UTF-8", "1")
            .Add("VT100", "0")
            .Add("XTERM 256 COLORS", "1")
            .Add("XTERM TRUE COLORS", "1")
            .Add("GMCP", "1")
            .Add("MCCP", "1")
            .Add("OBJECTS", Text(snapshot.MaxObject + 1));
        foreach (var (name, values) in told) table.Add(name, values);
        return table;
    }

    // What the world says of itself: $server_options.mssp, a map of names to strings, numbers or lists of strings.
    private static IEnumerable<(string Name, string[] Values)> Told(Snapshot snapshot)
    {
        if (WorldOptions.Find(snapshot, "mssp") is not { } told || !told.TryMap(out var map)) yield break;
        foreach (var (key, value) in map)
        {
            if (!key.TryStr(out var name) || name.Length == 0) continue;
            yield return (name.ToUpperInvariant(), value.TryList(out var list) ? [.. list.Select(Text)] : [Text(value)]);
        }
    }

    private static string Text(Value value) => value.TryStr(out var text) ? text : Literal.Of(value);

    // What the world calls itself: $server_name, a string on #0; else the codebase's name.
    private static string Name(Snapshot snapshot) =>
        snapshot.Property(ObjectId.System, "server_name") is { } value && value.TryStr(out var name) && name.Length > 0 ? name : "Moo";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
