namespace Moo.Protocols.Telnet.Options;

/// <summary>MCCP2 (option 86): what we send is one zlib stream from the marker on.</summary>
internal sealed class CompressionOption(TelnetOutput output) : TelnetOption
{
    public override byte Code => OptionCode.Compress2;
    public override OptionOffer Offer => OptionOffer.OfferClient;
    public override bool IsAwaited => false;

    public override void OnEnabled(Side side) => output.StartCompression();
    public override void OnDisabled(Side side) => output.StopCompression();
}
