using Moo.Language.Compilation;
using Moo.Language.Syntax;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Conformance;

/// <summary>Runs <c>tests/conformance/*.moo</c> in process, each expectation in a world of its own.</summary>
public sealed class ConformanceTests
{
    private static readonly Dictionary<string, Expectation> All = ConformanceFile.Paths.SelectMany(path =>
        ConformanceFile.Parse(File.ReadLines(path)).Select(e => KeyValuePair.Create($"{Path.GetFileName(path)}:{e.Line}", e))).ToDictionary();

    public static TheoryData<string> Places => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void It_holds(string place)
    {
        var expectation = All[place];
        using var moo = new TestMoo(time: new StandingTime());

        foreach (var outcome in expectation.Outcomes) Check(moo, expectation, outcome);
    }

    public static TheoryData<string> PlacesOfPrograms => [.. All.Where(each => Unparsed(each.Value, fullyParenthesised: false) is not null).Select(each => each.Key)];

    /// <summary>A program that was taken apart and written out again is the same program.</summary>
    [Theory]
    [MemberData(nameof(PlacesOfPrograms))]
    public void It_holds_when_unparsed(string place)
    {
        foreach (var fullyParenthesised in new[] { false, true })
        {
            var unparsed = Unparsed(All[place], fullyParenthesised)!;
            using var moo = new TestMoo(time: new StandingTime());

            Assert.Equal(unparsed.Code, Unparsed(unparsed, fullyParenthesised)?.Code);
            foreach (var outcome in unparsed.Outcomes) Check(moo, unparsed, outcome);
        }
    }

    // Null for what is not meant to compile, and for what shows its own text.
    private static Expectation? Unparsed(Expectation expectation, bool fullyParenthesised)
    {
        var parsed = Parser.Parse(expectation.Program);
        if (!parsed.IsValid || expectation.Outcomes.Any(o => o.Kind is OutcomeKind.Tells || o.Text.Contains("=>", StringComparison.Ordinal))) return null;
        return expectation with { Code = string.Join('\n', Unparser.Lines(parsed.Statements, fullyParenthesised)), IsBlock = true };
    }

    private static void Check(TestMoo moo, Expectation expectation, Outcome outcome)
    {
        var programmer = expectation.IsWizardly ? TestMoo.Wizard : TestMoo.Programmer;
        switch (outcome.Kind)
        {
            case OutcomeKind.Returns:
                Assert.Equal(outcome.Text, Literal.Of(moo.Run(expectation.Program, programmer)));
                break;
            case OutcomeKind.Raises:
                // On the same line, so that lines keep their numbers.
                var caught = moo.Run($"try {expectation.Program}\nreturn \"no error\"; except e__ (ANY) return {{e__[1]}}; endtry", programmer);
                Assert.Equal($"{{{outcome.Text}}}", caught.TryList(out var list) && list.Count == 1 && list[0].TryErr(out var error)
                    ? $"{{{error.Code.Name}}}" : Literal.Of(caught));
                break;
            case OutcomeKind.Tells:
                moo.Run(expectation.Program, programmer);
                Assert.Contains(outcome.Text, string.Join('\n', moo.Told), StringComparison.Ordinal);
                break;
            default:
                var compiled = ProgramCompiler.Compile(expectation.Program, moo.Runtime.Builtins);
                Assert.Null(compiled.Program);
                Assert.Contains(outcome.Text, string.Join('\n', compiled.ErrorLines()), StringComparison.OrdinalIgnoreCase);
                break;
        }
    }
}
