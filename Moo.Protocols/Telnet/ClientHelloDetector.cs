namespace Moo.Protocols.Telnet;

/// <summary>Watches the first bytes of a connection for a TLS handshake record (RFC 8446 §5.1): 16 03 0x.</summary>
internal struct ClientHelloDetector
{
    private const byte Length = 3, Decided = 4;
    private byte _matched;

    /// <summary>Looks at received bytes until it is clear what they are.</summary>
    public bool IsFound(ReadOnlySpan<byte> data)
    {
        while (_matched < Length && !data.IsEmpty)
        {
            var fits = _matched switch
            {
                0 => data[0] == 0x16,
                1 => data[0] == 0x03,
                _ => data[0] <= 0x04,
            };
            _matched = fits ? (byte)(_matched + 1) : Decided;
            data = data[1..];
        }
        return _matched == Length;
    }
}
