using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Moo.Language.Builtins.Text;

/// <summary>Finds a text in another, with or without regard to case, in time bounded by the sum of both lengths.</summary>
/// <remarks>
/// The framework's vectorised search is the fast path. On texts made to hurt it takes the product of both lengths; where that could
/// be much, the search is Knuth, Morris and Pratt's, which never looks back.
/// </remarks>
internal static class TextSearch
{
    private const int ShortWhat = 64;
    private const long HarmlessProduct = 1 << 22;

    /// <summary>The offset of the first occurrence, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> what, bool caseMatters)
    {
        if (!IsHarmless(text, what)) return FindLinear(text, what, caseMatters, last: false);
        if (caseMatters) return text.IndexOf(what);
        return what.Length > 0 && char.IsAscii(what[0]) && char.IsAscii(what[^1]) ? FindIgnoringCase(text, what)
            : text.IndexOf(what, StringComparison.OrdinalIgnoreCase);
    }

    // Looks at eight places at once for the first and the last character, which must be ASCII; where both fit, compares what is between.
    // The framework's own search that ignores case takes several times as long on texts as short as a line.
    private static int FindIgnoringCase(ReadOnlySpan<char> text, ReadOnlySpan<char> what)
    {
        var places = text.Length - what.Length + 1;
        var (first, firstCase) = Letter(what[0]);
        var (last, lastCase) = Letter(what[^1]);
        var at = 0;
        if (places >= Vector128<ushort>.Count)
        {
            ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            var (firsts, firstCases) = (Vector128.Create(first), Vector128.Create(firstCase));
            var (lasts, lastCases) = (Vector128.Create(last), Vector128.Create(lastCase));
            while (true)
            {
                var fits = Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)at) | firstCases, firsts)
                    & Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)(at + what.Length - 1)) | lastCases, lasts);
                for (var bits = fits.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                {
                    var place = at + BitOperations.TrailingZeroCount(bits);
                    if (text.Slice(place, what.Length).Equals(what, StringComparison.OrdinalIgnoreCase)) return place;
                }
                if (at == places - Vector128<ushort>.Count) return -1;
                at = Math.Min(at + Vector128<ushort>.Count, places - Vector128<ushort>.Count);
            }
        }
        for (; at < places; at++)
        {
            if ((text[at] | firstCase) == first && text.Slice(at, what.Length).Equals(what, StringComparison.OrdinalIgnoreCase))
                return at;
        }
        return -1;
    }

    // An ASCII character, a letter as a small one, and the bit to set in others before comparing them with it.
    private static (ushort Letter, ushort CaseBit) Letter(char c) =>
        char.IsAsciiLetter(c) ? ((ushort)(c | 0x20), (ushort)0x20) : (c, (ushort)0);

    /// <summary>The offset of the last occurrence, or -1.</summary>
    public static int LastIndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> what, bool caseMatters)
    {
        if (what.IsEmpty) return text.Length;
        if (!IsHarmless(text, what)) return FindLinear(text, what, caseMatters, last: true);
        if (caseMatters) return text.LastIndexOf(what);

        // The framework's own search backwards that ignores case goes character by character.
        var first = what[0];
        if (!char.IsAscii(first)) return text.LastIndexOf(what, StringComparison.OrdinalIgnoreCase);
        var (small, capital) = (char.ToLowerInvariant(first), char.ToUpperInvariant(first));
        for (var end = text.Length - what.Length + 1; end > 0;)
        {
            end = text[..end].LastIndexOfAny(small, capital);
            if (end < 0) break;
            if (text.Slice(end, what.Length).Equals(what, StringComparison.OrdinalIgnoreCase)) return end;
        }
        return -1;
    }

    private static bool IsHarmless(ReadOnlySpan<char> text, ReadOnlySpan<char> what) =>
        what.Length <= ShortWhat || what.Length > text.Length || (long)text.Length * what.Length <= HarmlessProduct;

    private static int FindLinear(ReadOnlySpan<char> text, ReadOnlySpan<char> what, bool caseMatters, bool last)
    {
        var rented = ArrayPool<int>.Shared.Rent(what.Length);
        try
        {
            var table = rented.AsSpan(0, what.Length);
            FillTable(what, caseMatters, table);
            var (found, matched) = (-1, 0);
            for (var i = 0; i < text.Length; i++)
            {
                while (matched > 0 && !AreSame(text[i], what[matched], caseMatters)) matched = table[matched - 1];
                if (AreSame(text[i], what[matched], caseMatters)) matched++;
                if (matched < what.Length) continue;
                found = i + 1 - what.Length;
                if (!last) break;
                matched = table[matched - 1];
            }
            return found;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    // At each place: the length of the longest beginning of the text that also ends there.
    private static void FillTable(ReadOnlySpan<char> what, bool caseMatters, Span<int> table)
    {
        table[0] = 0;
        var matched = 0;
        for (var i = 1; i < what.Length; i++)
        {
            while (matched > 0 && !AreSame(what[i], what[matched], caseMatters)) matched = table[matched - 1];
            if (AreSame(what[i], what[matched], caseMatters)) matched++;
            table[i] = matched;
        }
    }

    private static bool AreSame(char left, char right, bool caseMatters) =>
        left == right || !caseMatters && CaseFolding.Fold(left) == CaseFolding.Fold(right);
}
