using System.Text.RegularExpressions;

namespace Moo.Language.Builtins.Regexes;

/// <summary>
/// A regular expression made ready, in a form for plain texts and one for texts with surrogate pairs, each made on first use.
/// </summary>
/// <remarks>
/// Matching takes time proportional to the text where .NET can do that (<see cref="RegexOptions.NonBacktracking"/>); patterns with
/// look-around, references or atomic groups backtrack under a time limit.
/// </remarks>
internal sealed class PerlRegex(string pattern, PerlOptions options)
{
    /// <summary>How long one search may take, in the thread's own time; see <see cref="RegexSearch"/>.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(500);

    // The automaton behind a regular expression grows while it matches, by hostile patterns to 20 MB in half a second. After this much
    // matching it is made anew, so that what is kept ready stays small.
    private static readonly TimeSpan MatchingBeforeRenewal = TimeSpan.FromMilliseconds(100);

    private volatile Forms _forms = new(pattern, options);
    private int _uses;

    /// <summary>The pattern as written.</summary>
    public string Text => pattern;

    /// <summary>How often it was asked for after it was made.</summary>
    public int Uses => _uses;

    public void NoteUse() => Interlocked.Increment(ref _uses);

    /// <summary>The form for a text.</summary>
    /// <exception cref="PerlSyntaxException">It is malformed, or there is no counterpart in .NET.</exception>
    public Form For(string text) => (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? _forms.Plain : _forms.Wide).Value;

    /// <summary>Notes how long a search has taken.</summary>
    public void NoteTime(TimeSpan time)
    {
        var forms = _forms;
        if (Interlocked.Add(ref forms.MatchedTicks, time.Ticks) > MatchingBeforeRenewal.Ticks) _forms = new Forms(pattern, options);
    }

    private static Form Make(string pattern, PerlOptions options, bool isWide)
    {
        var (translated, groups) = PerlTranslator.Translate(pattern, options, isWide);
        const PerlOptions shared = PerlOptions.IgnoreCase | PerlOptions.Multiline | PerlOptions.DotAll;
        var flags = (RegexOptions)(options & shared) | RegexOptions.CultureInvariant;
        try
        {
            return new Form(new Regex(translated, flags | RegexOptions.NonBacktracking, MostTime), groups);
        }
        catch (NotSupportedException)
        {
            // Something that only backtracking can do, or too large an automaton.
            return new Form(Backtracking(translated, flags), groups);
        }
        catch (ArgumentException malformed)
        {
            throw new PerlSyntaxException(Reason(malformed));
        }
    }

    private static Regex Backtracking(string translated, RegexOptions flags)
    {
        try
        {
            return new Regex(translated, flags, MostTime);
        }
        catch (ArgumentException malformed)
        {
            throw new PerlSyntaxException(Reason(malformed));
        }
    }

    // .NET's message without the pattern, which is not the one that was written.
    private static string Reason(ArgumentException malformed)
    {
        const string mark = " at offset ";
        var at = malformed.Message.LastIndexOf(mark, StringComparison.Ordinal);
        var sentence = at < 0 ? -1 : malformed.Message.IndexOf(". ", at, StringComparison.Ordinal);
        return sentence < 0 ? malformed.Message : malformed.Message[(sentence + 2)..].TrimEnd('.');
    }

    private sealed class Forms(string pattern, PerlOptions options)
    {
        public readonly Lazy<Form> Plain = new(() => Make(pattern, options, isWide: false));
        public readonly Lazy<Form> Wide = new(() => Make(pattern, options, isWide: true));
        public long MatchedTicks;
    }

    /// <summary>What matches.</summary>
    /// <param name="Regex">The regular expression for .NET. Its groups have Perl's numbers.</param>
    /// <param name="Groups">The groups' names by number; null for those without.</param>
    internal sealed record Form(Regex Regex, IReadOnlyList<string?> Groups);
}
