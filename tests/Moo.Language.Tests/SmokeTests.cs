using Moo.Language.Tests.Support;
using Moo.Testing;

namespace Moo.Language.Tests;

public sealed class SmokeTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("\"a\" + \"b\"", "\"ab\"")]
    [InlineData("{1, @{2, 3}, 4}[2..$]", "{2, 3, 4}")]
    [InlineData("[1 -> 2, \"x\" -> {}][\"X\"]", "{}")]
    [InlineData("`1 / 0 ! E_DIV => \"div\"'", "\"div\"")]
    [InlineData("{x * 2 for x in [1..5] if x % 2}", "{2, 6, 10}")]
    [InlineData("({x, ?y = 10} => x + y)(1)", "11")]
    [InlineData("1 ? 2 | 3 ? 4 | 5", "2")]
    [InlineData("tostr(1, \"a\", #3, E_PERM, 1.5, {})", "\"1a#3Permission denied1.5{list}\"")]
    [InlineData("#0.name", "\"System Object\"")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("1.0 / 3.0", "0.333333333333333")]
    [InlineData("\"日本🐄x\"[3]", "\"🐄\"")]
    [InlineData("(length = length({1, 2})) + length({1})", "3")]
    [InlineData("(valid = 5) && ({x} => {valid, valid(x)})(#1)", "{5, 1}")]
    public void An_expression_has_its_value(string expression, string expected)
    {
        using var moo = new TestMoo();

        Assert.Equal(expected, moo.Eval(expression));
    }

    [Fact]
    public void Statements_run()
    {
        using var moo = new TestMoo();

        var result = moo.Run("""
            x = 0;
            for i in [1..10]
              if (i == 5) continue; elseif (i == 9) break; endif
              x = x + i;
            endfor
            while (x < 100)
              x = x + 1;
              try
                if (x == 50) return {x, "fifty"}; endif
              finally
                y = 3;
              endtry
            endwhile
            return x;
            """);

        Assert.Equal("{50, \"fifty\"}", result.ToString());
    }

    [Fact]
    public void A_traceback_shows_where()
    {
        using var moo = new TestMoo();

        var result = moo.Run("x = 1;\ny = x + \n   player.nosuch;");

        Snapshot.Match(result.AsStr);
    }
}
