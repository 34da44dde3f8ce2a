using System.Collections.Frozen;
using System.Globalization;

namespace Moo.Language.Builtins.Matching;

/// <summary>Which of several things is meant: <c>second lamp</c>, <c>2nd lamp</c>, <c>2.lamp</c>, <c>twenty-first lamp</c>.</summary>
internal static class OrdinalWords
{
    private static readonly FrozenDictionary<string, int> Words = Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number, 0 if there is none, and the rest of the text.</summary>
    public static (long Ordinal, string Word) Split(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot + 1 < text.Length && TryNumber(text[..dot], out var number)) return (number, text[(dot + 1)..].TrimStart());

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return (0, "");
        return Ordinal(words[0]) is { } ordinal ? (ordinal, string.Join(' ', words[1..])) : (0, text);
    }

    // "third", "3rd", "3." or two of these with a hyphen: "twenty-third".
    private static long? Ordinal(string word)
    {
        var parts = word.Split('-');
        if (parts.Length > 2) return null;
        long sum = 0;
        foreach (var part in parts)
        {
            if (Words.TryGetValue(part, out var known)) sum += known;
            else if (part.Length > 1 && part.EndsWith('.') && TryNumber(part[..^1], out var dotted)) sum += dotted;
            else if (part.Length > 2 && part[^2..] is "st" or "nd" or "rd" or "th" && TryNumber(part[..^2], out var numbered))
                sum += numbered;
            else return null;
        }
        return sum;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= int.MaxValue;

    private static Dictionary<string, int> Build()
    {
        string[] ones =
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        ];
        string[] tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
        var words = new Dictionary<string, int>();
        for (var i = 0; i < ones.Length; i++) words[ones[i]] = i + 1;
        for (var i = 0; i < tens.Length; i++) words[tens[i] + "y"] = words[tens[i] + "ieth"] = 10 * (i + 2);
        return words;
    }
}
