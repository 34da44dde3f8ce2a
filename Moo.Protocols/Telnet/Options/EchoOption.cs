namespace Moo.Protocols.Telnet.Options;

/// <summary>ECHO (RFC 857), used only to have the client mask a secret: we say that we echo, and then do not.</summary>
internal sealed class EchoOption : TelnetOption
{
    public override byte Code => OptionCode.Echo;
    public override OptionManner Manner => OptionManner.Declared;
    public override bool Allows(Side side) => false;
}
