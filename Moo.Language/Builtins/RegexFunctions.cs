using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Moo.Language.Builtins.Regexes;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Perl-compatible regular expressions.</summary>
internal static class RegexFunctions
{
    private const long UsualMatches = 1000;

    private static readonly Value MatchKey = Value.Str("match");
    private static readonly Value PositionKey = Value.Str("position");
    private static readonly Generations<(string Pattern, PerlOptions Options), PerlRegex> Known = new(32);

    /// <summary>Finds all places that a Perl-compatible regular expression matches.</summary>
    /// <remarks>
    /// Returns a list of maps, one for each match. A map's keys are the groups, <c>"0"</c> for the whole match, <c>"1"</c> for the first
    /// group or its name if it has one; its values are maps with the text (<c>"match"</c>) and where it stands (<c>"position"</c>, first
    /// and last character). Ignores case unless <paramref name="caseMatters"/>. With a false <paramref name="all"/> only the first match
    /// is looked for. Recursion, <c>\K</c>, verbs and branch reset are not supported.
    /// Differs from ToastStunt: an empty match does not end the search; classes such as <c>\w</c> know all of Unicode.
    /// </remarks>
    /// <example>pcre_match("a1b22", "[0-9]+")[2] => ["0" -> ["match" -> "22", "position" -> {4, 5}]]</example>
    /// <example>pcre_match("09/12", "([0-9]+)/(?&lt;day>[0-9]+)")[1]["day"] => ["match" -> "12", "position" -> {4, 5}]</example>
    /// <exception cref="MooError">
    /// E_INVARG if the subject or the pattern is empty, the pattern malformed, or the search takes too long; E_MAXREC for more matches
    /// than <c>$server_options.pcre_match_max_iterations</c> (1000).
    /// </exception>
    [Builtin("pcre_match")]
    public static Value PcreMatch(MooTask task, string subject, string pattern, bool caseMatters = false, bool all = true)
    {
        if (subject.Length == 0 || pattern.Length == 0)
            return task.RaiseHere(ErrorCode.E_INVARG, "pcre_match() needs a subject and a pattern that are not empty");
        var search = Find(task, pattern, caseMatters ? PerlOptions.None : PerlOptions.IgnoreCase, subject, out var problem);
        if (search is null) return problem;
        var matches = new List<Value>();
        var most = MostMatches(task);
        var isPlain = subject.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
        long bytes = 0;
        for (var from = 0; from < subject.Length;)
        {
            if (search.Next(from) is not { } match) break;
            if (matches.Count + 1 >= most)
                return task.RaiseHere(ErrorCode.E_MAXREC, "the pattern matches {0} times and more", Value.Int(most));
            var groups = Groups(search.Form, match, subject, isPlain);
            matches.Add(Value.Of(groups));
            bytes += groups.Bytes;
            if (!all || bytes > task.Limits.MaxListBytes) break;
            from = After(match, subject);
        }
        return search.End switch
        {
            RegexSearchEnd.TooSlow => TooSlow(task),
            RegexSearchEnd.Stopped => Value.Failure,
            _ => Quota.Check(task, Value.List(MooList.FromOwned([.. matches], matches.Count))),
        };
    }

    // Behind an empty match the search goes on one character further.
    private static int After(Match match, string subject)
    {
        var end = match.Index + match.Length;
        if (match.Length > 0 || end >= subject.Length) return match.Length > 0 ? end : end + 1;
        return end + Rune.GetRuneAt(subject, end).Utf16SequenceLength;
    }

    private static MooMap Groups(PerlRegex.Form form, Match match, string subject, bool isPlain)
    {
        var last = 0;
        for (var i = 1; i < form.Groups.Count; i++)
            if (match.Groups[i].Success) last = i;
        var result = MooMap.Empty;
        for (var i = 0; i < form.Groups.Count; i++)
        {
            var name = form.Groups[i];
            // Unnamed groups behind the last that took part are left out.
            if (name is null && i > last) continue;
            var group = match.Groups[i];
            var (start, end) = group.Success ? (group.Index, group.Index + group.Length) : (-1, -1);
            if (!isPlain && start >= 0) (start, end) = (MooText.ToPoints(subject, start), MooText.ToPoints(subject, end));
            var entry = MooMap.Empty.Set(MatchKey, Value.Str(group.Value)).Set(PositionKey, Value.List(Value.Int(start + 1), Value.Int(end)));
            result = result.Set(Value.Str(name ?? i.ToString(CultureInfo.InvariantCulture)), Value.Of(entry));
        }
        return result;
    }

    private static long MostMatches(MooTask task) =>
        task.Runtime.Options.Find(task.Transaction.Base, "pcre_match_max_iterations") is { } value && value.TryInt(out var most)
            ? Math.Clamp(most, 100, 100_000_000) : UsualMatches;

    /// <summary>Replaces what a regular expression matches, by a command as in Perl: <c>s/pattern/replacement/flags</c>.</summary>
    /// <remarks>
    /// Any character may stand in place of the <c>/</c>. In the replacement <c>$1</c> is the first group, <c>$&amp;</c> the whole match,
    /// <c>$+</c> the last group, <c>\n \t \x41</c> characters. Flags: <c>g</c> replaces all matches, <c>i</c> ignores case,
    /// <c>m s x U T</c> as usual. Control characters in the result become blanks. Unlike <c>pcre_match()</c> this minds case without a
    /// flag.
    /// </remarks>
    /// <example>pcre_replace("I am a fish", "s/(\\w+) fish/$1 cat/") => "I am a cat"</example>
    /// <example>pcre_replace("a-b-c", "s!-!+!g") => "a+b+c"</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed command or pattern, or if the search takes too long; E_QUOTA if the result would be too long.
    /// </exception>
    [Builtin("pcre_replace")]
    public static Value PcreReplace(MooTask task, string subject, string command)
    {
        Substitution substitution;
        try
        {
            substitution = Substitution.Parse(command);
        }
        catch (PerlSyntaxException malformed)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "malformed substitution: {0}", Value.Str(malformed.Message));
        }
        var search = Find(task, substitution.Pattern, substitution.Options, subject, out var problem);
        if (search is null) return problem;
        var groupCount = search.Form.Groups.Count - 1;
        try
        {
            substitution.CheckGroups(groupCount);
        }
        catch (PerlSyntaxException malformed)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "malformed substitution: {0}", Value.Str(malformed.Message));
        }
        var result = new StringBuilder();
        var copied = 0;
        for (var from = 0; from <= subject.Length && search.Next(from) is { } match; from = After(match, subject))
        {
            result.Append(subject, copied, match.Index - copied);
            substitution.Append(result, match, subject, groupCount);
            copied = match.Index + match.Length;
            if (!substitution.IsGlobal || result.Length > task.Limits.MaxStringConcat) break;
        }
        if (search.End == RegexSearchEnd.Stopped) return Value.Failure;
        if (search.End == RegexSearchEnd.TooSlow) return TooSlow(task);
        result.Append(subject, copied, subject.Length - copied);
        return Quota.Check(task, Value.Str(WithoutControls(result.ToString())));
    }

    private static string WithoutControls(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        return string.Create(text.Length, text, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(text[i]) ? ' ' : text[i];
        });
    }

    /// <summary>
    /// The regular expressions that are kept ready, and how often each was used again: a list of <c>{pattern, uses}</c>.
    /// </summary>
    /// <example>typeof(pcre_cache_stats()) == LIST => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("pcre_cache_stats")]
    public static Value PcreCacheStats(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "pcre_cache_stats");
        var known = Known.Values.Select(regex => Value.List(Value.Str(regex.Text), Value.Int(regex.Uses))).ToArray();
        return Value.List(MooList.FromOwned(known, known.Length));
    }

    // Null if there is no search: the problem is the error, or a failure.
    private static RegexSearch? Find(MooTask task, string pattern, PerlOptions options, string subject, out Value problem)
    {
        // Making a pattern ready takes some microseconds for each character.
        const int charactersPerTick = 32;
        problem = Value.Failure;
        if (!task.Spend(pattern.Length / charactersPerTick)) return null;
        try
        {
            var regex = Known.GetOrAdd((pattern, options), static key => new PerlRegex(key.Pattern, key.Options));
            var search = new RegexSearch(regex, subject, task);
            regex.NoteUse();
            return search;
        }
        catch (PerlSyntaxException malformed)
        {
            problem = task.RaiseHere(ErrorCode.E_INVARG, "malformed pattern: {0}", Value.Str(malformed.Message));
            return null;
        }
    }

    private static Value TooSlow(MooTask task) => task.RaiseHere(ErrorCode.E_INVARG, "matching this pattern takes too long");
}
