namespace Moo.Protocols.Telnet.Options;

/// <summary>BINARY (RFC 856): bytes over 7F. Everybody sends them anyway, so agreeing changes nothing here.</summary>
internal sealed class BinaryOption : TelnetOption
{
    public override byte Code => OptionCode.Binary;
    public override bool Allows(Side side) => true;
}
