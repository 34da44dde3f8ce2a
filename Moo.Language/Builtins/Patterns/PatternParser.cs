using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Moo.Language.Builtins.Patterns;

/// <summary>Reads MOO patterns (LambdaMOO Programmer's Manual, 4.4.2.3).</summary>
/// <remarks>
/// alternatives = sequence { %| sequence };  sequence = [^] { item { * | + | ? } } [$];  item = character | . | [set] | %( alternatives %) | %x.
/// As in LambdaMOO, <c>^</c> stands only at the start of a sequence, <c>$</c> only at its end, and nothing is repeated at the start: else the
/// pattern is malformed.
/// </remarks>
internal ref struct PatternParser
{
    private const int DeepestNesting = 100;
    private const int MostGroups = 9;

    private readonly ReadOnlySpan<char> _pattern;
    private readonly bool _caseMatters;
    private int _at;
    private int _depth;
    private int _groups;
    private string? _problem;

    private PatternParser(string pattern, bool caseMatters)
    {
        _pattern = pattern;
        _caseMatters = caseMatters;
    }

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="caseMatters">Whether it tells small letters from capitals.</param>
    /// <param name="node">The pattern.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static bool TryParse(string pattern, bool caseMatters, [NotNullWhen(true)] out PatternNode? node, [NotNullWhen(false)] out string? problem)
    {
        var parser = new PatternParser(pattern, caseMatters);
        node = parser.Alternatives();
        if (parser._problem is null && parser._at < pattern.Length) parser.Fail("%) without %(");
        problem = parser._problem;
        if (problem is not null) node = null;
        return problem is null;
    }

    private bool IsAtEnd => _at >= _pattern.Length || _problem is not null;

    private readonly bool IsAhead(string text) => _pattern[_at..].StartsWith(text, StringComparison.Ordinal);

    private PatternNode Fail(string problem)
    {
        _problem ??= problem;
        return new SequenceNode([]);
    }

    private PatternNode Alternatives()
    {
        if (++_depth > DeepestNesting) return Fail("the groups nest too deep");
        var choices = new List<PatternNode> { Sequence() };
        while (!IsAtEnd && IsAhead("%|"))
        {
            _at += 2;
            choices.Add(Sequence());
        }
        _depth--;
        return choices.Count == 1 ? choices[0] : new AlternativesNode(choices);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        var mayRepeat = false;
        if (!IsAtEnd && _pattern[_at] == '^')
        {
            _at++;
            parts.Add(new PlaceNode(PatternOperation.LineStart));
            // LambdaMOO reads over what would repeat a ^.
            while (!IsAtEnd && _pattern[_at] is '*' or '+' or '?') _at++;
        }
        while (!IsAtEnd && !IsAhead("%|") && !IsAhead("%)"))
        {
            if (_pattern[_at] is '*' or '+' or '?')
            {
                if (!mayRepeat) return Fail($"nothing stands before the {_pattern[_at]}");
                parts[^1] = Repeated(parts[^1], _pattern[_at++]);
                continue;
            }
            parts.Add(Item());
            mayRepeat = true;
        }
        return parts.Count == 1 ? parts[0] : new SequenceNode(parts);
    }

    private static RepeatNode Repeated(PatternNode part, char how)
    {
        var (atLeastOnce, many) = (how == '+', how != '?');
        // (a*)+ and its like are one repetition.
        return part is RepeatNode inner
            ? new RepeatNode(inner.Body, inner.AtLeastOnce && atLeastOnce, inner.Many || many)
            : new RepeatNode(part, atLeastOnce, many);
    }

    private PatternNode Item()
    {
        var c = _pattern[_at];
        switch (c)
        {
            case '.':
                _at++;
                return new CharacterNode(CharacterSet.Any);
            case '[':
                _at++;
                return Set();
            case '%':
                _at++;
                return Escape();
            case '^':
                return Fail("a ^ stands behind something else");
            case '$':
                _at++;
                return IsAtEnd || IsAhead("%|") || IsAhead("%)") ? new PlaceNode(PatternOperation.LineEnd) : Fail("a $ stands before something else");
            default:
                return Literal();
        }
    }

    private PatternNode Escape()
    {
        if (IsAtEnd) return Fail("it ends in a %");
        switch (_pattern[_at])
        {
            case '(':
                _at++;
                return Group();
            case >= '1' and <= '9' and var digit:
                _at++;
                return new ReferenceNode(digit - '0');
            case 'w':
                _at++;
                return new CharacterNode(CharacterSet.Word);
            case 'W':
                _at++;
                return new CharacterNode(CharacterSet.NotWord);
            case 'b':
                return Place(PatternOperation.WordEdge);
            case 'B':
                return Place(PatternOperation.NoWordEdge);
            case '<':
                return Place(PatternOperation.WordStart);
            case '>':
                return Place(PatternOperation.WordEnd);
            default:
                return Literal();
        }
    }

    private PlaceNode Place(PatternOperation place)
    {
        _at++;
        return new PlaceNode(place);
    }

    private PatternNode Group()
    {
        var number = _groups < MostGroups ? ++_groups : 0;
        var body = Alternatives();
        if (_problem is not null) return body;
        if (!IsAhead("%)")) return Fail("a %( is not closed");
        _at += 2;
        return new GroupNode(number, body);
    }

    private CharacterNode Literal()
    {
        var point = Next();
        var set = CharacterSet.Of(point, _caseMatters);
        if (point >= 128) return new CharacterNode(set);
        var c = (char)point;
        return new CharacterNode(set, _caseMatters ? (c, c) : (char.ToLowerInvariant(c), char.ToUpperInvariant(c)));
    }

    // Behind the [. A ] that comes first is a character, and so is a - at either end.
    private PatternNode Set()
    {
        var isNegated = !IsAtEnd && _pattern[_at] == '^';
        if (isNegated) _at++;
        var ranges = new List<(int From, int To)>();
        int? previous = null;
        var isRange = false;
        for (var isFirst = true; isFirst || IsAtEnd || _pattern[_at] != ']'; isFirst = false)
        {
            if (IsAtEnd) return Fail("a [ is not closed");
            var point = Next();
            if (isRange)
            {
                ranges.Add((previous!.Value, point));
                (previous, isRange) = (null, false);
            }
            else if (previous is not null && point == '-')
            {
                isRange = true;
            }
            else
            {
                ranges.Add((point, point));
                previous = point;
            }
        }
        if (isRange) ranges.Add(('-', '-'));
        _at++;
        return new CharacterNode(CharacterSet.Of(ranges, isNegated, _caseMatters));
    }

    private int Next()
    {
        Rune.DecodeFromUtf16(_pattern[_at..], out var rune, out var length);
        _at += length;
        return rune.Value;
    }
}
