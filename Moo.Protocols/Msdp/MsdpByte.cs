namespace Moo.Protocols.Msdp;

/// <summary>The control bytes of MSDP.</summary>
internal static class MsdpByte
{
    public const byte Variable = 1;
    public const byte Value = 2;
    public const byte TableOpen = 3;
    public const byte TableClose = 4;
    public const byte ArrayOpen = 5;
    public const byte ArrayClose = 6;
}
