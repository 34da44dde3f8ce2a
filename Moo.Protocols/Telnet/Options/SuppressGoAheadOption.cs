namespace Moo.Protocols.Telnet.Options;

/// <summary>
/// SGA (RFC 858): no GA after prompts. Never offered: together with ECHO, or alone, it means key by key to telnet
/// programs.
/// </summary>
internal sealed class SuppressGoAheadOption : TelnetOption
{
    public override byte Code => OptionCode.SuppressGoAhead;
    public override bool Allows(Side side) => true;
}
