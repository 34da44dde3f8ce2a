using System.Diagnostics;
using Moo.Language.Builtins.Regexes;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class RegexTests
{
    // Perl's meaning of a pattern: the text of the first match, or null.
    [Theory]
    [InlineData("foobar", "o+", "oo")]
    [InlineData("foobar", "O+", "oo")]
    [InlineData("foobar", "^bar", null)]
    [InlineData("foobar", "bar$", "bar")]
    [InlineData("aaa", "a{2}", "aa")]
    [InlineData("a{2", "a{2", "a{2")]
    [InlineData("a{,2}", "a{,2}", "a{,2}")]
    [InlineData("aaa", "a*?", "")]
    [InlineData("aaa", "a++a", null)]
    [InlineData("aaab", "a++b", "aaab")]
    [InlineData("aaab", "(?:ab|a)++b", null)]
    [InlineData("aabc", "(?:ab|a)++c", "aabc")]
    [InlineData("aab", "[ab]{1,2}+b", "aab")]
    [InlineData("abab", "(ab)\\1", "abab")]
    [InlineData("abab", "(?<x>ab)\\k<x>", "abab")]
    [InlineData("abab", "(?P<x>ab)(?P=x)", "abab")]
    [InlineData("abab", "(ab)\\g1", "abab")]
    [InlineData("abab", "(ab)\\g{-1}", "abab")]
    [InlineData("abab", "(?'x'ab)\\k{x}", "abab")]
    [InlineData("foo bar", "\\bbar\\b", "bar")]
    [InlineData("foobar", "foo(?=bar)", "foo")]
    [InlineData("foobar", "(?<=foo)bar", "bar")]
    [InlineData("foobar", "(?<!foo)bar", null)]
    [InlineData("FOO", "(?-i)foo", null)]
    [InlineData("fooBAR", "(?-i:foo)bar", "fooBAR")]
    [InlineData("a\nb", "a.b", null)]
    [InlineData("a\nb", "(?s)a.b", "a\nb")]
    [InlineData("a\nb", "(?m)^b", "b")]
    [InlineData("a\nb", "^b", null)]
    [InlineData("ab", "(?x) a # comment (\n b", "ab")]
    [InlineData("ab c", "(?x)b\\ c", "b c")]
    [InlineData("aaa", "(?U)a+", "a")]
    [InlineData("a.c", "\\Qa.c\\E", "a.c")]
    [InlineData("abc", "\\Qa.c\\E", null)]
    [InlineData("a(?#x)b", "a\\(", "a(")]
    [InlineData("ab", "a(?#comment)b", "ab")]
    [InlineData("A", "\\x41", "A")]
    [InlineData("A", "\\x{41}", "A")]
    [InlineData("A", "\\101", "A")]
    [InlineData("A", "\\o{101}", "A")]
    [InlineData("\t", "\\h", "\t")]
    [InlineData("a\r\nb", "a\\Rb", "a\r\nb")]
    [InlineData("a1", "[[:alpha:]][[:digit:]]", "a1")]
    [InlineData("_", "[[:^alnum:]]", "_")]
    [InlineData("a]", "[]]", "]")]
    [InlineData("a]", "[^]]", "a")]
    [InlineData("a-[b", "[-a[]+", "a-[")]
    [InlineData("a-[b", "[[a-]+", "a-[")]
    [InlineData("a1_é", "[[:^alpha:]_1]+", "1_")]
    [InlineData("a1_é", "[^[:^alpha:]]+", "a")]
    [InlineData("🐄a", "[^[:^alpha:]]+", "a")]
    [InlineData("a🐄1", "[[:^alpha:]]+", "🐄1")]
    [InlineData("a-z", "[a\\-z]+", "a-z")]
    [InlineData("x-", "[\\w-]+", "x-")]
    [InlineData("a^", "[b^]", "^")]
    [InlineData("é", "\\w", "é")]
    [InlineData("Ж", "\\p{Lu}", "Ж")]
    [InlineData("1", "\\pN", "1")]
    [InlineData("a1", "\\P{L}", "1")]
    [InlineData("aa", "(a)?(?(1)a|b)", "aa")]
    [InlineData("b", "(a)?(?(1)a|b)", "b")]
    [InlineData("ab", "(?>a|ab)b", "ab")]
    [InlineData("🐄x", ".", "🐄")]
    [InlineData("🐄x", "^..$", "🐄x")]
    [InlineData("a🐄🐄", "🐄+", "🐄🐄")]
    [InlineData("a🐄b", "[^a]+", "🐄b")]
    [InlineData("a🐄b", "[🐄x]", "🐄")]
    [InlineData("a🐄b", "[\\x{1F400}-\\x{1F4FF}]", "🐄")]
    [InlineData("a🐄b", "[^\\x{1F400}-\\x{1F4FF}]+", "a")]
    [InlineData("a🐄b", "\\W", "🐄")]
    [InlineData("a🐄b", "[\\W]", "🐄")]
    [InlineData("🐄", "[𐀀-􏿿]", "🐄")]
    public void A_pattern_means_what_it_means_in_Perl(string text, string pattern, string? expected)
    {
        var form = new PerlRegex(pattern, PerlOptions.IgnoreCase).For(text);

        var match = form.Regex.Match(text);

        Assert.Equal(expected, match.Success ? match.Value : null);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("a{3,2}")]
    [InlineData("a{99999}")]
    [InlineData("(?R)")]
    [InlineData("(a)(?1)")]
    [InlineData("(?&x)")]
    [InlineData("(?|a|b)")]
    [InlineData("a\\Kb")]
    [InlineData("(*FAIL)")]
    [InlineData("\\2(a)")]
    [InlineData("\\k<nosuch>")]
    [InlineData("(?<1a>x)")]
    [InlineData("(?<x>a)(?<x>b)")]
    [InlineData("[z-a]")]
    [InlineData("[[:nosuch:]]")]
    [InlineData("\\p{nosuch}")]
    [InlineData("\\x{110000}")]
    [InlineData("\\i")]
    [InlineData("a\\")]
    [InlineData("(?y)")]
    public void A_malformed_pattern_is_refused_with_a_reason(string pattern)
    {
        var problem = Assert.Throws<PerlSyntaxException>(() => new PerlRegex(pattern, PerlOptions.None).For("x"));

        Assert.NotEmpty(problem.Message);
        Assert.DoesNotContain("(?<1>", problem.Message);
    }

    [Theory]
    [InlineData("pcre_match(\"foobar\", \"o\")", "{[\"0\" -> [\"match\" -> \"o\", \"position\" -> {2, 2}]], [\"0\" -> [\"match\" -> \"o\", \"position\" -> {3, 3}]]}")]
    [InlineData("pcre_match(\"foobar\", \"o\", 0, 0)", "{[\"0\" -> [\"match\" -> \"o\", \"position\" -> {2, 2}]]}")]
    [InlineData("pcre_match(\"foobar\", \"O\", 1)", "{}")]
    [InlineData("pcre_match(\"foobar\", \"x\")", "{}")]
    [InlineData("length(pcre_match(\"aXbxc\", \"x\"))", "2")]
    [InlineData("pcre_match(\"ac\", \"(a)(b)?(c)(d)?\")[1][\"2\"]", "[\"match\" -> \"\", \"position\" -> {0, -1}]")]
    [InlineData("mapkeys(pcre_match(\"ac\", \"(a)(b)?(c)(d)?\")[1])", "{\"0\", \"1\", \"2\", \"3\"}")]
    [InlineData("mapkeys(pcre_match(\"ac\", \"(a)(?<m>b)?(c)(?<n>d)?\")[1])", "{\"0\", \"1\", \"3\", \"m\", \"n\"}")]
    [InlineData("pcre_match(\"🐄ab\", \"b\")[1][\"0\"][\"position\"]", "{3, 3}")]
    [InlineData("length(pcre_match(\"abc\", \"x*\"))", "3")]
    [InlineData("pcre_match(\"🐄a\", \"\")", "E_INVARG")]
    [InlineData("pcre_match(\"foo\", \"$\")[1][\"0\"][\"position\"]", "{4, 3}")]
    [InlineData("length(pcre_match(\"aab\", \"^a\"))", "1")]
    [InlineData("length(pcre_match(\"aaa\", \"(?<=a)a\"))", "2")]
    [InlineData("pcre_match(\"\", \"a\")", "E_INVARG")]
    [InlineData("pcre_match(\"a\", \"(\")", "E_INVARG")]
    [InlineData("pcre_match(strsub(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"a\", \"aaaaaaaaaaaaaaaaaaaa\"), \"a\")", "E_MAXREC")]
    [InlineData("pcre_replace(\"foo\", \"s/o/0/\")", "\"f0o\"")]
    [InlineData("pcre_replace(\"foo\", \"s/o/0/g\")", "\"f00\"")]
    [InlineData("pcre_replace(\"FOO\", \"s/o/0/g\")", "\"FOO\"")]
    [InlineData("pcre_replace(\"FOO\", \"s/o/0/gi\")", "\"F00\"")]
    [InlineData("pcre_replace(\"a/b\", \"s/\\\\//-/\")", "\"a-b\"")]
    [InlineData("pcre_replace(\"a/b\", \"s#/#-#\")", "\"a-b\"")]
    [InlineData("pcre_replace(\"john smith\", \"s/(\\\\w+) (\\\\w+)/$2, $1/\")", "\"smith, john\"")]
    [InlineData("pcre_replace(\"ab\", \"s/b/[$&$$x$]/\")", "\"a[b$$x$]\"")]
    [InlineData("pcre_replace(\"abc\", \"s/b/($`|$'|$+)/\")", "\"a(a|c|b)c\"")]
    [InlineData("pcre_replace(\"abc\", \"s/(b)/\\\\$1\\\\\\\\/\")", "\"a$1\\\\c\"")]
    [InlineData("pcre_replace(\"abc\", \"s/b/\\\\x41\\\\t/\")", "\"aA c\"")]
    [InlineData("pcre_replace(\"abc\", \"s/b/$1/T\")", "\"a$1c\"")]
    [InlineData("pcre_replace(\"abc\", \"s/x*/-/g\")", "\"-a-b-c-\"")]
    [InlineData("pcre_replace(\"aXb\", \"s/(?<l>x)/[$1]/i\")", "\"a[X]b\"")]
    [InlineData("pcre_replace(\"abc\", \"s/b/$1/\")", "E_INVARG")]
    [InlineData("pcre_replace(\"abc\", \"s/b/\")", "E_INVARG")]
    [InlineData("pcre_replace(\"abc\", \"s/b/x/g/\")", "E_INVARG")]
    [InlineData("pcre_replace(\"abc\", \"abc\")", "E_INVARG")]
    [InlineData("pcre_replace(\"abc\", \"s/(/x/\")", "E_INVARG")]
    public void A_function_has_its_result(string expression, string expected)
    {
        using var moo = new TestMoo();
        var calls = expression.Replace("mapkeys(", "({m} => {k for v, k in (m)})(");

        Assert.Equal(expected, moo.Eval($"`{calls} ! ANY'"));
    }

    [Fact]
    public void Statistics_are_for_wizards()
    {
        using var moo = new TestMoo();

        Assert.Equal("E_PERM", moo.Eval("`pcre_cache_stats() ! ANY'", TestMoo.Programmer));
        Assert.Equal("{\"statistics_.\", 2}", moo.Run("""
            for i in [1..2] pcre_match("x", "statistics_."); endfor
            for entry in (pcre_cache_stats()) if (entry[1] == "statistics_.") return entry; endif endfor
            """).ToString());
    }

    [Theory]
    [InlineData("(a*)*c")]
    [InlineData("(a|aa)+$")]
    [InlineData("(a+)+\\\\1c")]
    [InlineData("(?=(a+)+c)a")]
    public void A_hungry_pattern_ends_soon(string pattern)
    {
        using var moo = new TestMoo();
        var clock = Stopwatch.StartNew();

        var result = moo.Eval($$"""`pcre_match(strsub("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", "aaaa") + "b", "{{pattern}}") ! E_INVARG'""");

        Assert.True(result is "{}" or "E_INVARG", result);
        // Left alone it would take longer than anybody lives. The limit is the thread's own time, so a busy machine takes longer than that.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void Random_text_as_a_pattern_is_matched_or_refused()
    {
        const string signs = "()[]{}?*+|^$.\\-:<>=!1,aiPQExkgR🐄";
        var random = new Random(5);
        for (var round = 0; round < 4_000; round++)
        {
            var pattern = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => signs[random.Next(signs.Length)])]);
            try
            {
                foreach (var text in new[] { "aab a1", "a🐄e" }) new PerlRegex(pattern, PerlOptions.None).For(text).Regex.Match(text);
            }
            catch (PerlSyntaxException problem)
            {
                Assert.NotEmpty(problem.Message);
            }
        }
    }
}
