namespace Moo.Protocols.Telnet.Options;

/// <summary>MSSP (option 70): a listing site asks for the server's status.</summary>
internal sealed class MsspOption(TelnetPeer peer) : TelnetOption
{
    public override byte Code => OptionCode.Mssp;
    public override OptionOffer Offer => OptionOffer.OfferClient;
    public override bool IsAwaited => false;

    public override void OnEnabled(Side side) => peer.AskMssp(asText: false);
}
