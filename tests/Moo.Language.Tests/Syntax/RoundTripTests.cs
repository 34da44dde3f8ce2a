using Moo.Language.Syntax;

namespace Moo.Language.Tests.Syntax;

/// <summary><c>parse(unparse(x)) == x</c>.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_is_unparsed_parses_to_the_same_tree(bool fullyParenthesised)
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var tree = new RandomTrees(seed).Program();
            var text = string.Join('\n', Unparser.Lines(tree, fullyParenthesised));

            var parsed = Parser.Parse(text);

            Assert.True(parsed.IsValid, $"seed {seed}:\n{text}\n{string.Join('\n', parsed.Diagnostics)}");
            var (expected, actual) = (TreeText.Of(tree), TreeText.Of(parsed.Statements));
            Assert.True(expected == actual, $"seed {seed}:\n{text}\n{Difference(expected, actual)}");
        }
    }

    private static string Difference(string expected, string actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"expected …{Around(expected, at)}…\nand not  …{Around(actual, at)}…";
    }

    private static string Around(string text, int at)
    {
        const int before = 60, length = 200;
        var start = Math.Max(0, at - before);
        return text.Substring(start, Math.Min(length, text.Length - start));
    }
}
