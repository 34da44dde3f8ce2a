using Moo.Language.Tests.Support;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Builtins;

public sealed class PropertyFunctionTests : IDisposable
{
    private readonly TestMoo _moo = new();

    public PropertyFunctionTests() => _moo.Run("""
        o = create(#1);
        add_property(#0, "o", o, {player, "r"});
        add_property(o, "open", 1, {player, "rw"});
        add_property(o, "shut", 2, {player, ""});
        add_property(#0, "kid", create(o), {player, "r"});
        """);

    public void Dispose() => _moo.Dispose();

    [Theory]
    [InlineData("properties($o)", "E_PERM")]
    [InlineData("properties(#99)", "E_INVARG")]
    [InlineData("property_info($o, \"shut\")", "E_PERM")]
    [InlineData("property_info($o, \"name\")", "E_PROPNF")]
    [InlineData("property_info($o, \"none\")", "E_PROPNF")]
    [InlineData("property_info($o, \"open\")", "{#2, \"rw\"}")]
    [InlineData("set_property_info($o, \"open\", {#3, \"r\"})", "E_PERM")]
    [InlineData("set_property_info($o, \"shut\", {#2, \"r\"})", "E_PERM")]
    [InlineData("set_property_info($o, \"none\", {#2, \"r\"})", "E_PROPNF")]
    [InlineData("set_property_info($o, \"open\", {#2, \"q\"})", "E_INVARG")]
    [InlineData("set_property_info($o, \"open\", {#99, \"r\"})", "E_INVARG")]
    [InlineData("set_property_info($o, \"open\", {#2})", "E_TYPE")]
    [InlineData("set_property_info(#99, \"open\", {})", "E_INVARG")]
    [InlineData("set_property_info($o, \"open\", {#2, \"RW\"})", "0")]
    [InlineData("add_property($o, \"new\", 1, {#3, \"r\"})", "E_PERM")]
    [InlineData("add_property(create(#1), \"new\", 1, {#2, \"r\"})", "E_PERM")]
    [InlineData("add_property(create(#1), \"Name\", 1, {#3, \"r\"})", "E_INVARG")]
    [InlineData("add_property(create(#1), \"new\", 1, {#3, \"r\", \"x\"})", "E_TYPE")]
    [InlineData("delete_property($o, \"open\")", "E_PERM")]
    [InlineData("delete_property(create(#1), \"none\")", "E_PROPNF")]
    [InlineData("is_clear_property($kid, \"shut\")", "E_PERM")]
    [InlineData("is_clear_property($kid, \"open\")", "1")]
    [InlineData("is_clear_property($kid, \"name\")", "0")]
    [InlineData("clear_property($kid, \"name\")", "E_PERM")]
    [InlineData("clear_property($kid, \"shut\")", "E_PERM")]
    [InlineData("clear_property($kid, \"none\")", "E_PROPNF")]
    [InlineData("clear_property($kid, \"open\")", "0")]
    [InlineData("clear_property($o, \"open\")", "E_INVARG")]
    public void A_programmer_gets(string expression, string expected) =>
        Assert.Equal(expected, _moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer));

    [Fact]
    public void A_property_defined_above_or_below_cannot_be_defined_again()
    {
        var result = _moo.Run("return {`add_property($kid, \"OPEN\", 1, {player, \"\"}) ! ANY', `add_property(#1, \"open\", 1, {player, \"\"}) ! ANY'};");

        Assert.Equal("{E_INVARG, E_INVARG}", result.ToString());
    }

    [Fact]
    public void Renaming_keeps_values_of_descendants_and_needs_a_free_name()
    {
        var result = _moo.Run("""
            $kid.open = 7;
            set_property_info($o, "open", {player, "rw", "wide"});
            return {$kid.wide, `$kid.open ! ANY', `set_property_info($o, "wide", {player, "rw", "shut"}) ! ANY', `set_property_info($o, "wide", {player, "rw", "owner"}) ! ANY',
              `set_property_info($kid, "wide", {player, "rw", "own"}) ! ANY'};
            """);

        Assert.Equal("{7, E_PROPNF, E_INVARG, E_INVARG, E_INVARG}", result.ToString());
    }

    [Fact]
    public void Bits_belong_to_one_object_alone()
    {
        var result = _moo.Run("set_property_info($o, \"open\", {player, \"\"}); return {property_info($o, \"open\"), property_info($kid, \"open\")};");

        Assert.Equal("{{#2, \"\"}, {#2, \"rw\"}}", result.ToString());
    }

    [Fact]
    public void Deleting_takes_the_property_from_descendants()
    {
        var result = _moo.Run("$kid.open = 7; delete_property($o, \"open\"); return {`$kid.open ! ANY', `delete_property($kid, \"shut\") ! ANY'};");

        Assert.Equal("{E_PROPNF, E_PROPNF}", result.ToString());
    }

    [Fact]
    public void A_name_with_braces_is_an_ordinary_name()
    {
        Assert.Equal("E_PROPNF", _moo.Eval("`property_info($o, \"{0} {\") ! ANY'"));
        Assert.Contains("has no property", _moo.Run("return $o.(\"{5}\");").AsStr, StringComparison.Ordinal);
        Assert.Contains("has no verb", _moo.Run("return $o:(\"{5\")();").AsStr, StringComparison.Ordinal);
    }

    [Fact]
    public void Anonymous_objects_have_properties_of_their_own()
    {
        var result = _moo.Run("a = create($o, 1); add_property(a, \"mine\", 5, {player, \"r\"}); a.open = 3; return {properties(a), a.mine, is_clear_property(a, \"open\"), is_clear_property(a, \"shut\")};");

        Assert.Equal("{{\"mine\"}, 5, 0, 1}", result.ToString());
    }

    [Fact]
    public void A_core_may_call_a_class_wizard_without_anybody_becoming_one()
    {
        using var moo = new TestMoo();
        Assert.Equal("0", moo.Eval("$wizard"));
        var transaction = moo.World.Begin();
        Properties.Define(transaction, transaction.Find(ObjectId.System)!, "wizard", Value.Obj(TestMoo.Root), new PropertyAccess(TestMoo.Wizard, PropertyFlags.Read));
        moo.World.Commit(transaction, new CommitCause(0, ObjectId.System, "core"));

        Assert.Equal("{#1, 1, 0}", moo.Eval("{$wizard, #2.wizard, #3.wizard}"));
        Assert.Equal("{#1, 1, 0}", moo.Eval("{$wizard, #2.wizard, #3.wizard}", TestMoo.Programmer));
        Assert.Equal("E_PERM", moo.Eval("`$wizard = #3 ! E_PERM'", TestMoo.Programmer));
    }
}
