using System.Globalization;

namespace Moo.Protocols.Terminal;

/// <summary>
/// The operating system commands (ECMA-48 OSC) that the server writes: links, and marks around prompts.
/// </summary>
public static class Osc
{
    private const int LongestAddress = 2048;
    private const string StringTerminator = "\e\\";

    /// <summary>OSC 133: a prompt begins here.</summary>
    public const string PromptStart = "\e]133;A" + StringTerminator;

    /// <summary>OSC 133: the prompt is complete, input begins.</summary>
    public const string InputStart = "\e]133;B" + StringTerminator;

    /// <summary>OSC 133: the input is complete, the command's output begins.</summary>
    public const string OutputStart = "\e]133;C" + StringTerminator;

    /// <summary>OSC 133: the command is done.</summary>
    /// <param name="status">0 for success.</param>
    public static string CommandEnd(int status) =>
        string.Create(CultureInfo.InvariantCulture, $"\e]133;D;{status}{StringTerminator}");

    /// <summary>OSC 8: text that leads to an address. Without an address it is only the text.</summary>
    /// <param name="text">What is shown.</param>
    /// <param name="address">An address from <see cref="WebAddress"/> or <see cref="CommandAddress"/>, or null.</param>
    public static string Link(string text, string? address) =>
        address is null ? text : $"\e]8;;{address}{StringTerminator}{text}\e]8;;{StringTerminator}";

    /// <summary>The address that makes a client send a command, or put it into its input line.</summary>
    /// <param name="scheme"><c>send</c> or <c>prompt</c>.</param>
    /// <param name="command">The command; everything in it that could mean something is percent-encoded.</param>
    /// <returns>Null if it is over 2 KiB.</returns>
    public static string? CommandAddress(string scheme, string command)
    {
        var address = $"{scheme}:{Uri.EscapeDataString(command)}";
        return address.Length <= LongestAddress ? address : null;
    }

    /// <summary>A web address made safe to put into an escape sequence.</summary>
    /// <returns>Null unless it is an absolute http, https or ftp address of up to 2 KiB.</returns>
    public static string? WebAddress(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeFtp)
            return null;
        // AbsoluteUri is ASCII, with everything else percent-encoded.
        var safe = uri.AbsoluteUri;
        return safe.Length <= LongestAddress && !safe.AsSpan().ContainsAnyExceptInRange('!', '~') ? safe : null;
    }
}
