namespace Moo.Protocols.Telnet;

/// <summary>What came of inflating one byte of input.</summary>
internal enum InflateResult
{
    /// <summary>All is well.</summary>
    More,

    /// <summary>The stream ended before this byte, which is plain.</summary>
    Ended,

    /// <summary>It inflates further or faster than the limits allow.</summary>
    Bomb,

    /// <summary>It is no zlib stream.</summary>
    Broken,
}
