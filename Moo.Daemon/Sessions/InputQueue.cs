namespace Moo.Daemon.Sessions;

/// <summary>What a connection has sent and what waits for its turn, bounded. Not thread-safe: its session locks.</summary>
internal sealed class InputQueue
{
    private const int MostItems = 10_000;
    private const int MostCharacters = 1 << 20;

    private readonly LinkedList<InputItem> _items = new();
    private int _length;

    /// <summary>Adds an item at the end; false if there is no room.</summary>
    public bool Add(in InputItem item)
    {
        if (_items.Count >= MostItems || _length + item.Length > MostCharacters) return false;
        _items.AddLast(item);
        _length += item.Length;
        return true;
    }

    /// <summary>Adds an item before all others; false if there is no room.</summary>
    public bool AddFirst(in InputItem item)
    {
        if (!Add(item)) return false;
        _items.RemoveLast();
        _items.AddFirst(item);
        return true;
    }

    /// <summary>Whether there is room for more.</summary>
    public bool HasRoom => _items.Count < MostItems / 2 && _length < MostCharacters / 2;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Takes the oldest item of a kind.</summary>
    public bool TryTake(Predicate<InputItem> isWanted, out InputItem item)
    {
        for (var node = _items.First; node is not null; node = node.Next)
        {
            if (!isWanted(node.Value)) continue;
            item = node.Value;
            _items.Remove(node);
            _length -= item.Length;
            return true;
        }
        item = default;
        return false;
    }

    /// <summary>Takes the oldest item.</summary>
    public bool TryTake(out InputItem item)
    {
        item = _items.First?.Value ?? default;
        if (_items.Count == 0) return false;
        _items.RemoveFirst();
        _length -= item.Length;
        return true;
    }

    /// <summary>Takes all lines; messages stay.</summary>
    public IReadOnlyList<string> ClearLines()
    {
        var lines = new List<string>();
        while (TryTake(static item => item.Kind is InputKind.Line or InputKind.Text, out var line)) lines.Add(line.Text);
        return lines;
    }
}
