namespace Moo.Protocols;

/// <summary>Why a peer asks its host to close the connection.</summary>
public enum CloseReason
{
    /// <summary>Too many lines over the length limit.</summary>
    LongLines,

    /// <summary>More telnet commands a second than any honest client sends.</summary>
    CommandFlood,

    /// <summary>Too many subnegotiations over the size limit.</summary>
    LongSubnegotiations,

    /// <summary>Compressed input that inflates too far or too fast.</summary>
    CompressionBomb,

    /// <summary>Compressed input that is not a zlib stream.</summary>
    CompressionBroken,

    /// <summary>The peer speaks HTTP; it was told what this port is.</summary>
    Http,

    /// <summary>The peer began a TLS handshake on a port that is not TLS.</summary>
    Tls,

    /// <summary>A WebSocket message over the size limit.</summary>
    LongMessage,

    /// <summary>What came is no SSH, or breaks its rules.</summary>
    SshBroken,

    /// <summary>Too many wrong passwords or keys, or nobody logged in, before a session began.</summary>
    NoLogin,
}
