using System.Text.Json;
using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class ValueJsonTests
{
    public static TheoryData<Value, string> Forms => new()
    {
        { Value.Int(long.MinValue), "-9223372036854775808" },
        { Value.Str("x"), "\"x\"" },
        { Value.Bool(true), "true" },
        { Value.Clear, "null" },
        { Value.Unset, """{"unset":true}""" },
        { Value.Obj(12), """{"obj":12}""" },
        { Value.Float(1.5), """{"float":"1.5"}""" },
        { Value.Float(-0.0), """{"float":"-0.0"}""" },
        { Value.Err(ErrorCode.E_PERM), """{"err":"E_PERM"}""" },
        { Value.Of(MooError.Of(ErrorCode.Find("E_MINE")!, "mine")), """{"err":"E_MINE","message":"mine"}""" },
        { Value.Of(MooError.Of(ErrorCode.E_PERM, null, Value.Int(7))), """{"err":"E_PERM","value":7}""" },
        { Value.Of(MooError.Of(ErrorCode.E_PERM, "", Value.List())), """{"err":"E_PERM","message":"","value":[]}""" },
        { Value.List(Value.Int(1), Value.List()), "[1,[]]" },
        { Value.Of(MooMap.Empty), """{"map":[]}""" },
        { Value.Of(MooMap.Empty.Set(Value.Int(1), Value.Of(MooMap.Empty))), """{"map":[[1,{"map":[]}]]}""" },
        { Value.Of(new MooSymbol("s")), """{"sym":"s"}""" },
        { Value.Of(new MooBinary([0, 255])), """{"bin":"AP8="}""" },
        { Value.Of(new MooAnonymous(new ObjectId(-9))), """{"anon":-9}""" },
        { Value.Of(new MooWaif(new ObjectId(-9), new ObjectId(4), new ObjectId(2))), """{"waif":-9,"class":4,"owner":2}""" },
        {
            Value.Of(new MooLambda("{x} => x + y", MooMap.Empty.Set(Value.Str("y"), Value.Int(1)), new ObjectId(5))),
            """{"lambda":"{x} => x + y","captured":[["y",1]],"programmer":5}"""
        },
        {
            Value.Of(new MooFlyweight(new ObjectId(3), MooMap.Empty.Set(Value.Of(new MooSymbol("a")), Value.Int(1)), MooList.Of(Value.Int(2)))),
            """{"flyweight":3,"slots":[[{"sym":"a"},1]],"contents":[2]}"""
        },
    };

    [Theory, MemberData(nameof(Forms))]
    public void Every_kind_has_its_form_and_comes_back(Value value, string json)
    {
        Assert.Equal(json, ValueJson.ToText(value));
        AssertSame(value, ValueJson.FromText(json));
    }

    [Fact]
    public void Hostile_strings_come_back()
    {
        string[] texts =
        [
            "", "\"", "\\", "\\u0041", "\0", "a\0b", "\x01\x1f\x7f\u0080\u009f", "\u2028\u2029", "</script>", "\uFEFF", "\uFFFE\uFFFF", "😀", "{\"obj\":1}",
            "null", "'; drop table object; --", "\r\n\t", "␀0", new string('x', 100_000), string.Concat(Enumerable.Range(1, 0xD7FF).Select(c => (char)c)),
        ];

        foreach (var text in texts) Assert.Equal(text, ValueJson.FromText(ValueJson.ToText(Value.Str(text))).AsStr);
    }

    [Fact]
    public void Random_values_come_back_and_their_json_is_json()
    {
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var value = RandomValue.Make(random, depth: 4);
            var json = ValueJson.ToText(value);

            using var document = JsonDocument.Parse(json);
            AssertSame(value, ValueJson.FromText(json));
        }
    }

    [Fact]
    public void Values_nested_as_deeply_as_may_be_come_back()
    {
        var (list, map) = (Value.Int(1), Value.Int(1));
        for (var i = 0; i < ValueJson.DeepestValue; i++)
        {
            list = Value.List(list);
            map = Value.Of(MooMap.Empty.Set(Value.Int(1), map));
        }

        AssertSame(list, ValueJson.FromText(ValueJson.ToText(list)));
        AssertSame(map, ValueJson.FromText(ValueJson.ToText(map)));
    }

    [Theory]
    [InlineData("{\"what\":1}"), InlineData("[1"), InlineData("1.5"), InlineData("{}"), InlineData("{\"map\":[[1]]}"), InlineData("{\"obj\":1,\"x\":2}")]
    [InlineData("{\"waif\":1}"), InlineData("99999999999999999999"), InlineData(""), InlineData("{\"float\":\"x\"}"), InlineData("{\"obj\":\"1\"}")]
    public void Other_json_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => ValueJson.FromText(json));

    [Fact]
    public void Chunked_lists_and_shared_tails_are_written_as_they_are()
    {
        var chunked = MooList.FromOwned([.. Enumerable.Range(0, 2000).Select(n => Value.Int(n))], 2000).SetItem(1500, Value.Int(-1)).Append(Value.Int(5));

        AssertSame(Value.List(chunked), ValueJson.FromText(ValueJson.ToText(Value.List(chunked))));
    }

    private static void AssertSame(Value expected, Value actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.True(ValueComparison.AreEqual(expected, actual, matchCase: true) || expected.Kind is ValueKind.Clear or ValueKind.Unset);
        if (!expected.TryErr(out var error)) return;
        Assert.Equal((error.HasMessage, error.Message), (actual.AsErr.HasMessage, actual.AsErr.Message));
        AssertSame(error.Value, actual.AsErr.Value);
    }
}
