using Moo.Language.Builtins.Patterns;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>MOO's own patterns: finding and taking apart.</summary>
internal static class PatternFunctions
{
    private const int Groups = 9;
    private const int PairTableSize = 64;

    // {0, -1}: a group that did not take part. Shared, as all small pairs are: lists never change.
    private static readonly Value NoPair = Value.List(Value.Int(0), Value.Int(-1));
    private static readonly Value[] NoGroups = [NoPair, NoPair, NoPair, NoPair, NoPair, NoPair, NoPair, NoPair, NoPair];
    private static readonly MooList NoPairs = MooList.Of(NoGroups);
    private static readonly MooList?[] Pairs = new MooList?[PairTableSize * PairTableSize];

    /// <summary>Finds the first place that a pattern matches.</summary>
    /// <remarks>
    /// Returns <c>{}</c> if there is none, else <c>{start, end, groups, subject}</c>; groups are the nine pairs <c>{start, end}</c> of
    /// what stands in <c>%( %)</c>, <c>{0, -1}</c> for those not there. In a pattern <c>.</c> is any character, <c>[a-z]</c> one of a
    /// set, <c>[^a-z]</c> any other, <c>* + ?</c> repeat what stands before, <c>^ $</c> are the start and end, <c>%|</c> separates
    /// alternatives, <c>%w %W</c> are a letter or digit and anything else, <c>%b %B</c> the edge of a word and no edge, <c>%&lt; %></c>
    /// its start and end, <c>%1</c> to <c>%9</c> what a group matched; <c>%</c> before anything else makes it an ordinary character.
    /// Ignores case unless <paramref name="caseMatters"/>.
    /// Differs from LambdaMOO: a group of an alternative that failed does not keep what it had.
    /// </remarks>
    /// <example>match("foobar", "o+b")[1..2] => {2, 4}</example>
    /// <example>match("Ann gives Bob a cup", "%(%w+%) gives %(%w+%)")[3][1..2] => {{1, 3}, {11, 13}}</example>
    /// <exception cref="MooError">E_INVARG for a malformed pattern; E_QUOTA if matching would take too long.</exception>
    [Builtin("match")]
    public static Value Match(MooTask task, string subject, string pattern, bool caseMatters = false) =>
        Search(task, subject, pattern, caseMatters, backwards: false);

    /// <summary>As <c>match()</c>, but finds the match that begins last.</summary>
    /// <example>rmatch("foobar", "o*b")[1..2] => {4, 4}</example>
    /// <exception cref="MooError">E_INVARG for a malformed pattern; E_QUOTA if matching would take too long.</exception>
    [Builtin("rmatch")]
    public static Value RMatch(MooTask task, string subject, string pattern, bool caseMatters = false) =>
        Search(task, subject, pattern, caseMatters, backwards: true);

    private static Value Search(MooTask task, string subject, string pattern, bool caseMatters, bool backwards)
    {
        // Making a long pattern ready takes its time.
        const int charactersPerTick = 64;
        if (pattern.Length >= charactersPerTick && !task.Spend(pattern.Length / charactersPerTick)) return Value.Failure;
        if (PatternCache.Find(pattern, caseMatters, out var problem) is not { } compiled)
            return task.RaiseHere(ErrorCode.E_INVARG, "malformed pattern: {0}", Value.Str(problem!));
        if (!Effort.Take(task, subject.Length)) return Value.Failure;
        var matcher = new Matcher(compiled, subject, task);
        return matcher.Search(backwards) switch
        {
            MatchOutcome.Found => Result(matcher, subject),
            MatchOutcome.None => Value.List(MooList.Empty),
            MatchOutcome.TooHard => task.RaiseHere(ErrorCode.E_QUOTA, "matching this pattern takes too long"),
            _ => Value.Failure,
        };
    }

    private static Value Result(in Matcher matcher, string subject)
    {
        var isPlain = subject.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
        var (start, end) = (matcher.Start, matcher.End);
        if (!isPlain) (start, end) = (MooText.ToPoints(subject, start), MooText.ToPoints(subject, end));
        Value[]? groups = null;
        for (var i = 0; i < Groups; i++)
        {
            var (groupStart, groupEnd) = matcher.Group(i + 1);
            if (groupEnd < 0) continue;
            if (!isPlain) (groupStart, groupEnd) = (MooText.ToPoints(subject, groupStart), MooText.ToPoints(subject, groupEnd));
            groups ??= [.. NoGroups];
            groups[i] = Pair(groupStart + 1, groupEnd);
        }
        // All pairs weigh the same and nest the same, so there is nothing to add up.
        var pairs = groups is null ? NoPairs : MooList.FromOwned(groups, Groups, Groups * NoPair.Bytes, NoPair.Depth);
        Value[] result = [Value.Int(start + 1), Value.Int(end), Value.List(pairs), Value.Str(subject)];
        var bytes = result[0].Bytes + result[1].Bytes + pairs.Bytes + result[3].Bytes;
        return Value.List(MooList.FromOwned(result, result.Length, bytes, pairs.Depth));
    }

    private static Value Pair(int start, int end)
    {
        if (start >= PairTableSize || end >= PairTableSize) return Value.List(Value.Int(start), Value.Int(end));
        ref var pair = ref Pairs[start * PairTableSize + end];
        return Value.List(pair ??= MooList.Of(Value.Int(start), Value.Int(end)));
    }

    /// <summary>
    /// Fills what <c>match()</c> found into a text: <c>%0</c> is the whole match, <c>%1</c> to <c>%9</c> its groups, <c>%%</c> a percent
    /// sign.
    /// </summary>
    /// <example>substitute("%2, %1!", match("hello world", "%(%w+%) %(%w+%)")) => "world, hello!"</example>
    /// <exception cref="MooError">
    /// E_INVARG if <paramref name="found"/> is not as <c>match()</c> returns it, or something else follows a <c>%</c>; E_QUOTA if the
    /// result would be too long.
    /// </exception>
    [Builtin("substitute")]
    public static Value Substitute(MooTask task, string template, MooList found)
    {
        if (!IsMatch(found))
            return task.RaiseHere(ErrorCode.E_INVARG, "substitute() needs what match() returned, not {0}", Value.List(found));
        if (!Effort.Take(task, template.Length * 4L)) return Value.Failure;
        var subject = found[3].AsStr;
        var text = new TextBuilder(stackalloc char[256]);
        var rest = template.AsSpan();
        for (var mark = rest.IndexOf('%'); mark >= 0; mark = rest.IndexOf('%'))
        {
            text.Append(rest[..mark]);
            switch (mark + 1 < rest.Length ? rest[mark + 1] : '\0')
            {
                case '%':
                    text.Append('%');
                    break;
                case '0':
                    text.Append(Part(subject, found));
                    break;
                case >= '1' and <= '9' and var digit:
                    text.Append(Part(subject, found[2].AsList[digit - '1'].AsList));
                    break;
                default:
                    text.Dispose();
                    return task.RaiseHere(ErrorCode.E_INVARG, "a % must be followed by a digit or another %");
            }
            rest = rest[(mark + 2)..];
            if (text.Length > task.Limits.MaxStringConcat) break;
        }
        text.Append(rest);
        return Quota.Check(task, Value.Str(text.Finish()));
    }

    private static ReadOnlySpan<char> Part(string subject, MooList pair)
    {
        var (start, end) = ((int)pair[0].AsInt, (int)pair[1].AsInt);
        if (end < start) return default;
        var from = MooText.ToUnits(subject, start - 1);
        return subject.AsSpan(from, MooText.ToUnits(subject.AsSpan(from), end - start + 1));
    }

    private static bool IsMatch(MooList found)
    {
        if (found.Count != 4 || !found[3].TryStr(out var subject) || !found[2].TryList(out var groups) || groups.Count != Groups)
            return false;
        var length = MooText.Length(subject);
        if (!IsPair(found[0], found[1], length)) return false;
        foreach (var group in groups)
            if (!group.TryList(out var pair) || pair.Count != 2 || !IsPair(pair[0], pair[1], length)) return false;
        return true;
    }

    private static bool IsPair(Value start, Value end, int length) =>
        start.TryInt(out var from) && end.TryInt(out var to) && (from == 0 && to == -1 || from > 0 && to >= from - 1 && to <= length);
}
