using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class PromptTests
{
    [Fact]
    public void A_prompt_ends_in_EOR_when_that_was_agreed()
    {
        using var peer = new TestPeer();
        peer.Receive(Wire.Do(25));

        peer.Peer.WritePrompt("> ");

        Assert.Equal("> \nEOR", peer.TakeSent());
    }

    [Fact]
    public void A_prompt_ends_in_GA_otherwise()
    {
        using var peer = new TestPeer().Refusing();

        peer.Peer.WritePrompt("> ");

        Assert.Equal("> \nGA", peer.TakeSent());
    }

    [Fact]
    public void A_prompt_has_no_mark_when_SGA_was_agreed_and_EOR_was_not()
    {
        using var peer = new TestPeer(new TelnetSettings { SuppressGoAhead = true }).Refusing();
        peer.Receive(Wire.Do(3));

        peer.Peer.WritePrompt("> ");

        Assert.Equal("WILL SGA\n> ", peer.TakeSent());
    }
}
