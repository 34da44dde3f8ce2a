namespace Moo.Bench.Language;

/// <summary>Something that programs do all the time, as a program that does it many times over.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Code">The program; <c>TURNS</c> stands for how many times.</param>
/// <param name="AllocatesNothing">Whether a turn must leave nothing for the collector.</param>
internal sealed record LanguageCase(string Name, string Code, bool AllocatesNothing = true)
{
    private const string Turns = "TURNS";

    // #3 is a thing with a parent, #4; LanguageWorld makes them.
    public static readonly IReadOnlyList<LanguageCase> All =
    [
        new("for loop", "for i in [1..TURNS] endfor"),
        new("while loop", "i = 0; while (i < TURNS) i = i + 1; endwhile"),
        new("integer arithmetic", "x = 1; for i in [1..TURNS] x = (x * 31 + i) % 65521 - i / 3; endfor"),
        new("float arithmetic", "x = 0.0; for i in [1..TURNS] x = x * 0.5 + 1.25; endfor"),
        new("if, elseif", "a = 0; for i in [1..TURNS] m = i % 3; if (m == 0) a = a + 1; elseif (m == 1 && i != 7) a = a + 2; endif endfor"),
        new("verb call", "o = #3; for i in [1..TURNS] o:noop(); endfor"),
        new("verb call with arguments", "o = #3; x = 0; for i in [1..TURNS] x = o:add(x, 1); endfor"),
        new("verb call of an inherited verb", "o = #3; for i in [1..TURNS] o:inherited(); endfor"),
        new("recursion", "o = #3; for i in [1..TURNS / 10] o:down(9); endfor"),
        new("verb call, arguments scattered", "o = #3; x = 0; for i in [1..TURNS] x = o:scatter(i, 2); endfor"),
        new("property read", "o = #3; x = 0; for i in [1..TURNS] x = x + o.p; endfor"),
        new("property read, inherited", "o = #3; x = 0; for i in [1..TURNS] x = x + o.q; endfor"),
        new("property write", "o = #3; for i in [1..TURNS] o.p = i; endfor"),
        new("built-in property read", "o = #3; x = 0; for i in [1..TURNS] x = o.location; endfor"),
        new("list append", "l = {}; for i in [1..TURNS] l = {@l, i}; if (i % 1000 == 0) l = {}; endif endfor", AllocatesNothing: false),
        new("list element", "l = {}; for i in [1..100] l = {@l, i}; endfor x = 0; for i in [1..TURNS] x = x + l[i % 100 + 1]; endfor"),
        new("list element set", "l = {}; for i in [1..100] l = {@l, i}; endfor for i in [1..TURNS] l[i % 100 + 1] = i; endfor"),
        new("list walk", "l = {}; for i in [1..1000] l = {@l, i}; endfor x = 0; for i in [1..TURNS / 1000] for e in (l) x = x + e; endfor endfor"),
        new("scatter", "l = {1, 2}; for i in [1..TURNS] {a, b, ?c = 3} = l; endfor"),
        new("string concatenation", "s = \"\"; for i in [1..TURNS] s = s + \"x\"; if (i % 200 == 0) s = \"\"; endif endfor", AllocatesNothing: false),
        new("string element", "s = \"The quick brown fox\"; x = 0; for i in [1..TURNS] if (s[i % 19 + 1] == \"o\") x = x + 1; endif endfor"),
        new("string comparison", "a = \"Some Player Name\"; b = \"some player name\"; x = 0; for i in [1..TURNS] x = x + (a == b); endfor"),
        new("map lookup by number", "m = []; for i in [0..99] m[i] = i; endfor x = 0; for i in [1..TURNS] x = x + m[i % 100]; endfor"),
        new("map lookup by string", "m = [\"one\" -> 1, \"two\" -> 2, \"three\" -> 3]; x = 0; for i in [1..TURNS] x = x + m[\"two\"]; endfor"),
        new("try without an error", "x = 0; for i in [1..TURNS] try x = x + 1; except (ANY) x = 0; endtry endfor"),
        new("error caught by an expression", "l = {1}; x = 0; for i in [1..TURNS] x = x + `l[2] ! E_RANGE => 2'; endfor"),
        new("error caught by try", "x = 0; for i in [1..TURNS] try raise(E_PERM); except (E_PERM) x = x + 1; endtry endfor"),
        new("builtin call", "l = {1, 2, 3}; x = 0; for i in [1..TURNS] x = x + length(l); endfor"),
        new("builtin calls with arguments", "x = 0; for i in [1..TURNS] x = x + min(i, 2) + max(1, 2) + abs(-1); endfor"),
        new("tostr()", "x = 0; for i in [1..TURNS] x = x + length(tostr(\"item \", i)); endfor", AllocatesNothing: false),
    ];

    /// <summary>The program that does it so many times.</summary>
    public string Source(int turns) => Code.Replace(Turns, turns.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
