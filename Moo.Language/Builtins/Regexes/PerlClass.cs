using System.Text;

namespace Moo.Language.Builtins.Regexes;

/// <summary>A class of characters, <c>[a-z[:digit:]]</c>, on its way to .NET.</summary>
/// <param name="pattern">The whole pattern.</param>
/// <param name="isWide">Whether it must work on texts beyond the Basic Multilingual Plane.</param>
internal sealed class PerlClass(string pattern, bool isWide)
{
    // The inside of the class for characters of the Basic Multilingual Plane; pairs stand beside it as alternatives.
    private readonly StringBuilder _set = new();
    private readonly List<string> _pairs = [];
    private readonly List<string> _opposites = [];
    private bool _hasAllPairs;

    /// <summary>Reads a class; the opening bracket is behind us.</summary>
    public string Read(ref int at)
    {
        var isNegated = at < pattern.Length && pattern[at] == '^';
        if (isNegated) at++;
        for (var isFirst = true; ; isFirst = false)
        {
            if (at >= pattern.Length) throw new PerlSyntaxException("a [ is not closed");
            if (pattern[at] == ']' && !isFirst) break;
            Element(ref at);
        }
        at++;
        return Write(isNegated);
    }

    private void Element(ref int at)
    {
        if (pattern[at] == '[' && Posix(ref at)) return;
        if (pattern[at] == '\\' && at + 1 < pattern.Length)
        {
            at++;
            if (pattern[at] == 'Q' || pattern[at] == 'E')
            {
                Quoted(ref at);
                return;
            }
            if (pattern[at] is 'N' or 'R' or 'X' or 'B') throw new PerlSyntaxException($"\\{pattern[at]} cannot stand in a class");
            if (PerlCharacters.Kind(pattern, ref at) is { } kind)
            {
                AddKind(kind.Set, kind.IsNegated);
                return;
            }
            at--;
        }
        var from = Character(ref at);
        var to = from;
        // A - before the closing bracket, or before a kind of characters, is an ordinary character.
        if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']' && !IsKindAhead(at + 1))
        {
            at++;
            to = Character(ref at);
            if (to < from) throw new PerlSyntaxException($"the range {from}-{to} is out of order");
        }
        AddRange(from.Value, to.Value);
    }

    private bool IsKindAhead(int at) =>
        pattern[at] == '[' && at + 1 < pattern.Length && pattern[at + 1] == ':'
        || pattern[at] == '\\' && at + 1 < pattern.Length && "dDwWsShHvVpP".Contains(pattern[at + 1]);

    private Rune Character(ref int at)
    {
        if (pattern[at] == '\\')
        {
            at++;
            if (at < pattern.Length && pattern[at] == 'b')
            {
                at++;
                return new Rune('\b');
            }
            return PerlCharacters.Character(pattern, ref at);
        }
        Rune.DecodeFromUtf16(pattern.AsSpan(at), out var rune, out var length);
        at += length;
        return rune;
    }

    private void Quoted(ref int at)
    {
        if (pattern[at++] == 'E') return;
        var end = pattern.IndexOf("\\E", at, StringComparison.Ordinal);
        if (end < 0) throw new PerlSyntaxException("a \\E is missing");
        foreach (var rune in pattern[at..end].EnumerateRunes()) AddRange(rune.Value, rune.Value);
        at = end + 2;
    }

    private bool Posix(ref int at)
    {
        if (at + 1 < pattern.Length && pattern[at + 1] is '.' or '=')
            throw new PerlSyntaxException($"[{pattern[at + 1]} is not supported");
        var end = pattern.IndexOf(":]", at, StringComparison.Ordinal);
        if (at + 1 >= pattern.Length || pattern[at + 1] != ':' || end < 0) return false;
        var name = pattern[(at + 2)..end];
        var isNegated = name.StartsWith('^');
        var set = (isNegated ? name[1..] : name) switch
        {
            "alpha" => "\\p{L}",
            "digit" => "0-9",
            "alnum" => "\\p{L}\\p{Nd}",
            "upper" => "\\p{Lu}",
            "lower" => "\\p{Ll}",
            "space" => "\\s",
            "blank" => "\\t\\u0020",
            "punct" => "!-/:-@\\u005B-`{-~",
            "cntrl" => "\\u0000-\\u001F\\u007F",
            "xdigit" => "0-9A-Fa-f",
            "word" => "\\w",
            "ascii" => "\\u0000-\\u007F",
            "graph" => "!-~\\u00A1-\\uD7FF\\uE000-\\uFFFD",
            "print" => "\\u0020-~\\u00A0-\\uD7FF\\uE000-\\uFFFD",
            _ => throw new PerlSyntaxException($"[:{name}:] is no class"),
        };
        at = end + 2;
        AddKind(set, isNegated);
        return true;
    }

    private void AddKind(string set, bool isNegated)
    {
        if (!isNegated)
        {
            _set.Append(set);
            return;
        }
        // "None of these" is one more alternative, of single characters; pairs are among none of the kinds.
        _hasAllPairs = true;
        _opposites.Add(isWide ? $"[^{set}\\uD800-\\uDFFF]" : $"[^{set}]");
    }

    private void AddRange(int from, int to)
    {
        if (from <= 0xFFFF)
        {
            var end = Math.Min(to, 0xFFFF);
            _set.Append(PerlCharacters.Unit(from));
            if (end > from) _set.Append('-').Append(PerlCharacters.Unit(end));
            from = end + 1;
        }
        if (from <= to) AddPairs(from, to);
    }

    // A range of pairs, as at most three ranges that each have one set of first units and one of second units.
    private void AddPairs(int from, int to)
    {
        while (from <= to)
        {
            var (high, low) = (Units(from).High, Units(from).Low);
            var last = Units(to);
            var lastHigh = low > 0xDC00 || high == last.High ? high : last.Low == 0xDFFF ? last.High : last.High - 1;
            var lastLow = lastHigh == last.High ? last.Low : 0xDFFF;
            _pairs.Add($"{Range(high, lastHigh)}{Range(low, lastLow)}");
            from = 0x10000 + ((lastHigh - 0xD800) << 10) + (lastLow - 0xDC00) + 1;
        }
        static string Range(int first, int last) =>
            first == last ? PerlCharacters.Unit(first) : $"[{PerlCharacters.Unit(first)}-{PerlCharacters.Unit(last)}]";
        static (int High, int Low) Units(int point) => (0xD800 + ((point - 0x10000) >> 10), 0xDC00 + ((point - 0x10000) & 0x3FF));
    }

    private string Write(bool isNegated)
    {
        var alternatives = new List<string>(_opposites);
        if (_set.Length > 0) alternatives.Insert(0, $"[{_set}]");
        if (!isNegated)
        {
            if (_hasAllPairs && isWide) alternatives.Add(PerlCharacters.Pair);
            else alternatives.AddRange(_pairs);
            return alternatives is [var only] && only.StartsWith('[') ? only : $"(?:{string.Join('|', alternatives)})";
        }
        var single = isWide ? $"[^{_set}\\uD800-\\uDFFF]" : _set.Length > 0 ? $"[^{_set}]" : "[\\s\\S]";
        if (_opposites.Count > 0) single = $"(?!{string.Join('|', _opposites)}){single}";
        if (!isWide || _hasAllPairs) return $"(?:{single})";
        var pair = _pairs.Count == 0 ? PerlCharacters.Pair : $"(?!{string.Join('|', _pairs)}){PerlCharacters.Pair}";
        return $"(?:{single}|{pair})";
    }
}
