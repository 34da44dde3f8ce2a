using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Moo.Language.Builtins.Regexes;

/// <summary>What is wrong with a regular expression.</summary>
internal sealed class PerlSyntaxException(string message) : Exception(message);

/// <summary>Writes a Perl-compatible regular expression the way .NET reads it.</summary>
/// <remarks>
/// The two mean the same by most of their signs. This class rewrites the rest: groups get Perl's numbers (.NET numbers named ones last),
/// possessive repetition becomes an atomic group, <c>\h \R \x{…} \Q…\E [:alpha:] (?P&lt;n>…)</c> and the like become what .NET has for
/// them. What has no counterpart (recursion, <c>\K</c>, verbs, branch reset) is refused by name.
/// <para>.NET matches UTF-16 units. For texts beyond the Basic Multilingual Plane a wide form is made, in which whatever matches one
/// character matches a surrogate pair as well, and never half of one.</para>
/// </remarks>
internal sealed class PerlTranslator
{
    private const int DeepestNesting = 200;
    private const int LongestPattern = 8_192;
    private const int MostRepeats = 65_535;
    private const int None = -1;

    private readonly string _pattern;
    private readonly bool _isWide;
    private readonly int _groupTotal;
    private readonly StringBuilder _out = new();
    private readonly List<string?> _groups = [null];
    private readonly Stack<(int Start, bool IsExtended, bool IsUngreedy)> _open = new();
    private bool _isExtended;
    private bool _isUngreedy;
    private int _at;

    // Where what a repetition would repeat begins in the output.
    private int _atom = None;

    private PerlTranslator(string pattern, PerlOptions options, bool isWide)
    {
        _pattern = pattern;
        _isWide = isWide;
        _isExtended = options.HasFlag(PerlOptions.Extended);
        _isUngreedy = options.HasFlag(PerlOptions.Ungreedy);
        _groupTotal = pattern.Count(c => c == '('); // at most
    }

    /// <summary>The same regular expression for .NET, and the names of its groups by number; null for those without.</summary>
    /// <exception cref="PerlSyntaxException">It is malformed, or there is no counterpart.</exception>
    public static (string Pattern, IReadOnlyList<string?> Groups) Translate(string pattern, PerlOptions options, bool isWide)
    {
        if (pattern.Length > LongestPattern) throw new PerlSyntaxException("it is too long");
        var translator = new PerlTranslator(pattern, options, isWide);
        while (translator._at < pattern.Length) translator.Step();
        if (translator._open.Count > 0) throw new PerlSyntaxException("a ( is not closed");
        return (translator._out.ToString(), translator._groups);
    }

    private char Current => _at < _pattern.Length ? _pattern[_at] : '\0';

    private char Next => _at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0';

    private bool Accept(string text)
    {
        if (string.CompareOrdinal(_pattern, _at, text, 0, text.Length) != 0) return false;
        _at += text.Length;
        return true;
    }

    private string Until(string end)
    {
        var to = _pattern.IndexOf(end, _at, StringComparison.Ordinal);
        if (to < 0) throw new PerlSyntaxException($"a {end} is missing");
        var text = _pattern[_at..to];
        _at = to + end.Length;
        return text;
    }

    private void Atom(string text)
    {
        _atom = _out.Length;
        _out.Append(text);
    }

    private void Literal(Rune rune) => Atom(PerlCharacters.Literal(rune));

    private void Step()
    {
        var c = _pattern[_at];
        switch (c)
        {
            case '\\':
                _at++;
                Escape();
                break;
            case '[':
                _at++;
                Atom(new PerlClass(_pattern, _isWide).Read(ref _at));
                break;
            case '(':
                _at++;
                Open();
                break;
            case ')':
                _at++;
                Close();
                break;
            case '.':
                _at++;
                Atom(_isWide ? $"(?:[^\\n\\uD800-\\uDFFF]|{PerlCharacters.Pair})" : ".");
                break;
            case '|' or '^' or '$':
                _at++;
                _out.Append(c);
                _atom = None;
                break;
            case '*' or '+' or '?':
                _at++;
                Repeat(c.ToString());
                break;
            case '{' when Bounds() is { } bounds:
                Repeat(bounds);
                break;
            case '#' when _isExtended:
                var end = _pattern.IndexOf('\n', _at);
                _at = end < 0 ? _pattern.Length : end + 1;
                break;
            case ' ' or '\t' or '\n' or '\r' or '\f' or '\v' when _isExtended:
                _at++;
                break;
            default:
                Rune.DecodeFromUtf16(_pattern.AsSpan(_at), out var rune, out var length);
                _at += length;
                Literal(rune);
                break;
        }
    }

    // ---- repetition

    // {n}, {n,} or {n,m}; anything else that begins with { is an ordinary character.
    private string? Bounds()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0) return null;
        var parts = _pattern[(_at + 1)..end].Split(',');
        if (parts.Length > 2 || parts[0].Length == 0 || parts.Any(part => part.Any(c => !char.IsAsciiDigit(c)))) return null;
        foreach (var part in parts)
        {
            if (part.Length > 5 || part.Length > 0 && int.Parse(part, CultureInfo.InvariantCulture) > MostRepeats)
                throw new PerlSyntaxException($"{{{part}}} repeats too often");
        }
        var text = _pattern[_at..(end + 1)];
        _at = end + 1;
        return text;
    }

    private void Repeat(string how)
    {
        if (_atom == None) throw new PerlSyntaxException($"nothing stands before the {how}");
        if (Accept("+"))
        {
            _out.Insert(_atom, "(?>").Append(how).Append(')');
        }
        else
        {
            var isLazy = Accept("?") != _isUngreedy;
            _out.Append(how).Append(isLazy ? "?" : "");
        }
        _atom = None;
    }

    // ---- groups

    private void Open()
    {
        if (_open.Count >= DeepestNesting) throw new PerlSyntaxException("the groups nest too deep");
        if (Current == '*') throw new PerlSyntaxException("verbs such as (*FAIL) are not supported");
        if (!Accept("?"))
        {
            Capture(null);
            return;
        }
        if (Accept("#")) Until(")");
        else if (Accept("P<")) Capture(Until(">"));
        else if (Accept("P=")) Reference(Until(")"));
        else if (Accept("'")) Capture(Until("'"));
        else if (Accept("<=")) Push("(?<=");
        else if (Accept("<!")) Push("(?<!");
        else if (Accept("<")) Capture(Until(">"));
        else if (Accept("(")) Conditional();
        else if (Current is ':' or '=' or '!' or '>') Push($"(?{_pattern[_at++]}");
        else if (Current == '|') throw new PerlSyntaxException("branch reset (?|…) is not supported");
        else if (Current is 'R' or '&' or '+' or 'P' or (>= '0' and <= '9') || Current == '-' && char.IsAsciiDigit(Next))
            throw new PerlSyntaxException("recursion is not supported");
        else Flags();
    }

    private void Push(string text)
    {
        _open.Push((_out.Length, _isExtended, _isUngreedy));
        _out.Append(text);
        _atom = None;
    }

    private void Capture(string? name)
    {
        if (name is not null && (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.Any(c => !char.IsLetterOrDigit(c) && c != '_')))
            throw new PerlSyntaxException($"'{name}' is no name for a group");
        if (name is not null && _groups.Contains(name)) throw new PerlSyntaxException($"two groups have the name '{name}'");
        Push(string.Create(CultureInfo.InvariantCulture, $"(?<{_groups.Count}>"));
        _groups.Add(name);
    }

    private void Close()
    {
        if (!_open.TryPop(out var group)) throw new PerlSyntaxException("a ) without a (");
        (_atom, _isExtended, _isUngreedy) = group;
        _out.Append(')');
    }

    // (?(1)yes|no), (?(<name>)yes|no), (?(?=…)yes|no)
    private void Conditional()
    {
        if (Current == '?')
        {
            Push("(?");
            _at--; // the look-around's parenthesis is an ordinary group again
            return;
        }
        var condition = Until(")");
        if (condition is ['<', .., '>'] or ['\'', .., '\'']) condition = condition[1..^1];
        Push($"(?({Number(condition)})");
    }

    // (?i), (?i-m), (?i:…)
    private void Flags()
    {
        var (on, off) = (new StringBuilder(), new StringBuilder());
        var (target, isOn) = (on, true);
        var (isExtended, isUngreedy) = (_isExtended, _isUngreedy);
        for (; ; _at++)
        {
            switch (Current)
            {
                case 'i' or 'm' or 's':
                    target.Append(Current);
                    continue;
                case 'x':
                    isExtended = isOn;
                    continue;
                case 'U':
                    isUngreedy = isOn;
                    continue;
                case '-' when isOn:
                    (target, isOn) = (off, false);
                    continue;
                case ')' or ':':
                    break;
                default:
                    throw new PerlSyntaxException($"(?{Current} is not supported");
            }
            break;
        }
        var flags = on.ToString() + (off.Length > 0 ? "-" + off : "");
        if (_pattern[_at++] == ':') Push($"(?{flags}:");
        else if (flags.Length > 0) _out.Append(CultureInfo.InvariantCulture, $"(?{flags})");
        (_isExtended, _isUngreedy) = (isExtended, isUngreedy);
        _atom = None;
    }

    private int Number(string name)
    {
        var isNumber = int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && name[0] is '-') number += _groups.Count;
        else if (isNumber && name[0] is '+') number += _groups.Count - 1;
        else if (!isNumber) number = _groups.IndexOf(name);
        // A group may be referred to before it begins; whether there is one .NET will find out.
        return number >= 1 && number <= _groupTotal ? number : throw new PerlSyntaxException($"there is no group '{name}'");
    }

    private void Reference(string name) => Atom(string.Create(CultureInfo.InvariantCulture, $"\\k<{Number(name)}>"));

    // ---- escapes

    private void Escape()
    {
        if (_at >= _pattern.Length) throw new PerlSyntaxException("it ends in a \\");
        if (Accept("Q"))
        {
            var end = _pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
            var quoted = end < 0 ? _pattern[_at..] : _pattern[_at..end];
            foreach (var rune in quoted.EnumerateRunes()) Literal(rune);
            _at = end < 0 ? _pattern.Length : end + 2;
            return;
        }
        var c = _pattern[_at];
        switch (c)
        {
            case 'E':
                _at++;
                break;
            case >= '1' and <= '9' when IsReference():
                var start = _at;
                while (char.IsAsciiDigit(Current)) _at++;
                Reference(_pattern[start.._at]);
                break;
            case 'g' or 'k':
                _at++;
                Reference(Accept("{") ? Until("}") : c == 'g' ? GroupNumber() : Accept("<") ? Until(">") : Accept("'") ? Until("'") : GroupNumber());
                break;
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                _at++;
                _out.Append('\\').Append(c);
                _atom = None;
                break;
            case 'R':
                _at++;
                Atom("(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])");
                break;
            case 'K' or 'X' or 'C':
                throw new PerlSyntaxException($"\\{c} is not supported");
            default:
                Atom(PerlCharacters.Escape(_pattern, ref _at, _isWide));
                break;
        }
    }

    // \1 to \9 always refer to a group; longer numbers only if there are that many, else they are characters in octal.
    private bool IsReference()
    {
        var end = _at;
        while (end < _pattern.Length && char.IsAsciiDigit(_pattern[end])) end++;
        return end == _at + 1 || end - _at <= 4 && int.Parse(_pattern.AsSpan(_at, end - _at), CultureInfo.InvariantCulture) <= _groupTotal;
    }

    private string GroupNumber()
    {
        var start = _at;
        if (Current is '-' or '+') _at++;
        while (char.IsAsciiDigit(Current)) _at++;
        return _at > start ? _pattern[start.._at] : throw new PerlSyntaxException("a group's number or name is missing");
    }
}

/// <summary>How a regular expression is read and matched.</summary>
[Flags]
internal enum PerlOptions
{
    None = 0,
    IgnoreCase = RegexOptions.IgnoreCase,
    Multiline = RegexOptions.Multiline,
    DotAll = RegexOptions.Singleline,
    Extended = RegexOptions.IgnorePatternWhitespace,
    Ungreedy = 1 << 16,
}
