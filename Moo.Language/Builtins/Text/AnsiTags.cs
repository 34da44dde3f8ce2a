using System.Collections.Frozen;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Text;

/// <summary>ToastStunt's markup for colours and the like: <c>[red]</c>, <c>[bold]</c>, <c>[b:blue]</c>.</summary>
internal static class AnsiTags
{
    private const string Random = "random";
    private static readonly string[] RandomCodes = ["31", "32", "33", "34", "35", "36"];

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["red"] = Sequence("31"),
        ["green"] = Sequence("32"),
        ["yellow"] = Sequence("33"),
        ["blue"] = Sequence("34"),
        ["purple"] = Sequence("35"),
        ["magenta"] = Sequence("35"),
        ["cyan"] = Sequence("36"),
        ["white"] = Sequence("37"),
        ["black"] = Sequence("30"),
        ["gray"] = Sequence("1;30"),
        ["grey"] = Sequence("1;30"),
        ["normal"] = Sequence("0"),
        ["inverse"] = Sequence("7"),
        ["underline"] = Sequence("4"),
        ["bold"] = Sequence("1"),
        ["bright"] = Sequence("1"),
        ["unbold"] = Sequence("22"),
        ["unbright"] = Sequence("22"),
        ["blink"] = Sequence("5"),
        ["unblink"] = Sequence("25"),
        ["beep"] = "\a",
        ["null"] = "",
        [Random] = "",
        ["b:black"] = Sequence("40"),
        ["b:red"] = Sequence("41"),
        ["b:green"] = Sequence("42"),
        ["b:yellow"] = Sequence("43"),
        ["b:blue"] = Sequence("44"),
        ["b:magenta"] = Sequence("45"),
        ["b:purple"] = Sequence("45"),
        ["b:cyan"] = Sequence("46"),
        ["b:white"] = Sequence("47"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestTag = Codes.Keys.Max(tag => tag.Length);

    /// <summary>The text with its tags replaced by the codes that terminals understand, or taken out.</summary>
    public static string Replace(string text, bool remove)
    {
        var rest = text.AsSpan();
        if (!rest.Contains('[')) return text;
        var result = new TextBuilder(stackalloc char[256]);
        for (var mark = rest.IndexOf('['); mark >= 0; mark = rest.IndexOf('['))
        {
            result.Append(rest[..mark]);
            rest = rest[mark..];
            var end = rest[..Math.Min(rest.Length, LongestTag + 2)].IndexOf(']');
            if (end > 0 && Lookup.TryGetValue(rest[1..end], out var code))
            {
                var isRandom = !remove && rest[1..end].Equals(Random, StringComparison.OrdinalIgnoreCase);
                if (!remove) result.Append(isRandom ? Sequence(RandomCodes[System.Random.Shared.Next(RandomCodes.Length)]) : code);
                rest = rest[(end + 1)..];
            }
            else
            {
                result.Append('[');
                rest = rest[1..];
            }
        }
        result.Append(rest);
        return result.Finish();
    }

    private static string Sequence(string parameters) => $"\x1b[{parameters}m";
}
