using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Moo.Language.Builtins.Patterns;

/// <summary>Keeps patterns that were made ready. Reading takes no lock.</summary>
/// <remarks>
/// Two layers. A pattern is mostly a literal in a verb, so the same string object comes again: a small table finds it by identity. Others
/// are found by their text, in two generations: when the young one is full it becomes the old one, and what is used moves over.
/// </remarks>
internal static class PatternCache
{
    private const int TableSize = 256;
    private const int GenerationSize = 512;

    private static readonly Entry?[] Table = new Entry?[2 * TableSize];
    private static ConcurrentDictionary<(string Text, bool CaseMatters), Entry> _young = new();
    private static ConcurrentDictionary<(string Text, bool CaseMatters), Entry> _old = new();
    private static int _count;

    /// <summary>The pattern, or what is wrong with it.</summary>
    public static Pattern? Find(string text, bool caseMatters, out string? problem)
    {
        var place = (RuntimeHelpers.GetHashCode(text) & (TableSize - 1)) + (caseMatters ? TableSize : 0);
        var entry = Volatile.Read(ref Table[place]);
        if (entry is null || !ReferenceEquals(entry.Text, text))
        {
            entry = FindByText(text, caseMatters);
            // Keyed by this very object, whichever it was when the pattern was made ready.
            Volatile.Write(ref Table[place], ReferenceEquals(entry.Text, text) ? entry : entry with { Text = text });
        }
        problem = entry.Problem;
        return entry.Pattern;
    }

    private static Entry FindByText(string text, bool caseMatters)
    {
        var (key, young) = ((text, caseMatters), _young);
        if (young.TryGetValue(key, out var entry)) return entry;
        if (!_old.TryGetValue(key, out entry))
        {
            var pattern = Pattern.Compile(text, caseMatters, out var problem);
            entry = new Entry(text, pattern, problem);
        }
        if (young.TryAdd(key, entry) && Interlocked.Increment(ref _count) >= GenerationSize) Age(young);
        return entry;
    }

    private static void Age(ConcurrentDictionary<(string Text, bool CaseMatters), Entry> full)
    {
        if (Interlocked.CompareExchange(ref _young, new(), full) != full) return;
        _old = full;
        _count = 0;
    }

    private sealed record Entry(string Text, Pattern? Pattern, string? Problem);
}
