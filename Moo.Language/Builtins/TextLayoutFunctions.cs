using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Text as it lies on a terminal.</summary>
internal static class TextLayoutFunctions
{
    private const long LargestWidth = 10_000;

    /// <summary>How many columns a text takes on a terminal: East Asian characters and emoji take two, combining marks none.</summary>
    /// <example>text_width("tea") => 3</example>
    [Builtin("text_width")]
    public static Value Width(MooTask task, string text) =>
        Effort.Take(task, text.Length * 8L) ? Value.Int(task.Runtime.Host.Layout.Width(text)) : Value.Failure;

    /// <summary>Breaks a text into lines of at most so many columns, at blanks where there are any.</summary>
    /// <remarks>Line feeds in the text stay line ends. Each line but the first starts with <paramref name="indent"/> blanks.</remarks>
    /// <example>text_wrap("to be or not to be", 8) => {"to be or", "not to", "be"}</example>
    /// <exception cref="MooError">E_INVARG for a width below 2 or over 10000.</exception>
    [Builtin("text_wrap")]
    public static Value Wrap(MooTask task, string text, long width, long indent = 0)
    {
        if (width is < 2 or > LargestWidth) return BadWidth(task, width);
        if (!Effort.Take(task, text.Length * 16L)) return Value.Failure;
        var lines = task.Runtime.Host.Layout.Wrap(text, (int)width, (int)Math.Clamp(indent, 0, width - 2));
        return Quota.Check(task, Value.List(MooList.OfStrings(lines)));
    }

    /// <summary>Makes a text take exactly so many columns: fills it up with blanks, or cuts it.</summary>
    /// <remarks>
    /// <paramref name="alignment"/> is where the text stands: <c>"left"</c>, <c>"right"</c> or <c>"center"</c>. A text that is cut ends in
    /// <paramref name="ellipsis"/>.
    /// </remarks>
    /// <example>{text_fit("tea", 5), text_fit("tea", 5, "right"), text_fit("teapot", 4, "left", "+")} => {"tea  ", "  tea", "tea+"}</example>
    /// <exception cref="MooError">E_INVARG for a negative width or one over 10000, or another alignment.</exception>
    [Builtin("text_fit")]
    public static Value Fit(MooTask task, string text, long width, string alignment = "left", string ellipsis = "…")
    {
        if (width is < 0 or > LargestWidth) return BadWidth(task, width);
        if (!Effort.Take(task, text.Length * 8L)) return Value.Failure;
        var layout = task.Runtime.Host.Layout;
        var taken = layout.Width(text);
        if (taken > width) (text, taken) = Cut(task, text, (int)width, ellipsis);
        var missing = Math.Max(0, (int)width - taken);
        var before = alignment.ToUpperInvariant() switch
        {
            "LEFT" => 0,
            "RIGHT" => missing,
            "CENTER" or "CENTRE" => missing / 2,
            _ => -1,
        };
        if (before < 0) return task.RaiseHere(ErrorCode.E_INVARG, "\"{0}\" is no alignment; write \"left\", \"right\" or \"center\"", Value.Str(alignment));
        return missing == 0 ? Value.Str(text) : Value.Str(new string(' ', before) + text + new string(' ', missing - before));
    }

    /// <summary>The text of markup as it is shown: without its tags, and with <c>[[</c> as one bracket.</summary>
    /// <example>strip_markup("[red]stop[/] [[here]") => "stop [here]"</example>
    [Builtin("strip_markup")]
    public static Value StripMarkup(MooTask task, string markup) =>
        Effort.Take(task, markup.Length * 8L) ? Value.Str(task.Runtime.Host.Layout.Strip(markup)) : Value.Failure;

    private static (string Text, int Width) Cut(MooTask task, string text, int width, string ellipsis)
    {
        var layout = task.Runtime.Host.Layout;
        var cut = layout.Cut(text, width, layout.Width(ellipsis) <= width ? ellipsis : "");
        return (cut, layout.Width(cut));
    }

    private static Value BadWidth(MooTask task, long width) => task.RaiseHere(ErrorCode.E_INVARG, "{0} is no width", Value.Int(width));
}
