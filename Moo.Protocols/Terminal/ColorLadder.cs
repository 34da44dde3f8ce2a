namespace Moo.Protocols.Terminal;

/// <summary>Brings a colour down to what a terminal can show: 24 bits, 256, sixteen, none.</summary>
internal static class ColorLadder
{
    private const int CubeStart = 16, GreyStart = 232, Greys = 24;

    // xterm's sixteen.
    private static readonly (byte Red, byte Green, byte Blue)[] Sixteen =
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ];

    /// <summary>The nearest colour that a terminal of that depth has.</summary>
    public static Color Fit(Color color, ColorDepth depth)
    {
        if (color.Kind == ColorKind.Default || depth == ColorDepth.None)
            return default;
        if (color.Kind == ColorKind.Rgb && depth == ColorDepth.TwoHundredFiftySix)
            return Color.Indexed(To256(color.Components));
        if (depth != ColorDepth.Sixteen || (color.Kind == ColorKind.Indexed && color.Index < CubeStart))
            return color;
        return Color.Indexed(To16(color.Kind == ColorKind.Rgb ? color.Components : ComponentsOf(color.Index)));
    }

    private static byte To256((byte Red, byte Green, byte Blue) color)
    {
        var (red, green, blue) = (CubeLevel(color.Red), CubeLevel(color.Green), CubeLevel(color.Blue));
        var cube = (byte)(CubeStart + 36 * red + 6 * green + blue);
        // The greys run from 8 to 238 in steps of 10, finer than the cube's diagonal.
        var average = (color.Red + color.Green + color.Blue) / 3;
        var grey = (byte)(GreyStart + Math.Clamp((average - 3) / 10, 0, Greys - 1));
        return Distance(color, ComponentsOf(grey)) < Distance(color, ComponentsOf(cube)) ? grey : cube;
    }

    private static byte To16((byte Red, byte Green, byte Blue) color)
    {
        var best = 0;
        for (var i = 1; i < Sixteen.Length; i++)
        {
            if (Distance(color, Sixteen[i]) < Distance(color, Sixteen[best]))
                best = i;
        }
        return (byte)best;
    }

    private static (byte Red, byte Green, byte Blue) ComponentsOf(byte index)
    {
        if (index < CubeStart)
            return Sixteen[index];
        if (index >= GreyStart)
        {
            var grey = (byte)(8 + 10 * (index - GreyStart));
            return (grey, grey, grey);
        }
        var place = index - CubeStart;
        return (Level(place / 36), Level(place / 6 % 6), Level(place % 6));
    }

    // The cube's levels are 0, 95, 135, 175, 215, 255.
    private static byte Level(int step) => (byte)(step == 0 ? 0 : 55 + 40 * step);

    private static int CubeLevel(byte component) => component < 48 ? 0 : component < 115 ? 1 : (component - 35) / 40;

    private static int Distance((byte Red, byte Green, byte Blue) a, (byte Red, byte Green, byte Blue) b)
    {
        var (red, green, blue) = (a.Red - b.Red, a.Green - b.Green, a.Blue - b.Blue);
        return red * red + green * green + blue * blue;
    }
}
