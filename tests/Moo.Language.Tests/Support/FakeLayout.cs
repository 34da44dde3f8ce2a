using System.Text.RegularExpressions;
using Moo.Language.Scheduling;

namespace Moo.Language.Tests.Support;

/// <summary>A terminal on which every character takes one column.</summary>
internal sealed partial class FakeLayout : ITextLayout
{
    public int Width(string text) => text.Length;

    public IReadOnlyList<string> Wrap(string text, int width, int indent)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width) lines.Add(new string(' ', indent) + word);
            else lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }
        return lines;
    }

    public string Cut(string text, int width, string ellipsis) => text.Length <= width ? text : text[..(width - ellipsis.Length)] + ellipsis;

    public string Strip(string markup) => Tag().Replace(markup, "").Replace("[[", "[", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\[)\[/?[a-z]*\]")]
    private static partial Regex Tag();
}
