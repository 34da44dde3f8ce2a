using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class EchoTests
{
    [Fact]
    public void A_secret_is_asked_for_between_WILL_and_WONT_ECHO()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.SetEcho(false);
        peer.Peer.WriteText("Password: ");
        Assert.Equal("WILL ECHO\nPassword: ", peer.TakeSent());

        peer.Receive(Wire.Do(1), "secret\r\n"u8.ToArray());
        peer.Peer.SetEcho(true);

        Assert.Equal("line: secret", peer.TakeEvents());
        Assert.Equal("WONT ECHO", peer.TakeSent());
    }

    [Fact]
    public void A_second_secret_is_masked_although_TinTin_never_acknowledged_the_end_of_the_first()
    {
        using var peer = new TestPeer().Refusing();

        for (var i = 0; i < 3; i++)
        {
            peer.Peer.SetEcho(false);
            peer.Receive(Wire.Do(1));
            peer.Peer.SetEcho(true);
        }

        Assert.Equal("WILL ECHO\nWONT ECHO\nWILL ECHO\nWONT ECHO\nWILL ECHO\nWONT ECHO", peer.TakeSent());
    }

    [Fact]
    public void Acknowledgements_that_come_late_change_nothing_and_are_not_answered()
    {
        using var peer = new TestPeer().Refusing();
        peer.Peer.SetEcho(false);
        peer.Peer.SetEcho(true);
        peer.Peer.SetEcho(false);
        peer.Fresh();

        peer.Receive(Wire.Do(1), Wire.Dont(1), Wire.Do(1));
        peer.Peer.SetEcho(true);

        Assert.Equal("WONT ECHO", peer.TakeSent());
    }

    [Fact]
    public void Saying_the_same_twice_is_said_once()
    {
        using var peer = new TestPeer().Refusing();

        peer.Peer.SetEcho(true);
        peer.Peer.SetEcho(false);
        peer.Peer.SetEcho(false);

        Assert.Equal("WILL ECHO", peer.TakeSent());
    }

    [Fact]
    public void PuTTY_which_asks_for_ECHO_and_SGA_by_itself_is_kept_in_line_mode()
    {
        using var peer = new TestPeer().Refusing();

        peer.Receive(Wire.Do(1), Wire.Will(3), Wire.Do(3));

        Assert.Equal("WONT ECHO\nDONT SGA\nWONT SGA", peer.TakeSent());
    }
}
