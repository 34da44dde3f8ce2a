namespace Moo.Protocols.Mcp;

/// <summary>A package of messages, and the versions of it that one end supports.</summary>
/// <param name="Name">As <c>dns-org-mud-moo-simpleedit</c>; its messages' names begin with it.</param>
/// <param name="Min">The oldest version.</param>
/// <param name="Max">The newest.</param>
public sealed record McpPackage(string Name, McpVersion Min, McpVersion Max)
{
    private static readonly McpVersion One = new(1, 0);

    /// <summary>Negotiation itself, which both ends always have.</summary>
    public static McpPackage Negotiate { get; } = new("mcp-negotiate", One, new McpVersion(2, 0));

    /// <summary>Cords: see <see cref="McpCords"/>.</summary>
    public static McpPackage Cord { get; } = new("mcp-cord", One, One);

    /// <summary>
    /// Editing in the client: <c>-content reference name type content*</c> out, <c>-set reference type content*</c>
    /// in.
    /// </summary>
    public static McpPackage SimpleEdit { get; } = new("dns-org-mud-moo-simpleedit", One, One);

    /// <summary>VMoo's <c>-info</c>, <c>-screensize cols rows</c> and <c>-disconnect reason</c>.</summary>
    public static McpPackage VmooClient { get; } = new("dns-com-vmoo-client", One, One);

    /// <summary>A status line: <c>text</c>.</summary>
    public static McpPackage Status { get; } = new("dns-com-awns-status", One, One);

    /// <summary><c>-get</c> in, <c>home_url help_url</c> out.</summary>
    public static McpPackage ServerInfo { get; } = new("dns-com-awns-serverinfo", One, One);

    /// <summary>Shows a web address: <c>url</c>.</summary>
    public static McpPackage DisplayUrl { get; } = new("dns-com-awns-displayurl", One, One);

    /// <summary>How long the way there and back is: <c>id</c>, answered by <c>-reply id</c>.</summary>
    public static McpPackage Ping { get; } = new("dns-com-awns-ping", One, One);

    /// <summary>The packages that the server knows of.</summary>
    public static IReadOnlyList<McpPackage> Known { get; } =
        [Negotiate, Cord, SimpleEdit, VmooClient, Status, ServerInfo, DisplayUrl, Ping];

    /// <summary>Whether a message of that name belongs to the package.</summary>
    public bool Owns(string message) =>
        message.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
        && (message.Length == Name.Length || message[Name.Length] == '-');
}
