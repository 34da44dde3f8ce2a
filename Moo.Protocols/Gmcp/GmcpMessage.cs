using System.Buffers;
using System.Text;

namespace Moo.Protocols.Gmcp;

/// <summary>
/// A GMCP message on the wire: <c>Package.Sub.Command</c>, and after a space a JSON body if it has one.
/// </summary>
public static class GmcpMessage
{
    private const int LongestName = 128;
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"u8);

    /// <summary>Takes a message apart.</summary>
    /// <param name="message">UTF-8. Tolerated: no space before the body, or a line feed instead of it.</param>
    /// <param name="package">The name as spelt.</param>
    /// <param name="json">The body as JSON text, empty if there is none.</param>
    /// <returns>False if the name is not one, or the body is not what <see cref="JsonCheck"/> lets through.</returns>
    public static bool TryParse(ReadOnlySpan<byte> message, out string package, out string json)
    {
        package = json = "";
        var end = message.IndexOfAnyExcept(NameBytes);
        var name = end < 0 ? message : message[..end];
        if (name.IsEmpty || name.Length > LongestName)
            return false;
        var body = message[name.Length..].Trim(" \t\r\n"u8);
        if (!body.IsEmpty && !JsonCheck.IsSound(body))
            return false;
        package = Encoding.ASCII.GetString(name);
        json = Encoding.UTF8.GetString(body);
        return true;
    }

    /// <summary>Puts a message together as UTF-8.</summary>
    /// <returns>
    /// False if it is longer than <paramref name="limit"/> bytes, or contains a NUL (at which Mudlet cuts it off).
    /// </returns>
    public static bool TryFormat(string package, string json, int limit, out byte[] message)
    {
        message = [];
        var text = json.Length == 0 ? package : $"{package} {json}";
        if (text.Length > limit || text.Contains('\0'))
            return false;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > limit)
            return false;
        message = bytes;
        return true;
    }
}
