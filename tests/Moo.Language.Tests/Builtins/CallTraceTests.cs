using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class CallTraceTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public CallTraceTests()
    {
        _moo.DefineVerb("#0", "outer", "{n} = args;", "return this:inner(n, \"x\") + 1;");
        _moo.DefineVerb("#0", "inner", "{n, word} = args;", "n > 5 && raise(E_RANGE);", "return n;");
    }

    public void Dispose() => _moo.Dispose();

    [Fact]
    public void Calls_are_noted_in_their_order_with_what_they_got_and_gave()
    {
        var calls = _moo.Eval("call_trace(1) || #0:outer(3) && {{c[\"depth\"], c[\"verb\"], c[\"args\"], c[\"value\"], c[\"ticks\"] > 0} for c in (call_trace(0))}");

        Assert.Equal("{{1, \"outer\", {3}, 4, 1}, {2, \"inner\", {3, \"x\"}, 3, 1}}", calls);
    }

    [Fact]
    public void A_call_that_an_error_ends_has_no_value_and_the_next_is_no_deeper()
    {
        var calls = _moo.Run("""
            call_trace(1);
            `#0:outer(6) ! E_RANGE';
            #0:outer(1);
            return {{c["depth"], maphaskey(c, "value")} for c in (call_trace(0))};
            """);

        Assert.Equal("{{1, 0}, {2, 0}, {1, 1}, {2, 1}}", calls.ToString());
    }

    [Fact]
    public void What_others_say_to_each_other_is_not_shown()
    {
        var calls = _moo.Eval("call_trace(1) || #0:outer(3) && {{c[\"verb\"], maphaskey(c, \"args\"), maphaskey(c, \"value\")} for c in (call_trace(0))}", TestMoo.Programmer);

        Assert.Equal("{{\"outer\", 1, 1}, {\"inner\", 0, 0}}", calls);
    }

    [Fact]
    public void Nothing_is_noted_before_or_after_or_once_the_task_has_slept()
    {
        Assert.Equal("{}", _moo.Eval("#0:outer(1) && call_trace(0)"));
        Assert.Equal("{}", _moo.Run("call_trace(1); suspend(0); #0:outer(1); return call_trace(0);").ToString());
        Assert.Equal("1", _moo.Eval("call_trace(1) || #0:outer(1) && call_trace(1) || #0:inner(2, \"\") && length(call_trace(0))"));
    }
}
