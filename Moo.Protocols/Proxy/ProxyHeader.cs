using System.Net;

namespace Moo.Protocols.Proxy;

/// <summary>What a proxy says of the connection it passes on.</summary>
/// <param name="Source">
/// Where the client is; null if the proxy speaks for itself (a health check) or does not know.
/// </param>
/// <param name="Destination">What the client connected to; null together with <paramref name="Source"/>.</param>
public sealed record ProxyHeader(IPEndPoint? Source, IPEndPoint? Destination)
{
    /// <summary>The proxy gave no addresses: those of the connection itself hold.</summary>
    public static ProxyHeader WithoutAddresses { get; } = new(null, null);
}
