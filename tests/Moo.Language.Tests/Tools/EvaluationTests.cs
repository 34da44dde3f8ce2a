using Moo.Language.Tests.Support;
using Moo.Language.Tools;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Tools;

public sealed class EvaluationTests : IDisposable
{
    private static readonly ObjectId Wizard = new(1);

    private readonly Dictionary<string, Value> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly ToolWorld _world;

    public EvaluationTests()
    {
        var builder = new SnapshotBuilder();
        builder.AddObject(ObjectId.System, "System Object", Wizard, ObjectId.Nothing, ObjectFlags.None, []);
        builder.AddObject(Wizard, "Wizard", Wizard, ObjectId.Nothing, ObjectFlags.Player | ObjectFlags.Wizard | ObjectFlags.Programmer, []);
        _world = new ToolWorld(builder.Build(), builder.LastStamp, new FakeHost());
    }

    public void Dispose() => _world.Dispose();

    // The values of texts evaluated one after another; of those that fail, the first line of what is said.
    private string Evaluate(params string[] texts) => string.Join("; ", texts.Select(text =>
    {
        var outcome = _world.Evaluate(text, Wizard, _variables, TimeSpan.FromSeconds(30));
        return outcome.Kind == OutcomeKind.Returned ? Literal.Of(outcome.Result) : outcome.Problems[0];
    }));

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("  1 + 1 // two", "2")]
    [InlineData("return 1 + 1;", "2")]
    [InlineData("x = 5", "5")]
    [InlineData("x = 5;", "0")]
    [InlineData("return 3", "3")]
    [InlineData("1; 2;", "0")]
    [InlineData("if (player.wizard)\n  return caller_perms();\nendif", "#-1")]
    [InlineData("task_perms()", "#1")]
    [InlineData("1 / 0", "#-1:, line 1:  Division by zero")]
    [InlineData("1 +", "Line 1:  expected an expression, found the end of the program")]
    public void An_expression_has_a_value_and_statements_return_one(string text, string expected)
    {
        Assert.Equal(expected, Evaluate(text));
    }

    [Fact]
    public void Variables_last()
    {
        Assert.Equal("5; 6; {1, 2}; {1, 9}; {1, 9}; {1, 2}", Evaluate("x = 5", "X + 1", "a = b = {1, 2}", "b[2] = 9; return b;", "b", "a"));
    }

    [Fact]
    public void Functions_last_and_find_variables()
    {
        Assert.Equal("0; 10; 3; 13", Evaluate("fn twice(n) return 2 * n; endfn", "twice(5)", "x = 3", "f = {a} => twice(a) + x; return f(5);"));
    }

    [Fact]
    public void A_builtin_function_is_itself_whatever_variables_there_are()
    {
        Assert.Equal("7; 3; 7", Evaluate("length = 7", "length(\"abc\")", "length"));
    }

    [Fact]
    public void What_a_block_declares_ends_with_it()
    {
        Assert.Equal("0; 1; #-1:, line 1:  Variable not found", Evaluate("let a = 1; begin let b = 2; a = a; b; end", "a", "b"));
    }

    [Fact]
    public void A_variable_without_a_value_stays_without_one()
    {
        Assert.Equal("0; #-1:, line 1:  Variable not found", Evaluate("if (0) y = 1; endif", "y"));
    }

    [Fact]
    public void What_fails_changes_no_variable()
    {
        Assert.Equal("1; #-1:, line 1:  Division by zero; 1", Evaluate("x = 1", "x = 2; 1 / 0;", "x"));
    }

    [Fact]
    public void Variables_last_over_a_sleep()
    {
        Assert.Equal("0; 4", Evaluate("x = 1; suspend(0); x = x + 3;", "x"));
    }

    [Fact]
    public void The_world_keeps_what_was_done_to_it()
    {
        Assert.Equal("0; 5", Evaluate("add_property(#0, \"n\", 5, {player, \"\"})", "#0.n"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("1", true)]
    [InlineData("1 +", false)]
    [InlineData("foo(1,", false)]
    [InlineData("foo(1)", true)]
    [InlineData("x = 1;", true)]
    [InlineData("if (1)", false)]
    [InlineData("if (1)\n  x = 2;", false)]
    [InlineData("if (1)\n  x = 2;\nendif", true)]
    [InlineData("fn f(x)", false)]
    [InlineData("begin", false)]
    [InlineData("{1, 2", false)]
    [InlineData("x = ;", true)]
    [InlineData("1 2", true)]
    [InlineData("endif", true)]
    [InlineData("\"no end", true)]
    [InlineData("/* a comment", false)]
    [InlineData("/* a comment */ 1", true)]
    [InlineData("`1/0 ! ANY => 3", false)]
    public void A_text_goes_on_while_something_is_open(string text, bool isComplete)
    {
        Assert.Equal(isComplete, Evaluation.IsComplete(text));
    }
}
