namespace Moo.Protocols.Telnet.Options;

/// <summary>EOR (RFC 885): the mark after each prompt.</summary>
internal sealed class EndOfRecordOption : TelnetOption
{
    public override byte Code => OptionCode.EndOfRecord;
    public override OptionOffer Offer => OptionOffer.OfferClient;
}
