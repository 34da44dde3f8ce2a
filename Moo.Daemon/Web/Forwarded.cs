using System.Net;
using Microsoft.AspNetCore.Http;
using Moo.Daemon.Sessions;

namespace Moo.Daemon.Web;

/// <summary>What trusted web proxies say of the requests that they pass on.</summary>
internal static class Forwarded
{
    /// <summary>
    /// Where a request comes from. Each proxy adds the address it was called from at the right of <c>X-Forwarded-For</c>: the first from the right that
    /// is no trusted proxy is the client; whatever stands left of it, the client may have made up.
    /// </summary>
    public static IPAddress? AddressOf(HttpContext context, IReadOnlyList<string> proxies)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null || proxies.Count == 0) return address;
        var hops = string.Join(',', context.Request.Headers["X-Forwarded-For"].ToArray()).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = hops.Length - 1; i >= 0 && Networks.Contain(proxies, address); i--)
        {
            if (!IPAddress.TryParse(hops[i], out var before)) break;
            address = before;
        }
        return address;
    }

    /// <summary>Whether a trusted proxy says that the client reached it by https.</summary>
    public static bool IsHttps(HttpContext context, IReadOnlyList<string> proxies) =>
        context.Connection.RemoteIpAddress is { } address && Networks.Contain(proxies, address)
        && context.Request.Headers["X-Forwarded-Proto"].ToString().Equals("https", StringComparison.OrdinalIgnoreCase);
}
