using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Moo.Language.Builtins.Regexes;

/// <summary>A substitution command as in Perl, <c>s/pattern/replacement/flags</c>, taken apart.</summary>
/// <remarks>
/// As the library behind ToastStunt's <c>pcre_replace()</c> reads it: the second character separates, whatever it is; a backslash takes
/// its meaning away. Flags: <c>g</c> all matches, <c>i m s x U</c> as usual, <c>T</c> takes the replacement as it stands; others are read
/// over.
/// </remarks>
internal sealed class Substitution
{
    // A piece of the replacement: text, or a group by number, or one of these.
    private const int WholeMatch = 0;
    private const int Before = -1;
    private const int After = -2;

    private readonly List<(string? Text, int Group)> _pieces = [];

    private Substitution(PerlOptions options, string pattern, bool isGlobal)
    {
        Options = options;
        Pattern = pattern;
        IsGlobal = isGlobal;
    }

    public string Pattern { get; }

    public PerlOptions Options { get; }

    /// <summary>Whether all matches are replaced, not only the first.</summary>
    public bool IsGlobal { get; }

    /// <summary>Takes a command apart.</summary>
    /// <exception cref="PerlSyntaxException">It is none.</exception>
    public static Substitution Parse(string command)
    {
        if (command.Length < 4) throw new PerlSyntaxException("a command looks like s/pattern/replacement/");
        var parts = Split(command);
        if (parts.Count != 4)
            throw new PerlSyntaxException($"a command looks like s/pattern/replacement/, with exactly three '{command[1]}'");
        var flags = parts[3];
        var options = PerlOptions.None;
        if (flags.Contains('i')) options |= PerlOptions.IgnoreCase;
        if (flags.Contains('m')) options |= PerlOptions.Multiline;
        if (flags.Contains('s')) options |= PerlOptions.DotAll;
        if (flags.Contains('x')) options |= PerlOptions.Extended;
        if (flags.Contains('U')) options |= PerlOptions.Ungreedy;
        var substitution = new Substitution(options, parts[1], flags.Contains('g'));
        if (flags.Contains('T')) substitution._pieces.Add((parts[2], 0));
        else substitution.ReadReplacement(parts[2]);
        return substitution;
    }

    private static List<string> Split(string command)
    {
        var separator = command[1];
        var parts = new List<string>();
        var part = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (c == separator && !isQuoted)
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }
            var isBackslash = c == '\\' && !isQuoted;
            isQuoted = isBackslash;
            if (isBackslash && i + 1 < command.Length && command[i + 1] == separator) continue;
            part.Append(c);
        }
        parts.Add(part.ToString());
        return parts;
    }

    private void ReadReplacement(string replacement)
    {
        var text = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            var c = replacement[i];
            if (c == '\\' && i + 1 < replacement.Length)
            {
                i = ReadEscape(replacement, i + 1, text);
            }
            else if (c == '$' && i + 1 < replacement.Length && ReadGroup(replacement, i + 1) is { } found)
            {
                _pieces.Add((text.ToString(), 0));
                _pieces.Add((null, found.Group));
                text.Clear();
                i = found.Last;
            }
            else
            {
                text.Append(c);
            }
        }
        _pieces.Add((text.ToString(), 0));
    }

    // Returns the place of the escape's last character.
    private static int ReadEscape(string replacement, int at, StringBuilder text)
    {
        const string letters = "tnrfae0", meanings = "\t\n\r\f\a\x1b\0";
        var known = letters.IndexOf(replacement[at]);
        if (known >= 0)
        {
            text.Append(meanings[known]);
            return at;
        }
        if (replacement[at] == 'x' && at + 2 < replacement.Length
            && byte.TryParse(replacement.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            text.Append((char)number);
            return at + 2;
        }
        text.Append(replacement[at]);
        return at;
    }

    // $1, $12, $&, $+, $` and $'; anything else is an ordinary dollar sign.
    private static (int Group, int Last)? ReadGroup(string replacement, int at)
    {
        switch (replacement[at])
        {
            case '&':
                return (WholeMatch, at);
            case '`':
                return (Before, at);
            case '\'':
                return (After, at);
            case '+':
                return (int.MaxValue, at);
        }
        var end = at;
        while (end < replacement.Length && char.IsAsciiDigit(replacement[end])) end++;
        if (end == at) return null;
        var isNumber = int.TryParse(replacement.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number < int.MaxValue ? (number, end - 1)
            : throw new PerlSyntaxException($"there is no group {replacement[at..end]}");
    }

    /// <summary>Checks that all groups that the replacement refers to are there.</summary>
    /// <exception cref="PerlSyntaxException">One is not.</exception>
    public void CheckGroups(int count)
    {
        foreach (var (text, group) in _pieces)
            if (text is null && group > count && group < int.MaxValue) throw new PerlSyntaxException($"there is no group {group}");
    }

    /// <summary>Adds what replaces a match.</summary>
    public void Append(StringBuilder result, Match match, string subject, int groupCount)
    {
        foreach (var (text, group) in _pieces)
        {
            if (text is not null) result.Append(text);
            else if (group == Before) result.Append(subject, 0, match.Index);
            else if (group == After) result.Append(subject.AsSpan(match.Index + match.Length));
            else result.Append(match.Groups[Math.Min(group, groupCount)].ValueSpan);
        }
    }
}
