namespace Moo.Protocols.Editing;

/// <summary>The lines that were typed on a connection, to be gone through with the arrow keys; the last hundred.</summary>
internal sealed class InputHistory
{
    private const int MostLines = 100, LongestLine = 4 * 1024;

    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _at;

    /// <summary>Keeps a line. Not a blank one, nor the last one again, nor one too long to be typed again.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && line.Length <= LongestLine && (_lines.Count == 0 || _lines[^1] != line))
            _lines.Add(line);
        if (_lines.Count > MostLines)
            _lines.RemoveAt(0);
        Rewind();
    }

    /// <summary>Goes back to the line that is being typed.</summary>
    public void Rewind() => (_at, _draft) = (_lines.Count, "");

    /// <summary>The line before the one that is shown, or null.</summary>
    /// <param name="shown">What is shown; kept if it is the line that is being typed.</param>
    public string? Older(string shown)
    {
        if (_at == 0)
            return null;
        if (_at == _lines.Count)
            _draft = shown;
        return _lines[--_at];
    }

    /// <summary>The line after the one that is shown, or null.</summary>
    public string? Newer()
    {
        if (_at >= _lines.Count)
            return null;
        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
