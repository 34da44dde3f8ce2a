using System.Text;
using Moo.Store.Worlds;

namespace Moo.Language.Commands;

/// <summary>A command line cut into its parts, before any object is looked for.</summary>
/// <remarks>LambdaMOO Programmer's Manual, 4.1 "The Built-in Command Parser".</remarks>
/// <param name="Verb">The first word.</param>
/// <param name="Argstr">Everything behind it, as typed.</param>
/// <param name="Words">The words behind it, quotes and backslashes worked off.</param>
/// <param name="DirectText">The words before the preposition; all, if there is none.</param>
/// <param name="Preposition">The preposition's group, or <see cref="VerbArguments.NoPreposition"/>.</param>
/// <param name="PrepositionText">The preposition as typed.</param>
/// <param name="IndirectText">The words behind the preposition.</param>
internal sealed record CommandLine(string Verb, string Argstr, IReadOnlyList<string> Words,
    string DirectText, short Preposition, string PrepositionText, string IndirectText)
{
    /// <summary>Cuts a line. Null if it is blank.</summary>
    public static CommandLine? Parse(string line)
    {
        line = Expand(line.TrimStart(' '));
        if (line.Length == 0) return null;
        var words = WordsOf(line, out var argumentsStart);
        if (words.Count == 0) return null;
        var verb = words[0];
        words.RemoveAt(0);
        var argstr = line[argumentsStart..];

        for (var i = 0; i < words.Count; i++)
        {
            if (!FindPreposition(words, i, out var group, out var length)) continue;
            return new CommandLine(verb, argstr, words, Join(words, 0, i), group, Join(words, i, i + length), Join(words, i + length, words.Count));
        }
        return new CommandLine(verb, argstr, words, Join(words, 0, words.Count), VerbArguments.NoPreposition, "", "");
    }

    // The three signs that stand for verbs.
    private static string Expand(string line) => line.Length == 0 ? line : line[0] switch
    {
        '"' => "say " + line[1..],
        ':' => "emote " + line[1..],
        ';' => "eval " + line[1..],
        _ => line,
    };

    /// <summary>The words of a line: blanks part them, double quotes hold them together, a backslash takes the next character as it is.</summary>
    public static List<string> WordsOf(string line) => WordsOf(line, out _);

    private static List<string> WordsOf(string line, out int secondWord)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isInWord, isQuoted) = (false, false);
        secondWord = line.Length;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == ' ' && !isQuoted)
            {
                if (isInWord) words.Add(word.ToString());
                word.Clear();
                isInWord = false;
                continue;
            }
            if (!isInWord && words.Count == 1) secondWord = Math.Min(secondWord, i);
            isInWord = true;
            if (c == '"') isQuoted = !isQuoted;
            else if (c == '\\' && i + 1 < line.Length) word.Append(line[++i]);
            else if (c != '\\') word.Append(c);
        }
        if (isInWord) words.Add(word.ToString());
        return words;
    }

    private static bool FindPreposition(List<string> words, int at, out short group, out int length)
    {
        for (group = 0; group < Prepositions.Count; group++)
        {
            length = 0;
            foreach (var preposition in Prepositions.Words(group))
                if (Matches(words, at, preposition, out var count)) length = Math.Max(length, count);
            if (length > 0) return true;
        }
        length = 0;
        return false;
    }

    private static bool Matches(List<string> words, int at, string preposition, out int count)
    {
        count = 0;
        foreach (var range in preposition.AsSpan().Split(' '))
        {
            if (at + count >= words.Count || !preposition.AsSpan(range).Equals(words[at + count], StringComparison.OrdinalIgnoreCase)) return false;
            count++;
        }
        return true;
    }

    private static string Join(List<string> words, int from, int to) => string.Join(' ', words[from..to]);
}
