using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

public class OfferTests
{
    [Fact]
    public void A_client_is_offered_what_clients_wait_for_and_neither_ECHO_nor_SGA()
    {
        using var peer = new TestPeer();

        Assert.Equal(
            "DO TTYPE\nDO NAWS\nDO NEWENV\nWILL CHARSET\nWILL EOR\nWILL GMCP\nWILL MSSP\nWILL MCCP2", peer.Offers);
    }

    [Fact]
    public void With_everything_switched_on_the_order_is_not_the_one_that_Mudlet_takes_for_KaVirs_server()
    {
        using var peer = new TestPeer(new TelnetSettings { Msdp = true, Msp = true, Mxp = true, LineMode = true });

        Assert.Equal(
            "DO TTYPE\nDO NAWS\nDO NEWENV\nWILL CHARSET\nWILL EOR\nWILL GMCP\nWILL MSSP\nWILL MSDP\nWILL MSP\nWILL MXP\n" +
            "DO LINEMODE\nWILL MCCP2", peer.Offers);
        Assert.DoesNotContain("TTYPE NAWS CHARSET MSDP MSSP ATCP MSP MXP",
            peer.Offers.Replace("DO ", "").Replace("WILL ", "").Replace('\n', ' '));
    }

    [Theory]
    [InlineData("TerminalType", "DO TTYPE")]
    [InlineData("WindowSize", "DO NAWS")]
    [InlineData("Environment", "DO NEWENV")]
    [InlineData("CharacterSet", "WILL CHARSET")]
    [InlineData("EndOfRecord", "WILL EOR")]
    [InlineData("Gmcp", "WILL GMCP")]
    [InlineData("Mssp", "WILL MSSP")]
    [InlineData("Msdp", "WILL MSDP")]
    [InlineData("Msp", "WILL MSP")]
    [InlineData("Mxp", "WILL MXP")]
    [InlineData("LineMode", "DO LINEMODE")]
    [InlineData("Compression", "WILL MCCP2")]
    public void Each_option_can_be_switched_by_itself(string setting, string offer)
    {
        var settings = TelnetSettings.Plain with { };
        typeof(TelnetSettings).GetProperty(setting)!.SetValue(settings, true);

        using var peer = new TestPeer(settings);

        Assert.Equal(offer, peer.Offers);
    }

    [Fact]
    public void A_connection_without_options_says_nothing_by_itself()
    {
        using var peer = new TestPeer(TelnetSettings.Plain);

        peer.Peer.WritePrompt("> ");

        Assert.Equal("", peer.Offers);
        Assert.Equal("> ", peer.TakeSent());
    }
}
