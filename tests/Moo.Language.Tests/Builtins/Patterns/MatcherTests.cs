using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Moo.Language.Builtins.Patterns;

namespace Moo.Language.Tests.Builtins.Patterns;

public sealed class MatcherTests
{
    [Theory]
    [InlineData("foobar", "o+b", "2-4")]
    [InlineData("foobar", "", "1-0")]
    [InlineData("", "", "1-0")]
    [InlineData("", "a", "")]
    [InlineData("abc", "b", "2-2")]
    [InlineData("ABC", "b", "2-2")]
    [InlineData("foo", "x*", "1-0")]
    [InlineData("foo", "$", "4-3")]
    [InlineData("foo", "^", "1-0")]
    [InlineData("foo", "^f", "1-1")]
    [InlineData("foo", "^o", "")]
    [InlineData("a\nfoo", "^f", "3-3")]
    [InlineData("foo\nbar", "o$", "3-3")]
    [InlineData("a\nb", "a.b", "")]
    [InlineData("a\nb", "a[^x]b", "1-3")]
    [InlineData("aaa", "a?", "1-1")]
    [InlineData("aaa", "^a*$", "1-3")]
    [InlineData("abab", "%(ab%)*", "1-4 3-4")]
    [InlineData("abab", "%(ab%)+$", "1-4 3-4")]
    [InlineData("abac", "%(ab%|ac%)+", "1-4 3-4")]
    [InlineData("ac", "%(a%)b%|ac", "1-2 0--1")]
    [InlineData("foofoo", "%(fo*%)%1", "1-6 1-3")]
    [InlineData("fooFOO", "%(fo*%)%1", "1-6 1-3")]
    [InlineData("foofo", "%(foo%)%1", "")]
    [InlineData("aa", "%1%(a%)", "")]
    [InlineData("a.b", "a%.b", "1-3")]
    [InlineData("axb", "a%.b", "")]
    [InlineData("a%b", "a%%b", "1-3")]
    [InlineData("a\\b", "a\\b", "1-3")]
    [InlineData("a]b", "a[]]b", "1-3")]
    [InlineData("a]b", "a[^]]b", "")]
    [InlineData("a-b", "a[x-]b", "1-3")]
    [InlineData("a-b", "a[-x]b", "1-3")]
    [InlineData("a%b", "a[%.]b", "1-3")]
    [InlineData("amb", "a[a-c-m]b", "1-3")]
    [InlineData("aMb", "a[A-Z]b", "1-3")]
    [InlineData("a_b", "a[^%w]b", "1-3")]
    [InlineData("foo bar", "%bbar", "5-7")]
    [InlineData("foobar", "%bbar", "")]
    [InlineData("foobar", "%Bbar", "4-6")]
    [InlineData("foo bar", "%<b", "5-5")]
    [InlineData("foo bar", "o%>", "3-3")]
    [InlineData("foo_bar", "o%>", "3-3")]
    [InlineData("foo", "o%W", "")]
    [InlineData("foo!", "o%W", "3-4")]
    [InlineData("", "%b", "1-0")]
    [InlineData("", "%B", "")]
    [InlineData("x", "^*x", "1-1")]
    [InlineData("aab", "a**b", "1-3")]
    [InlineData("aab", "a+?b", "1-3")]
    [InlineData("b", "a?*b", "1-1")]
    [InlineData("ab", "%(a*%)*b", "1-2 2-1")]
    [InlineData("b", "%(a*%)+b", "1-1 1-0")]
    [InlineData("abc", "%(%)b", "2-2 2-1")]
    [InlineData("b", "a%|", "1-0")]
    [InlineData("b", "%(a%|%)b", "1-1 1-0")]
    [InlineData("xyz", "%(x%(y%)%)z", "1-3 1-2 2-2")]
    [InlineData("abcdefghijk", "%(a%)%(b%)%(c%)%(d%)%(e%)%(f%)%(g%)%(h%)%(i%)%(j%)%(k%)", "1-11 1-1 2-2 3-3 4-4 5-5 6-6 7-7 8-8 9-9")]
    [InlineData("The quick brown fox jumps over the lazy dog", "%(j[a-z]*%) +%(over%|under%)", "21-30 21-25 27-30")]
    [InlineData("*** Welcome to LambdaMOO!!!", "%(%w*%) to %(%w*%)", "5-24 5-11 16-24")]
    [InlineData("help @options", "^help %('%|[^ <][^ ]*%)$", "1-13 6-13")]
    [InlineData("@edit-o", "^@%([^-]*%)%(o%|opt?i?o?n?s?%|-o?p?t?i?o?n?s?%)$", "1-7 2-5 6-7")]
    [InlineData("2", "[0-9]+ *", "1-1")]
    [InlineData("foo", "^[]a-zA-Z0-9-%~`!@#$^&()=+{}[|';?/><.,]+$", "1-3")]
    [InlineData("straße", "%w+", "1-6")]
    [InlineData("ÉTÉ", "été", "1-3")]
    [InlineData("naïve", "[à-ï]", "3-3")]
    [InlineData("a🐄b", "a.b", "1-4")]
    [InlineData("🐄🐄", "^..$", "1-4")]
    [InlineData("🐄🐄x", "[🐄]+x", "1-5")]
    [InlineData("🐄x", "[^a]x", "1-3")]
    public void A_pattern_matches_there(string text, string pattern, string expected) => Assert.Equal(expected, Describe(text, pattern));

    [Theory]
    [InlineData("foobar", "o*b", "4-4")]
    [InlineData("foobar", "o+b", "3-4")]
    [InlineData("foobar", "o", "3-3")]
    [InlineData("foobar", "x", "")]
    [InlineData("foobar", "", "7-6")]
    [InlineData("foobar", "$", "7-6")]
    [InlineData("foobar", "^f", "1-1")]
    [InlineData("a\na\nb", "^a", "3-3")]
    [InlineData("The quick brown fox jumps over the lazy dog", "o[a-z]", "42-43")]
    [InlineData("aaaa", "a+", "4-4")]
    [InlineData("🐄é🐄é", "é", "6-6")]
    [InlineData("é🐄", ".", "2-3")]
    public void Backwards_the_last_start_counts(string text, string pattern, string expected) =>
        Assert.Equal(expected, Describe(text, pattern, backwards: true));

    [Theory]
    [InlineData("Foo", "foo", "")]
    [InlineData("fooFOO", "%(foo%)%1", "")]
    [InlineData("aMb", "[A-Z]", "2-2")]
    public void Case_may_matter(string text, string pattern, string expected) => Assert.Equal(expected, Describe(text, pattern, caseMatters: true));

    [Theory]
    [InlineData("%")]
    [InlineData("a%")]
    [InlineData("%(a")]
    [InlineData("a%)")]
    [InlineData("[a")]
    [InlineData("[")]
    [InlineData("[^")]
    [InlineData("[]")]
    [InlineData("*a")]
    [InlineData("+")]
    [InlineData("?")]
    [InlineData("%(*a%)")]
    [InlineData("a%|*")]
    [InlineData("a^")]
    [InlineData("^^")]
    [InlineData("$a")]
    [InlineData("a$b")]
    [InlineData("$*")]
    public void A_malformed_pattern_is_refused_with_a_reason(string pattern)
    {
        Assert.Null(Pattern.Compile(pattern, caseMatters: false, out var problem));
        Assert.NotEmpty(problem!);
    }

    [Fact]
    public void Patterns_nest_and_grow_only_so_far()
    {
        Assert.Null(Pattern.Compile(string.Concat(Enumerable.Repeat("%(", 5000)), false, out _));
        Assert.Null(Pattern.Compile(new string('a', 100_000), false, out _));
        Assert.Null(Pattern.Compile(string.Concat(Enumerable.Repeat("%(", 50)) + string.Concat(Enumerable.Repeat("%)*", 50)), false, out _));
        Assert.NotNull(Pattern.Compile(string.Concat(Enumerable.Repeat("a*", 15_000)), false, out _));
    }

    [Theory]
    [InlineData("%(a*%)*c")]
    [InlineData("%(a*%)*%(a*%)*c")]
    [InlineData("%(a%|a%)*c")]
    [InlineData("%(a%|aa%)+$")]
    [InlineData("a*a*a*a*a*a*c")]
    [InlineData(".*.*.*x")]
    [InlineData("%(%w+ ?%)+!")]
    [InlineData("%(%(a*%)*%)*c")]
    public void A_hungry_pattern_takes_time_proportional_to_the_text(string pattern)
    {
        var text = new string('a', 20_000) + "b";
        var clock = Stopwatch.StartNew();

        Assert.Equal("", Describe(text, pattern));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{pattern} took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("%(a*%)*%1c")]
    [InlineData("%(a*%)%(a*%)%(a*%)%1%2%3c")]
    public void A_hungry_pattern_with_references_is_given_up(string pattern)
    {
        Assert.Equal("TooHard", Describe(new string('a', 20_000), pattern));
    }

    [Fact]
    public void A_very_long_text_matches_in_both_gears()
    {
        var text = string.Concat(Enumerable.Repeat("abcab ", 50_000));

        Assert.Equal(Describe(text, "%(abc%|ab %)+$"), Describe(text, "%(abc%|ab %)+$", patience: 0));
        Assert.StartsWith("1-300000", Describe(text, "%(abc%|ab %)+$"));
        Assert.StartsWith("1-300000", Describe(text, "%(a%|b%|c%| %)*", patience: 0));
    }

    // The same pattern written for .NET must match the same, and both gears must agree.
    [Fact]
    public void Random_patterns_match_as_in_dotnet()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2_000; round++)
        {
            var (moo, net) = RandomPattern(random, 3);
            var text = new string([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => "abAB c\n"[random.Next(7)])]);
            var caseMatters = random.Next(2) == 0;
            if (MatchInDotnet(net, text, caseMatters) is not { } expected) continue;

            var actual = Describe(text, moo, caseMatters: caseMatters);

            var span = expected.Success ? $"{expected.Index + 1}-{expected.Index + expected.Length}" : "";
            Assert.True(span == actual.Split(' ')[0], $"/{moo}/ {net} on {text}: {span}, not {actual}");
            Assert.Equal(actual, Describe(text, moo, caseMatters: caseMatters, patience: 0));
        }
    }

    [Fact]
    public void Random_text_as_a_pattern_never_throws()
    {
        const string signs = "%%%()|[]^$*+?.-1abw<>🐄é\ud83d";
        var random = new Random(99);
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = new string([.. Enumerable.Range(0, random.Next(0, 15)).Select(_ => signs[random.Next(signs.Length)])]);
            if (Pattern.Compile(pattern, random.Next(2) == 0, out _) is not { } compiled) continue;
            foreach (var text in new[] { "", "aab ba", "a🐄é b" })
            {
                Describe(text, compiled, backwards: false, patience: null);
                Describe(text, compiled, backwards: true, patience: null);
            }
        }
    }

    // Null where .NET takes too long.
    private static Match? MatchInDotnet(string pattern, string text, bool caseMatters)
    {
        var options = RegexOptions.Multiline | (caseMatters ? RegexOptions.None : RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        try
        {
            return Regex.Match(text, pattern, options, TimeSpan.FromMilliseconds(50));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static (string Moo, string Net) RandomPattern(Random random, int depth)
    {
        var (moo, net) = (new StringBuilder(), new StringBuilder());
        for (var i = random.Next(0, 4); i >= 0; i--)
        {
            switch (random.Next(depth > 0 ? 10 : 6))
            {
                case <= 2:
                    Add("abc B"[random.Next(5)].ToString());
                    break;
                case 3:
                    Add(".", "[^\n]");
                    break;
                case 4:
                    Add("[a-b ]");
                    break;
                case 5:
                    Add("[^b]");
                    break;
                case 6:
                    var (a, an) = RandomPattern(random, depth - 1);
                    var (b, bn) = RandomPattern(random, depth - 1);
                    Add($"%({a}%|{b}%)", $"({an}|{bn})");
                    break;
                default:
                    var (inner, innerNet) = RandomPattern(random, depth - 1);
                    Add($"%({inner}%)", $"({innerNet})");
                    break;
            }
            var repeat = random.Next(6) switch { 0 => "*", 1 => "+", 2 => "?", _ => "" };
            Add(repeat);
        }
        return (moo.ToString(), net.ToString());

        void Add(string text, string? other = null)
        {
            moo.Append(text);
            net.Append(other ?? text);
        }
    }

    private static string Describe(string text, string pattern, bool backwards = false, bool caseMatters = false, long? patience = null)
    {
        var compiled = Pattern.Compile(pattern, caseMatters, out var problem);
        Assert.True(compiled is not null, problem);
        return Describe(text, compiled, backwards, patience);
    }

    // The offsets in UTF-16 units: "start-end" of the match and of each group up to the last that took part, or of the first if none did.
    private static string Describe(string text, Pattern pattern, bool backwards, long? patience)
    {
        var matcher = new Matcher(pattern, text, null, patience);
        var outcome = matcher.Search(backwards);
        if (outcome != MatchOutcome.Found) return outcome == MatchOutcome.None ? "" : outcome.ToString();
        var parts = new List<string> { $"{matcher.Start + 1}-{matcher.End}" };
        var groups = pattern.Code.Where(i => i.Operation == PatternOperation.GroupStart).Select(i => i.Number).DefaultIfEmpty(0).Max();
        for (var group = 1; group <= groups; group++)
        {
            var (start, end) = matcher.Group(group);
            parts.Add($"{start + 1}-{end}");
        }
        return string.Join(' ', parts);
    }
}
