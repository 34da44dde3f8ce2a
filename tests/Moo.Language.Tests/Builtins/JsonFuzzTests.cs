using System.Text;
using System.Text.Json;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class JsonFuzzTests
{
    private const string Pieces = "{}[]\",:.-+eEtruefalsn0123456789\\u/b \n\u0001é日";

    /// <summary>Whatever the text: a value, or E_INVARG; and a value exactly where .NET's own reader finds one.</summary>
    [Fact]
    public void Any_text_is_read_or_refused_as_the_standard_says()
    {
        using var moo = new TestMoo();
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var texts = Enumerable.Range(0, 25).Select(_ => round % 2 == 0 ? Noise(random) : Mutated(random)).ToArray();

            var results = moo.Run($"return {{`parse_json(s) ! E_INVARG => 'no' for s in ({Literal.Of(Value.List(MooList.OfStrings(texts)))})}};").AsList;

            for (var i = 0; i < texts.Length; i++)
            {
                var isRead = !results[i].Try<MooSymbol>(out _);
                Assert.True(isRead == IsJson(texts[i]), $"{(isRead ? "read" : "refused")}: {Literal.Of(Value.Str(texts[i]))}");
            }
        }
    }

    private static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Mutated(Random random)
    {
        var text = new StringBuilder("""{"a": [1, -2.5e3, "x\n\u00e9", null], "b": {"c": true, "d": false}, "e": "🐄"}""");
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            if (random.Next(2) == 0) text.Remove(at, 1);
            else text.Insert(at, Pieces[random.Next(Pieces.Length)]);
        }
        // Half a pair cannot stand in a string of MOO.
        return MooText.Repair(text.ToString());
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 2000 });
            return AreFinite(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Numbers too large for a float are the one thing that is JSON but no value.
    private static bool AreFinite(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => double.IsFinite(element.GetDouble()),
        JsonValueKind.Array => element.EnumerateArray().All(AreFinite),
        JsonValueKind.Object => element.EnumerateObject().All(property => AreFinite(property.Value)),
        _ => true,
    };

    [Fact]
    public void Random_values_survive_the_way_there_and_back()
    {
        using var moo = new TestMoo();
        for (var seed = 1; seed <= 300; seed++)
        {
            var value = RandomValue(new Random(seed), depth: 4);

            var result = moo.Run($"v = {Literal.Of(value, exactFloats: true)}; return parse_json(generate_json(v, \"embedded-types\"), \"embedded-types\");");

            Assert.Equal(Literal.Of(value, exactFloats: true), Literal.Of(result, exactFloats: true));
        }
    }

    private static Value RandomValue(Random random, int depth)
    {
        switch (random.Next(depth > 0 ? 11 : 8))
        {
            case 0:
                return Value.Int(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
            case 1:
                return Value.Float(random.NextDouble() * Math.Pow(10, random.Next(-300, 300)));
            case 2:
                return Value.Obj(random.Next(-5, 1000));
            case 3:
                return Value.Err(ErrorCode.BuiltIn[random.Next(ErrorCode.BuiltIn.Count)]);
            case 4:
                return Value.Bool(random.Next(2) == 0);
            case 5:
                return Value.Of(new MooSymbol("sym" + random.Next(100)));
            case 6 or 7:
                return Value.Str(RandomText(random));
            case 8 or 9:
                return Value.List([.. Enumerable.Range(0, random.Next(5)).Select(_ => RandomValue(random, depth - 1))]);
            default:
                var map = MooMap.Empty;
                for (var i = random.Next(5); i > 0; i--) map = map.Set(RandomValue(random, 0), RandomValue(random, depth - 1));
                return Value.Of(map);
        }
    }

    private static string RandomText(Random random) => string.Concat(Enumerable.Range(0, random.Next(10)).Select(_ => random.Next(8) switch
    {
        0 => "\"",
        1 => "\\",
        2 => "\n",
        3 => "🐄",
        4 => "|int",
        5 => ((char)random.Next(0x20)).ToString(),
        _ => ((char)random.Next(0x20, 0x500)).ToString(),
    }));

    [Theory]
    [InlineData("[", 998, true)]
    [InlineData("[", 999, true)]
    [InlineData("[", 1000, false)]
    [InlineData("{\"a\":", 999, true)]
    [InlineData("{\"a\":", 1000, false)]
    public void Nesting_ends_where_values_may_nest_no_deeper(string open, int depth, bool isRead)
    {
        using var moo = new TestMoo();
        var json = string.Concat(Enumerable.Repeat(open, depth)) + "1" + new string(open[0] == '[' ? ']' : '}', depth);

        var result = moo.Run($"return `typeof(parse_json({Literal.Of(Value.Str(json))})) ! E_INVARG => \"too deep\"';");

        Assert.Equal(isRead ? (open[0] == '[' ? "4" : "10") : "\"too deep\"", result.ToString());
    }

    [Fact]
    public void A_world_may_set_its_own_limit_for_nesting()
    {
        using var moo = new TestMoo();

        var result = moo.Run("""
            o = create(#-1);
            add_property(#0, "server_options", o, {player, "r"});
            add_property(o, "json_max_parse_depth", 2, {player, "r"});
            commit();
            return {parse_json("[[1]]"), `parse_json("[[[1]]]") ! E_INVARG => "too deep"'};
            """);

        Assert.Equal("{{{1}}, \"too deep\"}", result.ToString());
    }
}
