using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Texts for terminals and for URLs.</summary>
internal static class MarkupFunctions
{
    /// <summary>Replaces tags such as <c>[red]</c>, <c>[bold]</c> or <c>[b:blue]</c> by the codes that colour a terminal.</summary>
    /// <remarks>
    /// Colours: red green yellow blue purple magenta cyan white black gray, with <c>b:</c> before them for the background; normal inverse
    /// underline bold bright blink and their opposites unbold unbright unblink; beep; random for one of six colours; null for nothing at
    /// all.
    /// </remarks>
    /// <example>parse_ansi("[red]stop[normal]") => "\x1B[31mstop\x1B[0m"</example>
    [Builtin("parse_ansi")]
    public static Value ParseAnsi(MooTask task, string text) =>
        Effort.Take(task, text.Length) ? Quota.Check(task, Value.Str(AnsiTags.Replace(text, remove: false))) : Value.Failure;

    /// <summary>Takes the tags out that <c>parse_ansi()</c> would replace.</summary>
    /// <example>remove_ansi("[red]stop[normal] [sign]") => "stop [sign]"</example>
    [Builtin("remove_ansi")]
    public static Value RemoveAnsi(MooTask task, string text) =>
        Effort.Take(task, text.Length) ? Value.Str(AnsiTags.Replace(text, remove: true)) : Value.Failure;

    /// <summary>Writes a text so that it can stand in a URL: everything but letters, digits and <c>-._~</c> becomes <c>%XX</c>.</summary>
    /// <example>url_encode("a b/é") => "a%20b%2F%C3%A9"</example>
    [Builtin("url_encode"), Builtin("urlencode")]
    public static Value UrlEncode(MooTask task, string text) =>
        Effort.Take(task, text.Length * 4L) ? Quota.Check(task, Value.Str(PercentText.Encode(text))) : Value.Failure;

    /// <summary>The text that <c>url_encode()</c> was given. A <c>%</c> without two hexadecimal digits stands for itself.</summary>
    /// <example>url_decode("a%20b%2F") => "a b/"</example>
    /// <exception cref="MooError">E_INVARG if the bytes are not UTF-8.</exception>
    [Builtin("url_decode")]
    public static Value UrlDecode(MooTask task, string text) => Decode(task, text, plusAsSpace: false, isStrict: false);

    /// <summary>As <c>url_decode()</c>, but refuses a <c>%</c> without two hexadecimal digits.</summary>
    /// <remarks>With <paramref name="plusAsSpace"/> a <c>+</c> stands for a blank, as in the query of a form.</remarks>
    /// <example>urldecode("a+b%21", 1) => "a b!"</example>
    /// <exception cref="MooError">E_INVARG for a malformed text, and if the bytes are not UTF-8.</exception>
    [Builtin("urldecode")]
    public static Value UrlDecodeStrictly(MooTask task, string text, bool plusAsSpace = false) =>
        Decode(task, text, plusAsSpace, isStrict: true);

    private static Value Decode(MooTask task, string text, bool plusAsSpace, bool isStrict)
    {
        if (!Effort.Take(task, text.Length * 4L)) return Value.Failure;
        return PercentText.TryDecode(text, plusAsSpace, isStrict) is { } decoded ? Value.Str(decoded)
            : task.RaiseHere(ErrorCode.E_INVARG, "the text is no percent-encoded UTF-8");
    }
}
