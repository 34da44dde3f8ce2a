using System.Buffers;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests;

public class PlainPeerTests
{
    [Fact]
    public void Lines_come_in_and_text_goes_out_without_telnet()
    {
        var output = new ArrayBufferWriter<byte>();
        var host = new Recorder();
        using var peer = new PlainPeer(PeerLimits.BeforeLogin, PeerLimits.LoggedIn, output, host);

        peer.Start(0);
        peer.Receive(Wire.Utf8("say é\r\nlo"), 0);
        peer.Receive(Wire.Utf8("ok\n"), 0);
        peer.WriteLine("ÿ");
        peer.WritePrompt("> ");
        peer.SetEcho(false);

        Assert.Equal(["settled", "line: say é", "line: look"], host.Events);
        Assert.Equal("ÿ\r\n> "u8, output.WrittenSpan);
        Assert.False(peer.IsEchoOn);
        Assert.False(peer.SendGmcp("Core.Ping"));
    }
}
