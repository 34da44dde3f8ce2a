using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Scheduling;

public sealed class CollectorTests : IDisposable
{
    private readonly TestMoo _moo = new(workers: 2);

    public CollectorTests()
    {
        _moo.Run("""
            add_property(#0, "kept", 0, {player, "rw"});
            add_property(#0, "log", {}, {player, "rw"});
            add_property(#1, "next", 0, {player, "rw"});
            c = create(#1); add_property(#0, "waif", c, {player, "r"});
            add_property(c, ":next", 0, {player, "rwc"});
            """);
        _moo.DefineVerb("$waif", "new", "return new_waif();");
    }

    public void Dispose() => _moo.Dispose();

    private int Hidden => _moo.World.Current.AllHidden().Count();

    private string Run(string program) => _moo.Run(program).ToString();

    [Fact]
    public void What_nothing_ever_referred_to_is_never_stored()
    {
        Assert.Equal("2", Run("a = create(#1, player, 1); b = create(#1, player, 1); a.next = b; b.next = a; w = $waif:new(); w.next = a; return valid(a) + valid(b);"));

        Assert.Equal(0, Hidden);
    }

    [Fact]
    public void What_is_referred_to_stays()
    {
        Run("a = create(#1, player, 1); b = create(#1, player, 1); a.next = {b}; w = $waif:new(); w.next = [1 -> a]; #0.kept = {\"x\", {w}};");

        Assert.Equal("0", Run("return run_gc();"));
        Assert.Equal("{1, 1}", Run("a = #0.kept[2][1].next[1]; return {valid(a), valid(a.next[1])};"));
        Assert.Equal(3, Hidden);
    }

    [Fact]
    public void What_is_no_longer_referred_to_goes_circles_too()
    {
        Run("a = create(#1, player, 1); b = create(#1, player, 1); a.next = b; b.next = {a}; w = $waif:new(); w.next = b; #0.kept = {a, w};");
        Assert.Equal(3, Hidden);

        Assert.Equal("3", Run("#0.kept = 0; return run_gc();"));

        Assert.Equal(0, Hidden);
        Assert.Equal("{3, 0}", Run("s = gc_stats(); return {s[\"collected\"], s[\"anonymous\"]};"));
    }

    [Theory]
    [InlineData("suspend(0.2);")]
    [InlineData("fn () return a; endfn; suspend(0.2);")]
    public void What_a_sleeping_task_holds_stays(string wait)
    {
        var result = Run($$"""
            a = create(#1, player, 1); a.next = create(#1, player, 1); b = a.next;
            fork (0) run_gc(); endfork
            {{wait}}
            return {valid(a), valid(b), valid(a.next)};
            """);

        Assert.Equal("{1, 1, 1}", result);
    }

    [Fact]
    public void What_a_forked_task_and_a_message_hold_stays()
    {
        var result = Run("""
            a = create(#1, player, 1); b = create(#1, player, 1); me = task_id();
            fork (0.3) task_send(me, valid(a)); endfork
            task_send(me, b); a = 0; b = 0;
            n = run_gc();
            r = task_recv(1); suspend(0.4);
            return {n, valid(r[1]), task_recv(1)};
            """);

        Assert.Equal("{0, 1, {1}}", result);
    }

    [Fact]
    public void What_a_running_task_holds_stays()
    {
        // One task takes the only reference out of the world, works for a while, and puts it back; meanwhile the collector looks.
        Run("a = create(#1, player, 1); a.next = 5; #0.kept = a;");
        for (var round = 0; round < 10; round++)
        {
            var result = Run("""
                fork (0) run_gc(); endfork
                fork (0)
                  x = #0.kept; #0.kept = 0; suspend(0);
                  for i in [1..20000] endfor
                  #0.kept = x;
                endfork
                suspend(0.05);
                for i in [1..40] if (typeof(#0.kept) == ANON) break; endif suspend(0.02); endfor
                return {typeof(#0.kept) == ANON, valid(#0.kept)};
                """);
            Assert.Equal("{1, 1}", result);
        }
    }

    [Fact]
    public void Its_recycle_verb_is_called_before_it_goes()
    {
        _moo.DefineVerb("#1", "recycle", "#0.log = {@#0.log, {typeof(this) == ANON, this.next, caller, valid(this)}};");
        Run("a = create(#1, player, 1); a.next = \"first\"; #0.kept = a;");

        Assert.Equal("{1, {{1, \"first\", #-1, 1}}, 0}", Run("a = 0; #0.kept = 0; n = run_gc(); return {n, #0.log, gc_stats()[\"anonymous\"]};"));
    }

    [Fact]
    public void A_recycle_verb_is_called_for_what_was_never_stored_as_well()
    {
        _moo.DefineVerb("#1", "recycle", "#0.log = {@#0.log, this.next};");

        Run("for i in [1..3] a = create(#1, player, 1); a.next = i; endfor");

        Assert.Equal("{3, 6, 0}", Run("n = run_gc(); return {n, #0.log[1] + #0.log[2] + #0.log[3], gc_stats()[\"anonymous\"]};"));
    }

    [Fact]
    public void A_recycle_verb_that_fails_or_sleeps_does_not_keep_it()
    {
        _moo.DefineVerb("#1", "recycle", "if (this.next) x = 1 / 0; endif suspend(0.1); #0.log = {@#0.log, valid(this)};");

        Run("for i in [0..1] a = create(#1, player, 1); a.next = i; endfor");

        Assert.Equal("{2, 0, {0}}", Run("n = run_gc(); c = gc_stats()[\"anonymous\"]; suspend(0.3); return {n, c, #0.log};"));
    }

    [Fact]
    public void Who_keeps_a_reference_to_it_in_its_recycle_verb_has_one_to_nothing()
    {
        _moo.DefineVerb("#1", "recycle", "#0.kept = this;");
        Run("create(#1, player, 1);");

        Assert.Equal("{1, 0, E_INVIND}", Run("n = run_gc(); return {n, valid(#0.kept), `#0.kept.next ! ANY'};"));
    }

    [Fact]
    public void The_recycle_verb_of_a_WAIF_is_its_classs_colon_verb()
    {
        _moo.DefineVerb("$waif", ":recycle", "#0.log = {@#0.log, {typeof(this) == WAIF, this.class == $waif, this.next}};");
        Run("w = $waif:new(); w.next = 7; #0.kept = w;");

        Assert.Equal("{1, {{1, 1, 7}}, 0}", Run("#0.kept = 0; n = run_gc(); return {n, #0.log, waif_stats()[\"total\"]};"));
    }

    [Fact]
    public void An_owners_quota_stays_what_it_was()
    {
        Run("add_property(#3, \"ownership_quota\", 2, {player, \"r\"}); #0.kept = {create(#-1, #3, 1), create(#-1, #3, 1)};");

        Assert.Equal("{2, 2}", Run("#0.kept = 0; n = run_gc(); return {n, #3.ownership_quota};"));
    }

    [Fact]
    public void Many_are_collected_while_others_work()
    {
        Run("l = {}; for i in [1..2000] a = create(#-1, player, 1); l = {@l, a}; if (i % 200 == 0) #0.kept = l; suspend(0); endif endfor");
        Assert.Equal(2000, Hidden);

        var result = Run("""
            #0.kept = 0;
            fork (0) run_gc(); endfork
            n = 0;
            while (gc_stats()["anonymous"] > 0) n = n + 1; if (n > 500) return "never"; endif suspend(0.01); endwhile
            return n > 0;
            """);

        Assert.Equal("1", result);
    }

    [Fact]
    public void Programmers_may_not() => Assert.Equal("E_PERM", _moo.Eval("`run_gc() ! ANY'", TestMoo.Programmer));
}
