using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Moo.Daemon.Web;

/// <summary>The page to play on: files inside the program, without anything from elsewhere.</summary>
internal static class Page
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The files beside <c>index.html</c>.</summary>
    public static IReadOnlyList<string> Files { get; } = ["client.js", "terminal.js", "client.css"];

    /// <summary>Sends one of the files.</summary>
    public static async Task SendAsync(HttpContext context, string file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        context.Response.ContentType = Path.GetExtension(file) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        await using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + file)!;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
