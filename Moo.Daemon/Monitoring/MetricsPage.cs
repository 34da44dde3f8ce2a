using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Moo.Daemon.Monitoring;

/// <summary><c>/metrics</c>: for this machine only, unless the operator opens it.</summary>
internal static class MetricsPage
{
    public static void Map(WebApplication app, Figures figures, bool isOpen) => app.MapGet("/metrics", (HttpContext context) =>
        isOpen || IsLocal(context) ? Results.Text(PrometheusText.Write(figures), PrometheusText.MediaType) : Results.NotFound());

    // A proxy on this machine speaks for others, and says so.
    private static bool IsLocal(HttpContext context) => context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
