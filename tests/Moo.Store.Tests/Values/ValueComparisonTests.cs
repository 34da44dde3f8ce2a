using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class ValueComparisonTests
{
    private static readonly Value[] Samples =
    [
        Value.Int(0), Value.Int(1), Value.Int(long.MinValue), Value.Obj(0), Value.Obj(1), Value.Float(0.0), Value.Float(-0.0), Value.Float(1), Value.Bool(true),
        Value.Bool(false), Value.Str(""), Value.Str("a"), Value.Str("A"), Value.Str("b"), Value.Err(ErrorCode.E_PERM), Value.Err(ErrorCode.E_NONE),
        Value.Of(MooError.Of(ErrorCode.E_PERM, "no", Value.Int(3))), Value.List(), Value.List(Value.Int(1)), Value.List(Value.Bool(true)), Value.List(Value.Str("A")),
        Value.List(Value.Str("a")), Value.Of(MooMap.Empty), Value.Of(MooMap.Empty.Set(Value.Str("K"), Value.Int(1))),
        Value.Of(MooMap.Empty.Set(Value.Str("k"), Value.Int(1))), Value.Of(new MooSymbol("a")), Value.Of(new MooSymbol("A")), Value.Of(new MooBinary([1, 2])),
        Value.Of(new MooBinary([1, 2])), Value.Of(new MooBinary([])), Value.Of(new MooAnonymous(HiddenId)), Value.Of(new MooWaif(HiddenId, ObjectId.System, ObjectId.System)),
        Value.Of(new MooFlyweight(ObjectId.System, MooMap.Empty, MooList.Empty)),
    ];

    private static ObjectId HiddenId => Moo.Store.Worlds.HiddenIds.FromIndex(1);

    [Fact]
    public void Equal_values_have_equal_hashes_and_equality_goes_both_ways()
    {
        foreach (var left in Samples)
        {
            Assert.True(left.Equals(left));
            foreach (var right in Samples)
            {
                Assert.Equal(left == right, right == left);
                if (left == right) Assert.Equal(left.GetHashCode(), right.GetHashCode());
                if (ValueComparison.AreEqual(left, right, matchCase: true)) Assert.Equal(left, right);
            }
        }
    }

    [Theory]
    [InlineData(1, 8, true), InlineData(0, 9, true), InlineData(1, 3, false), InlineData(5, 6, true), InlineData(11, 12, true), InlineData(14, 16, true)]
    [InlineData(20, 21, true), InlineData(23, 24, true), InlineData(11, 25, false)]
    public void Some_pairs(int left, int right, bool areEqual) => Assert.Equal(areEqual, Samples[left] == Samples[right]);

    [Fact]
    public void Case_matters_where_it_is_asked_for()
    {
        Assert.True(ValueComparison.AreEqual(Value.List(Value.Str("A")), Value.List(Value.Str("a")), matchCase: false));
        Assert.False(ValueComparison.AreEqual(Value.List(Value.Str("A")), Value.List(Value.Str("a")), matchCase: true));
    }

    [Fact]
    public void The_order_of_keys_is_total()
    {
        var keys = Samples.Where(MooMap.IsKey).ToList();
        foreach (var a in keys)
        {
            foreach (var b in keys)
            {
                Assert.Equal(Math.Sign(ValueComparison.CompareKeys(a, b)), -Math.Sign(ValueComparison.CompareKeys(b, a)));
                foreach (var c in keys)
                {
                    if (ValueComparison.CompareKeys(a, b) <= 0 && ValueComparison.CompareKeys(b, c) <= 0)
                        Assert.True(ValueComparison.CompareKeys(a, c) <= 0, $"{a} {b} {c}");
                }
            }
        }
    }

    [Fact]
    public void Only_scalars_of_one_kind_have_an_order()
    {
        Assert.True(ValueComparison.AreOrdered(Value.Int(1), Value.Int(2)));
        Assert.False(ValueComparison.AreOrdered(Value.Int(1), Value.Float(2)));
        Assert.False(ValueComparison.AreOrdered(Value.List(), Value.List()));
    }

    [Theory]
    [InlineData(0, false), InlineData(1, true), InlineData(3, false), InlineData(5, false), InlineData(6, false), InlineData(7, true), InlineData(8, true)]
    [InlineData(9, false), InlineData(10, false), InlineData(11, true), InlineData(14, false), InlineData(17, false), InlineData(18, true), InlineData(22, false)]
    [InlineData(23, true), InlineData(30, false), InlineData(31, false)]
    public void Truth_is_what_if_sees(int sample, bool isTrue) => Assert.Equal(isTrue, Samples[sample].IsTrue);

    [Fact]
    public void The_default_value_is_the_integer_0() => Assert.Equal((ValueKind.Int, 0L), (default(Value).Kind, default(Value).AsInt));
}
