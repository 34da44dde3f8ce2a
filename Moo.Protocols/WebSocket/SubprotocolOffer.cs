namespace Moo.Protocols.WebSocket;

/// <summary>
/// Chooses among the subprotocols that a client offers in <c>Sec-WebSocket-Protocol</c> (RFC 6455 §4.2.2).
/// </summary>
public static class SubprotocolOffer
{
    /// <summary>Takes the first one offered that is known: the client lists them in its order of preference.</summary>
    /// <param name="offered">The names offered.</param>
    /// <param name="chosen">The subprotocol; <see cref="Subprotocol.Terminal"/> if none was offered at all.</param>
    /// <param name="name">The name to answer with, or null if none was offered.</param>
    /// <returns>False if something was offered and nothing of it is known: refuse the upgrade.</returns>
    public static bool TryChoose(IEnumerable<string> offered, out Subprotocol chosen, out string? name)
    {
        chosen = Subprotocol.Terminal;
        name = null;
        var hasOffer = false;
        foreach (var candidate in offered)
        {
            hasOffer = true;
            if (Find(candidate) is not { } found)
                continue;
            (chosen, name) = (found, candidate);
            return true;
        }
        return !hasOffer;
    }

    // "telnet" and "binary" are FluffOS's names for the same stream.
    private static Subprotocol? Find(string name) => name.ToLowerInvariant() switch
    {
        "telnet.mudstandards.org" or "telnet" or "binary" => Subprotocol.Telnet,
        "terminal.mudstandards.org" => Subprotocol.Terminal,
        "gmcp.mudstandards.org" => Subprotocol.Gmcp,
        "json.mudstandards.org" => Subprotocol.Json,
        _ => null,
    };
}
