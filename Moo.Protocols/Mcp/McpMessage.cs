namespace Moo.Protocols.Mcp;

/// <summary>An MCP message: a name and named values, each a single line or several.</summary>
/// <param name="name">The message's name; names and keys are compared without regard to case.</param>
public sealed class McpMessage(string name)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The message's name.</summary>
    public string Name { get; } = name;

    /// <summary>Values of one line.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The keys of values of several lines.</summary>
    public IReadOnlyCollection<string> LineKeys => _lines.Keys;

    /// <summary>A value of one line, or empty.</summary>
    public string Value(string key) => _values.GetValueOrDefault(key, "");

    /// <summary>A value of several lines, or none.</summary>
    public IReadOnlyList<string> Lines(string key) => _lines.TryGetValue(key, out var lines) ? lines : [];

    /// <summary>Adds a value of one line.</summary>
    /// <returns>This message, for the next value.</returns>
    public McpMessage With(string key, string value)
    {
        _values[key] = value;
        return this;
    }

    /// <summary>Adds a value of several lines.</summary>
    /// <returns>This message, for the next value.</returns>
    public McpMessage With(string key, IEnumerable<string> lines)
    {
        _lines[key] = [.. lines];
        return this;
    }

    internal bool TryAdd(string key, string value) => !_lines.ContainsKey(key) && _values.TryAdd(key, value);

    internal bool TryAddLines(string key) => !_values.ContainsKey(key) && _lines.TryAdd(key, []);

    internal bool TryAppend(string key, string line)
    {
        if (!_lines.TryGetValue(key, out var lines))
            return false;
        lines.Add(line);
        return true;
    }
}
