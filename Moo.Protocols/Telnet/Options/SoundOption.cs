using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet.Options;

/// <summary>
/// MSP (option 90): the client plays the sounds that <see cref="Msp.MspTrigger"/> writes, and others would show them.
/// </summary>
internal sealed class SoundOption(TerminalFacts terminal) : TelnetOption
{
    public override byte Code => OptionCode.Msp;
    public override OptionOffer Offer => OptionOffer.OfferClient;
    public override bool IsAwaited => false;

    public override void OnEnabled(Side side) => terminal.Learn(TerminalFeatures.Msp, true);
    public override void OnDisabled(Side side) => terminal.Learn(TerminalFeatures.Msp, false);
}
