using System.Text;
using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Testing;

namespace Moo.Language.Tests.Syntax;

/// <summary>What people type by mistake, and what they are told.</summary>
public sealed class MistakeTests
{
    private static readonly string[] Mistakes =
    [
        "if (x == 1)\n  y = 2;\nend",
        "if (x == 1)\n  y = 2;\nend if",
        "if (x = 1)\n  y = 2;\nendif",
        "if x == 1\n  y = 2;\nendif",
        "if (x == 1) then\n  y = 2;\nendif",
        "if (x == 1) {\n  y = 2;\n}",
        "if (x == 1)\n  y = 2;\nelse if (x == 2)\n  y = 3;\nendif",
        "if (x == 1)\n  y = 2;\nelif (x == 2)\n  y = 3;\nendif",
        "if (x == 1)\n  y = 2;\nelsif (x == 2)\n  y = 3;\nendif",
        "if (x == 1)\n  y = 2;\nendfor",
        "for x in {1, 2, 3}\n  y = x;\nendfor",
        "for x in [1, 2, 3]\n  y = x;\nendfor",
        "for (x in {1, 2, 3})\n  y = x;\nendfor",
        "for x in (1..10)\n  y = x;\nendfor",
        "for i = 1 to 10\n  y = i;\nendfor",
        "foreach x in (players())\n  y = x;\nendfor",
        "for x in [1..10]\n  y = x;\nnext x;",
        "for x in ({1})\n  y = x;",
        "while x < 10\n  x = x + 1;\nendwhile",
        "while (x < 10) do\n  x = x + 1;\nendwhile",
        "while (x < 10)\n  x += 1;\nendwhile",
        "while (x < 10)\n  x++;\nend while",
        "do\n  x = 1;\nwhile (x < 10);",
        "x = 5\ny = 6;\nz = 7;",
        "x = (1 + 2;\ny = 3;",
        "x = {1, 2;\ny = 3;",
        "x = [1 -> 2;\ny = 3;",
        "x = [1: 2];",
        "x = [1, 2];",
        "x = {1, 2, 3);",
        "x = \"hello;\ny = 3;",
        "x = 'hello';",
        "player:tell(\"a\" \"b\");",
        "player:tell(\"a\";\nx = 1;",
        "player.tell(\"a\");",
        "player:tell;",
        "notfy(player, \"hi\");",
        "notify(player, \"hi\") ;; lenght({1});",
        "strlen(\"abc\");",
        "print(\"abc\");",
        "x = x and y;",
        "x = x or y;",
        "x = not y;",
        "x = y == 1 ? 2 : 3;",
        "x = y == 1 ? 2;",
        "x <> y;",
        "x === y;",
        "x != = y;",
        "x = y & z;",
        "x = y | z;",
        "x => y;",
        "x := 5;",
        "5 = x;",
        "f(x) = 5;",
        "x + 1 = 5;",
        "{a, b, 5} = args;",
        "{a, ?b = 2, @c, @d} = args;",
        "@x = args;",
        "return x\ny = 1;",
        "retrun x;",
        "return;\n}",
        "endif",
        "else\n  x = 1;\nendif",
        "break;",
        "while (1) continue foo; endwhile",
        "while outer (1)\n  while inner (1)\n    break outr;\n  endwhile\nendwhile",
        "try\n  x = 1;\nendtry",
        "try\n  x = 1;\nexcept (E_PERM)\n  y = 2;",
        "try\n  x = 1;\nexcept E_PERM\n  y = 2;\nendtry",
        "try\n  x = 1;\ncatch (ANY)\n  y = 2;\nendtry",
        "x = `y ! E_PERM => 0;",
        "x = `y ! => 0';",
        "x = `y => 0';",
        "fork 5\n  x = 1;\nendfork",
        "fork (5)\n  x = 1;\nend",
        "x = #;",
        "x = #foo;",
        "x = $;",
        "x = y.;",
        "x = y:;",
        "x = y[];",
        "x = y[1..];",
        "x = y[..3];",
        "x = 1 2;",
        "x = 1..3;",
        "x = ;",
        "x = 5 +;",
        "x = * 5;",
        "let x = 1; let x = 2;",
        "const x = 1; x = 2;",
        "let = 5;",
        "var x = 5;",
        "function f(x)\n  return x;\nendfunction",
        "fn f(x)\n  return x;\nend",
        "def f(x):\n  return x",
        "// a comment\n# another comment\nx = 1;",
        "x = \"a\\q\";\nx = “curly”;",
        "x = 0x1F;",
        "x = 1.2.3;",
        "x = 99999999999999999999;",
        "x = E_;",
        "switch (x)\n  case 1: y = 2;\nendswitch",
        "x = this.(name;\ny = 1;",
        "WHILE (x) ENDIF",
        "player:tell(\"one\")\nplayer:tell(\"two\")\nif (x = ) endif\nfor y in [1..] endfor\nz = lenght({});",
    ];

    [Fact]
    public void Each_mistake_is_told_with_its_place_and_a_remedy()
    {
        var text = new StringBuilder();
        foreach (var mistake in Mistakes)
        {
            var compiled = ProgramCompiler.Compile(mistake, BuiltinTable.Default);
            text.Append(mistake.Replace("\n", "\n", StringComparison.Ordinal)).Append("\n\n");
            foreach (var diagnostic in compiled.Diagnostics)
                foreach (var line in diagnostic.ToLines(compiled.Source)) text.Append("    ").Append(diagnostic.IsWarning ? "(warning) " : "").Append(line).Append('\n');
            text.Append(compiled.Program is null ? "" : "    compiles\n").Append("\n----\n");
        }

        Snapshot.Match(text.ToString());
    }

    [Fact]
    public void Whatever_is_no_program_has_an_error_at_a_place_in_it()
    {
        foreach (var mistake in Mistakes)
        {
            var compiled = ProgramCompiler.Compile(mistake, BuiltinTable.Default);
            foreach (var diagnostic in compiled.Diagnostics)
            {
                Assert.InRange(diagnostic.Span.Start, 0, mistake.Length);
                Assert.NotEmpty(diagnostic.Message);
            }
            Assert.Equal(compiled.Program is null, compiled.Diagnostics.Any(d => !d.IsWarning));
        }
    }
}
