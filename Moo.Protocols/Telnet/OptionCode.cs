namespace Moo.Protocols.Telnet;

/// <summary>The numbers of the telnet options that this room knows.</summary>
internal static class OptionCode
{
    public const byte Binary = 0;
    public const byte Echo = 1;
    public const byte SuppressGoAhead = 3;
    public const byte TimingMark = 6;
    public const byte TerminalType = 24;
    public const byte EndOfRecord = 25;
    public const byte WindowSize = 31;
    public const byte LineMode = 34;
    public const byte NewEnvironment = 39;
    public const byte Charset = 42;
    public const byte Msdp = 69;
    public const byte Mssp = 70;
    public const byte Compress2 = 86;
    public const byte Compress3 = 87;
    public const byte Msp = 90;
    public const byte Mxp = 91;
    public const byte Gmcp = 201;
}
