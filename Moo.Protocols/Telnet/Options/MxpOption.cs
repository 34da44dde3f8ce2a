using Moo.Protocols.Mxp;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet.Options;

/// <summary>
/// MXP (option 91): the client reads tags. Kept locked, so that only what <see cref="MxpTag"/> writes is a tag.
/// </summary>
internal sealed class MxpOption(TelnetOutput output, TerminalFacts terminal) : TelnetOption
{
    public override byte Code => OptionCode.Mxp;
    public override OptionOffer Offer => OptionOffer.OfferClient;

    public override void OnEnabled(Side side)
    {
        output.Subnegotiation(Code, []);
        output.Raw(MxpTag.LockLines);
        terminal.Learn(TerminalFeatures.Mxp, true);
    }

    public override void OnDisabled(Side side) => terminal.Learn(TerminalFeatures.Mxp, false);
}
