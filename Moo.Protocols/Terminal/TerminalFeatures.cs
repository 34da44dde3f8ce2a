namespace Moo.Protocols.Terminal;

/// <summary>What a terminal can do. The first twelve are the bits of MTTS and have its values.</summary>
[Flags]
public enum TerminalFeatures
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>ANSI colours.</summary>
    Ansi = 1,

    /// <summary>VT100 cursor movement.</summary>
    Vt100 = 2,

    /// <summary>UTF-8.</summary>
    Utf8 = 4,

    /// <summary>256 colours.</summary>
    Colors256 = 8,

    /// <summary>Mouse tracking.</summary>
    Mouse = 16,

    /// <summary>A colour palette that can be set by OSC.</summary>
    OscPalette = 32,

    /// <summary>The user has a screen reader: no art, no boxes, no repeated prompts.</summary>
    ScreenReader = 64,

    /// <summary>A proxy that passes on another client.</summary>
    Proxy = 128,

    /// <summary>24-bit colour.</summary>
    TrueColor = 256,

    /// <summary>The Mud New-Environ Standard.</summary>
    Mnes = 512,

    /// <summary>MSLP links.</summary>
    Mslp = 1024,

    /// <summary>TLS.</summary>
    Tls = 2048,

    /// <summary>The bits that MTTS defines.</summary>
    Mtts = (1 << 12) - 1,

    /// <summary>OSC 8 links to web addresses.</summary>
    Links = 1 << 12,

    /// <summary>OSC 8 links that send a command (<c>send:</c>).</summary>
    SendLinks = 1 << 13,

    /// <summary>OSC 8 links that fill the input line (<c>prompt:</c>).</summary>
    PromptLinks = 1 << 14,

    /// <summary>MXP was agreed.</summary>
    Mxp = 1 << 15,

    /// <summary>MSP was agreed.</summary>
    Msp = 1 << 16,

    /// <summary>Bold text is shown in the bright colour.</summary>
    BoldIsBright = 1 << 17,

    /// <summary>The client wraps long lines itself.</summary>
    WordWrap = 1 << 18,
}
