using System.Text;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Text;

/// <summary>Which character becomes which: what <c>strtr()</c> does to a text.</summary>
internal sealed class CharacterTranslation
{
    private const int Kept = -1;
    private const int Removed = -2;

    private readonly int[] _ascii = new int[128];
    private Dictionary<int, int>? _others;

    /// <param name="from">The characters to translate; of one that occurs twice the later place counts.</param>
    /// <param name="to">What they become, place by place; what has no place here is removed.</param>
    /// <param name="caseMatters">Whether small and capital letters are different.</param>
    public CharacterTranslation(string from, string to, bool caseMatters)
    {
        Array.Fill(_ascii, Kept);
        var targets = to.EnumerateRunes();
        foreach (var source in from.EnumerateRunes())
        {
            int? target = targets.MoveNext() ? targets.Current.Value : null;
            if (caseMatters || !Rune.IsLetter(source))
            {
                Set(source.Value, target ?? Removed);
                continue;
            }
            Set(Rune.ToUpperInvariant(source).Value, target is { } upper ? Rune.ToUpperInvariant(new Rune(upper)).Value : Removed);
            Set(Rune.ToLowerInvariant(source).Value, target is { } lower ? Rune.ToLowerInvariant(new Rune(lower)).Value : Removed);
        }
    }

    /// <summary>The translated text.</summary>
    public string Apply(string text)
    {
        var result = new TextBuilder(stackalloc char[256]);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            var target = rune.Value < 128 ? _ascii[rune.Value] : _others?.GetValueOrDefault(rune.Value, Kept) ?? Kept;
            if (target == Removed) continue;
            var written = target == Kept ? rune : new Rune(target);
            result.Append(units[..written.EncodeToUtf16(units)]);
        }
        return result.Finish();
    }

    private void Set(int source, int target)
    {
        if (source < 128) _ascii[source] = target;
        else (_others ??= [])[source] = target;
    }
}
