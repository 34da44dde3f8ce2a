using System.Collections.Concurrent;

namespace Moo.Store.Worlds;

/// <summary>Which properties an object holds cells of, and in which order: shared by all objects that hold the same.</summary>
/// <remarks>
/// Shapes form a tree: <see cref="With"/> leads from a shape to the one with one name more, always the same one. Comparing
/// two shapes by reference therefore answers whether a cell stands at the same place in two objects, which is what the
/// interpreter's caches ask. Names ignore case.
/// </remarks>
public sealed class Shape
{
    // A hostile world could make up names without end; beyond this many branches a shape is simply not shared.
    private const int MostBranches = 2048;
    private const int LinearSearchLimit = 8;

    private readonly string[] _names;
    private readonly Shape? _before; // without the last name
    private readonly ConcurrentDictionary<string, Shape> _branches = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _index;

    private Shape(string[] names, Shape? before) => (_names, _before) = (names, before);

    /// <summary>The shape without properties.</summary>
    public static readonly Shape Empty = new([], null);

    /// <summary>The number of cells.</summary>
    public int Count => _names.Length;

    /// <summary>The names, in the order of the cells.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>The place of a name, or -1.</summary>
    public int IndexOf(string name)
    {
        if (_names.Length > LinearSearchLimit) return Index.TryGetValue(name, out var place) ? place : -1;
        for (var i = 0; i < _names.Length; i++)
            if (string.Equals(_names[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    /// <summary>The shape with one name more, at the end. The name is not there yet.</summary>
    public Shape With(string name)
    {
        if (_branches.TryGetValue(name, out var next)) return next;
        next = new Shape([.. _names, name], this);
        return _branches.Count < MostBranches ? _branches.GetOrAdd(name, next) : next;
    }

    /// <summary>The shape without the name at a place; the later ones move up.</summary>
    public Shape Without(int index)
    {
        var shape = this;
        while (shape.Count > index) shape = shape._before!;
        for (var i = index + 1; i < _names.Length; i++) shape = shape.With(_names[i]);
        return shape;
    }

    private Dictionary<string, int> Index
    {
        get
        {
            if (_index is { } index) return index;
            index = new Dictionary<string, int>(_names.Length, StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < _names.Length; i++) index[_names[i]] = i;
            return _index = index;
        }
    }
}
