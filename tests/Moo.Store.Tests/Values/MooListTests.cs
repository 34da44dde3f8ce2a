using Moo.Store.Values;

namespace Moo.Store.Tests.Values;

public sealed class MooListTests
{
    [Fact]
    public void Random_changes_agree_with_a_plain_list_and_older_versions_never_change()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            // Every version ever made is kept, and all are looked at again in the end.
            var versions = new List<(MooList List, List<int> Expected)> { (MooList.Empty, []) };
            for (var step = 0; step < 250; step++)
            {
                var (list, expected) = versions[Math.Max(0, versions.Count - 1 - random.Next(4))];
                versions.Add(Change(random, list, expected, versions));
            }
            foreach (var (list, expected) in versions) AssertSame(expected, list);
        }
    }

    private static (MooList, List<int>) Change(Random random, MooList list, List<int> expected, List<(MooList List, List<int> Expected)> all)
    {
        var item = random.Next(1000);
        var place = random.Next(expected.Count + 1);
        var isEmpty = expected.Count == 0;
        switch (random.Next(9))
        {
            case 0 when !isEmpty && place < expected.Count:
                return (list.SetItem(place, Value.Int(item)), [.. expected[..place], item, .. expected[(place + 1)..]]);
            case 1 when !isEmpty && place < expected.Count:
                return (list.RemoveAt(place), [.. expected[..place], .. expected[(place + 1)..]]);
            case 2:
                return (list.Insert(place, Value.Int(item)), [.. expected[..place], item, .. expected[place..]]);
            case 3:
                var count = random.Next(expected.Count - place + 1);
                return (list.Slice(place, count), expected.GetRange(place, count));
            case 4:
                var (other, otherExpected) = all[random.Next(all.Count)];
                if (otherExpected.Count + expected.Count > 3000) return (MooList.Empty, []);
                return (list.AppendRange(other), [.. expected, .. otherExpected]);
            case 5:
                var gone = random.Next(Math.Min(5, expected.Count - place) + 1);
                var with = MooList.Of(Value.Int(item), Value.Int(item + 1));
                return (list.ReplaceRange(place, gone, with), [.. expected[..place], item, item + 1, .. expected[(place + gone)..]]);
            case 6:
                return (list.Compact(), [.. expected]);
            default:
                return (list.Append(Value.Int(item)), [.. expected, item]);
        }
    }

    private static void AssertSame(List<int> expected, MooList list)
    {
        Assert.Equal(expected.Select(n => (long)n), list.Select(v => v.AsInt));
        Assert.Equal(expected.Count, list.Count);
        Assert.Equal(MooList.Of([.. expected.Select(n => Value.Int(n))]).Bytes, list.Bytes);
        Assert.Equal(list.ToArray(), list.AsSpan().ToArray());
    }

    [Fact]
    public void Sizes_are_kept_right_for_elements_of_every_size()
    {
        var list = MooList.Of(Value.Str("abc"), Value.List(Value.Int(1)), Value.Int(2));

        MooList[] made =
        [
            list.Append(Value.Str("xyz")), list.SetItem(1, Value.Int(0)), list.RemoveAt(1), list.Insert(1, Value.Str("q")), list.Slice(0, 2),
            list.Slice(2, 1), list.AppendRange(list), list.ReplaceRange(0, 1, MooList.Of(Value.Str("long enough"))),
            list.SetItemInPlace(0, Value.Str("longer"), new object()),
        ];

        Assert.All(made, m => Assert.Equal(MooList.Of(m.AsSpan()).Bytes, m.Bytes));
        Assert.All(made, m => Assert.InRange(m.Depth, MooList.Of(m.AsSpan()).Depth, 2));
    }

    [Fact]
    public void Large_lists_change_in_chunks_and_go_on_growing()
    {
        var list = MooList.FromOwned([.. Enumerable.Range(0, 1000).Select(n => Value.Int(n))], 1000);

        var changed = list.SetItem(500, Value.Int(-1));
        var grown = changed;
        for (var i = 0; i < 400; i++) grown = grown.Append(Value.Int(1000 + i));
        var other = changed.Append(Value.Int(-2));
        var changedAgain = grown.SetItem(1399, Value.Int(-3));

        Assert.Equal(500, list[500].AsInt);
        Assert.Equal(-1, changed[500].AsInt);
        Assert.Equal(Enumerable.Range(1000, 400).Select(n => (long)n), grown.Skip(1000).Select(v => v.AsInt));
        Assert.Equal(-2, other[1000].AsInt);
        Assert.Equal((1399, -3), (grown[1399].AsInt, changedAgain[1399].AsInt));
    }

    [Fact]
    public void Two_lists_that_grow_from_one_do_not_see_each_other()
    {
        var stem = MooList.Empty;
        for (var i = 0; i < 20; i++) stem = stem.Append(Value.Int(i));

        var left = stem.Append(Value.Int(100)).Append(Value.Int(101));
        var right = stem.Append(Value.Int(200)).AppendRange(MooList.Of(Value.Int(201), Value.Int(202)));

        Assert.Equal([100, 101], left.Skip(20).Select(v => v.AsInt));
        Assert.Equal([200, 201, 202], right.Skip(20).Select(v => v.AsInt));
    }

    [Fact]
    public async Task Threads_that_append_to_one_list_never_share_a_place()
    {
        var stem = MooList.Empty.Append(Value.Int(0));
        for (var round = 0; round < 200; round++)
        {
            using var start = new Barrier(2);
            var grown = await Task.WhenAll(Enumerable.Range(1, 2).Select(id => Task.Run(() =>
            {
                start.SignalAndWait();
                var list = stem;
                for (var i = 0; i < 50; i++) list = list.Append(Value.Int(id * 1000 + i));
                return list;
            })));

            for (var id = 1; id <= 2; id++)
                Assert.Equal(Enumerable.Range(id * 1000, 50).Select(n => (long)n), grown[id - 1].Skip(1).Select(v => v.AsInt));
        }
    }

    [Fact]
    public void Appending_in_a_loop_is_linear()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var list = MooList.Empty;
        for (var i = 0; i < 20_000; i++) list = list.Append(Value.Int(i));

        // Copying the list each time would take three gigabytes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000 * 200);
    }

    [Fact]
    public void The_owner_of_a_list_changes_it_in_place_and_nobody_else_does()
    {
        var owner = new object();
        var list = MooList.Of(Value.Int(1), Value.Int(2));

        var owned = list.SetItemInPlace(0, Value.Int(10), owner);
        var same = owned.SetItemInPlace(1, Value.Str("two"), owner);
        var strangers = owned.SetItemInPlace(0, Value.Int(99), new object());
        owned.Disown();
        var afterwards = owned.SetItemInPlace(0, Value.Int(50), owner);

        Assert.Same(owned, same);
        Assert.Equal("{1, 2}", Value.List(list).ToString());
        Assert.Equal("{10, \"two\"}", Value.List(owned).ToString());
        Assert.Equal("{99, \"two\"}", Value.List(strangers).ToString());
        Assert.Equal("{50, \"two\"}", Value.List(afterwards).ToString());
    }

    [Fact]
    public void A_slice_or_a_longer_list_made_of_an_owned_one_does_not_follow_its_changes()
    {
        var owner = new object();
        var owned = MooList.FromOwned([.. Enumerable.Range(0, 20).Select(n => Value.Int(n))], 20).SetItemInPlace(0, Value.Int(0), owner);

        var longer = owned.Append(Value.Int(20));
        var slice = owned.Slice(0, 15);
        var changed = owned.SetItemInPlace(5, Value.Int(-5), owner);

        Assert.Equal((5, 5, -5), (longer[5].AsInt, slice[5].AsInt, changed[5].AsInt));
    }

    [Theory, InlineData(-1), InlineData(3)]
    public void Positions_outside_are_refused(int index)
    {
        var list = MooList.Of(Value.Int(1), Value.Int(2), Value.Int(3));

        Assert.Throws<ArgumentOutOfRangeException>(() => list[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list.SetItem(index, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Slice(index, 1));
    }
}
