using System.Runtime.CompilerServices;
using Moo.Language.Builtins.Text;

namespace Moo.Language.Builtins.Patterns;

/// <summary>Keeps patterns that were made ready. Reading takes no lock.</summary>
/// <remarks>
/// A pattern is mostly a literal in a verb, so the same string object comes again: a small table finds it by identity, others are found
/// by their text.
/// </remarks>
internal static class PatternCache
{
    private const int TableSize = 256;

    private static readonly Entry?[] Table = new Entry?[2 * TableSize];
    private static readonly Generations<(string Text, bool CaseMatters), Entry> Known = new(512);

    /// <summary>The pattern, or what is wrong with it.</summary>
    public static Pattern? Find(string text, bool caseMatters, out string? problem)
    {
        var place = (RuntimeHelpers.GetHashCode(text) & (TableSize - 1)) + (caseMatters ? TableSize : 0);
        var entry = Volatile.Read(ref Table[place]);
        if (entry is null || !ReferenceEquals(entry.Text, text))
        {
            entry = Known.GetOrAdd((text, caseMatters), static key => Compile(key.Text, key.CaseMatters));
            // Keyed by this very object, whichever it was when the pattern was made ready.
            if (!ReferenceEquals(entry.Text, text)) entry = entry with { Text = text };
            Volatile.Write(ref Table[place], entry);
        }
        problem = entry.Problem;
        return entry.Pattern;
    }

    private static Entry Compile(string text, bool caseMatters)
    {
        var pattern = Pattern.Compile(text, caseMatters, out var problem);
        return new Entry(text, pattern, problem);
    }

    private sealed record Entry(string Text, Pattern? Pattern, string? Problem);
}
