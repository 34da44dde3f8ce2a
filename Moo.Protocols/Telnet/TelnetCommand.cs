namespace Moo.Protocols.Telnet;

/// <summary>The command bytes that may follow IAC (RFC 854; EOR is RFC 885, ABORT and SUSP are RFC 1184).</summary>
internal static class TelnetCommand
{
    public const byte Suspend = 237;
    public const byte Abort = 238;
    public const byte EndOfRecord = 239;
    public const byte SubnegotiationEnd = 240;
    public const byte NoOperation = 241;
    public const byte Break = 243;
    public const byte InterruptProcess = 244;
    public const byte AreYouThere = 246;
    public const byte EraseCharacter = 247;
    public const byte EraseLine = 248;
    public const byte GoAhead = 249;
    public const byte Subnegotiation = 250;
    public const byte Will = 251;
    public const byte Wont = 252;
    public const byte Do = 253;
    public const byte Dont = 254;
    public const byte Iac = 255;
}
