using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class LiteralTests
{
    public static TheoryData<Value, string, string> Cases => new()
    {
        { Value.Int(long.MinValue), "-9223372036854775808", "-9223372036854775808" },
        { Value.Obj(-1), "#-1", "#-1" },
        { Value.Float(1), "1.0", "1.0" },
        { Value.Bool(true), "true", "true" },
        { Value.Str("say \"x\\y\"\t\n\x01"), "\"say \\\"x\\\\y\\\"\\t\\n\\x01\"", "say \"x\\y\"\t\n\x01" },
        { Value.Str("ä😀"), "\"ä😀\"", "ä😀" },
        { Value.Err(ErrorCode.E_PERM), "E_PERM", "Permission denied" },
        { Value.Of(MooError.Of(ErrorCode.E_PERM, "no entry")), "E_PERM(\"no entry\")", "no entry" },
        { Value.Of(MooError.Of(ErrorCode.E_PERM, "no", Value.List(Value.Int(1)))), "E_PERM(\"no\", {1})", "no" },
        { Value.List(), "{}", "{list}" },
        { Value.List(Value.Int(1), Value.Str("a"), Value.List(Value.Obj(2))), "{1, \"a\", {#2}}", "{list}" },
        { Value.Of(MooMap.Empty.Set(Value.Str("k"), Value.Int(1)).Set(Value.Int(2), Value.List())), "[2 -> {}, \"k\" -> 1]", "[map]" },
        { Value.Of(new MooSymbol("name")), "'name", "name" },
        { Value.Of(new MooBinary([0xFB, 0xFF])), "b\"-_8=\"", "b\"-_8=\"" },
        { Value.Of(new MooAnonymous(new ObjectId(-5))), "*anonymous*", "*anonymous*" },
        { Value.Of(new MooWaif(new ObjectId(-5), new ObjectId(7), new ObjectId(2))), "[[class = #7, owner = #2]]", "[[class = #7, owner = #2]]" },
        {
            Value.Of(new MooFlyweight(new ObjectId(3), MooMap.Empty.Set(Value.Of(new MooSymbol("a")), Value.Int(1)), MooList.Of(Value.Int(2)))),
            "<#3, .a = 1, {2}>", "<#3, .a = 1, {2}>"
        },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Values_have_a_literal_and_a_text(Value value, string literal, string text)
    {
        Assert.Equal(literal, Literal.Of(value));
        Assert.Equal(text, ValueText.Of(value));
    }

    [Fact]
    public void Long_literals_outgrow_every_buffer()
    {
        var list = MooList.FromOwned([.. Enumerable.Range(0, 100_000).Select(n => Value.Int(n))], 100_000);

        var literal = Literal.Of(Value.List(list));

        Assert.Equal("{" + string.Join(", ", Enumerable.Range(0, 100_000)) + "}", literal);
    }
}
