namespace Moo.Store.Worlds;

/// <summary>The prepositions of command lines, in LambdaMOO's 15 groups: the words of a group mean the same.</summary>
/// <remarks>LambdaMOO Programmer's Manual, 2.2.3 "Verbs".</remarks>
public static class Prepositions
{
    private static readonly string[][] Groups =
    [
        ["with", "using"],
        ["at", "to"],
        ["in front of"],
        ["in", "inside", "into"],
        ["on top of", "on", "onto", "upon"],
        ["out of", "from inside", "from"],
        ["over"],
        ["through"],
        ["under", "underneath", "beneath"],
        ["behind"],
        ["beside"],
        ["for", "about"],
        ["is"],
        ["as"],
        ["off", "off of"],
    ];

    /// <summary>The number of groups.</summary>
    public static int Count => Groups.Length;

    /// <summary>The words of a group, as <c>verb_args()</c> shows them: <c>with/using</c>.</summary>
    public static string Name(short group) => group switch
    {
        VerbArguments.NoPreposition => "none",
        VerbArguments.AnyPreposition => "any",
        _ => string.Join('/', Groups[group]),
    };

    /// <summary>The first word of a group: <c>with</c>.</summary>
    public static string FirstWord(short group) => group < 0 ? Name(group) : Groups[group][0];

    /// <summary>The words of a group.</summary>
    public static IReadOnlyList<string> Words(short group) => Groups[group];

    /// <summary>The group of a specifier: <c>none</c>, <c>any</c>, a word (<c>using</c>), a whole group (<c>with/using</c>) or its number.</summary>
    public static bool TryParse(string text, out short group)
    {
        text = text.Trim();
        group = text.ToUpperInvariant() switch
        {
            "NONE" => VerbArguments.NoPreposition,
            "ANY" => VerbArguments.AnyPreposition,
            _ => Find(text),
        };
        return group != NotFound;
    }

    private const short NotFound = -3;

    private static short Find(string text)
    {
        var number = text.StartsWith('#') ? text.AsSpan(1) : text;
        if (short.TryParse(number, System.Globalization.NumberStyles.None, null, out var group))
            return group < Groups.Length ? group : NotFound;

        // "with/using" names the group by any of its words.
        var word = text.Split('/')[0];
        for (short i = 0; i < Groups.Length; i++)
            if (Groups[i].Contains(word, StringComparer.OrdinalIgnoreCase)) return i;
        return NotFound;
    }
}
