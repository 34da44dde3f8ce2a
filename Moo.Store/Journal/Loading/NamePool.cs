namespace Moo.Store.Journal.Loading;

/// <summary>Gives equal names one string: a world holds few property names, but millions of rows that say them.</summary>
internal sealed class NamePool
{
    private readonly Dictionary<int, List<(byte[] Stored, string Name)>> _names = [];

    /// <summary>The name that these bytes of a row say.</summary>
    public string Find(ReadOnlySpan<byte> stored)
    {
        var hash = new HashCode();
        hash.AddBytes(stored);
        var key = hash.ToHashCode();
        if (!_names.TryGetValue(key, out var names)) _names[key] = names = [];
        foreach (var (bytes, known) in names)
            if (stored.SequenceEqual(bytes)) return known;
        var name = Rows.StoredText.Read(stored);
        names.Add((stored.ToArray(), name));
        return name;
    }
}
