using System.Buffers.Binary;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet.Options;

/// <summary>NAWS (RFC 1073): the client reports its window size, and again each time it changes.</summary>
internal sealed class WindowSizeOption(TerminalFacts terminal) : TelnetOption
{
    public override byte Code => OptionCode.WindowSize;
    public override OptionOffer Offer => OptionOffer.AskClient;

    public override void OnSubnegotiation(ReadOnlySpan<byte> data)
    {
        // Four bytes, RFC 1073. A client that gets this wrong is no danger: it keeps the size it had.
        if (data.Length < 4)
            return;
        terminal.Resize(BinaryPrimitives.ReadUInt16BigEndian(data), BinaryPrimitives.ReadUInt16BigEndian(data[2..]));
    }
}
