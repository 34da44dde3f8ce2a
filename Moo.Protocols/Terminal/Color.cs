namespace Moo.Protocols.Terminal;

/// <summary>
/// A colour as text wants it, before a terminal gets what it can show. <c>default</c> is the terminal's own.
/// </summary>
public readonly record struct Color
{
    private readonly byte _red, _green, _blue;

    private Color(ColorKind kind, byte red, byte green, byte blue) =>
        (Kind, _red, _green, _blue) = (kind, red, green, blue);

    /// <summary>How the colour is given.</summary>
    internal ColorKind Kind { get; }

    /// <summary>The number in the palette, of an indexed colour.</summary>
    internal byte Index => _red;

    /// <summary>The components of a direct colour.</summary>
    internal (byte Red, byte Green, byte Blue) Components => (_red, _green, _blue);

    /// <summary>One of the 256 of xterm, of which the first sixteen are ANSI's.</summary>
    public static Color Indexed(byte index) => new(ColorKind.Indexed, index, 0, 0);

    /// <summary>A 24-bit colour.</summary>
    public static Color Rgb(byte red, byte green, byte blue) => new(ColorKind.Rgb, red, green, blue);
}
