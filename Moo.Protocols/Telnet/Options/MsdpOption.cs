using Moo.Protocols.Msdp;

namespace Moo.Protocols.Telnet.Options;

/// <summary>MSDP (option 69): variables in both directions.</summary>
internal sealed class MsdpOption(IPeerEvents events) : TelnetOption
{
    public override byte Code => OptionCode.Msdp;
    public override OptionOffer Offer => OptionOffer.OfferClient;
    public override bool IsAwaited => false;

    public override void OnSubnegotiation(ReadOnlySpan<byte> data)
    {
        if (!MsdpReader.TryRead(data, out var variables))
            return;
        foreach (var (name, value) in variables)
            events.OnMsdp(name, value);
    }
}
