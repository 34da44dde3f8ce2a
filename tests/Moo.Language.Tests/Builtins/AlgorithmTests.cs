using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class AlgorithmTests
{
    [Fact]
    public void Ways_through_random_grids_are_the_shortest_and_touch_no_walls()
    {
        using var moo = new TestMoo();
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var (width, height) = (random.Next(1, 12), random.Next(1, 12));
            var walls = Enumerable.Range(0, width * height).Select(_ => random.Next(100) < 30).ToArray();
            var (start, goal) = (random.Next(walls.Length), random.Next(walls.Length));
            var hasDiagonals = seed % 2 == 0;
            var expected = ShortestWay(walls, width, start, goal, hasDiagonals);

            var way = moo.Run($"""
                return grid_astar({width}, {height}, {start % width}, {start / width}, {goal % width}, {goal / width},
                  {Literal.Of(Value.List([.. walls.Select(wall => Value.Int(wall ? 9 : 1))]))}, [9 -> 9][9] ? {"{9}"} | {"{}"},
                  ['directions -> {(hasDiagonals ? 8 : 4)}, 'return -> 'detail]);
                """).AsMap;

            Assert.Equal(expected, way.TryGet(Value.Of(new MooSymbol("cost")), out var cost) ? cost.AsInt : -2);
            var at = start;
            foreach (var step in way.TryGet(Value.Of(new MooSymbol("path")), out var path) ? path.AsList : MooList.Empty)
            {
                var next = (int)(step.AsList[0].AsInt + step.AsList[1].AsInt * width);
                Assert.Contains(next, Neighbours(walls, width, at, hasDiagonals));
                at = next;
            }
            if (expected > 0) Assert.Equal(goal, at);
        }
    }

    private static int ShortestWay(bool[] walls, int width, int start, int goal, bool hasDiagonals)
    {
        if (walls[goal]) return -1;
        var distance = new Dictionary<int, int> { [start] = 0 };
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var at))
        {
            if (at == goal) return distance[at];
            foreach (var next in Neighbours(walls, width, at, hasDiagonals))
                if (distance.TryAdd(next, distance[at] + 1)) queue.Enqueue(next);
        }
        return -1;
    }

    private static IEnumerable<int> Neighbours(bool[] walls, int width, int place, bool hasDiagonals)
    {
        var (x, y) = (place % width, place / width);
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                if (dx == 0 && dy == 0 || !IsOpen(x + dx, y + dy)) continue;
                if (dx != 0 && dy != 0 && (!hasDiagonals || !IsOpen(x + dx, y) || !IsOpen(x, y + dy))) continue;
                yield return place + dx + dy * width;
            }
        }

        bool IsOpen(int x, int y) => x >= 0 && x < width && y >= 0 && y < walls.Length / width && !walls[x + y * width];
    }

    [Fact]
    public void Nodes_with_numbers_chosen_to_collide_are_found_as_fast_as_others()
    {
        using var moo = new TestMoo();

        // The .NET hash of all these numbers is 0.
        var result = moo.Run("""
            edges = {};
            for i in [1..8000]
              edges = {@edges, {i << 32 |. i, i + 1 << 32 |. i + 1}};
            endfor
            return length(graph_reachable(edges, 1 << 32 |. 1));
            """);

        Assert.Equal("8000", result.ToString());
    }

    [Theory]
    [InlineData("term_normalize({'var, 'A1}, b, ['max_depth -> 500])")]
    [InlineData("term_query({'A1, 1}, {{'A30, {'var, 'X}}}, rules)")]
    [InlineData("term_query({'A1, {'var, 'X}}, {{'A30, {'var, 'X}}}, rules, [], ['dedupe -> 0])")]
    public void Terms_that_double_with_every_step_end_the_task_and_not_the_server(string expression)
    {
        // Without seconds that pass: ticks and sizes alone must end it.
        using var moo = new TestMoo(time: new StandingTime());

        var result = moo.Run($$$"""
            b = [];
            names = {'A1, 'A2, 'A3, 'A4, 'A5, 'A6, 'A7, 'A8, 'A9, 'A10, 'A11, 'A12, 'A13, 'A14, 'A15, 'A16, 'A17, 'A18, 'A19, 'A20,
              'A21, 'A22, 'A23, 'A24, 'A25, 'A26, 'A27, 'A28, 'A29, 'A30, 'A31, 'A32, 'A33, 'A34, 'A35, 'A36, 'A37, 'A38, 'A39, 'A40};
            rules = {};
            for i in [1..39]
              b[names[i]] = {{{"{{'var, names[i + 1]}, {'var, names[i + 1]}}"}}};
              rules = {@rules, {{{"{{names[i], {'var, 'X}}, {{names[i + 1], {{'var, 'X}, {'var, 'X}}}}}"}}}};
            endfor
            return length({{{expression}}});
            """);

        Assert.True(result.IsInt || result.AsStr.Contains("ticks", StringComparison.Ordinal) || result.AsStr.Contains("Resource limit", StringComparison.Ordinal),
            result.ToString());
    }

    [Fact]
    public void A_term_that_grows_with_every_fact_does_not_exhaust_the_stack()
    {
        using var moo = new TestMoo();

        var result = moo.Run("""
            deep = {'var, 'X};
            for i in [1..300]
              deep = {deep};
            endfor
            rules = {{{'grow, deep}, {{'grow, {'var, 'X}}}}};
            return `term_query({'grow, {'var, 'Q}}, {{'grow, 1}}, rules, [], ['max_depth -> 100000, 'max_bindings -> 100000, 'dedupe -> 0]) ! E_MAXREC => "stopped"';
            """);

        Assert.Equal("\"stopped\"", result.ToString());
    }

    [Fact]
    public void Differences_of_long_lists_stay_bounded()
    {
        using var moo = new TestMoo();

        var result = moo.Run("""
            a = {i % 7 for i in [1..2000]};
            b = {i % 5 for i in [1..1999]};
            d = value_diff(a, b);
            e = `value_diff(a, b, ["max_lcs_cells" -> 4000000]) ! ANY';
            return {d["changes"][1]["op"], e["kind"]};
            """);

        Assert.Equal("{\"replace_range\", \"list\"}", result.ToString());
    }
}
