using System.Diagnostics;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Scheduling;

/// <summary>
/// Programs that try to take more than their share. Each comes to its end by an error of its own or a limit; others are answered meanwhile. The
/// project bounds the memory of the process that runs the tests, so that a program that got too much would end it all.
/// </summary>
public sealed class HostileProgramTests
{
    private static readonly TimeSpan FarTooLong = TimeSpan.FromSeconds(25);

    // What TEXT and LIST stand for.
    private const string BigText = "s = \"0123456789\"; for i in [1..20] s = s + s; endfor ";
    private const string BigList = "l = {1}; for i in [1..21] l = {@l, @l}; endfor ";

    public static TheoryData<string> Programs =>
    [
        // values that grow
        "m = []; i = 0; while (1) i = i + 1; m[i] = tostr(i, m); endwhile",
        "l = {}; while (1) l = {l, l, l}; endwhile",
        "f = {x} => x; while (1) f = {x} => f; endwhile",
        "f = <#1>; while (1) f = <#1, {f, f}>; endwhile",
        "e = E_PERM; while (1) try raise(e, tostr(toliteral(e), toliteral(e))); except x (ANY) e = x[2]; endtry endwhile",
        "TEXT while (1) s = strsub(s, \"0\", s); endwhile",
        "TEXT return strsub(s, \"0\", s);",
        "TEXT return substitute(\"%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1\", {1, 1, {{1, length(s)}, @{{0, -1} for i in [1..8]}}, s});",
        "TEXT return pcre_replace(s, \"s/0/\" + s + \"/g\");",
        "TEXT return explode(s, \"0\");",
        "TEXT return {x for x in (s)};",
        "TEXT while (1) l = decode_binary(s, 1); endwhile",
        "TEXT while (1) encode_binary(s, s); endwhile",
        "TEXT while (1) encode_base64(s); endwhile",
        "TEXT x = {}; while (1) x = {@x, s + tostr(length(x))}; endwhile",
        "TEXT a = b = c = d = e = f = g = h = i = j = k = n = o = p = q = r = 0; while (1) a = b; b = c; c = d; d = e; e = f; f = g; g = h; h = i; i = j; j = k; k = n; n = o; o = p; p = q; q = r; r = s + \"x\"; endwhile",
        "while (1) random_bytes(10000); floatstr(1.0e300, 1000000); endwhile",
        "return floatstr(1.0, 9223372036854775807);",
        "return listappend({}, 1, 9223372036854775807) + {chr(@{65 for i in [1..1000000]})};",

        // values that take long to go through
        "LIST k = {@l[2..$], 1}; while (1) l == k; endwhile",
        "LIST k = {@l[2..$], 1}; while (1) k in {l, l, l}; endwhile",
        "LIST while (1) 2 in l; endwhile",
        "LIST while (1) equal(l, {@l[2..$], 1}); endwhile",
        "LIST while (1) toliteral(l); endwhile",
        "LIST while (1) value_hash(l); endwhile",
        "LIST while (1) generate_json(l); endwhile",
        "LIST while (1) reverse(l); endwhile",
        "LIST while (1) l[2..3] = {}; endwhile",
        "LIST while (1) l[1] = l[2] + 1; k = l; endwhile",
        "LIST while (1) max(@l); endwhile",
        "LIST while (1) setremove(l, 2); endwhile",
        "LIST while (1) {a, @b} = l; endwhile",
        "LIST while (1) for x in (l) break; endfor endwhile",
        "LIST while (1) sort(l, l); endwhile",
        "LIST while (1) all_members(1, l); endwhile",
        "LIST while (1) slice({l, l}); endwhile",
        "LIST f = {@r} => r; while (1) f(@l); endwhile",
        "TEXT t = s[2..$] + \"0\"; while (1) s == t; endwhile",
        "TEXT while (1) s < s + \"0\"; endwhile",
        "TEXT while (1) length(s); endwhile",
        "TEXT while (1) s[$]; endwhile",
        "TEXT while (1) s[5] = \"x\"; endwhile",
        "TEXT while (1) s[2..3] = \"x\"; endwhile",
        "TEXT while (1) s[2..$]; endwhile",
        "TEXT while (1) \"x\" in s; endwhile",
        "TEXT while (1) index(s, \"x\"); rindex(s, \"x\"); endwhile",
        "TEXT while (1) strcmp(s, s + \"\"); endwhile",
        "TEXT while (1) strtr(s, \"0\", \"1\"); endwhile",
        "TEXT while (1) string_hash(s); endwhile",
        "TEXT while (1) tosym(s); endwhile",
        "TEXT while (1) toint(s); tofloat(s); toobj(s); endwhile",
        "TEXT while (1) \"\":(s)(); endwhile",
        "TEXT while (1) `#1.(s) ! ANY'; endwhile",
        "TEXT while (1) `call_function(s) ! ANY'; endwhile",
        "TEXT while (1) remove_ansi(s); parse_ansi(s); strip_markup(s); endwhile",
        "TEXT while (1) text_wrap(s, 10); endwhile",
        "TEXT while (1) url_encode(s); endwhile",
        "TEXT while (1) spellcheck(s); endwhile",
        "TEXT while (1) value_diff(s, s + \"x\"); endwhile",
        "TEXT while (1) complex_match(s, {s, s}); endwhile",
        "s = \"a\"; for i in [1..21] s = s + s; endfor t = s[1..$ / 2] + \"b\"; while (1) t in s; index(s, t); rindex(s, t); strsub(s, t, \"\"); endwhile",
        "m = []; for i in [1..20000] m[i] = i; endfor while (1) m[1..19999]; endwhile",
        "x = {tostr(i) for i in [1..20000]}; while (1) sort(x, {}, 1); endwhile",
        "s = \"9\"; for i in [1..18] s = s + s; endfor x = {s + tostr(i) for i in [1..100]}; while (1) sort(x, {}, 1); sort(x); endwhile",

        // nesting
        "l = {}; while (1) l = {l}; endwhile",
        "l = {}; for i in [1..990] l = {l}; endfor k = {}; for i in [1..990] k = {k}; endfor while (1) l == k; toliteral(l); value_hash(l); endwhile",
        "s = \"\"; for i in [1..100000] s = s + \"{\"; endfor return {`fromliteral(s) ! ANY', eval(s)};",
        "s = \"(\"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1\");",
        "s = \"-\"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"!\"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"1 + \"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"1 && \"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"x = \"; for i in [1..17] s = s + s; endfor return eval(s + \"1;\");",
        "s = \"2 ^ \"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"1 ? 2 | \"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"[1 -> \"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"`\"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"{x} => \"; for i in [1..17] s = s + s; endfor return eval(\"return \" + s + \"1;\");",
        "s = \"if (1) \"; for i in [1..17] s = s + s; endfor return eval(s);",
        "s = \"while (1) \"; for i in [1..17] s = s + s; endfor return eval(s);",
        "s = \"try \"; for i in [1..17] s = s + s; endfor return eval(s);",
        "s = \"fork (0) \"; for i in [1..17] s = s + s; endfor return eval(s);",
        "s = \"begin \"; for i in [1..17] s = s + s; endfor return eval(s);",
        "s = \"fn () \"; for i in [1..17] s = s + s; endfor return eval(s);",
        "s = \"elseif (1) \"; for i in [1..17] s = s + s; endfor return eval(\"if (1) \" + s + \"endif\");",
        "s = \".a\"; for i in [1..17] s = s + s; endfor return eval(\"return #1\" + s + \";\");",
        "s = \":a()\"; for i in [1..17] s = s + s; endfor return eval(\"return #1\" + s + \";\");",
        "s = \"[1]\"; for i in [1..17] s = s + s; endfor return eval(\"return {}\" + s + \";\");",
        "s = \"[1]\"; for i in [1..17] s = s + s; endfor return eval(\"x\" + s + \" = 1;\");",
        "s = \"typeof(\"; for i in [1..15] s = s + s; endfor return eval(\"return \" + s);",
        "s = \"@\"; for i in [1..17] s = s + s; endfor return eval(\"return {\" + s + \"1};\");",
        "s = \"1,\"; for i in [1..18] s = s + s; endfor return eval(\"return {\" + s + \"1};\");",
        "s = \"x;\"; for i in [1..18] s = s + s; endfor return eval(s);",
        "s = \"$\"; for i in [1..18] s = s + s; endfor return eval(s);",
        "s = \"\\\"\"; for i in [1..18] s = s + s; endfor return eval(s + \"\\\"\");",
        "s = \"a\"; for i in [1..20] s = s + s; endfor return eval(s + \" = 1; return \" + s + \";\");",
        "s = \"[\"; for i in [1..17] s = s + s; endfor return parse_json(s);",
        "s = \"{\\\"a\\\":\"; for i in [1..16] s = s + s; endfor return parse_json(s);",
        "s = \"<a>\"; for i in [1..17] s = s + s; endfor return {`xml_parse(s) ! ANY', html_query(s, \"a\")};",
        "f = {n} => n ? f(n - 1) | 0; return f(100000);",
        "eval(\"s = \\\"return eval(\\\";\"); s = \"1\"; while (1) s = \"return eval(\" + toliteral(s) + \");\"; eval(s); endwhile",

        // patterns
        "s = \"\"; for i in [1..5000] s = s + \"a\"; endfor while (1) match(s, \"%(a*%)*b\"); endwhile",
        "s = \"\"; for i in [1..3000] s = s + \"%(a\"; endfor match(\"a\", s);",
        "s = \"\"; for i in [1..5000] s = s + \"a\"; endfor while (1) pcre_match(s, \"(a+)+$|(a|aa)+b\"); endwhile",
        "return pcre_match(\"a\", \"((((a{1,1000}){1,1000}){1,1000}){1,1000}){1,1000}\");",
        "return pcre_match(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"(?=(a+))a*b\\\\1\");",
        "s = \"(\"; for i in [1..14] s = s + s; endfor return pcre_match(\"a\", s);",
        "s = \"a|\"; for i in [1..18] s = s + s; endfor while (1) pcre_match(\"b\", s + tostr(random())); endwhile",
        "s = \"a*\"; for i in [1..15] s = s + s; endfor t = \"a\"; for i in [1..15] t = t + t; endfor match(t, s + \"b\");",
        "TEXT while (1) match(s, \"x\"); rmatch(s, \"x.*y\"); endwhile",
        "TEXT while (1) match(\"x\", s); endwhile",
        "TEXT while (1) pcre_match(s, \"[0-9]\"); endwhile",

        // what is kept outside of variables
        "TEXT while (1) notify(player, s[1..999990] + tostr(random())); endwhile",
        "TEXT while (1) server_log(s + tostr(random())); endwhile",
        "TEXT while (1) force_input(player, s + tostr(random())); endwhile",
        "TEXT while (1) gmcp_send(player, \"A.B\", s + tostr(random())); endwhile",
        "TEXT while (1) x = s + tostr(random()); fork (100000) y = x; endfork endwhile",
        "TEXT while (1) x = s + tostr(random()); fork (100000) y = x; endfork suspend(0); endwhile",
        "TEXT while (1) task_send(task_id(), s + tostr(random())); endwhile",
        "TEXT fork t (100000) endfork while (1) task_send(t, s + tostr(random())); suspend(0); endwhile",
        "TEXT i = 0; while (1) i = i + 1; add_property(#0, \"p\" + tostr(i), s + tostr(i), {player, \"\"}); endwhile",
        "TEXT i = 0; while (1) i = i + 1; o = create(#1); o.name = s + tostr(i); endwhile",
        "TEXT i = 0; while (1) i = i + 1; add_verb(#0, {player, \"x\", \"v\" + tostr(i)}, {\"this\", \"none\", \"this\"}); set_verb_code(#0, \"v\" + tostr(i), {tostr(\"\\\"\", s, i, \"\\\";\")}); endwhile",
        "s = \"x = x + 1;\"; for i in [1..14] s = s + s; endfor i = 0; while (1) i = i + 1; add_verb(#0, {player, \"x\", \"v\" + tostr(i)}, {\"this\", \"none\", \"this\"}); set_verb_code(#0, \"v\" + tostr(i), {s + tostr(i) + \";\"}); endwhile",
        "s = \"x = x + 1;\"; for i in [1..14] s = s + s; endfor while (1) eval(s + tostr(random()) + \";\"); endwhile",
        "while (1) create(#1); endwhile",
        "while (1) create(#1, 1); endwhile",
        "while (1) tosym(tostr(\"s\", random())); endwhile",
        "while (1) `raise(fromliteral(\"E_X\" + tostr(random()))) ! ANY'; endwhile",

        // many tasks
        "while (1) fork (0) suspend(100000); endfork endwhile",
        "while (1) fork (100000) endfork suspend(0); endwhile",
        "add_verb(#0, {player, \"xd\", \"bomb\"}, {\"this\", \"none\", \"this\"}); set_verb_code(#0, \"bomb\", {\"fork (0) #0:bomb(); endfork fork (0) #0:bomb(); endfork\"}); #0:bomb(); suspend(0.5); set_verb_code(#0, \"bomb\", {});",
        "suspend(1.0e300);",
        "fork (1.0e300) endfork suspend(9223372036854775807);",

        // what is slow on purpose
        "return crypt(\"x\", \"$2a$31$abcdefghijklmnopqrstuu\");",
        "return crypt(\"x\", \"$6$rounds=999999999$salt\");",
        "return argon2(\"password\", \"salt salt salt\", 1000000000, 1000000000, 1000);",
        "return salt(\"$2a$31$\", \"0123456789abcdef\");",
        "return graph_topsort({{i, i + 1} for i in [1..100000]});",
        "return grid_astar(10000, 10000, 0, 0, 9999, 9999, {}, {});",
        "v = [\"?\" -> \"x\"]; while (1) term_unify({v, {v, {v, v}}}, {{v, v}, {v, v}}); endwhile",
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public void It_ends_and_others_are_answered(string program)
    {
        using var moo = new TestMoo(workers: 2);
        moo.Host.Connect(TestMoo.Wizard);
        // Less than the usual 5 and 3 seconds, so that this does not take all day.
        moo.Run("""
            add_property(#0, "server_options", create(#-1), {player, "r"});
            for name in ({"fg_seconds", "bg_seconds"}) add_property(#0.server_options, name, 1, {player, "r"}); endfor
            """);
        using var hostile = Running.Start(moo, program.Replace("TEXT ", BigText, StringComparison.Ordinal).Replace("LIST ", BigList, StringComparison.Ordinal));
        var clock = Stopwatch.StartNew();

        var answers = Enumerable.Range(0, 3).Select(_ => moo.Eval("1 + 1", TestMoo.Programmer)).ToList();

        Assert.All(answers, answer => Assert.Equal("2", answer));
        Assert.True(clock.Elapsed < FarTooLong, $"others waited {clock.Elapsed}");
        if (program.Contains("uspend(", StringComparison.Ordinal)) moo.Runtime.Scheduler.Kill(hostile.Id);
        hostile.Wait();
    }
}
