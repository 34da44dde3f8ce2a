namespace Moo.Protocols.Telnet.Options;

/// <summary>MCCP3 (option 87): what the client sends is one zlib stream from its marker on. Only after login.</summary>
internal sealed class CompressedInputOption(TelnetPeer peer) : TelnetOption
{
    public override byte Code => OptionCode.Compress3;
    public override bool Allows(Side side) => side == Side.Server && peer.Limits.AllowsCompressedInput;
    public override void OnSubnegotiation(ReadOnlySpan<byte> data) => peer.StartCompressedInput();
}
