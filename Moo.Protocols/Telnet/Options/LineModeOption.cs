namespace Moo.Protocols.Telnet.Options;

/// <summary>
/// LINEMODE (RFC 1184): has plain telnet programs edit lines themselves. What they say of their keys is ignored.
/// </summary>
internal sealed class LineModeOption(TelnetOutput output) : TelnetOption
{
    private const byte Mode = 1, EditAndTrapSignals = 3;

    public override byte Code => OptionCode.LineMode;
    public override OptionOffer Offer => OptionOffer.AskClient;

    public override void OnEnabled(Side side) => output.Subnegotiation(Code, [Mode, EditAndTrapSignals]);
}
