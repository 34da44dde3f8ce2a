using System.Collections.Concurrent;

namespace Moo.Language.Syntax;

/// <summary>Keeps one string per identifier that programs use, so that compiling allocates no name twice.</summary>
internal static class Names
{
    // Programs share a few thousand names; beyond this many somebody makes them up, and they are not kept.
    private const int MostKept = 50_000;

    private static readonly ConcurrentDictionary<string, string> Kept = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Intern(ReadOnlySpan<char> name)
    {
        if (Lookup.TryGetValue(name, out var kept)) return kept;
        var made = name.ToString();
        return Kept.Count < MostKept ? Kept.GetOrAdd(made, made) : made;
    }
}
