using System.Globalization;

namespace Moo.Protocols.Mcp;

/// <summary>
/// The package <c>mcp-cord</c>: channels of a type between an object and the client, each with messages of its own.
/// </summary>
/// <remarks>The server's cords are numbered I1, I2, …; the client's begin with R: the two cannot meet.</remarks>
/// <param name="session">The session that carries them.</param>
public sealed class McpCords(McpSession session)
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private int _lastId;

    /// <summary>The type of an open cord, or null.</summary>
    public string? TypeOf(string id) => _types.GetValueOrDefault(id);

    /// <summary>Opens a cord; null if the client has no cords, or too many are open.</summary>
    public string? Open(string type)
    {
        var id = "I" + (_lastId + 1).ToString(CultureInfo.InvariantCulture);
        if (_types.Count >= session.Limits.Cords
            || !session.Send(new McpMessage("mcp-cord-open").With("_id", id).With("_type", type)))
        {
            return null;
        }
        _lastId++;
        _types[id] = type;
        return id;
    }

    /// <summary>Sends a message over a cord; false if it is not open.</summary>
    /// <param name="id">The cord.</param>
    /// <param name="name">The message's name.</param>
    /// <param name="values">Its values; keys that begin with an underscore are the package's own and left out.</param>
    public bool Send(string id, string name, IEnumerable<KeyValuePair<string, string>> values)
    {
        if (!_types.ContainsKey(id))
            return false;
        var message = new McpMessage("mcp-cord").With("_id", id).With("_message", name);
        foreach (var (key, value) in values.Where(pair => !pair.Key.StartsWith('_')))
            message.With(key, value);
        return session.Send(message);
    }

    /// <summary>Closes a cord.</summary>
    public void Close(string id)
    {
        if (_types.Remove(id))
            session.Send(new McpMessage("mcp-cord-closed").With("_id", id));
    }

    /// <summary>Takes a message that the session completed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="id">The cord it is about.</param>
    public CordEvent Receive(McpMessage message, out string id)
    {
        id = message.Value("_id");
        switch (message.Name.ToUpperInvariant())
        {
            case "MCP-CORD-OPEN" when id.StartsWith('R') && _types.Count < session.Limits.Cords:
                return _types.TryAdd(id, message.Value("_type")) ? CordEvent.Opened : CordEvent.None;
            case "MCP-CORD" when _types.ContainsKey(id):
                return CordEvent.Message;
            case "MCP-CORD-CLOSED" when _types.Remove(id):
                return CordEvent.Closed;
            default:
                return CordEvent.None;
        }
    }
}
