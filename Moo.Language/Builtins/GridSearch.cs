using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>One search on a grid. Every step costs the same, diagonal ones, too.</summary>
internal sealed class GridSearch(Grid grid)
{
    private const int Nowhere = -1;

    private readonly int[] _cameFrom = new int[grid.Width * grid.Height];

    /// <summary>The tiles of the way that was found, without the start; null if there is none.</summary>
    public List<int>? Way { get; private set; }

    /// <summary>A* from tile to tile. What to return if the search must stop.</summary>
    /// <remarks>
    /// The guess is the number of steps without walls. Of equally good tiles the one farthest on its way is tried
    /// first.
    /// </remarks>
    public Value? FindWay(MooTask task, int start, int goal)
    {
        if (grid.IsSolid(goal)) return null;
        var cost = new int[_cameFrom.Length];
        Array.Fill(cost, int.MaxValue);
        cost[start] = 0;
        var open = new PriorityQueue<(int Place, int Cost), (int Total, int Left)>();
        open.Enqueue((start, 0), (Guess(start, goal), 0));
        Span<int> neighbours = stackalloc int[8];
        while (open.TryDequeue(out var at, out _))
        {
            if (at.Cost > cost[at.Place]) continue; // a shorter way to it was found meanwhile
            if (grid.Visit(task) is { } stopped) return stopped;
            if (at.Place == goal)
            {
                Way = Trace(start, goal);
                return null;
            }
            var next = at.Cost + 1;
            foreach (var place in neighbours[..grid.Neighbours(at.Place, neighbours)])
            {
                if (next >= cost[place]) continue;
                cost[place] = next;
                _cameFrom[place] = at.Place;
                var left = Guess(place, goal);
                open.Enqueue((place, next), (next + left, left));
            }
        }
        return null;
    }

    private int Guess(int from, int to)
    {
        var x = Math.Abs(from % grid.Width - to % grid.Width);
        var y = Math.Abs(from / grid.Width - to / grid.Width);
        return grid.HasDiagonals ? Math.Max(x, y) : x + y;
    }

    private List<int> Trace(int start, int goal)
    {
        var way = new List<int>();
        for (var place = goal; place != start; place = _cameFrom[place]) way.Add(place);
        way.Reverse();
        return way;
    }

    /// <summary>The way as <c>{{x, y}, …}</c>.</summary>
    public MooList WayAsList()
    {
        var points = Way!.Select(place => grid.Point(place)).ToArray();
        return MooList.FromOwned(points, points.Length);
    }

    /// <summary>All tiles that can be reached, the start first. What to return if the search must stop.</summary>
    public Value? Spread(MooTask task, int start, out List<int> region)
    {
        const int bytesPerPoint = 80;
        region = [start];
        Array.Fill(_cameFrom, Nowhere);
        _cameFrom[start] = start;
        Span<int> neighbours = stackalloc int[8];
        for (var i = 0; i < region.Count; i++)
        {
            if (grid.Visit(task) is { } stopped) return stopped;
            if (region.Count > task.Limits.MaxListBytes / bytesPerPoint)
                return task.RaiseQuota(default, "a list may take {0} bytes", task.Limits.MaxListBytes);
            foreach (var place in neighbours[..grid.Neighbours(region[i], neighbours)])
            {
                if (_cameFrom[place] != Nowhere) continue;
                _cameFrom[place] = region[i];
                region.Add(place);
            }
        }
        return null;
    }
}
