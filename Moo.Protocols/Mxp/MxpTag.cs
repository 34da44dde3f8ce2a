using System.Text;

namespace Moo.Protocols.Mxp;

/// <summary>Writes the MXP tags that the server uses: links. Nothing else may be a tag.</summary>
/// <remarks>
/// The client is kept in locked mode, in which tags are plain text, and each tag is let through by itself (temporary
/// secure mode). In open mode, which many servers use, a player who says <c>&lt;b&gt;</c> vanishes from sight.
/// </remarks>
public static class MxpTag
{
    private const string LetOneTagThrough = "\e[4z";

    /// <summary>Sent once when MXP is agreed: lines are locked from here on.</summary>
    internal static ReadOnlySpan<byte> LockLines => "\e[7z"u8;

    /// <summary>Text that sends a command when it is clicked.</summary>
    /// <param name="text">
    /// What is shown: it may hold colours, and is not escaped, since between the tags the lock holds.
    /// </param>
    /// <param name="command">What is sent.</param>
    /// <param name="hint">What is shown when the mouse rests on it, or empty.</param>
    public static string Send(string text, string command, string hint = "") =>
        Wrap("SEND", $" HREF=\"{Quote(command)}\"" + Hint(hint), text);

    /// <summary>Text that puts a command into the input line when it is clicked.</summary>
    /// <inheritdoc cref="Send" path="/param"/>
    public static string Prompt(string text, string command, string hint = "") =>
        Wrap("SEND", $" HREF=\"{Quote(command)}\"" + Hint(hint) + " PROMPT", text);

    /// <summary>Text that opens a web address when it is clicked.</summary>
    /// <param name="text">What is shown.</param>
    /// <param name="address">The address.</param>
    public static string Web(string text, string address) => Wrap("A", $" HREF=\"{Quote(address)}\"", text);

    private static string Hint(string hint) => hint.Length == 0 ? "" : $" HINT=\"{Quote(hint)}\"";

    private static string Wrap(string tag, string attributes, string text) =>
        $"{LetOneTagThrough}<{tag}{attributes}>{text}{LetOneTagThrough}</{tag}>";

    // Inside a tag: entities for what would end the attribute or the tag, and no controls, which could end the line.
    private static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length);
        foreach (var c in Terminal.TextSanitizer.StripControls(value))
        {
            quoted.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' => " ",
                _ => c.ToString(),
            });
        }
        return quoted.ToString();
    }
}
