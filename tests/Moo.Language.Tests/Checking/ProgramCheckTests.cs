using System.Globalization;
using Moo.Language.Checking;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Checking;

public sealed class ProgramCheckTests
{
    public static TheoryData<string, string> Doubtful => new()
    {
        { "x = 1;", "1:1 the variable 'x' is never used" },
        { "x = {}; x[1] = 5;", "1:1 the variable 'x' is never used" },
        { "if (1)\n  let y = 2;\nendif", "2:3 the variable 'y' is never used" },
        { "let y = 1;\nbegin\n  let y = 2;\nend\nreturn y;", "3:3 the variable 'y' is never used" },
        { "fn twice(n)\n  return 2 * n;\nendfn", "1:1 the variable 'twice' is never used" },
        { "try\n  1 / 0;\nexcept e (ANY)\n  return;\nendtry", "3:1 the variable 'e' is never used" },
        { "return nome;", "1:8 the variable 'nome' never gets a value" },
        { "name = 1; return nmae || name;", "1:18 the variable 'nmae' never gets a value; did you mean 'name'?" },
        { "return arg[1];", "1:8 the variable 'arg' never gets a value; did you mean 'args'?" },
        { "f = {x} => x + z; return f(1);", "1:16 the variable 'z' never gets a value" },
        { "return 1;\nnotify(player, \"a\");", "2:1 this can never run: the verb returns before it" },
        { "return 1;\nnotify(player, \"a\");\nnotify(player, \"b\");", "2:1 this can never run: the verb returns before it" },
        { "for i in [1..3]\n  break;\n  i;\nendfor", "3:3 this can never run: the loop is left before it" },
        { "for i in [1..3]\n  continue;\n  i;\nendfor", "3:3 this can never run: the loop goes on before it" },
        { "while (1)\n  suspend(1);\nendwhile\nreturn 2;", "4:1 this can never run: the loop before it has no end" },
        { "while outer (true)\n  for i in [1..3]\n    i > 2 && suspend(1);\n    break;\n  endfor\nendwhile\nreturn 2;", "7:1 this can never run: the loop before it has no end" },
        { "if (caller)\n  return 1;\nelse\n  return 2;\nendif\nreturn 3;", "6:1 this can never run: the statement before it never gets here" },
        { "try\n  return 1;\nexcept (ANY)\n  return 2;\nendtry\nreturn 3;", "6:1 this can never run: the statement before it never gets here" },
        { "f = fn ()\n  return 1;\n  return 2;\nendfn;\nreturn f();", "3:3 this can never run: the verb returns before it" },
        { "if (x = 1)\n  return x;\nendif", "1:5 this assigns; to compare, write '=='. If it is meant, put it in parentheses of its own" },
        { "x = 3;\nwhile (x = x - 1)\nendwhile", "2:8 this assigns; to compare, write '=='. If it is meant, put it in parentheses of its own" },
        { "return strsub(\"a\");", "1:8 strsub(STR, STR, STR, ?any) does not take 1 argument" },
        { "$lamb:light();", "1:2 there is no $lamb; did you mean 'lamp'?" },
        { "return $lamp.feul;", "1:14 $lamp has no property 'feul'; did you mean 'fuel'?" },
        { "$lamp:lihgt();", "1:7 $lamp has no verb 'lihgt'; did you mean 'light'?" },
        { "#3:lihgt();", "1:4 #3 has no verb 'lihgt'; did you mean 'light'?" },
        { "$lamp:secret();", "1:7 $lamp:secret cannot be called: it has no 'x' flag" },
        { "$strat();", "1:2 there is no $strat(); did you mean 'start'?" },
    };

    [Theory, MemberData(nameof(Doubtful))]
    public void What_is_doubtful_is_said_with_its_place(string program, string expected)
    {
        var text = new SourceText(program);

        var found = ProgramCheck.Check(program, World);

        var problem = Assert.Single(found);
        Assert.True(problem.IsWarning);
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture,
            $"{text.LineOf(problem.Span.Start)}:{text.ColumnOf(problem.Span.Start)} {problem.Message}"));
    }

    public static TheoryData<string> Fine =>
    [
        "{a, ?b = 2, @rest} = args; return a;",
        "{_, b} = {1, 2}; return b;",
        "_unused = 1;",
        "for v, k in ([1 -> 2]) return k; endfor",
        "for i in [1..3] suspend(1); endfor",
        "x = 1; f = {y} => x + y; return f(2);",
        "player = args[1]; player:tell(\"hello\");",
        "let x = 1; begin let x = 2; notify(player, tostr(x)); end return x;",
        "return `missing ! E_VARNF => 0';",
        "try return missing; except (E_VARNF) return 0; endtry",
        "return {n * 2 for n in [1..3] if n % 2};",
        "x = 1; x = x + 1; return x;",
        "length = length(args); return length;",
        "fn fact(n) return n < 2 ? 1 | n * fact(n - 1); endfn return fact(5);",
        "global total = 0; begin total = total + 1; end return total;",
        "if ((x = 1)) return x; endif",
        "while ( (x = player) ) return x; endwhile",
        "if (!(x = 1)) return x; endif",
        "while (1) break; endwhile return 2;",
        "while outer (1) while (1) break outer; endwhile endwhile return 2;",
        "while (1) if (caller) break; endif suspend(1); endwhile return 2;",
        "if (caller) return 1; endif return 2;",
        "fork (1) return; endfork return 2;",
        "try return 1; except (E_PERM) player; endtry return 2;",
        "return $lamp.fuel + $lamp.name;",
        "$lamp:light(); $lamp:lig(); $start();",
        "return `$lamp.missing ! E_PROPNF => 0';",
        "return `$missing ! ANY';",
        "try $lamp:missing(); except (E_VERBNF) return; endtry",
        "return $nowhere;",
        "return $nowhere.name;",
        "return this.missing || this:missing();",
        "return E_PERM(\"no\") || E_MINE;",
        "return TYPE_INT + INT + MAXINT;",
    ];

    [Theory, MemberData(nameof(Fine))]
    public void What_is_fine_goes_unmentioned(string program)
    {
        Assert.Empty(ProgramCheck.Check(program, World));
    }

    [Fact]
    public void Errors_come_alone()
    {
        var found = ProgramCheck.Check("x = 1;\nreturn lenght(\"a\");", World);

        var problem = Assert.Single(found);
        Assert.False(problem.IsWarning);
        Assert.Equal("there is no built-in function 'lenght'; did you mean 'length'?", problem.Message);
    }

    [Fact]
    public void Without_a_world_references_are_left_alone()
    {
        Assert.Empty(ProgramCheck.Check("$missing.thing:go();", null));
    }

    // #0 with $lamp, $nowhere and $start(); #2 a thing that can be lit; #3 the lamp.
    private static Snapshot World { get; } = MakeWorld();

    private static Snapshot MakeWorld()
    {
        const VerbFlags callable = VerbFlags.Read | VerbFlags.Execute | VerbFlags.Debug;
        var (wizard, thing, lamp) = (new ObjectId(1), new ObjectId(2), new ObjectId(3));
        var builder = new SnapshotBuilder();
        builder.AddObject(ObjectId.System, "System", wizard, ObjectId.Nothing, ObjectFlags.None, []);
        builder.AddObject(wizard, "Wizard", wizard, ObjectId.Nothing, ObjectFlags.Player | ObjectFlags.Wizard, []);
        builder.AddObject(thing, "thing", wizard, ObjectId.Nothing, ObjectFlags.None, []);
        builder.AddObject(lamp, "lamp", wizard, ObjectId.Nothing, ObjectFlags.None, [thing]);
        foreach (var (name, value) in new[] { ("lamp", Value.Obj(lamp)), ("nowhere", Value.Nothing) })
        {
            builder.AddDefinition(ObjectId.System, name);
            builder.AddCell(ObjectId.System, name, value, new PropertyAccess(wizard, PropertyFlags.Read));
        }
        builder.AddVerb(ObjectId.System, new Verb("start", wizard, callable, VerbArguments.Method, ""));
        builder.AddDefinition(thing, "fuel");
        builder.AddCell(thing, "fuel", Value.Int(40), new PropertyAccess(wizard, PropertyFlags.Read));
        builder.AddVerb(thing, new Verb("lig*ht", wizard, callable, VerbArguments.Method, ""));
        builder.AddVerb(lamp, new Verb("secret", wizard, VerbFlags.Read, VerbArguments.Method, ""));
        return builder.Build();
    }
}
