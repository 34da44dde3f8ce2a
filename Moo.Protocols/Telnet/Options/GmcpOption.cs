namespace Moo.Protocols.Telnet.Options;

/// <summary>GMCP (option 201): structured messages in both directions.</summary>
/// <remarks>Messages that arrive before the client's DO count too: some clients put their greeting first.</remarks>
internal sealed class GmcpOption(TelnetPeer peer) : TelnetOption
{
    public override byte Code => OptionCode.Gmcp;
    public override OptionOffer Offer => OptionOffer.OfferClient;
    public override bool IsAwaited => false;

    public override void OnEnabled(Side side) => peer.Gmcp.IsOn = true;
    public override void OnDisabled(Side side) => peer.Gmcp.IsOn = false;
    public override void OnSubnegotiation(ReadOnlySpan<byte> data) => peer.ReceiveGmcp(data);
}
