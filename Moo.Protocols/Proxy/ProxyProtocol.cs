using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Moo.Protocols.Proxy;

/// <summary>The PROXY protocol of HAProxy, versions 1 and 2: a header in front of everything else, TLS too.</summary>
/// <remarks>
/// Whoever may send one can claim any address, so a listener takes it from trusted proxies only, and then always: a
/// connection without one is closed.
/// </remarks>
public static class ProxyProtocol
{
    /// <summary>The longest header of version 1 in bytes, with its line end.</summary>
    public const int LongestV1 = 107;

    /// <summary>The longest header of version 2 in bytes that is taken; the protocol allows 64 KiB.</summary>
    public const int LongestV2 = 4 * 1024;

    private const int FixedV2 = 16;
    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>Reads a header from what has been received so far.</summary>
    /// <param name="data">All bytes since the connection began.</param>
    /// <param name="header">The header, when there is one.</param>
    /// <param name="length">How many bytes it takes; the client's own follow.</param>
    public static ProxyResult TryRead(ReadOnlySpan<byte> data, out ProxyHeader header, out int length)
    {
        header = ProxyHeader.WithoutAddresses;
        length = 0;
        if (data.StartsWith(Signature[..Math.Min(data.Length, Signature.Length)]))
            return data.Length < FixedV2 ? ProxyResult.NeedMore : ReadV2(data, ref header, out length);
        return ReadV1(data, ref header, out length);
    }

    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, out ProxyHeader, out int)"/>
    public static ProxyResult TryRead(ReadOnlySequence<byte> data, out ProxyHeader header, out int length)
    {
        if (data.IsSingleSegment)
            return TryRead(data.FirstSpan, out header, out length);
        var start = data.Slice(0, Math.Min(data.Length, LongestV2));
        return TryRead(start.ToArray(), out header, out length);
    }

    // PROXY TCP4 source destination port port CR LF
    private static ProxyResult ReadV1(ReadOnlySpan<byte> data, ref ProxyHeader header, out int length)
    {
        length = 0;
        var keyword = "PROXY "u8;
        if (!data.StartsWith(keyword[..Math.Min(data.Length, keyword.Length)]))
            return ProxyResult.Invalid;
        var end = data[..Math.Min(data.Length, LongestV1)].IndexOf("\r\n"u8);
        if (end < 0)
            return data.Length < LongestV1 ? ProxyResult.NeedMore : ProxyResult.Invalid;
        length = end + 2;
        var words = Encoding.Latin1.GetString(data[keyword.Length..end]).Split(' ');
        if (words[0] == "UNKNOWN")
            return ProxyResult.Parsed;
        var family = words[0] switch
        {
            "TCP4" => AddressFamily.InterNetwork,
            "TCP6" => AddressFamily.InterNetworkV6,
            _ => AddressFamily.Unknown,
        };
        if (words.Length != 5
            || !TryAddress(words[1], family, out var source) || !TryAddress(words[2], family, out var destination)
            || !TryPort(words[3], out var sourcePort) || !TryPort(words[4], out var destinationPort))
        {
            return ProxyResult.Invalid;
        }
        header = new ProxyHeader(new IPEndPoint(source, sourcePort), new IPEndPoint(destination, destinationPort));
        return ProxyResult.Parsed;
    }

    // Signature, version and command, family and transport, length, addresses, extensions (which are skipped).
    private static ProxyResult ReadV2(ReadOnlySpan<byte> data, ref ProxyHeader header, out int length)
    {
        length = 0;
        var command = data[12];
        var family = data[13];
        var total = FixedV2 + BinaryPrimitives.ReadUInt16BigEndian(data[14..]);
        if (command is not (0x20 or 0x21) || total > LongestV2)
            return ProxyResult.Invalid;
        if (data.Length < total)
            return ProxyResult.NeedMore;
        length = total;
        var body = data[FixedV2..total];
        // LOCAL is the proxy's own connection. Of PROXY, families other than TCP over IP have no address that means
        // anything.
        if (command == 0x20 || family is not (0x11 or 0x21))
            return ProxyResult.Parsed;
        var size = family == 0x11 ? 4 : 16;
        if (body.Length < 2 * size + 4)
            return ProxyResult.Invalid;
        var ports = body[(2 * size)..];
        header = new ProxyHeader(
            new IPEndPoint(new IPAddress(body[..size]), BinaryPrimitives.ReadUInt16BigEndian(ports)),
            new IPEndPoint(new IPAddress(body[size..(2 * size)]), BinaryPrimitives.ReadUInt16BigEndian(ports[2..])));
        return ProxyResult.Parsed;
    }

    private static bool TryAddress(string text, AddressFamily family, out IPAddress address)
    {
        // The framework also reads "1" and "fe80::1%eth0", which no proxy may write.
        var isPlain = family == AddressFamily.InterNetwork ? text.Count('.') == 3 : text.IndexOfAny(['%', '[']) < 0;
        address = IPAddress.None;
        if (!isPlain || !IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != family)
            return false;
        address = parsed;
        return true;
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue;
}
