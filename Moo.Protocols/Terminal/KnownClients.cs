namespace Moo.Protocols.Terminal;

/// <summary>What a client's name alone says about it.</summary>
internal static class KnownClients
{
    /// <summary>Whether the client by that name shows ANSI colours even if it says nothing else.</summary>
    public static bool HasColor(string name) => name.ToUpperInvariant() switch
    {
        "MUDLET" or "TINTIN++" or "WINTIN++" or "TINYFUGUE" or "KILDCLIENT" or "MUSHCLIENT" or "BLIGHTMUD" or "KBTIN"
            or "POTATO" or "BEIPMU" or "CMUD" or "ZMUD" or "ATLANTIS" or "MUDRAMMER" or "SIMPLEMU" => true,
        _ => false,
    };

    /// <summary>
    /// Whether the client is known to strip the eighth bit: TinyFugue 5.0 as built without wide characters.
    /// </summary>
    public static bool LacksUtf8(string name) => name.Equals("TINYFUGUE", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the client is known not to speak MCP, and so to show its greeting.</summary>
    public static bool LacksMcp(string name) => name.ToUpperInvariant() switch
    {
        "MUDLET" or "TINTIN++" or "WINTIN++" or "TINYFUGUE" or "KILDCLIENT" or "KBTIN" => true,
        _ => false,
    };
}
