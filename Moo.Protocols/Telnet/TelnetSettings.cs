using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet;

/// <summary>
/// How a telnet listener speaks: which options it has, and its limits. Shared by all of its connections.
/// </summary>
public sealed record TelnetSettings
{
    /// <summary>Ask for the client's name, terminal type and MTTS bits.</summary>
    public bool TerminalType { get; init; } = true;

    /// <summary>Ask for the window's size (NAWS).</summary>
    public bool WindowSize { get; init; } = true;

    /// <summary>Ask for environment variables (NEW-ENVIRON, MNES).</summary>
    public bool Environment { get; init; } = true;

    /// <summary>Offer to agree on a character set.</summary>
    public bool CharacterSet { get; init; } = true;

    /// <summary>Offer to mark prompts with EOR.</summary>
    public bool EndOfRecord { get; init; } = true;

    /// <summary>Offer GMCP.</summary>
    public bool Gmcp { get; init; } = true;

    /// <summary>Offer the server status (MSSP), as an option and as plain text.</summary>
    public bool Mssp { get; init; } = true;

    /// <summary>Offer MSDP.</summary>
    public bool Msdp { get; init; }

    /// <summary>Offer MSP sounds.</summary>
    public bool Msp { get; init; }

    /// <summary>Offer MXP.</summary>
    public bool Mxp { get; init; }

    /// <summary>Ask plain telnet programs to edit lines themselves (LINEMODE).</summary>
    public bool LineMode { get; init; }

    /// <summary>Agree to BINARY when the client asks.</summary>
    public bool Binary { get; init; } = true;

    /// <summary>
    /// Agree to leave out GA when the client asks. Flips plain telnet programs into sending key by key.
    /// </summary>
    public bool SuppressGoAhead { get; init; }

    /// <summary>Offer to compress output (MCCP2). Best off on loopback, and on TLS, which it can weaken.</summary>
    public bool Compression { get; init; } = true;

    /// <summary>Offer to take compressed input (MCCP3) after login.</summary>
    public bool CompressedInput { get; init; } = true;

    /// <summary>Mark prompts with GA where EOR is not agreed.</summary>
    public bool GoAhead { get; init; } = true;

    /// <summary>Close when the first bytes are a browser's or begin a TLS handshake.</summary>
    public bool RefusesForeigners { get; init; } = true;

    /// <summary>The character set to assume for a client that says nothing about it.</summary>
    public Charset Fallback { get; init; } = Charset.Utf8;

    /// <summary>Milliseconds without output after which a NOP keeps the connection alive; 0 for never.</summary>
    public int KeepAliveMilliseconds { get; init; } = 45_000;

    /// <summary>
    /// How long to wait for the client's answers before <see cref="IPeerEvents.OnSettled"/>, in milliseconds.
    /// </summary>
    public int SettleMilliseconds { get; init; } = 1200;

    /// <summary>
    /// How long to wait for a client that has not answered anything at all, in milliseconds: many never do.
    /// </summary>
    public int SilentMilliseconds { get; init; } = 400;

    /// <summary>The limits before somebody logged in.</summary>
    public PeerLimits BeforeLogin { get; init; } = PeerLimits.BeforeLogin;

    /// <summary>The limits after it.</summary>
    public PeerLimits AfterLogin { get; init; } = PeerLimits.LoggedIn;

    /// <summary>
    /// No options at all, and the wide limits: for connections that the server opens itself. What the other end
    /// brings up is refused.
    /// </summary>
    public static TelnetSettings Plain { get; } = new()
    {
        TerminalType = false,
        WindowSize = false,
        Environment = false,
        CharacterSet = false,
        EndOfRecord = false,
        Gmcp = false,
        Mssp = false,
        Binary = false,
        Compression = false,
        CompressedInput = false,
        GoAhead = false,
        RefusesForeigners = false,
        KeepAliveMilliseconds = 0,
        BeforeLogin = PeerLimits.LoggedIn,
    };
}
