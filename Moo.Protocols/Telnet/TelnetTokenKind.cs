namespace Moo.Protocols.Telnet;

/// <summary>What a <see cref="TelnetToken"/> is.</summary>
internal enum TelnetTokenKind
{
    /// <summary>Plain bytes, in <see cref="TelnetToken.Data"/>.</summary>
    Text,

    /// <summary>A two-byte command, in <see cref="TelnetToken.Command"/>.</summary>
    Command,

    /// <summary>
    /// WILL, WONT, DO or DONT in <see cref="TelnetToken.Command"/>, about <see cref="TelnetToken.Option"/>.
    /// </summary>
    Negotiation,

    /// <summary>
    /// A whole subnegotiation of <see cref="TelnetToken.Option"/>, its payload in <see cref="TelnetToken.Data"/>.
    /// </summary>
    Subnegotiation,

    /// <summary>
    /// A subnegotiation of <see cref="TelnetToken.Option"/> that was over the limit; its payload is lost.
    /// </summary>
    LongSubnegotiation,
}
