using System.Globalization;

namespace Moo.Protocols.Terminal;

/// <summary>An open tag of <see cref="Markup"/>, and the look and link of the text in it.</summary>
/// <param name="Word">Its first word, by which it can be closed.</param>
/// <param name="Style">The look that it gives, with what it did not change taken from the tags around it.</param>
/// <param name="Link">The link, from it or from a tag around it.</param>
internal readonly record struct MarkupTag(string Word, TextStyle Style, TextLink? Link)
{
    private static readonly string[] Colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    /// <summary>Reads what stands between the brackets of an opening tag.</summary>
    public static bool TryParse(ReadOnlySpan<char> tag, MarkupTag around, out MarkupTag opened)
    {
        if (TryLink(tag, around, out opened))
            return true;
        var style = around.Style;
        var isBackground = false;
        var first = default(ReadOnlySpan<char>);
        foreach (var range in tag.Split(' '))
        {
            var word = tag[range];
            if (range.Start.Value == 0)
                first = word;
            if (!isBackground && Is(word, "on"))
            {
                isBackground = true;
                continue;
            }
            if (TryColor(word, out var color))
                style = isBackground ? style with { Background = color } : style with { Foreground = color };
            else if (!isBackground && AttributeOf(word) is var attribute and not TextAttributes.None)
                style = style with { Attributes = style.Attributes | attribute };
            else
                return false;
            isBackground = false;
        }
        if (isBackground)
            return false;
        opened = new MarkupTag(first.ToString(), style, around.Link);
        return true;
    }

    private static bool TryLink(ReadOnlySpan<char> tag, MarkupTag around, out MarkupTag opened)
    {
        opened = default;
        var equals = tag.IndexOf('=');
        if (equals < 0)
            return false;
        var kind = tag[..equals] switch
        {
            "link" => LinkKind.Send,
            "prompt" => LinkKind.Prompt,
            "url" => LinkKind.Web,
            _ => (LinkKind?)null,
        };
        if (kind is null)
            return false;
        var target = tag[(equals + 1)..];
        var hint = target.IndexOf('|');
        var link = hint < 0
            ? new TextLink(kind.Value, target.ToString())
            : new TextLink(kind.Value, target[..hint].ToString(), target[(hint + 1)..].ToString());
        opened = new MarkupTag(tag[..equals].ToString(), around.Style, link);
        return true;
    }

    private static bool TryColor(ReadOnlySpan<char> word, out Color color)
    {
        color = default;
        if (word.StartsWith("#"))
            return TryHex(word[1..], out color);
        if (Is(word, "gray") || Is(word, "grey"))
        {
            color = Color.Indexed(8);
            return true;
        }
        var isBright = word.StartsWith("bright-", StringComparison.OrdinalIgnoreCase);
        var name = isBright ? word["bright-".Length..] : word;
        for (var i = 0; i < Colors.Length; i++)
        {
            if (!Is(name, Colors[i]))
                continue;
            color = Color.Indexed((byte)(isBright ? i + 8 : i));
            return true;
        }
        return false;
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out Color color)
    {
        color = default;
        var isNumber = int.TryParse(
            digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        if (!isNumber || digits.Length is not (3 or 6))
            return false;
        // #rgb stands for #rrggbb.
        color = digits.Length == 6
            ? Color.Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : Color.Rgb((byte)((value >> 8 & 15) * 17), (byte)((value >> 4 & 15) * 17), (byte)((value & 15) * 17));
        return true;
    }

    private static TextAttributes AttributeOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        return word.Length > lower.Length ? TextAttributes.None : lower[..word.ToLowerInvariant(lower)] switch
        {
            "bold" => TextAttributes.Bold,
            "dim" => TextAttributes.Dim,
            "italic" => TextAttributes.Italic,
            "underline" => TextAttributes.Underline,
            "blink" => TextAttributes.Blink,
            "reverse" => TextAttributes.Reverse,
            "strike" => TextAttributes.Strike,
            _ => TextAttributes.None,
        };
    }

    private static bool Is(ReadOnlySpan<char> word, string expected) =>
        word.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
