namespace Moo.Protocols.Telnet.Options;

/// <summary>TIMING-MARK (RFC 860): whichever way the client answers DO, it is alive.</summary>
internal sealed class TimingMarkOption(IPeerEvents events) : TelnetOption
{
    public override byte Code => OptionCode.TimingMark;
    public override OptionManner Manner => OptionManner.Momentary;
    public override void OnEnabled(Side side) => events.OnAlive();
}
