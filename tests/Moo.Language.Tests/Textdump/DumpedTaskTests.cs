using Moo.Language.Syntax;
using Moo.Language.Tests.Support;
using Moo.Language.Textdump;
using Moo.Store.Textdump;
using Moo.Store.Values;

namespace Moo.Language.Tests.Textdump;

/// <summary>Tasks of textdumps go on exactly where they stood. The places in their programs are LambdaMOO's, counted by hand from MOOCodeSequences.txt.</summary>
public sealed class DumpedTaskTests
{
    private static readonly string[] BuiltIns =
    [
        "NUM", "OBJ", "STR", "LIST", "ERR", "player", "this", "caller", "verb", "args", "argstr", "dobj", "dobjstr", "prepstr", "iobj", "iobjstr", "INT", "FLOAT",
    ];

    [Fact]
    public void A_forked_task_runs_with_its_variables()
    {
        var task = new DumpedTask(DumpedTaskKind.Forked, 5, 0, default, 1);
        task.Frames.Add(Frame("#0.said = {x, this, player, args, verb, caller};", 0, ("x", Value.Int(7)), ("args", Value.List(Value.Int(1))), ("caller", Value.Obj(3))));

        Assert.Equal("{7, #0, #2, {1}, \"test\", #3}", Said(task));
    }

    [Fact]
    public void A_task_goes_on_behind_the_call_that_it_slept_in()
    {
        // suspend(0): NUM, MAKE_SINGLETON_LIST, BI_FUNC_CALL and its number.
        var task = Suspended("suspend(0);\n#0.said = x;", pc: 4, ("x", Value.Int(7)));

        Assert.Equal("7", Said(task));
    }

    [Fact]
    public void The_value_that_a_task_wakes_with_is_the_call_s()
    {
        // NUM, MAKE_SINGLETON_LIST, BI_FUNC_CALL, number: the assignment follows.
        var task = Suspended("x = suspend(0);\n#0.said = x;", pc: 4, ("x", Value.Unset));

        Assert.Equal("\"now\"", Said(task with { Value = Value.Str("now") }));
    }

    [Fact]
    public void An_interrupted_task_gets_the_error()
    {
        // codes 1, PUSH_LABEL 3, TRY_EXCEPT 3, then the empty list and the call.
        var task = Suspended("try\nread();\nexcept e (ANY)\n#0.said = e[1];\nendtry", pc: 1 + 3 + 3 + 3, ("e", Value.Unset));
        task.Frames[0].Stack.AddRange([Entry(Value.Int(0)), Entry(Value.Int(14)), new DumpedStackEntry(DumpedStackKind.Catch, Value.Int(1))]);

        Assert.Equal("E_INTRPT", Said(new DumpedTask(DumpedTaskKind.Interrupted, 5, 0, Value.Err(ErrorCode.E_INTRPT), 1), task.Frames[0]));
    }

    [Fact]
    public void A_loop_over_a_list_goes_on_with_the_next_element()
    {
        // $0 of list: PUSH s (1), NUM 1, FOR_LIST, variable, label (4), NUM, SINGLETON, BI_FUNC_CALL 2.
        var task = Suspended("for s in (l)\nsuspend(0);\n#0.said = {@#0.said, s};\nendfor", pc: 1 + 4 + 4,
            ("s", Value.Str("b")), ("l", Value.Int(0)));
        task.Frames[0].Stack.AddRange([Entry(Value.List(Value.Str("a"), Value.Str("b"), Value.Str("c"))), Entry(Value.Int(3))]);

        Assert.Equal("{\"b\", \"c\"}", Said(task, start: "{}"));
    }

    [Fact]
    public void A_loop_over_a_range_goes_on_with_the_next_number()
    {
        // x = 1: NUM, PUT, POP. NUM, NUM, FOR_RANGE with variable and label, NUM, SINGLETON, BI_FUNC_CALL 2.
        var task = Suspended("x = 1;\nfor i in [1..3]\nsuspend(0);\n#0.said = {@#0.said, i + x};\nendfor", pc: 3 + 5 + 4,
            ("x", Value.Int(1)), ("i", Value.Int(1)));
        task.Frames[0].Stack.AddRange([Entry(Value.Int(2)), Entry(Value.Int(3))]);

        Assert.Equal("{2, 3, 4}", Said(task, start: "{}"));
    }

    [Fact]
    public void Values_that_were_computed_before_the_call_are_not_computed_again()
    {
        // {#0.n, 2, suspend(0)}: IMM #0, IMM "n", GET_PROP, SINGLETON; NUM, ADD_TAIL; NUM, SINGLETON, BI_FUNC_CALL 2.
        // Before it the target of the assignment: IMM #0, IMM "said".
        var task = Suspended("#0.said = {#0.n, 2, suspend(0)};", pc: 4 + 6 + 2 + 4);
        task.Frames[0].Stack.AddRange([Entry(Value.Obj(0)), Entry(Value.Str("said")), Entry(Value.List(Value.Str("then"), Value.Int(2)))]);

        Assert.Equal("{\"then\", 2, 0}", Said(task));
    }

    [Fact]
    public void Frames_below_get_what_the_ones_above_return()
    {
        var task = Suspended("#0.said = this:inner(1) + 10;", pc: 4 + 1 + 2 + 2 + 1);
        // PUSH this, IMM "inner", NUM, SINGLETON, CALL_VERB; the assignment's target stands before: IMM #0, IMM "said".
        task.Frames[0].Stack.AddRange([Entry(Value.Obj(0)), Entry(Value.Str("said"))]);
        task.Frames[0].ErrorPc = task.Frames[0].Pc - 1;
        task.Frames.Add(Frame("suspend(0);\nreturn 5;", 4));

        Assert.Equal("15", Said(task));
    }

    [Fact]
    public void A_forked_body_that_slept_goes_on_in_the_body()
    {
        var task = Suspended("fork (1)\nsuspend(0);\n#0.said = 3;\nendfork\n#0.said = 4;", pc: 4);
        task.RootVector = 0;

        Assert.Equal("3", Said(task));
    }

    [Fact]
    public void ToastStunt_s_loops_keep_their_place_in_another_way()
    {
        // PUSH l, IMM none (2), FOR_LIST_1 2, variable, label, then the call.
        var task = Suspended("for s in (l)\nsuspend(0);\n#0.said = {@#0.said, s};\nendfor", pc: 1 + 2 + 4 + 4, ("s", Value.Int(1)), ("l", Value.Int(0)));
        task.Frames[0].Stack.AddRange([Entry(Value.List(Value.Int(1), Value.Int(2))), Entry(Value.Int(2))]);

        Assert.Equal("{1, 2}", Said(task, start: "{}"));
    }

    [Fact]
    public void A_place_that_no_call_stands_at_is_reported_and_nothing_is_guessed()
    {
        var task = Suspended("suspend(0);\n#0.said = 1;", pc: 5);

        Assert.Null(DumpedStack.Adopt(task, 5, 0, out var reason));
        Assert.Contains("the place 5", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_that_does_not_fit_the_place_is_reported()
    {
        var task = Suspended("suspend(0);\n#0.said = 1;", pc: 4);
        task.Frames[0].Stack.Add(Entry(Value.Int(1)));

        Assert.Null(DumpedStack.Adopt(task, 5, 0, out _));
    }

    [Fact]
    public void Large_programs_have_longer_references()
    {
        // 60 × "x = 1000;" (IMM and its literal, PUT, POP) and a jump over more than 256 bytes: each label takes two.
        var source = "if (x)\n" + string.Concat(Enumerable.Repeat("x = 1000;\n", 70)) + "endif\nsuspend(0);\n#0.said = 1;";
        var calls = LambdaMooLayout.Calls(Parser.Parse(source).Statements, [.. BuiltIns, "x"], -1, new LayoutVariant(99, false))!;

        // PUSH, IF, label 2; 70 × 4; JUMP, label 2; NUM, SINGLETON, BI_FUNC_CALL 2.
        Assert.Equal([4 + (70 * 4) + 3 + 4], calls.Keys.Select(place => (int)place));
    }

    private static DumpedStackEntry Entry(Value value) => new(DumpedStackKind.Value, value);

    private static DumpedTask Suspended(string source, int pc, params (string, Value)[] variables)
    {
        var task = new DumpedTask(DumpedTaskKind.Suspended, 5, 0, default, 1);
        task.Frames.Add(Frame(source, pc, variables));
        return task;
    }

    private static DumpedFrame Frame(string source, int pc, params (string Name, Value Value)[] variables)
    {
        var frame = new DumpedFrame
        {
            Source = source,
            This = Value.Obj(0),
            Player = TestMoo.Wizard,
            Programmer = TestMoo.Wizard,
            Definer = Value.Obj(0),
            IsDebug = true,
            Verb = "test",
            Pc = pc,
            ErrorPc = pc - 2,
        };
        foreach (var name in BuiltIns)
        {
            var given = variables.FirstOrDefault(variable => variable.Name == name);
            frame.Variables.Add((name, given.Name is not null ? given.Value : name switch
            {
                "player" => Value.Obj(TestMoo.Wizard),
                "this" => Value.Obj(0),
                "verb" => Value.Str("test"),
                "caller" or "dobj" or "iobj" => Value.Nothing,
                "args" => Value.List(),
                "NUM" or "INT" => Value.Int(0),
                "OBJ" => Value.Int(1),
                "STR" => Value.Int(2),
                "ERR" => Value.Int(3),
                "LIST" => Value.Int(4),
                "FLOAT" => Value.Int(9),
                _ => Value.EmptyString,
            }));
        }
        frame.Variables.AddRange(variables.Where(variable => !BuiltIns.Contains(variable.Name)));
        return frame;
    }

    private static string Said(DumpedTask task, DumpedFrame frame)
    {
        task.Frames.Add(frame);
        return Said(task);
    }

    // Takes the task over, lets it wake in a world, and waits for what it leaves in #0.said.
    private static string Said(DumpedTask task, string start = "\"nothing\"")
    {
        var dump = new DumpedWorld();
        dump.Tasks.Add(task);
        var report = new DumpReport();
        var stored = DumpedTasks.Adopt(dump, report, now: 1);
        Assert.Empty(report.Notes);
        using var moo = new TestMoo();
        moo.Run($"add_property(#0, \"said\", {start}, {{#2, \"\"}}); add_property(#0, \"n\", \"later\", {{#2, \"\"}});");

        Assert.Empty(moo.Runtime.Scheduler.Load(stored.Select(one => (one.Id, one.Owner, one.WakeAt, one.ToJson()))));
        for (var tries = 0; tries < 500 && moo.Eval($"{{t for t in (queued_tasks()) if t[1] == {task.Id}}} != {{}}") == "1"; tries++) moo.Run("suspend(0.01);");
        moo.Run("suspend(0.05);");

        return moo.Eval("#0.said");
    }
}
