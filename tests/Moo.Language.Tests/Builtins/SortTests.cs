using Moo.Language.Builtins;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class SortTests
{
    [Fact]
    public void Sorting_agrees_with_Linq_and_is_stable()
    {
        using var moo = new TestMoo();
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(seed < 50 ? 40 : 3000);
            var kind = seed % 5;
            var keys = Enumerable.Range(0, count).Select(_ => Key(random, kind, range: seed % 2 == 0 ? 10 : 100_000)).ToArray();
            var expected = keys.Select((key, i) => (key, i)).OrderBy(each => each.key, new Order()).Select(each => Value.Int(each.i)).ToArray();

            var sorted = Sort(moo, "sort(LIST_OF[1], LIST_OF[2])", [.. Enumerable.Range(0, count).Select(i => Value.Int(i))], keys);
            var alone = Sort(moo, "sort(LIST_OF[2])", [], keys);
            var turned = Sort(moo, "sort(LIST_OF[1], LIST_OF[2], 0, 1)", [.. Enumerable.Range(0, count).Select(i => Value.Int(i))], keys);

            Assert.Equal(expected, sorted);
            Assert.Equal(keys.Order(new Order()).Select(Exact), alone.Select(Exact));
            Assert.Equal(expected.Reverse(), turned);
        }
    }

    private static string Exact(Value value) => Literal.Of(value, exactFloats: true).ToLowerInvariant();

    private static Value Key(Random random, int kind, int range) => kind switch
    {
        0 => Value.Int(random.Next(-range, range)),
        1 => Value.Float(random.Next(range) / 8.0),
        2 => Value.Str((random.Next(2) == 0 ? "Key" : "kEY") + random.Next(range)),
        3 => Value.Obj(random.Next(range)),
        _ => Value.Err(ErrorCode.BuiltIn[random.Next(ErrorCode.BuiltIn.Count)]),
    };

    private static MooList Sort(TestMoo moo, string expression, Value[] items, Value[] keys)
    {
        // Literals would take a long time to compile: the lists come in through a property.
        var lists = Value.List(Value.List(MooList.FromOwned(items, items.Length)), Value.List(MooList.FromOwned(keys, keys.Length)));
        return moo.Run($"LIST_OF = {Literal.Of(lists, exactFloats: true)}; return {expression};").AsList;
    }

    private sealed class Order : IComparer<Value>
    {
        public int Compare(Value x, Value y) => ValueComparison.Compare(x, y);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "a", -1)]
    [InlineData("x2", "x11", -1)]
    [InlineData("x02", "x1", -1)]
    [InlineData("x002", "x01", -1)]
    [InlineData("X2", "x2", 0)]
    [InlineData("a 1", "a1", 0)]
    [InlineData(" a", "a", 0)]
    [InlineData("a", "a1", -1)]
    [InlineData("1.5", "1.10", -1)]
    [InlineData("1.05", "1.1", -1)]
    [InlineData("99999999999999999999", "100000000000000000000", -1)]
    [InlineData("日2", "日11", -1)]
    public void Natural_order_takes_digits_for_numbers(string left, string right, int expected)
    {
        Assert.Equal(expected, Math.Sign(NaturalOrder.Compare(left, right)));
        Assert.Equal(-expected, Math.Sign(NaturalOrder.Compare(right, left)));
    }

    [Theory]
    [InlineData("sort(l, {}, 1)")]
    [InlineData("sort(l)")]
    public void Long_texts_that_differ_at_their_ends_cost_ticks(string expression)
    {
        using var moo = new TestMoo();

        var result = moo.Run($$"""
            s = "0123456789";
            for i in [1..16]
              s = s + s;
            endfor
            l = {};
            for i in [1..60]
              l = {@l, s + tostr(random(1000))};
            endfor
            before = ticks_left();
            x = {{expression}};
            return before - ticks_left();
            """);

        // Sixty texts of 640 kB: some hundred comparisons of that length are worth thousands of ticks.
        Assert.InRange(result.AsInt, 3_000, 60_000);
    }

    [Fact]
    public void Short_lists_cost_next_to_nothing()
    {
        using var moo = new TestMoo();

        var result = moo.Run("l = {random(1000) for i in [1..200]}; before = ticks_left(); sort(l); return before - ticks_left();");

        Assert.InRange(result.AsInt, 0, 10);
    }

    [Fact]
    public void A_sort_that_takes_too_long_ends_the_task()
    {
        using var moo = new TestMoo();

        var result = moo.Run("""
            l = {i * 7919 % 100003 for i in [1..10000]};
            while (1)
              sort(l, reverse(l));
            endwhile
            """);

        Assert.Contains("ran out of ticks", result.AsStr, StringComparison.Ordinal);
    }
}
