namespace Moo.Daemon.Sessions;

/// <summary>The lines that a connection has sent and that wait for their turn, bounded. Not thread-safe: its session locks.</summary>
internal sealed class InputQueue
{
    private const int MostLines = 10_000;
    private const int MostCharacters = 1 << 20;

    private readonly LinkedList<string> _lines = new();
    private int _length;

    /// <summary>The number of lines.</summary>
    public int Count => _lines.Count;

    /// <summary>Adds a line at the end; false if there is no room.</summary>
    public bool Add(string line)
    {
        if (_lines.Count >= MostLines || _length + line.Length > MostCharacters) return false;
        _lines.AddLast(line);
        _length += line.Length;
        return true;
    }

    /// <summary>Adds a line before all others; false if there is no room.</summary>
    public bool AddFirst(string line)
    {
        if (!Add(line)) return false;
        _lines.RemoveLast();
        _lines.AddFirst(line);
        return true;
    }

    /// <summary>Whether there is room for more.</summary>
    public bool HasRoom => _lines.Count < MostLines / 2 && _length < MostCharacters / 2;

    /// <summary>The oldest line, which stays.</summary>
    public string? Peek() => _lines.First?.Value;

    /// <summary>Takes the oldest line.</summary>
    public bool TryTake(out string line)
    {
        line = _lines.First?.Value ?? "";
        if (_lines.Count == 0) return false;
        _lines.RemoveFirst();
        _length -= line.Length;
        return true;
    }

    /// <summary>Takes the oldest line of a kind; null if there is none.</summary>
    public string? TakeFirst(Predicate<string> isWanted)
    {
        for (var node = _lines.First; node is not null; node = node.Next)
        {
            if (!isWanted(node.Value)) continue;
            _lines.Remove(node);
            _length -= node.Value.Length;
            return node.Value;
        }
        return null;
    }

    /// <summary>Takes all lines.</summary>
    public IReadOnlyList<string> Clear()
    {
        var all = _lines.ToArray();
        _lines.Clear();
        _length = 0;
        return all;
    }
}
