using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;
using Moo.Store.Journal;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class HistoryFunctionTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2030, 12, 31, 23, 59, 58, TimeSpan.Zero);

    private readonly TestMoo _moo = new(workers: 4);

    public void Dispose() => _moo.Dispose();

    [Fact]
    public void The_versions_of_a_verb_come_newest_first_and_only_its_own()
    {
        _moo.Run("add_verb(#1, {#2, \"rxd\", \"l*ook\"}, {\"this\", \"none\", \"this\"});");
        _moo.Host.History.AddRange([
            new PastVerb(3, Time, TestMoo.Wizard, 1, "l*ook", "return 1;\nreturn 2;"), new PastVerb(4, Time, TestMoo.Wizard, 2, "gone", "return 3;"),
            new PastVerb(5, Time.AddSeconds(1), TestMoo.Programmer, 2, "gone", null), new PastVerb(6, Time.AddSeconds(2), TestMoo.Programmer, 1, "l*ook", ""),
        ]);

        Assert.Equal("{[\"code\" -> {}, \"commit\" -> 6, \"names\" -> \"l*ook\", \"player\" -> #3, \"time\" -> 1924992000], "
            + "[\"code\" -> {\"return 1;\", \"return 2;\"}, \"commit\" -> 3, \"names\" -> \"l*ook\", \"player\" -> #2, \"time\" -> 1924991998]}", _moo.Eval("verb_history(#1, \"look\")"));
        Assert.Equal("{{5, 0}, {4, {\"return 3;\"}}}", _moo.Eval("{{v[\"commit\"], v[\"code\"]} for v in (verb_history(#1, \"gone\"))}"));
        Assert.Equal("E_VERBNF", _moo.Eval("`verb_history(#1, \"never\") ! ANY'"));
    }

    [Theory]
    [InlineData("verb_history(#1, \"shown\")", "0")]
    [InlineData("verb_history(#1, \"hidden\")", "E_PERM")]
    [InlineData("verb_history(#1, \"mine\")", "0")]
    [InlineData("verb_history(#1, \"removed\")", "E_PERM")]
    [InlineData("verb_history(#3, \"removed\")", "0")]
    [InlineData("verb_history(#99, \"x\")", "E_INVARG")]
    [InlineData("conflict_stats()", "E_PERM"), InlineData("sched_counters()", "E_PERM"), InlineData("db_counters()", "E_PERM")]
    public void Who_may_read_the_program_may_read_its_history(string expression, string expected)
    {
        _moo.Run("for v in ({{\"shown\", \"r\", #2}, {\"hidden\", \"\", #2}, {\"mine\", \"\", #3}}) add_verb(#1, {v[3], v[2], v[1]}, {\"this\", \"none\", \"this\"}); endfor");
        foreach (var name in new[] { "shown", "hidden", "mine", "removed" }) _moo.Host.History.Add(new PastVerb(3, Time, TestMoo.Wizard, 1, name, "return 1;"));

        Assert.Equal(expected, _moo.Eval($"typeof(x = `{expression} ! ANY') == LIST ? 0 | x", TestMoo.Programmer));
    }

    [Fact]
    public void Conflicts_are_counted_for_the_verb_that_the_task_began_in()
    {
        _moo.Run("add_property(#0, \"n\", 0, {#2, \"\"});");
        _moo.DefineVerb("#0", "count", "n = #0.n;", "for i in [1..20000]", "endfor", "#0.n = n + 1;");
        using var ended = new CountdownEvent(200);

        for (var i = 0; i < 200; i++) _moo.Runtime.Scheduler.CallVerb(TestMoo.Wizard, ObjectId.System, "count", MooList.Empty, ended: _ => ended.Signal());
        Assert.True(ended.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        Assert.Equal("200", _moo.Eval("#0.n"));
        var counters = _moo.Runtime.Scheduler.Counters;
        Assert.Equal(counters.Conflicts, counters.ByVerb.All().Sum(verb => verb.Conflicts));
        Assert.Equal(counters.Alone, counters.ByVerb.All().Sum(verb => verb.Alone));
        Assert.All(counters.ByVerb.All(), verb => Assert.True(verb.Lost > TimeSpan.Zero || verb.Conflicts == 0));
        Assert.True(counters.Ticks > 200 * 20_000);
        Assert.Equal(counters.Slices, counters.SliceTime.Counts.Sum());
    }

    [Fact]
    public void Verbs_beyond_the_most_that_are_told_apart_are_counted_together()
    {
        var table = new ConflictTable();
        for (var i = 0; i < ConflictTable.MostVerbs + 10; i++) table.Add($"#0:v{i}", TimeSpan.FromSeconds(1));
        table.Add("#0:v5", TimeSpan.FromSeconds(9));

        Assert.Equal(new VerbConflicts("#0:v5", 2, 0, TimeSpan.FromSeconds(10)), table.All().Single(verb => verb.Verb == "#0:v5"));
        Assert.Equal(10, table.All().Single(verb => verb.Verb == ConflictTable.Others).Conflicts);
        Assert.Equal(ConflictTable.MostVerbs + 1, table.All().Count);
    }
}
