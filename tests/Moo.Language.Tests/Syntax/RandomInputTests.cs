using System.Text;
using Moo.Language.Syntax;

namespace Moo.Language.Tests.Syntax;

/// <summary>Whatever somebody types, pastes or sends, the parser says what is wrong with it and does not fail.</summary>
public sealed class RandomInputTests
{
    private const int Programs = 20_000;
    private const long MostBytesPerCharacter = 4_000;

    private static readonly string[] Pieces =
    [
        .. Lexer.ReservedWords, "x", "1", "1.5e3", "\"text\"", "#12", "$", "$name", "'sym", "E_PERM", "b\"SGk=\"", "`", "'", "!", "=>", "=", "==", "->",
        "(", ")", "{", "}", "[", "]", "<", ">", "@", "?", "|", "||", "&&", "&.", "|.", "^", "^.", "..", ".", ":", ";", ",", "+", "-", "*", "/", "%",
        "/* ", " */", "// ", "\n", " ", "\"", "\\", "~", "\0", "\u0007", "é", "日", "\ud83d",
    ];

    [Fact]
    public void Random_characters_give_diagnostics()
    {
        var random = new Random(1);
        for (var i = 0; i < Programs; i++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);

            Parse(i % 2 == 0 ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public void Random_tokens_give_diagnostics()
    {
        var random = new Random(2);
        for (var i = 0; i < Programs; i++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 60); count > 0; count--) text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? " " : "");

            Parse(text.ToString());
        }
    }

    [Fact]
    public void A_program_with_a_hole_gives_diagnostics()
    {
        var random = new Random(3);
        for (var seed = 0; seed < 2000; seed++)
        {
            var text = string.Join('\n', Unparser.Lines(new RandomTrees(seed).Program()));
            if (text.Length == 0) continue;
            var at = random.Next(text.Length);

            Parse(text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)));
            Parse(text.Insert(at, Pieces[random.Next(Pieces.Length)]));
            Parse(text[..at]);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData("[1 -> ")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("`")]
    [InlineData("if (1) ")]
    [InlineData("x[")]
    [InlineData("f(")]
    [InlineData("a ? b | ")]
    [InlineData("{x} => ")]
    [InlineData("x = ")]
    [InlineData("begin ")]
    [InlineData("1 + ")]
    [InlineData("1 ^ ")]
    [InlineData("a.b")]
    [InlineData("/* ")]
    [InlineData("\"")]
    public void Nesting_without_end_is_refused_in_bounded_memory(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Parse(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < text.Length * MostBytesPerCharacter, $"{allocated} bytes for {text.Length} characters");
    }

    // What is wrong, if anything is, can be shown at its place.
    private static void Parse(string text)
    {
        var result = Parser.Parse(text);

        var source = new SourceText(text);
        Assert.All(result.Diagnostics, diagnostic => Assert.NotEmpty(diagnostic.ToLines(source)));
    }
}
