using System.Text;

namespace Moo.Language.Definitions;

/// <summary>Verb bodies inside definition files: kept as written, but for the indentation that all their lines share.</summary>
internal static class BodyText
{
    /// <summary>The text without the common indentation and the last line's end.</summary>
    public static string Outdent(string text) => Outdent(text, out _);

    /// <summary>The text without the common indentation and the last line's end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="common">The characters taken from the start of each line.</param>
    public static string Outdent(string text, out int common)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        var least = int.MaxValue;
        foreach (var line in lines.Where(line => line.AsSpan().Trim().Length > 0)) least = Math.Min(least, line.Length - line.TrimStart(' ', '\t').Length);
        common = least == int.MaxValue ? 0 : least;
        return string.Join('\n', lines.Select(line => line.Length <= least ? line.TrimStart(' ', '\t') : line[least..]));
    }

    /// <summary>The text with every line that is not blank indented.</summary>
    public static string Indent(string text, string indentation)
    {
        if (text.Length == 0) return "";
        var indented = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0) indented.Append(indentation).Append(line);
            indented.Append('\n');
        }
        return indented.ToString();
    }

    /// <summary>Whether the text goes on inside a <c>/* … */</c> comment behind a line.</summary>
    public static bool EndsInComment(string line, bool isInComment)
    {
        var isInString = false;
        for (var i = 0; i < line.Length; i++)
        {
            var (c, next) = (line[i], i + 1 < line.Length ? line[i + 1] : '\0');
            if (isInComment)
            {
                if (c != '*' || next != '/') continue;
                isInComment = false;
                i++;
            }
            else if (isInString)
            {
                if (c == '\\') i++;
                else if (c == '"') isInString = false;
            }
            else if (c == '"')
            {
                isInString = true;
            }
            else if (c == '/' && next == '/')
            {
                return false;
            }
            else if (c == '/' && next == '*')
            {
                isInComment = true;
                i++;
            }
        }
        return isInComment;
    }
}
