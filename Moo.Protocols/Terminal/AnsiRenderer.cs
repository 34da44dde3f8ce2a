using System.Globalization;
using System.Text;

namespace Moo.Protocols.Terminal;

/// <summary>
/// Writes <see cref="StyledText"/> for one terminal: its colours, its kind of links, nothing that it lacks.
/// </summary>
/// <remarks>Looks end at the end of each line, so that no colour bleeds into what another writes.</remarks>
public static class AnsiRenderer
{
    private static readonly (TextAttributes Attribute, int Code)[] Codes =
    [
        (TextAttributes.Bold, 1), (TextAttributes.Dim, 2), (TextAttributes.Italic, 3), (TextAttributes.Underline, 4),
        (TextAttributes.Blink, 5), (TextAttributes.Reverse, 7), (TextAttributes.Strike, 9),
    ];

    /// <summary>The text for that terminal.</summary>
    public static string Render(StyledText text, TerminalFacts terminal)
    {
        var depth = terminal.Colors;
        var runs = text.Runs;
        if (runs.Count == 1 && runs[0].Style.IsPlain && runs[0].Link is null)
            return runs[0].Text;
        var output = new StringBuilder();
        var current = default(TextStyle);
        foreach (var run in runs)
        {
            var style = Fit(run.Style, depth);
            var shown = run.Link is null ? run.Text : LinkWriter.Write(run.Text, run.Link, terminal);
            var isFirst = true;
            foreach (var line in shown.Split('\n'))
            {
                if (!isFirst)
                {
                    Switch(ref current, default, output);
                    output.Append('\n');
                }
                isFirst = false;
                if (line.Length == 0)
                    continue;
                Switch(ref current, style, output);
                output.Append(line);
            }
        }
        Switch(ref current, default, output);
        return output.ToString();
    }

    private static TextStyle Fit(TextStyle style, ColorDepth depth) => depth == ColorDepth.None
        ? default
        : style with
        {
            Foreground = ColorLadder.Fit(style.Foreground, depth),
            Background = ColorLadder.Fit(style.Background, depth),
        };

    // SGR (ECMA-48 §8.3.117). What was on is reset first: terminals disagree on how to end single attributes.
    private static void Switch(ref TextStyle current, TextStyle wanted, StringBuilder output)
    {
        if (current == wanted)
            return;
        output.Append("\e[").Append(current.IsPlain ? "" : "0");
        var separator = current.IsPlain ? "" : ";";
        foreach (var (attribute, code) in Codes)
        {
            if ((wanted.Attributes & attribute) != 0)
                Append(code.ToString(CultureInfo.InvariantCulture));
        }
        if (wanted.Foreground != default)
            Append(Code(wanted.Foreground, 30));
        if (wanted.Background != default)
            Append(Code(wanted.Background, 40));
        output.Append('m');
        current = wanted;

        void Append(string code)
        {
            output.Append(separator).Append(code);
            separator = ";";
        }
    }

    private static string Code(Color color, int start)
    {
        if (color.Kind == ColorKind.Rgb)
        {
            var (red, green, blue) = color.Components;
            return string.Create(CultureInfo.InvariantCulture, $"{start + 8};2;{red};{green};{blue}");
        }
        return color.Index switch
        {
            < 8 => (start + color.Index).ToString(CultureInfo.InvariantCulture),
            < 16 => (start + 60 + color.Index - 8).ToString(CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{start + 8};5;{color.Index}"),
        };
    }
}
