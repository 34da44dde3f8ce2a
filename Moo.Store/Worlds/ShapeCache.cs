namespace Moo.Store.Worlds;

/// <summary>Finds the shape of a row of names without walking there name by name each time.</summary>
internal sealed class ShapeCache
{
    private readonly Dictionary<int, List<Shape>> _shapes = [];
    private Shape _last = Shape.Empty;

    /// <summary>The shape with these names in this order; the same one for the same names.</summary>
    public Shape Find(ReadOnlySpan<string> names)
    {
        if (names.SequenceEqual(_last.Names)) return _last;

        var hash = new HashCode();
        foreach (var name in names) hash.Add(name, StringComparer.Ordinal);
        var key = hash.ToHashCode();
        if (!_shapes.TryGetValue(key, out var shapes)) _shapes[key] = shapes = [];
        foreach (var known in shapes)
            if (names.SequenceEqual(known.Names)) return _last = known;
        var shape = Shape.Of(names);
        shapes.Add(shape);
        return _last = shape;
    }
}
