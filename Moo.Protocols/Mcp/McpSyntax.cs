using System.Text;

namespace Moo.Protocols.Mcp;

/// <summary>Reads and writes MCP's lines.</summary>
/// <remarks><code>
/// start    := "#$#" name [ " " key ] { " " keyword ": " value }     keyword ends in "*" if its value has several lines
/// value    := unquoted | '"' { character | '\' character } '"'
/// more     := "#$#* " tag " " keyword ": " line
/// end      := "#$#: " tag
/// </code></remarks>
internal static class McpSyntax
{
    public const string OutOfBand = "#$#";
    public const string Quote = "#$\"";
    public const string DataTag = "_data-tag";
    private const string Unquoted = "-~`!@#$%^&()=+{}[]|';?/><.,_";
    private const int MostKeywords = 64;

    /// <summary>Reads a line that starts a message.</summary>
    /// <param name="line">The line after <see cref="OutOfBand"/>.</param>
    /// <param name="key">The authentication key; empty if the line has none, as only the first message may.</param>
    /// <param name="message">Name and values; values of several lines are still empty.</param>
    public static bool TryStart(ReadOnlySpan<char> line, out string key, out McpMessage message)
    {
        key = "";
        var name = Word(ref line);
        message = new McpMessage(name.ToString());
        if (!IsIdentifier(name))
            return false;
        var rest = line.TrimStart(' ');
        var second = Word(ref rest);
        if (!second.IsEmpty && second[^1] != ':')
        {
            key = second.ToString();
            line = rest;
        }
        for (var count = 0; !(line = line.TrimStart(' ')).IsEmpty; count++)
        {
            if (count == MostKeywords || !TryKeyword(ref line, message))
                return false;
        }
        return true;
    }

    /// <summary>Reads a line of a value: what stands after <c>#$#* </c>.</summary>
    public static bool TryContinuation(ReadOnlySpan<char> line, out string tag, out string keyword, out string text)
    {
        tag = Word(ref line).ToString();
        line = line.TrimStart(' ');
        var colon = line.IndexOf(':');
        keyword = colon < 0 ? "" : line[..colon].ToString();
        // One blank belongs to the colon; what follows is the line as it is.
        text = colon < 0 ? "" : (line[(colon + 1)..] is [' ', .. var after] ? after : line[(colon + 1)..]).ToString();
        return tag.Length > 0 && keyword.Length > 0;
    }

    /// <summary>Writes a value, quoted if it must be.</summary>
    public static void AppendValue(string value, StringBuilder output)
    {
        if (value.Length > 0 && value.All(IsUnquoted))
        {
            output.Append(value);
            return;
        }
        output.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                output.Append('\\');
            output.Append(c is '\r' or '\n' ? ' ' : c);
        }
        output.Append('"');
    }

    /// <summary>Whether the text can be a message's name or a keyword.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsAsciiLetter(text[0]) || text[0] == '_'))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        }
        return true;
    }

    private static bool TryKeyword(ref ReadOnlySpan<char> line, McpMessage message)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0)
            return false;
        var keyword = line[..colon];
        line = line[(colon + 1)..].TrimStart(' ');
        if (!TryValue(ref line, out var value))
            return false;
        if (keyword[^1] == '*')
            return IsIdentifier(keyword[..^1]) && message.TryAddLines(keyword[..^1].ToString());
        return IsIdentifier(keyword) && message.TryAdd(keyword.ToString(), value);
    }

    private static bool TryValue(ref ReadOnlySpan<char> line, out string value)
    {
        value = "";
        if (line.IsEmpty || line[0] != '"')
        {
            var word = Word(ref line);
            value = word.ToString();
            return !word.IsEmpty && value.All(IsUnquoted);
        }
        var text = new StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                value = text.ToString();
                line = line[(i + 1)..];
                return line.IsEmpty || line[0] == ' ';
            }
            if (line[i] == '\\' && ++i == line.Length)
                return false;
            text.Append(line[i]);
        }
        return false;
    }

    private static ReadOnlySpan<char> Word(ref ReadOnlySpan<char> line)
    {
        var length = line.IndexOf(' ');
        var word = length < 0 ? line : line[..length];
        line = line[word.Length..];
        return word;
    }

    // The specification's simple characters. Others than ASCII, which it does not know, need no quotes to be read.
    private static bool IsUnquoted(char c) => char.IsAsciiLetterOrDigit(c) || Unquoted.Contains(c) || c > '\u009F';
}
