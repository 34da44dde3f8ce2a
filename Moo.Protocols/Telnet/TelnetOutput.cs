using System.Buffers;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet;

/// <summary>
/// Writes telnet: text in the client's character set, commands, subnegotiations; compressed when MCCP2 is on.
/// </summary>
internal sealed class TelnetOutput(IBufferWriter<byte> wire) : IDisposable
{
    private static ReadOnlySpan<byte> CompressionMarker =>
    [
        TelnetCommand.Iac, TelnetCommand.Subnegotiation, OptionCode.Compress2,
        TelnetCommand.Iac, TelnetCommand.SubnegotiationEnd,
    ];

    private DeflateWriter? _deflate;

    private IBufferWriter<byte> Sink => _deflate is null ? wire : _deflate;

    /// <summary>
    /// Whether anything was written since this was last set to false; tells the keep-alive if there is need for one.
    /// </summary>
    public bool HasWritten { get; set; }

    public bool IsCompressing => _deflate is not null;

    /// <summary>
    /// Text as it is shown: line feeds become CR LF, and what the character set lacks is spelled out.
    /// </summary>
    public void Text(ReadOnlySpan<char> text, Charset charset)
    {
        HasWritten = true;
        TextEncoder.Encode(text, charset, Sink);
    }

    public void Command(byte command) => Raw([TelnetCommand.Iac, command]);

    public void Negotiate(byte verb, byte option) => Raw([TelnetCommand.Iac, verb, option]);

    public void Subnegotiation(byte option, ReadOnlySpan<byte> payload)
    {
        Raw([TelnetCommand.Iac, TelnetCommand.Subnegotiation, option]);
        Escaped(payload);
        Raw([TelnetCommand.Iac, TelnetCommand.SubnegotiationEnd]);
    }

    /// <summary>Bytes that are written as they stand.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        HasWritten = true;
        Sink.Write(bytes);
    }

    /// <summary>MCCP2: the marker, and everything after it as one zlib stream.</summary>
    public void StartCompression()
    {
        if (_deflate is not null)
            return;
        // One write of five bytes: Mudlet looks for the marker's end in the same read, and misses it in two.
        Raw(CompressionMarker);
        _deflate = new DeflateWriter(wire);
    }

    /// <summary>Ends the zlib stream; what follows is plain.</summary>
    public void StopCompression()
    {
        _deflate?.Dispose();
        _deflate = null;
    }

    /// <summary>
    /// Lets everything written so far out of the compressor. Needed once per task or prompt, not per write.
    /// </summary>
    public void Flush() => _deflate?.Flush();

    public void Dispose() => StopCompression();

    private void Escaped(ReadOnlySpan<byte> data)
    {
        while (true)
        {
            var length = data.IndexOf(TelnetCommand.Iac);
            if (length < 0)
                break;
            Raw(data[..(length + 1)]);
            Raw([TelnetCommand.Iac]);
            data = data[(length + 1)..];
        }
        Raw(data);
    }
}
