namespace Moo.Protocols.Telnet;

/// <summary>Tells a browser or a scanner from a player by the first line.</summary>
internal static class HttpRequestLine
{
    /// <summary>What a browser is shown.</summary>
    public static ReadOnlySpan<byte> Answer =>
        "HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"u8 +
        "This port speaks telnet, not HTTP.\r\n"u8;

    /// <summary>
    /// <c>METHOD target HTTP/n.n</c> (RFC 9112 §3). The version is what counts: <c>CONNECT</c> is also how people log
    /// in.
    /// </summary>
    public static bool Matches(ReadOnlySpan<byte> line)
    {
        var method = line.IndexOf((byte)' ');
        return method > 0
            && !line[..method].ContainsAnyExceptInRange((byte)'A', (byte)'Z')
            && line.Length > method + 9
            && line[^9..].StartsWith(" HTTP/"u8);
    }
}
