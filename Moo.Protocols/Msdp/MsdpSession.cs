namespace Moo.Protocols.Msdp;

/// <summary>What one client wants to be told over MSDP: the commands LIST, REPORT, UNREPORT, RESET and SEND.</summary>
/// <remarks>The variables are those that the world has set so far, and the client is told of a change only of those
/// that it asked to have reported.</remarks>
/// <param name="send">Sends a variable to the client.</param>
public sealed class MsdpSession(Action<string, MsdpValue> send)
{
    private const int MostVariables = 256;

    private static readonly string[] Commands = ["LIST", "REPORT", "RESET", "SEND", "UNREPORT"];
    private static readonly string[] Lists =
    [
        "COMMANDS", "LISTS", "CONFIGURABLE_VARIABLES", "REPORTABLE_VARIABLES", "REPORTED_VARIABLES",
        "SENDABLE_VARIABLES",
    ];

    private readonly Dictionary<string, MsdpValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The world says what a variable is; at most 256 are remembered.</summary>
    public void Set(string name, MsdpValue value)
    {
        if (!_values.ContainsKey(name) && _values.Count >= MostVariables)
            return;
        _values[name] = value;
        if (_reported.Contains(name))
            send(name, value);
    }

    /// <summary>The client sent a variable.</summary>
    /// <returns>Whether it was one of the commands, which has been obeyed.</returns>
    public bool Receive(string name, MsdpValue value)
    {
        switch (name)
        {
            case "LIST":
                foreach (var list in Names(value))
                {
                    if (Listed(list) is { } entries)
                        send(list, new MsdpArray([.. entries.Select(entry => new MsdpText(entry))]));
                }
                return true;
            case "REPORT":
                foreach (var wanted in Names(value))
                {
                    // What is not there yet is reported once it is.
                    if (_reported.Count < MostVariables)
                        _reported.Add(wanted);
                    SendIfKnown(wanted);
                }
                return true;
            case "SEND":
                foreach (var wanted in Names(value))
                    SendIfKnown(wanted);
                return true;
            case "UNREPORT":
                foreach (var wanted in Names(value))
                    _reported.Remove(wanted);
                return true;
            case "RESET":
                if (Names(value).Any(list => list is "REPORTABLE_VARIABLES" or "REPORTED_VARIABLES"))
                    _reported.Clear();
                return true;
            default:
                return false;
        }
    }

    private void SendIfKnown(string name)
    {
        if (_values.TryGetValue(name, out var value))
            send(name, value);
    }

    private IEnumerable<string>? Listed(string list) => list switch
    {
        "COMMANDS" => Commands,
        "LISTS" => Lists,
        "REPORTABLE_VARIABLES" or "SENDABLE_VARIABLES" => _values.Keys,
        "REPORTED_VARIABLES" => _reported,
        "CONFIGURABLE_VARIABLES" => [],
        _ => null,
    };

    private static IEnumerable<string> Names(MsdpValue value) => value switch
    {
        MsdpText text => [text.Text],
        MsdpArray array => array.Items.OfType<MsdpText>().Select(item => item.Text),
        _ => [],
    };
}
