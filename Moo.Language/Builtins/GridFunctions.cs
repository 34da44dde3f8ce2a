using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Ways, lines and regions on maps of tiles (mooR).</summary>
/// <remarks>
/// Coordinates count from 0: <c>{0, 0}</c> is the tile at the top left. The tile at x, y is
/// <c>tiles[y * width + x + 1]</c>.
/// </remarks>
internal static class GridFunctions
{
    private const int PointsPerTick = 64;

    /// <summary>
    /// The shortest way between two tiles: a list of <c>{x, y}</c>, without the start; <c>{}</c> if there is none.
    /// </summary>
    /// <remarks>
    /// <paramref name="tiles"/> holds a number for each tile, row by row; those in <paramref name="solid"/> are walls.
    /// A step goes to any of the eight neighbours, but not diagonally past the corner of a wall. Options:
    /// <c>'directions</c> 4 or 8, <c>'corner_cutting</c>, <c>'max_nodes</c>, <c>'return</c>: <c>'path</c>, <c>'cost</c>
    /// (-1 if there is no way), or <c>'detail</c>, a map of <c>'path</c>, <c>'cost</c>, <c>'visited</c>, <c>'found</c>.
    /// </remarks>
    /// <example>grid_astar(3, 3, 0, 0, 2, 2, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {9}) => {{1, 1}, {2, 2}}</example>
    /// <example>grid_astar(3, 2, 0, 0, 2, 0, {1, 9, 1, 1, 1, 1}, {9}, ['return -> 'cost]) => 4</example>
    /// <exception cref="MooError">
    /// E_INVARG for tiles outside the grid and unknown options; E_MAXREC beyond <c>'max_nodes</c>; E_QUOTA for a huge
    /// grid.
    /// </exception>
    [Builtin("grid_astar")]
    public static Value AStar(MooTask task, long width, long height, long startX, long startY, long goalX, long goalY,
        MooList tiles, MooList solid, MooMap? options = null)
    {
        if (NamedOptions.Check(task, options, "directions", "corner_cutting", "return", "max_nodes") is { } unknown) return unknown;
        var wanted = "path";
        if (NamedOptions.ReadWord(task, options, "return", ref wanted, "path", "cost", "detail") is { } wrong) return wrong;
        if (Grid.TryRead(task, width, height, tiles, solid, out var grid) is { } noGrid) return noGrid;
        if (grid.TryReadOptions(task, options) is { } wrongOption) return wrongOption;
        var start = grid.PlaceOf(task, startX, startY, out var failure);
        if (start < 0) return failure;
        var goal = grid.PlaceOf(task, goalX, goalY, out failure);
        if (goal < 0) return failure;

        var search = new GridSearch(grid);
        if (search.FindWay(task, start, goal) is { } stopped) return stopped;
        var way = search.Way is null ? MooList.Empty : search.WayAsList();
        Value cost = Value.Int(search.Way?.Count ?? -1);
        return Quota.Check(task, wanted switch
        {
            "cost" => cost,
            "detail" => Value.Of(MooMap.Empty.Set(Symbol("path"), Value.List(way)).Set(Symbol("cost"), cost)
                .Set(Symbol("visited"), Value.Int(grid.Visited)).Set(Symbol("found"), Value.Truth(search.Way is not null))),
            _ => Value.List(way),
        });
    }

    private static Value Symbol(string name) => Value.Of(new MooSymbol(name));

    /// <summary>
    /// Every tile that can be reached from a tile, without it: a list of <c>{x, y}</c>, the nearest first.
    /// </summary>
    /// <remarks>
    /// The arguments and options are those of <c>grid_astar()</c>, without <c>'return</c>. From a wall nothing can be
    /// reached.
    /// </remarks>
    /// <example>grid_reachable(3, 1, 0, 0, {1, 1, 9}, {9}) => {{1, 0}}</example>
    /// <exception cref="MooError">As for <c>grid_astar()</c>.</exception>
    [Builtin("grid_reachable")]
    public static Value Reachable(MooTask task, long width, long height, long startX, long startY,
        MooList tiles, MooList solid, MooMap? options = null) =>
        Region(task, width, height, startX, startY, tiles, solid, options, withStart: false);

    /// <summary>
    /// Every tile that can be reached from a tile, and the tile itself: a list of <c>{x, y}</c>, the nearest first.
    /// </summary>
    /// <remarks>
    /// The arguments and options are those of <c>grid_astar()</c>, without <c>'return</c>. Flooding a wall gives
    /// <c>{}</c>.
    /// </remarks>
    /// <example>grid_flood(3, 1, 0, 0, {1, 1, 9}, {9}) => {{0, 0}, {1, 0}}</example>
    /// <exception cref="MooError">As for <c>grid_astar()</c>.</exception>
    [Builtin("grid_flood")]
    public static Value Flood(MooTask task, long width, long height, long startX, long startY,
        MooList tiles, MooList solid, MooMap? options = null) =>
        Region(task, width, height, startX, startY, tiles, solid, options, withStart: true);

    private static Value Region(MooTask task, long width, long height, long startX, long startY, MooList tiles, MooList solid,
        MooMap? options, bool withStart)
    {
        if (NamedOptions.Check(task, options, "directions", "corner_cutting", "max_nodes") is { } unknown) return unknown;
        if (Grid.TryRead(task, width, height, tiles, solid, out var grid) is { } noGrid) return noGrid;
        if (grid.TryReadOptions(task, options) is { } wrongOption) return wrongOption;
        var start = grid.PlaceOf(task, startX, startY, out var failure);
        if (start < 0) return failure;
        if (grid.IsSolid(start)) return Value.List(MooList.Empty);

        if (new GridSearch(grid).Spread(task, start, out var region) is { } stopped) return stopped;
        var points = new Value[region.Count];
        for (var i = 0; i < points.Length; i++) points[i] = grid.Point(region[i]);
        var all = MooList.FromOwned(points, points.Length);
        return Quota.Check(task, Value.List(withStart ? all : all.RemoveAt(0)));
    }

    /// <summary>The straight line between two tiles, both ends included: a list of <c>{x, y}</c>.</summary>
    /// <example>grid_line(5, 5, 0, 0, 4, 2) => {{0, 0}, {1, 1}, {2, 1}, {3, 2}, {4, 2}}</example>
    /// <exception cref="MooError">
    /// E_INVARG for a tile outside the grid; E_QUOTA for a line that is too long.
    /// </exception>
    [Builtin("grid_line")]
    public static Value Line(MooTask task, long width, long height, long x0, long y0, long x1, long y1)
    {
        const int bytesPerPoint = 80;
        if (CheckEnds(task, width, height, x0, y0, x1, y1) is { } outside) return outside;
        var length = Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)) + 1;
        if (length > task.Limits.MaxListBytes / bytesPerPoint)
            return task.RaiseQuota(default, "a list may take {0} bytes", task.Limits.MaxListBytes);
        var points = new Value[length];
        var line = new Bresenham(x0, y0, x1, y1);
        for (var i = 0; i < points.Length; i++, line.Step())
        {
            if (i % PointsPerTick == PointsPerTick - 1 && !task.Spend(1)) return Value.Failure;
            points[i] = Value.List(Value.Int(line.X), Value.Int(line.Y));
        }
        return Quota.Check(task, Value.List(MooList.FromOwned(points, points.Length)));
    }

    /// <summary>Whether no wall stands on the straight line between two tiles, the ends included.</summary>
    /// <example>grid_los(3, 1, 0, 0, 2, 0, {1, 9, 1}, {9}) => 0</example>
    /// <exception cref="MooError">E_INVARG for a tile outside the grid; E_QUOTA for a huge grid.</exception>
    [Builtin("grid_los")]
    public static Value LineOfSight(MooTask task, long width, long height, long x0, long y0, long x1, long y1,
        MooList tiles, MooList solid)
    {
        if (Grid.TryRead(task, width, height, tiles, solid, out var grid) is { } noGrid) return noGrid;
        if (CheckEnds(task, width, height, x0, y0, x1, y1) is { } outside) return outside;
        for (var line = new Bresenham(x0, y0, x1, y1); ; line.Step())
        {
            if (grid.IsSolid((int)(line.Y * grid.Width + line.X))) return Value.Int(0);
            if (line.IsAtEnd) return Value.Int(1);
        }
    }

    private static Value? CheckEnds(MooTask task, long width, long height, long x0, long y0, long x1, long y1)
    {
        if (width <= 0 || height <= 0)
            return task.RaiseHere(ErrorCode.E_INVARG, "a grid is not {0} wide and {1} high", Value.Int(width), Value.Int(height));
        foreach (var (x, y) in new[] { (x0, y0), (x1, y1) })
        {
            if (x < 0 || x >= width || y < 0 || y >= height)
                return task.RaiseHere(ErrorCode.E_INVARG, "{{{0}, {1}}} lies outside the grid", Value.Int(x), Value.Int(y));
        }
        return null;
    }

    /// <summary>Bresenham's line: the tiles that lie nearest to a straight line, one step at a time.</summary>
    private struct Bresenham
    {
        private readonly (long X, long Y) _end;
        private readonly long _width;
        private readonly long _height;
        private long _error;

        public Bresenham(long x0, long y0, long x1, long y1)
        {
            (X, Y) = (x0, y0);
            _end = (x1, y1);
            _width = Math.Abs(x1 - x0);
            _height = Math.Abs(y1 - y0);
            _error = _width - _height;
        }

        public long X { get; private set; }

        public long Y { get; private set; }

        public readonly bool IsAtEnd => (X, Y) == _end;

        public void Step()
        {
            var error = 2 * _error;
            if (error >= -_height)
            {
                _error -= _height;
                X += Math.Sign(_end.X - X);
            }
            if (error <= _width)
            {
                _error += _width;
                Y += Math.Sign(_end.Y - Y);
            }
        }
    }
}
