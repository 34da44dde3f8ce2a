using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class MooMapTests
{
    private sealed class KeyOrder : IComparer<Value>
    {
        public int Compare(Value x, Value y) => ValueComparison.CompareKeys(x, y);
    }

    [Fact]
    public void Random_changes_agree_with_a_sorted_dictionary_and_older_versions_never_change()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var reference = new SortedDictionary<Value, Value>(new KeyOrder());
            var map = MooMap.Empty;
            var kept = new List<(MooMap Map, KeyValuePair<Value, Value>[] Expected)>();
            for (var step = 0; step < 1500; step++)
            {
                var key = Key(random, seed % 2 == 0 ? 2000 : 60);
                if (random.Next(3) == 0)
                {
                    reference.Remove(key);
                    map = map.Remove(key);
                }
                else
                {
                    reference[key] = Value.Int(step);
                    map = map.Set(key, Value.Int(step));
                }
                Assert.Equal(reference.TryGetValue(key, out var expected), map.TryGet(key, out var found));
                Assert.Equal(expected, found);
                if (step % 100 == 0) kept.Add((map, [.. reference]));
            }
            foreach (var (version, expected) in kept) AssertSame(expected, version);
        }
    }

    private static Value Key(Random random, int range)
    {
        var number = random.Next(range);
        return random.Next(5) switch
        {
            0 => Value.Obj(number),
            1 => Value.Str((random.Next(2) == 0 ? "Key" : "kEY") + number),
            2 => Value.Float(number / 4.0),
            3 => Value.Err(ErrorCode.BuiltIn[number % ErrorCode.BuiltIn.Count]),
            _ => Value.Int(number),
        };
    }

    private static void AssertSame(KeyValuePair<Value, Value>[] expected, MooMap map)
    {
        var entries = new List<KeyValuePair<Value, Value>>();
        foreach (var entry in map) entries.Add(entry);
        Assert.Equal(expected, entries);
        Assert.Equal(expected.Length, map.Count);
        Assert.Equal(MooMap.Of(expected).Bytes, map.Bytes);
        for (var rank = 0; rank < expected.Length; rank += 17)
        {
            Assert.Equal(expected[rank], map.EntryAt(rank));
            Assert.Equal(rank, map.RankOf(expected[rank].Key));
        }
        Assert.Equal(expected.Select(e => e.Key), map.Keys());
        Assert.Equal(expected.Select(e => e.Value), map.Values());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(40, 20)]
    [InlineData(3000, 900)]
    public void Pairs_in_a_row_make_the_map_that_setting_them_makes(int count, int range)
    {
        var random = new Random(count);
        var pairs = new List<Value>();
        var expected = MooMap.Empty;
        for (var i = 0; i < count; i++)
        {
            var key = Key(random, range);
            pairs.AddRange(key, Value.Int(i));
            expected = expected.Set(key, Value.Int(i));
        }

        var map = MooMap.OfPairs([.. pairs]);

        Assert.Equal(Value.Of(expected).ToString(), Value.Of(map).ToString());
        Assert.Equal(expected.Bytes, map.Bytes);
        Assert.Equal(expected.Depth, map.Depth);
    }

    [Fact]
    public void Keys_ignore_case_and_keep_their_first_spelling()
    {
        var map = MooMap.Empty.Set(Value.Str("Colour"), Value.Int(1)).Set(Value.Str("COLOUR"), Value.Int(2));

        Assert.Equal("[\"Colour\" -> 2]", Value.Of(map).ToString());
        Assert.True(map.TryGet(Value.Str("colour"), out _));
        Assert.False(map.TryGet(Value.Str("colour"), out _, matchCase: true));
        Assert.True(map.TryGet(Value.Str("Colour"), out _, matchCase: true));
    }

    [Fact]
    public void Keys_stand_in_the_order_of_ToastStunt()
    {
        var keys = new[]
        {
            Value.Str("b"), Value.Str("A"), Value.Err(ErrorCode.E_PERM), Value.Float(1.5), Value.Obj(3), Value.Obj(-1), Value.Int(7), Value.Int(-7),
        };

        var map = MooMap.Of(keys.Select(k => KeyValuePair.Create(k, Value.Int(0))));

        Assert.Equal("{-7, 7, #-1, #3, 1.5, E_PERM, \"A\", \"b\"}", Value.List(map.Keys()).ToString());
    }

    [Fact]
    public void Removing_the_last_key_gives_the_empty_map_and_a_missing_one_changes_nothing()
    {
        var map = MooMap.Empty.Set(Value.Int(1), Value.Int(2));

        Assert.Same(MooMap.Empty, map.Remove(Value.Int(1)));
        Assert.Same(map, map.Remove(Value.Int(2)));
    }

    [Fact]
    public void Filling_a_large_map_in_any_order_stays_cheap()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var map = MooMap.Empty;
        for (var i = 0; i < 20_000; i++) map = map.Set(Value.Int(i * 7919L % 20_000), Value.Int(i));

        // Copying all entries each time would take six gigabytes.
        Assert.Equal(20_000, map.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000L * 12_000);
    }
}
