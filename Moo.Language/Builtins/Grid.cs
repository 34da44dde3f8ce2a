using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>
/// A map of tiles to find ways on: a flat list of tile numbers, row by row, and the numbers that nobody can walk on.
/// </summary>
internal sealed class Grid
{
    // The searches keep some numbers per tile; a grid of this size takes about 20 MB while one runs.
    private const int MostTiles = 1 << 20;
    private const int TilesPerTick = 16;

    // The straight directions first, then the diagonal ones.
    private static readonly (int X, int Y)[] Directions = [(0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1)];

    private readonly bool[] _isSolid;
    private int _directionCount = Directions.Length;
    private bool _mayCutCorners;
    private int _maxNodes = int.MaxValue;

    private Grid(int width, int height)
    {
        Width = width;
        Height = height;
        _isSolid = new bool[width * height];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>How many tiles a search has looked at.</summary>
    public int Visited { get; private set; }

    /// <summary>Reads a grid, or says what to return instead.</summary>
    public static Value? TryRead(MooTask task, long width, long height, MooList tiles, MooList solid, out Grid grid)
    {
        grid = null!;
        if (width <= 0 || height <= 0)
            return task.RaiseHere(ErrorCode.E_INVARG, "a grid is not {0} wide and {1} high", Value.Int(width), Value.Int(height));
        if (width > MostTiles || height > MostTiles || width * height > MostTiles)
            return task.RaiseHere(ErrorCode.E_QUOTA, "a grid may have {0} tiles", Value.Int(MostTiles));
        if (!Effort.OfElements(task, width * height + solid.Count)) return Value.Failure;
        grid = new Grid((int)width, (int)height);
        var walls = new HashSet<long>();
        foreach (ref readonly var tile in solid.AsSpan())
            if (tile.IsInt) walls.Add(tile.AsInt);
        var known = Math.Min(tiles.Count, grid._isSolid.Length);
        for (var i = 0; i < known; i++) grid._isSolid[i] = tiles[i].IsInt && walls.Contains(tiles[i].AsInt);
        return null;
    }

    /// <summary>Reads the options of a search.</summary>
    public Value? TryReadOptions(MooTask task, MooMap? options)
    {
        if (NamedOptions.ReadPositive(task, options, "max_nodes", ref _maxNodes) is { } wrongLimit) return wrongLimit;
        if (NamedOptions.ReadPositive(task, options, "directions", ref _directionCount) is { } wrong) return wrong;
        if (_directionCount is not (4 or 8))
            return task.RaiseHere(ErrorCode.E_INVARG, "there are 4 or 8 directions, not {0}", Value.Int(_directionCount));
        _mayCutCorners = NamedOptions.Find(options, "corner_cutting") is { IsTrue: true };
        return null;
    }

    /// <summary>Whether diagonal steps are allowed.</summary>
    public bool HasDiagonals => _directionCount > 4;

    /// <summary>The number of a tile; -1 and an error to return if it lies outside.</summary>
    public int PlaceOf(MooTask task, long x, long y, out Value failure)
    {
        failure = default;
        if (x >= 0 && x < Width && y >= 0 && y < Height) return (int)(y * Width + x);
        failure = task.RaiseHere(ErrorCode.E_INVARG, "{{{0}, {1}}} lies outside the grid", Value.Int(x), Value.Int(y));
        return -1;
    }

    public bool IsSolid(int place) => _isSolid[place];

    /// <summary>The tiles that one step from a tile reaches.</summary>
    /// <returns>How many there are.</returns>
    public int Neighbours(int place, Span<int> neighbours)
    {
        var (x, y) = (place % Width, place / Width);
        var count = 0;
        for (var i = 0; i < _directionCount; i++)
        {
            var (dx, dy) = Directions[i];
            if (!IsOpen(x + dx, y + dy)) continue;
            // Beside a wall a diagonal step would cut its corner.
            if (dx != 0 && dy != 0 && !_mayCutCorners && !(IsOpen(x + dx, y) && IsOpen(x, y + dy))) continue;
            neighbours[count++] = place + dy * Width + dx;
        }
        return count;
    }

    private bool IsOpen(int x, int y) => x >= 0 && x < Width && y >= 0 && y < Height && !_isSolid[y * Width + x];

    /// <summary>
    /// Counts a tile that a search looks at, and charges for it. What to return if that was one too many.
    /// </summary>
    public Value? Visit(MooTask task)
    {
        if (++Visited > _maxNodes)
            return task.RaiseHere(ErrorCode.E_MAXREC, "the search may look at {0} tiles", Value.Int(_maxNodes));
        return Visited % TilesPerTick != 0 || task.Spend(1) ? null : Value.Failure;
    }

    /// <summary>A tile as <c>{x, y}</c>.</summary>
    public Value Point(int place) => Value.List(Value.Int(place % Width), Value.Int(place / Width));
}
