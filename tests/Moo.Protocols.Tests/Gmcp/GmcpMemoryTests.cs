using Moo.Protocols.Gmcp;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Gmcp;

public class GmcpMemoryTests
{
    [Fact]
    public void A_state_is_sent_when_it_changes_and_again_to_who_asks_for_it_later()
    {
        using var peer = Agreed("[\"Char 1\"]");
        var memory = new GmcpMemory();
        Assert.True(memory.Send(peer.Peer, "Char.Vitals", "{\"hp\":1}"));
        Assert.False(memory.Send(peer.Peer, "Char.Vitals", "{\"hp\":1}"));
        Assert.True(memory.Send(peer.Peer, "Char.Vitals", "{\"hp\":2}"));
        Assert.False(memory.Send(peer.Peer, "Room.Info", "{\"num\":1}"));
        Assert.False(memory.Send(peer.Peer, "Room.Info", "{\"num\":2}"));
        peer.Fresh();

        peer.Receive(Wire.Gmcp("Core.Supports.Add [\"Room 1\"]"));
        memory.CatchUp(peer.Peer);

        Assert.Equal("SB GMCP Room.Info {\"num\":2}", peer.TakeSent().Trim());
    }

    [Fact]
    public void Who_takes_a_package_back_and_lists_it_again_hears_its_state_again()
    {
        using var peer = Agreed("[\"Room 1\"]");
        var memory = new GmcpMemory();
        memory.Send(peer.Peer, "Room.Info", "1");
        peer.Receive(Wire.Gmcp("Core.Supports.Remove [\"Room\"]"));
        memory.CatchUp(peer.Peer);
        peer.Receive(Wire.Gmcp("Core.Supports.Add [\"Room 1\"]"));
        peer.Fresh();
        memory.CatchUp(peer.Peer);

        Assert.Contains("Room.Info 1", peer.TakeSent(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_is_sent_each_time_and_never_later()
    {
        using var peer = Agreed("[\"Comm 1\"]");
        var memory = new GmcpMemory();
        Assert.True(memory.Send(peer.Peer, "Comm.Channel.Text", "{}"));
        Assert.True(memory.Send(peer.Peer, "Comm.Channel.Text", "{}"));
        Assert.False(memory.Send(peer.Peer, "Char.Items.Add", "{}"));
        peer.Receive(Wire.Gmcp("Core.Supports.Add [\"Char 1\"]"));
        peer.Fresh();
        memory.CatchUp(peer.Peer);

        Assert.Equal("", peer.TakeSent());
    }

    private static TestPeer Agreed(string modules)
    {
        var peer = new TestPeer();
        peer.Receive(Wire.Do(201), Wire.Gmcp("Core.Supports.Set " + modules));
        return peer.Fresh();
    }
}
