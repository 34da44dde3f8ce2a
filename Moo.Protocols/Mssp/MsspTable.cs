namespace Moo.Protocols.Mssp;

/// <summary>What a server tells listing sites about itself: names, each with one or more values.</summary>
/// <remarks>
/// MSSP (telnet option 70). NAME, PLAYERS and UPTIME are required; of several values the last is the default. SSL is
/// the number of the TLS port, from which Mudlet offers to switch.
/// </remarks>
public sealed class MsspTable
{
    private readonly List<KeyValuePair<string, string[]>> _variables = [];

    /// <summary>The variables in the order in which they were added.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Variables => _variables;

    /// <summary>Adds a variable, or sets it anew in its place.</summary>
    /// <returns>This table, for the next one.</returns>
    public MsspTable Add(string name, params string[] values)
    {
        var place = _variables.FindIndex(variable => variable.Key == name);
        if (place < 0)
            _variables.Add(new(name, values));
        else
            _variables[place] = new(name, values);
        return this;
    }
}
