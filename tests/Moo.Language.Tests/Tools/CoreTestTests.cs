using Moo.Language.Definitions;
using Moo.Language.Tests.Support;
using Moo.Language.Tools;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Tools;

public sealed class CoreTestTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("moo-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (Snapshot Snapshot, long LastStamp) Core(string members)
    {
        File.WriteAllText(Path.Combine(_folder, "core.moo"), $$"""
            object #0
              name: "System Object"
              owner: #2
              property box (owner: #2, flags: "rw") = #3;
            endobject
            object #2
              name: "Wizard"
              owner: #2
              wizard: true
              programmer: true
              player: true
            endobject
            object #3
              name: "box"
              owner: #2
              property count (owner: #2, flags: "rw") = 0;
              {{members}}
            endobject
            """);
        var problems = new List<DefinitionProblem>();
        var core = CoreDirectory.Read(_folder, problems);
        Assert.Empty(problems);
        return core!.Value;
    }

    private Outcome RunOnly(string members)
    {
        var core = Core(members);
        return Assert.Single(CoreTest.Of(core.Snapshot)).Run(core.Snapshot, core.LastStamp, new FakeHost(), Patience);
    }

    [Fact]
    public void Tests_are_the_verbs_whose_name_says_so()
    {
        var core = Core("""
            method test_one owner: #2
              endmethod
              method tested owner: #2
              endmethod
              method "other test_t*wo" owner: #2
              endmethod
            """);

        Assert.Equal(["$box:test_one", "$box:test_two"], CoreTest.Of(core.Snapshot).Select(test => test.FullName));
    }

    [Fact]
    public void A_test_passes_if_it_returns()
    {
        var outcome = RunOnly("method test_it owner: #2\n notify(player, tostr(player, this, verb, args));\nendmethod");

        Assert.Equal(OutcomeKind.Returned, outcome.Kind);
        Assert.Equal(["#2#3test_it{list}"], outcome.Told);
    }

    [Fact]
    public void A_test_fails_with_its_traceback()
    {
        var outcome = RunOnly("method test_it owner: #2\n notify(player, \"before\");\nthis:inner();\nendmethod\nmethod inner owner: #2\n return 1 / 0;\nendmethod");

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.Equal("before", outcome.Told[0]);
        Assert.Equal(["#3:inner, line 1:  Division by zero", "  return 1 / 0;", "         ^^^^^", "... called from #3:test_it, line 2", "(End of traceback)"],
            outcome.Problems.Select(line => line.TrimEnd()));
    }

    [Fact]
    public void A_failure_counts_even_if_the_world_hushes_it_up()
    {
        var outcome = RunOnly("method test_it owner: #2\n add_verb(#0, {#2, \"rxd\", \"handle_uncaught_error\"}, {\"this\", \"none\", \"this\"});\n"
            + "set_verb_code(#0, \"handle_uncaught_error\", {\"return 1;\"});\nsuspend(0);\nraise(E_PERM);\nendmethod");

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.Empty(outcome.Told);
        Assert.StartsWith("#3:test_it, line 4:  Permission denied", outcome.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_in_a_task_that_it_forked_is_its_own()
    {
        var outcome = RunOnly("method test_it owner: #2\n fork (0)\nraise(E_PERM);\nendfork\nsuspend(0.2);\nendmethod");

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.Contains("Permission denied", outcome.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_suspends_is_waited_for()
    {
        var outcome = RunOnly("method test_it owner: #2\n suspend(0.1);\n raise(E_PERM);\nendmethod");

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
    }

    [Fact]
    public void A_test_that_never_ends_is_given_up()
    {
        var core = Core("method test_it owner: #2\n suspend();\nendmethod");

        var outcome = Assert.Single(CoreTest.Of(core.Snapshot)).Run(core.Snapshot, core.LastStamp, new FakeHost(), TimeSpan.FromMilliseconds(300));

        Assert.Equal(OutcomeKind.NeverEnded, outcome.Kind);
    }

    [Fact]
    public void A_test_that_runs_out_of_ticks_fails()
    {
        var outcome = RunOnly("method test_it owner: #2\n while (1)\nendwhile\nendmethod");

        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.Contains("ran out of ticks", outcome.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_does_not_compile_says_why()
    {
        var outcome = RunOnly("method test_it owner: #2\n return 1 +;\nendmethod");

        Assert.Equal(OutcomeKind.DoesNotCompile, outcome.Kind);
        Assert.StartsWith("Line 1:  expected an expression", outcome.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_may_not_be_called_fails()
    {
        Assert.Equal(OutcomeKind.NothingToRun, RunOnly("verb test_it (this none this) owner: #2 flags: \"rd\"\nendverb").Kind);
    }

    [Fact]
    public void No_test_sees_what_another_did()
    {
        const string body = "this.count == 0 || raise(E_RANGE);\nthis.count = 1;\nsuspend(0);\n";
        var core = Core($"method test_one owner: #2\n{body}endmethod\nmethod test_two owner: #2\n{body}endmethod");

        var outcomes = CoreTest.Of(core.Snapshot).Select(test => test.Run(core.Snapshot, core.LastStamp, new FakeHost(), Patience).Kind);

        Assert.Equal([OutcomeKind.Returned, OutcomeKind.Returned], outcomes);
        Assert.Equal(Value.Int(0), core.Snapshot.Property(new ObjectId(3), "count"));
    }
}
