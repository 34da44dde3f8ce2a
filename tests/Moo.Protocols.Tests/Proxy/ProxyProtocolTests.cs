using System.Buffers;
using System.Net;
using Moo.Protocols.Proxy;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Proxy;

public class ProxyProtocolTests
{
    private const string Signature = "0D0A0D0A000D0A515549540A";
    private const string V2Tcp4 = Signature + "2111000C" + "C6336407" + "0A000001" + "D431" + "1E61";
    private const string V2Tcp6 = Signature + "21210024" + "20010DB8000000000000000000000001" +
        "20010DB8000000000000000000000002" + "D431" + "1E61";

    [Theory]
    [InlineData("PROXY TCP4 198.51.100.7 10.0.0.1 54321 7777\r\n", "198.51.100.7:54321", "10.0.0.1:7777")]
    [InlineData("PROXY TCP6 2001:db8::1 2001:db8::2 54321 7777\r\n", "[2001:db8::1]:54321", "[2001:db8::2]:7777")]
    public void Version_1_tells_both_addresses(string line, string source, string destination)
    {
        var result = ProxyProtocol.TryRead(Wire.Utf8(line + "look\r\n"), out var header, out var length);

        Assert.Equal((ProxyResult.Parsed, line.Length), (result, length));
        Assert.Equal((IPEndPoint.Parse(source), IPEndPoint.Parse(destination)), (header.Source, header.Destination));
    }

    [Theory]
    [InlineData(V2Tcp4, "198.51.100.7:54321", "10.0.0.1:7777")]
    [InlineData(V2Tcp6, "[2001:db8::1]:54321", "[2001:db8::2]:7777")]
    public void Version_2_tells_both_addresses(string hex, string source, string destination)
    {
        var bytes = Wire.Join(Convert.FromHexString(hex), "look\r\n"u8.ToArray());

        var result = ProxyProtocol.TryRead(bytes, out var header, out var length);

        Assert.Equal((ProxyResult.Parsed, hex.Length / 2), (result, length));
        Assert.Equal((IPEndPoint.Parse(source), IPEndPoint.Parse(destination)), (header.Source, header.Destination));
    }

    [Theory]
    [InlineData("50524F585920554E4B4E4F574E0D0A")]                                       // PROXY UNKNOWN
    [InlineData("50524F585920554E4B4E4F574E203A3A20310D0A")]                             // PROXY UNKNOWN :: 1
    [InlineData(Signature + "20000000")]                                                 // LOCAL, a health check
    [InlineData(Signature + "2011000CC63364070A000001D4311E61")]                         // LOCAL with addresses
    [InlineData(Signature + "21000000")]                                                 // PROXY, family unspecified
    [InlineData(Signature + "21310004" + "2F746D70")]                                    // a Unix socket
    public void A_header_without_addresses_leaves_the_connections_own(string hex)
    {
        var result = ProxyProtocol.TryRead(Convert.FromHexString(hex), out var header, out var length);

        Assert.Equal((ProxyResult.Parsed, hex.Length / 2), (result, length));
        Assert.Null(header.Source);
    }

    [Fact]
    public void Extensions_of_version_2_are_skipped()
    {
        var hex = Signature + "21110010" + "C63364070A000001D4311E61" + "04000130";

        Assert.Equal(ProxyResult.Parsed,
            ProxyProtocol.TryRead(Convert.FromHexString(hex), out var header, out var length));
        Assert.Equal(("198.51.100.7", 32), (header.Source!.Address.ToString(), length));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("connect guest\r\n")]
    [InlineData("PROXY TCP4 198.51.100.7 10.0.0.1 54321\r\n")]
    [InlineData("PROXY TCP4 198.51.100.7 10.0.0.1 54321 70000\r\n")]
    [InlineData("PROXY TCP4 198.51.100.7 10.0.0.1 54321 -1\r\n")]
    [InlineData("PROXY TCP4 1 10.0.0.1 54321 7777\r\n")]
    [InlineData("PROXY TCP4 ::1 10.0.0.1 54321 7777\r\n")]
    [InlineData("PROXY TCP6 198.51.100.7 10.0.0.1 54321 7777\r\n")]
    [InlineData("PROXY TCP6 fe80::1%1 ::1 54321 7777\r\n")]
    [InlineData("PROXY TCP5 a b 1 2\r\n")]
    [InlineData("PROXY \r\n")]
    [InlineData("PROXZ")]
    public void What_is_no_header_is_refused(string text) =>
        Assert.Equal(ProxyResult.Invalid, ProxyProtocol.TryRead(Wire.Utf8(text), out _, out _));

    [Theory]
    [InlineData(Signature + "11110000")]                     // version 1 in version 2's clothes
    [InlineData(Signature + "22110000")]                     // an unknown command
    [InlineData(Signature + "2111FFFF")]                     // 64 KiB
    [InlineData(Signature + "21110004C6336407")]             // too short for its family
    [InlineData("0D0A0D0A000D0A515549540B")]
    public void Version_2_that_breaks_its_rules_is_refused(string hex) =>
        Assert.Equal(ProxyResult.Invalid, ProxyProtocol.TryRead(Convert.FromHexString(hex), out _, out _));

    [Fact]
    public void A_line_that_does_not_end_is_refused_at_its_limit()
    {
        var line = Wire.Utf8("PROXY TCP4 " + new string('1', 200));

        Assert.Equal(ProxyResult.NeedMore, ProxyProtocol.TryRead(line.AsSpan(0, 106), out _, out _));
        Assert.Equal(ProxyResult.Invalid, ProxyProtocol.TryRead(line, out _, out _));
    }

    [Theory]
    [InlineData(V2Tcp4)]
    [InlineData(V2Tcp6)]
    [InlineData("50524F585920544350342031302E302E302E312031302E302E302E32203120320D0A")]
    public void Every_beginning_of_a_header_asks_for_more(string hex)
    {
        var bytes = Convert.FromHexString(hex);

        for (var length = 0; length < bytes.Length; length++)
            Assert.Equal(ProxyResult.NeedMore, ProxyProtocol.TryRead(bytes.AsSpan(0, length), out _, out _));
    }

    [Fact]
    public void A_header_in_several_segments_is_read()
    {
        var bytes = Convert.FromHexString(V2Tcp4);
        var last = new Segment(bytes[10..], 10);
        var sequence = new ReadOnlySequence<byte>(new Segment(bytes[..10], 0, last), 0, last, bytes.Length - 10);

        Assert.Equal(ProxyResult.Parsed, ProxyProtocol.TryRead(sequence, out var header, out _));
        Assert.Equal(54321, header.Source!.Port);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(13);
        var signature = Convert.FromHexString(Signature);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(80)];
            random.NextBytes(bytes);
            if (random.Next(2) == 0)
                bytes = Wire.Join(signature, [0x21, (byte)random.Next(64)], bytes);
            ProxyProtocol.TryRead(bytes, out _, out var length);
            Assert.InRange(length, 0, bytes.Length);
        }
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] data, long start, Segment? next = null) =>
            (Memory, RunningIndex, Next) = (data, start, next);
    }
}
