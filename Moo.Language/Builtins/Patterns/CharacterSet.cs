using System.Text;
using Moo.Language.Builtins.Text;

namespace Moo.Language.Builtins.Patterns;

/// <summary>A set of characters in a pattern: one bit for each ASCII character, a rule for all others.</summary>
internal sealed class CharacterSet
{
    private const int AsciiCount = 128;

    private static readonly CharacterSet?[] SingleCharacters = new CharacterSet?[2 * AsciiCount];

    private readonly ulong _low;
    private readonly ulong _high;
    private readonly Rule _others;
    private readonly (int From, int To)[] _ranges;
    private readonly bool _caseMatters;

    // What the set says about characters outside ASCII.
    private enum Rule
    {
        None,
        All,
        InRanges,
        NotInRanges,
        LettersAndDigits,
        NotLettersAndDigits,
    }

    private CharacterSet(Func<char, bool> ascii, Rule others, (int From, int To)[]? ranges = null, bool caseMatters = true)
    {
        for (var c = '\0'; c < AsciiCount; c++)
        {
            if (!ascii(c)) continue;
            if (c < 64) _low |= 1UL << c;
            else _high |= 1UL << c;
        }
        _others = others;
        _ranges = ranges ?? [];
        _caseMatters = caseMatters;
    }

    /// <summary><c>.</c>: everything but a new line.</summary>
    public static readonly CharacterSet Any = new(c => c != '\n', Rule.All);

    /// <summary><c>%w</c>: letters and digits.</summary>
    public static readonly CharacterSet Word = new(char.IsAsciiLetterOrDigit, Rule.LettersAndDigits);

    /// <summary><c>%W</c>: everything but letters and digits.</summary>
    public static readonly CharacterSet NotWord = new(c => !char.IsAsciiLetterOrDigit(c), Rule.NotLettersAndDigits);

    /// <summary>A single character.</summary>
    public static CharacterSet Of(int point, bool caseMatters)
    {
        if (point >= AsciiCount) return Of([(point, point)], isNegated: false, caseMatters);
        ref var known = ref SingleCharacters[caseMatters ? AsciiCount + point : point];
        return known ??= Of([(point, point)], isNegated: false, caseMatters);
    }

    /// <summary><c>[a-z]</c> or <c>[^a-z]</c>. Unless case matters, the ends of ranges are taken in one case, and then what lies between.</summary>
    public static CharacterSet Of(IEnumerable<(int From, int To)> ranges, bool isNegated, bool caseMatters)
    {
        var folded = Merge(caseMatters ? ranges : ranges.Select(range => (CaseFolding.Fold(range.From), CaseFolding.Fold(range.To))));
        bool IsIn(char c) => Lies(caseMatters ? c : CaseFolding.Fold(c), folded) != isNegated;
        var others = isNegated ? Rule.NotInRanges : folded.Any(range => range.To >= AsciiCount) ? Rule.InRanges : Rule.None;
        return new CharacterSet(IsIn, others, folded, caseMatters);
    }

    /// <summary>Whether characters outside ASCII may be in the set.</summary>
    public bool HasOthers => _others != Rule.None;

    /// <summary>Whether an ASCII character is in the set.</summary>
    public bool HasAscii(char c) => ((c < 64 ? _low : _high) >> c & 1) != 0;

    /// <summary>The ASCII characters in the set.</summary>
    public IEnumerable<char> Ascii => Enumerable.Range(0, AsciiCount).Select(c => (char)c).Where(HasAscii);

    /// <summary>Whether no character is in both sets, as far as is easily seen.</summary>
    public bool IsApartFrom(CharacterSet other) => (_low & other._low) == 0 && (_high & other._high) == 0 && !(HasOthers && other.HasOthers);

    /// <summary>The length in UTF-16 units of the character at an offset inside the text; 0 if it is not in the set.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < AsciiCount) return HasAscii(c) ? 1 : 0;
        Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
        return HasOther(rune) ? length : 0;
    }

    /// <summary>The offset behind the longest run of characters of the set that begins at an offset.</summary>
    public int SkipFrom(ReadOnlySpan<char> text, int at)
    {
        if (this == Any)
        {
            var newLine = text[at..].IndexOf('\n');
            return newLine < 0 ? text.Length : at + newLine;
        }
        while (at < text.Length)
        {
            var c = text[at];
            if (c < AsciiCount)
            {
                if (!HasAscii(c)) break;
                at++;
                continue;
            }
            var length = LengthAt(text, at);
            if (length == 0) break;
            at += length;
        }
        return at;
    }

    private bool HasOther(Rune rune) => _others switch
    {
        Rule.None => false,
        Rule.All => true,
        Rule.LettersAndDigits => Rune.IsLetterOrDigit(rune),
        Rule.NotLettersAndDigits => !Rune.IsLetterOrDigit(rune),
        _ => Lies(_caseMatters ? rune.Value : CaseFolding.Fold(rune.Value), _ranges) == (_others == Rule.InRanges),
    };

    // In order and without overlaps, so that a set of many ranges is searched in few steps.
    private static (int From, int To)[] Merge(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in ranges.Where(range => range.From <= range.To).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            else merged.Add((from, to));
        }
        return [.. merged];
    }

    private static bool Lies(int point, (int From, int To)[] ranges)
    {
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (point < ranges[middle].From) high = middle - 1;
            else if (point > ranges[middle].To) low = middle + 1;
            else return true;
        }
        return false;
    }
}
