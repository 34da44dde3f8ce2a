namespace Moo.Protocols.Terminal;

/// <summary>How text is set, besides its colours.</summary>
[Flags]
public enum TextAttributes
{
    /// <summary>Plainly.</summary>
    None = 0,

    /// <summary>Bold; some terminals show it as the bright colour.</summary>
    Bold = 1,

    /// <summary>Faint.</summary>
    Dim = 2,

    /// <summary>Italic.</summary>
    Italic = 4,

    /// <summary>Underlined.</summary>
    Underline = 8,

    /// <summary>Blinking.</summary>
    Blink = 16,

    /// <summary>Foreground and background exchanged.</summary>
    Reverse = 32,

    /// <summary>Struck through.</summary>
    Strike = 64,
}
