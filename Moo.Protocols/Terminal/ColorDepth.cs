namespace Moo.Protocols.Terminal;

/// <summary>How many colours a terminal can show.</summary>
public enum ColorDepth
{
    /// <summary>None: text only, no escape sequences.</summary>
    None,

    /// <summary>The sixteen of ANSI.</summary>
    Sixteen,

    /// <summary>The 256 of xterm: sixteen, a 6×6×6 cube, 24 greys.</summary>
    TwoHundredFiftySix,

    /// <summary>24 bits.</summary>
    TrueColor,
}
