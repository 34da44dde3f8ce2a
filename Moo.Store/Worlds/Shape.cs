using System.Collections.Concurrent;

namespace Moo.Store.Worlds;

/// <summary>Which properties an object holds cells of, and in which order: shared by all objects that hold the same.</summary>
/// <remarks>
/// Shapes form a tree: <see cref="With"/> leads from a shape to the one with one name more, always the same one. Two objects
/// with one shape have each cell at the same place, which is what the interpreter's caches ask by comparing references. Names
/// ignore case. A shape of very many names, such as a word list that keeps each word as a property, has an object of its own:
/// the tree would hold every shape on the way there, and grow with the square of the number of names.
/// </remarks>
public sealed class Shape
{
    // A hostile world could make up names without end; beyond this many branches a shape is simply not shared.
    private const int MostBranches = 2048;
    private const int LargestShared = 256;
    private const int LinearSearchLimit = 8;

    private readonly string[] _names;
    private readonly Shape? _before; // without the last name; none has who stands alone
    private readonly ConcurrentDictionary<string, Shape>? _branches;
    private Dictionary<string, int>? _index;

    private Shape(string[] names, Shape? before)
    {
        (_names, _before) = (names, before);
        if (names.Length < LargestShared) _branches = new ConcurrentDictionary<string, Shape>(concurrencyLevel: 1, capacity: 1, StringComparer.Ordinal);
    }

    /// <summary>The shape without properties.</summary>
    public static readonly Shape Empty = new([], null);

    /// <summary>The shape with these names in this order.</summary>
    public static Shape Of(ReadOnlySpan<string> names)
    {
        if (names.Length > LargestShared) return new Shape(names.ToArray(), null);
        var shape = Empty;
        foreach (var name in names) shape = shape.With(name);
        return shape;
    }

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
        if (_branches is null) return new Shape([.. _names, name], null);
        if (_branches.TryGetValue(name, out var next)) return next;
        next = new Shape([.. _names, name], this);
        return _branches.Count < MostBranches ? _branches.GetOrAdd(name, next) : next;
    }

    /// <summary>The shape without the name at a place; the later ones move up.</summary>
    public Shape Without(int index)
    {
        if (_names.Length > LargestShared) return Of([.. _names.AsSpan(0, index), .. _names.AsSpan(index + 1)]);
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
