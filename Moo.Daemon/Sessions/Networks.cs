using System.Net;

namespace Moo.Daemon.Sessions;

/// <summary>Addresses, and networks of them (<c>10.0.0.0/8</c>, or a single address).</summary>
internal static class Networks
{
    private const int CustomerBytes = 8;

    /// <summary>Whether an address lies in one of the networks. A network that makes no sense holds nothing.</summary>
    public static bool Contain(IReadOnlyList<string> networks, IPAddress address)
    {
        var plain = Plain(address);
        foreach (var text in networks)
            if (TryParse(text, out var network) && network.Contains(plain)) return true;
        return false;
    }

    /// <summary>Reads a network or an address.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }

    /// <summary>An IPv4 address that came in an IPv6 one, as itself.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>What an address is counted under: itself, or of IPv6 its first 64 bits.</summary>
    public static string Key(IPAddress address)
    {
        var plain = Plain(address);
        var bytes = plain.GetAddressBytes();
        return bytes.Length == 4 ? plain.ToString() : Convert.ToHexString(bytes.AsSpan(0, CustomerBytes));
    }
}
