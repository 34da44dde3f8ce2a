namespace Moo.Protocols.Gmcp;

/// <summary>
/// Remembers what one client was last told, package by package, so that nothing is said twice and nothing is missed.
/// </summary>
/// <remarks>
/// Only of packages that describe a state, such as <c>Room.Info</c>: there the last message is all that counts. A
/// message that tells of an event, such as <c>Comm.Channel.Text</c>, is sent each time and never again. A state that
/// the client has not asked for is remembered too: it is sent when the client asks for its package later.
/// </remarks>
public sealed class GmcpMemory
{
    private static readonly HashSet<string> States = new(StringComparer.OrdinalIgnoreCase)
    {
        "Char.Name", "Char.Status", "Char.StatusVars", "Char.Vitals", "Char.Stats", "Char.MaxStats", "Char.Base",
        "Char.Worth", "Room.Info", "Room.Players", "Comm.Channel.List", "Comm.Channel.Players", "Client.GUI",
        "Client.Map", "External.Discord.Info", "External.Discord.Status",
    };

    private Dictionary<string, (string Json, bool IsSent)>? _last;

    /// <summary>Sends a message unless it is a state that the client knows already.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool Send(Peer peer, string package, string json)
    {
        if (!States.Contains(package))
            return peer.SendGmcp(package, json);
        _last ??= new(StringComparer.OrdinalIgnoreCase);
        if (_last.TryGetValue(package, out var last) && last.IsSent && last.Json == json)
            return false;
        var isSent = peer.SendGmcp(package, json);
        _last[package] = (json, isSent);
        return isSent;
    }

    /// <summary>Sends the states that the client has asked for since they were to be sent.</summary>
    public void CatchUp(Peer peer)
    {
        foreach (var (package, (json, isSent)) in _last?.ToArray() ?? [])
        {
            // Who takes a package back and lists it again wants to hear its state again.
            if (!peer.Gmcp.Wants(package))
                _last![package] = (json, false);
            else if (!isSent)
                _last![package] = (json, peer.SendGmcp(package, json));
        }
    }

    /// <summary>Forgets everything: another player's states mean nothing for this one.</summary>
    public void Clear() => _last = null;
}
