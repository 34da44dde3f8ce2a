using System.Globalization;

namespace Moo.Protocols.Terminal;

/// <summary>
/// Reads text that brings its own colours as SGR sequences, so that they too fit the terminal that shows them.
/// </summary>
/// <remarks>All other escape sequences and control characters are taken out.</remarks>
public static class AnsiText
{
    /// <summary>The runs of such a text.</summary>
    public static StyledText Parse(string text)
    {
        if (!text.Contains(EscapeSequence.Escape))
            return StyledText.Plain(text);
        var runs = new List<StyledRun>();
        var style = default(TextStyle);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOf(EscapeSequence.Escape);
            Add(start < 0 ? rest : rest[..start], style, runs);
            if (start < 0)
                break;
            rest = rest[start..];
            var sequence = rest[..EscapeSequence.Length(rest)];
            if (sequence.StartsWith("\e[") && sequence[^1] == 'm')
                style = Apply(style, sequence[2..^1]);
            rest = rest[sequence.Length..];
        }
        return new StyledText(runs);
    }

    private static void Add(ReadOnlySpan<char> text, TextStyle style, List<StyledRun> runs)
    {
        var clean = TextSanitizer.StripControls(text.ToString(), keepLineFeeds: true);
        if (clean.Length > 0)
            runs.Add(new StyledRun(clean, style));
    }

    // ECMA-48 §8.3.117. A parameter left out is 0.
    private static TextStyle Apply(TextStyle style, ReadOnlySpan<char> parameters)
    {
        Span<int> codes = stackalloc int[32];
        var count = 0;
        foreach (var range in parameters.Split(';'))
        {
            if (count == codes.Length)
                break;
            int.TryParse(parameters[range], NumberStyles.None, CultureInfo.InvariantCulture, out codes[count]);
            count++;
        }
        for (var i = 0; i < count; i++)
        {
            if (codes[i] is 38 or 48)
                style = ApplyExtended(style, codes[..count], ref i);
            else
                style = Apply(style, codes[i]);
        }
        return style;
    }

    private static TextStyle Apply(TextStyle style, int code) => code switch
    {
        0 => default,
        1 => With(style, TextAttributes.Bold),
        2 => With(style, TextAttributes.Dim),
        3 => With(style, TextAttributes.Italic),
        4 => With(style, TextAttributes.Underline),
        5 or 6 => With(style, TextAttributes.Blink),
        7 => With(style, TextAttributes.Reverse),
        9 => With(style, TextAttributes.Strike),
        22 => Without(style, TextAttributes.Bold | TextAttributes.Dim),
        23 => Without(style, TextAttributes.Italic),
        24 => Without(style, TextAttributes.Underline),
        25 => Without(style, TextAttributes.Blink),
        27 => Without(style, TextAttributes.Reverse),
        29 => Without(style, TextAttributes.Strike),
        >= 30 and <= 37 => style with { Foreground = Color.Indexed((byte)(code - 30)) },
        39 => style with { Foreground = default },
        >= 40 and <= 47 => style with { Background = Color.Indexed((byte)(code - 40)) },
        49 => style with { Background = default },
        >= 90 and <= 97 => style with { Foreground = Color.Indexed((byte)(code - 90 + 8)) },
        >= 100 and <= 107 => style with { Background = Color.Indexed((byte)(code - 100 + 8)) },
        _ => style,
    };

    // 38;5;n and 38;2;r;g;b, and the same with 48. What is incomplete changes nothing.
    private static TextStyle ApplyExtended(TextStyle style, ReadOnlySpan<int> codes, ref int at)
    {
        var isForeground = codes[at] == 38;
        var rest = codes[(at + 1)..];
        Color color;
        if (rest is [5, var index, ..])
        {
            color = Color.Indexed((byte)index);
            at += 2;
        }
        else if (rest is [2, var red, var green, var blue, ..])
        {
            color = Color.Rgb((byte)red, (byte)green, (byte)blue);
            at += 4;
        }
        else
        {
            at = codes.Length;
            return style;
        }
        return isForeground ? style with { Foreground = color } : style with { Background = color };
    }

    private static TextStyle With(TextStyle style, TextAttributes attributes) =>
        style with { Attributes = style.Attributes | attributes };

    private static TextStyle Without(TextStyle style, TextAttributes attributes) =>
        style with { Attributes = style.Attributes & ~attributes };
}
