using Moo.Language.Builtins;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class ProtectionTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public ProtectionTests() => _moo.Run("""
        options = create(#1);
        add_property(#0, "server_options", options, {player, "r"});
        add_property(options, "protect_valid", 0, {player, "r"});
        add_property(options, "protect_create", 0, {player, "r"});
        """);

    public void Dispose() => _moo.Dispose();

    private void Protect(string name) => _moo.Run($"#0.server_options.protect_{name} = 1;");

    private void Hook(string name, string code) => _moo.Run(
        $$"""add_verb(#0, {player, "xd", "bf_{{name}}"}, {"this", "none", "this"}); return set_verb_code(#0, "bf_{{name}}", {{{Literal.Of(Value.Str(code))}}});""");

    [Fact]
    public void A_protected_function_is_for_wizards_alone()
    {
        Protect("valid");

        Assert.Equal("1", _moo.Eval("valid(#1)"));
        Assert.Equal("E_PERM", _moo.Eval("`valid(#1) ! ANY'", TestMoo.Programmer));
    }

    [Fact]
    public void A_protected_function_runs_the_verb_of_the_system_object_even_inside_an_expression()
    {
        Hook("valid", "return {caller, caller_perms(), @args};");
        Protect("valid");

        Assert.Equal("{1, {#-1, #3, #1}, 2}", _moo.Eval("{1, valid(#1), 1 + 1}", TestMoo.Programmer));
        Assert.Equal("{1, {#-1, #2, #1}, 2}", _moo.Eval("{1, valid(#1), 1 + 1}"));
    }

    [Fact]
    public void A_function_that_leaves_the_frame_is_protected_too()
    {
        Hook("create", "return {\"no\", @args};");
        Protect("create");

        Assert.Equal("{\"no\", #1}", _moo.Eval("create(#1)", TestMoo.Programmer));
    }

    [Fact]
    public void The_system_object_calls_the_function_itself()
    {
        Hook("valid", "return {valid(@args)};");
        Protect("valid");

        Assert.Equal("{1}", _moo.Eval("valid(#1)", TestMoo.Programmer));
    }

    [Fact]
    public void Calling_it_by_name_is_no_way_around()
    {
        Protect("valid");

        Assert.Equal("E_PERM", _moo.Eval("`call_function(\"valid\", #1) ! ANY'", TestMoo.Programmer));
        Assert.Equal("E_PERM", _moo.Eval("`eval(\"return valid(#1);\") ! ANY'", TestMoo.Programmer));
    }

    [Fact]
    public void A_verb_that_ran_before_heeds_what_is_protected_later()
    {
        _moo.Run("""
            o = create(#1);
            add_property(#0, "o", o, {player, "r"});
            add_verb(o, {#3, "xd", "ask"}, {"this", "none", "this"});
            set_verb_code(o, "ask", {"return valid(#1);"});
            """);
        Assert.Equal("1", _moo.Eval("$o:ask()"));

        Protect("valid");
        Assert.Equal("E_PERM", _moo.Eval("`$o:ask() ! ANY'"));

        _moo.Run("#0.server_options.protect_valid = 0;");
        Assert.Equal("1", _moo.Eval("$o:ask()"));
    }

    [Fact]
    public void A_task_that_slept_meanwhile_heeds_it()
    {
        _moo.Run("add_property(#0, \"outcome\", 0, {player, \"rw\"});");
        _moo.Run("fork (0) x = 5; suspend(); #0.outcome = `valid(#1) ! ANY'; endfork", TestMoo.Programmer);
        Protect("valid");

        _moo.Run("while (!queued_tasks()) suspend(0); endwhile resume(queued_tasks()[1][1]); while (queued_tasks()) suspend(0); endwhile");

        Assert.Equal("E_PERM", _moo.Eval("#0.outcome"));
    }

    [Fact]
    public void A_stored_task_of_a_program_with_protected_functions_goes_on_where_it_was()
    {
        Hook("valid", "return 7;");
        Protect("valid");
        _moo.Run("x = {valid(#1)}; suspend(); return {x, valid(#2)};", TestMoo.Programmer, waits: true);

        var image = _moo.Runtime.Scheduler.Sleeping()[0];
        var read = Language.Scheduling.TaskImage.Read(_moo.Runtime, image.Id, image.Owner, null, image.ToJson(), out var reason);

        Assert.True(read is not null, reason);
        Assert.Equal(image.Top.Pc, read.Top.Pc);
        Assert.Equal(["valid"], read.Top.Program!.Builtins.ProtectedNames);
    }

    [Fact]
    public void The_plain_table_protects_nothing() => Assert.Empty(BuiltinTable.Default.ProtectedNames);
}
