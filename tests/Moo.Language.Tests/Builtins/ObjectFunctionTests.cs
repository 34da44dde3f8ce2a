using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class ObjectFunctionTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public void Dispose() => _moo.Dispose();

    private string Caught(string expression) => _moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer);

    [Theory]
    [InlineData("chparent(#1, #3)", "E_PERM")]
    [InlineData("chparent(create(#1), #2)", "E_PERM")]
    [InlineData("chparent(#-5, #1)", "E_INVARG")]
    [InlineData("chparent(create(#1), #99)", "E_INVARG")]
    [InlineData("chparents(create(#1), {1})", "E_TYPE")]
    [InlineData("chparents(create(#1), {#1, #1})", "E_INVARG")]
    [InlineData("renumber(#1)", "E_PERM")]
    [InlineData("renumber(#99)", "E_INVARG")]
    [InlineData("object_bytes(#99)", "E_PERM")]
    [InlineData("reset_max_object()", "E_PERM")]
    [InlineData("objects()", "E_PERM")]
    [InlineData("locate_by_name(\"x\")", "E_PERM")]
    [InlineData("set_player_flag(#1, 1)", "E_PERM")]
    [InlineData("set_player_flag(#99, 1)", "E_INVARG")]
    [InlineData("owned_objects(#99)", "E_INVIND")]
    [InlineData("locations(#99)", "E_INVIND")]
    [InlineData("next_recycled_object(#99)", "E_INVARG")]
    [InlineData("recreate(#1, #1)", "E_INVARG")]
    [InlineData("recreate(#99, #1)", "E_INVARG")]
    [InlineData("isa(5, #1)", "E_TYPE")]
    [InlineData("occupants({#99})", "E_INVARG")]
    [InlineData("parent(\"x\")", "E_TYPE")]
    [InlineData("children(#99)", "E_INVARG")]
    [InlineData("is_player(#99)", "E_INVARG")]
    public void A_programmer_is_refused(string expression, string error) => Assert.Equal(error, Caught(expression));

    [Fact]
    public void Changing_parents_keeps_what_both_families_define_and_drops_the_rest()
    {
        var result = _moo.Run("""
            a = create(#1); b = create(a); c = create(a); o = create(b);
            add_property(a, "kept", 1, {player, "r"});
            add_property(b, "lost", 2, {player, "r"});
            o.kept = 11; o.lost = 22;
            chparent(o, c);
            return {o.kept, `o.lost ! E_PROPNF'};
            """);

        Assert.Equal("{11, E_PROPNF}", result.ToString());
    }

    [Fact]
    public void Families_that_define_one_property_twice_cannot_be_joined()
    {
        var result = _moo.Run("""
            a = create(#1); b = create(#1); c = create(#1);
            add_property(a, "p", 1, {player, "r"});
            add_property(b, "p", 1, {player, "r"});
            return {`chparents(c, {a, b}) ! ANY', `chparent(a, b) ! ANY', parents(c), parents(a)};
            """);

        Assert.Equal("{E_INVARG, E_INVARG, {#1}, {#1}}", result.ToString());
    }

    [Fact]
    public void An_object_cannot_become_its_own_ancestor()
    {
        var result = _moo.Run("a = create(#1); b = create(a); return {`chparent(a, b) ! ANY', `chparent(a, a) ! ANY'};");

        Assert.Equal("{E_RECMOVE, E_RECMOVE}", result.ToString());
    }

    [Fact]
    public void Anonymous_objects_have_families_but_are_nobodys_children()
    {
        var result = _moo.Run("""
            p = create(#1); q = create(#1);
            o = create(p, 1);
            before = {valid(o), parent(o) == p, isa(o, p), children(p)};
            chparent(o, q);
            return {@before, parent(o) == q, children(q), ancestors(o) == {q, #1}};
            """);

        Assert.Equal("{1, 1, 1, {}, 1, {}, 1}", result.ToString());
    }

    [Fact]
    public void Renumbering_takes_family_place_contents_and_ownership_along()
    {
        var result = _moo.Run("""
            gap = create(#1); parent = create(#1); o = create(parent); child = create(o); place = create(#1); thing = create(#1);
            move(o, place); move(thing, o);
            child.owner = o; set_player_flag(o, 1);
            add_property(thing, "p", 1, {o, "rc"});
            add_verb(thing, {o, "rxd", "v"}, {"this", "none", "this"});
            anonymous = create(o, 1);
            recycle(gap);
            n = renumber(o);
            return {n == gap, valid(o), children(parent) == {n}, parent(child) == n, child.owner == n, place.contents == {n}, n.location == place,
              n.contents == {thing}, thing.location == n, property_info(thing, "p")[1] == n, verb_info(thing, 1)[1] == n, parent(anonymous) == n,
              n in players() > 0, o in players(), renumber(n) == n};
            """);

        Assert.Equal("{1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1}", result.ToString());
    }

    [Fact]
    public void What_was_renumbered_stands_after_the_commit()
    {
        _moo.Run("""
            add_property(#0, "kid", #-1, {player, "r"});
            gap = create(#1); o = create(#1); #0.kid = create(o);
            recycle(gap); o.name = "moved"; renumber(o);
            """);

        Assert.Equal("{\"moved\", 1}", _moo.Eval("{parent(#0.kid).name, children(parent(#0.kid)) == {#0.kid}}"));
    }

    [Fact]
    public void Numbers_that_are_free_are_found_and_used_again()
    {
        var result = _moo.Run("""
            a = create(#1); b = create(#1); c = create(#1);
            recycle(a); recycle(b);
            found = {recycled_objects() == {a, b}, next_recycled_object() == a, next_recycled_object(b) == b, next_recycled_object(c)};
            n = recreate(a, #1, #3);
            recycle(c); reset_max_object();
            return {@found, n.owner, recycled_objects()};
            """);

        Assert.Equal("{1, 1, 1, 0, #3, {#5, #6}}", result.ToString());
        Assert.Equal("{#4, 1}", _moo.Eval("{max_object(), create(#1) == #5}"));
    }

    [Fact]
    public void A_scan_of_all_objects_sees_what_the_slice_did()
    {
        var result = _moo.Run("""
            o = create(#1); o.name = "scanned";
            #1.name = "scanned, too";
            return {locate_by_name("SCANNED") == {#1, o}, locate_by_name("SCANNED", 1), owned_objects(#3), length(objects()) == max_object().owner != 0};
            """);

        Assert.StartsWith("{1, {}, {#3}", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unmaking_a_player_boots_it()
    {
        _moo.Run("set_player_flag(#3, 0);");

        Assert.Contains(new BootEffect(TestMoo.Programmer), _moo.Effects);
        Assert.Equal("{#2}", _moo.Eval("players()"));
    }

    [Fact]
    public void Occupants_are_chosen_by_parent_and_by_being_players()
    {
        var result = _moo.Run("""
            a = create(#1); b = create(a);
            return {occupants({a, b, #2}, a) == {a, b}, occupants({a, b, #2}, {a, #1}, 1), `occupants({a}, "x") ! ANY'};
            """);

        Assert.Equal("{1, {#2}, E_TYPE}", result.ToString());
    }

    [Fact]
    public void Locations_end_before_the_place_that_is_named()
    {
        var result = _moo.Run("""
            a = create(#1); b = create(#1); c = create(#1); d = create(#1);
            move(b, a); move(c, b); move(d, c);
            return {locations(d) == {c, b, a}, locations(d, a) == {c, b}, locations(d, #1, 1)};
            """);

        Assert.Equal("{1, 1, {}}", result.ToString());
    }
}
