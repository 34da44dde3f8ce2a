using Moo.Protocols.Msdp;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Support;

/// <summary>Writes down what a peer tells its host.</summary>
internal sealed class Recorder : IPeerEvents
{
    public List<string> Events { get; } = [];

    /// <summary>What the host does with a line, besides writing it down.</summary>
    public Action<string>? WhenLine { get; set; }

    /// <summary>What the host does when it is asked for its status.</summary>
    public Action? WhenMsspAsked { get; set; }

    public void OnLine(string line)
    {
        Events.Add("line: " + line);
        WhenLine?.Invoke(line);
    }

    public void OnMsspAsked()
    {
        Events.Add("mssp?");
        WhenMsspAsked?.Invoke();
    }

    public void OnLineTooLong() => Events.Add("line too long");
    public void OnGmcp(string package, string json) => Events.Add($"gmcp: {package} {json}".TrimEnd());
    public void OnMsdp(string name, MsdpValue value) => Events.Add($"msdp: {name} = {Show(value)}");
    public void OnUnclaimed(ReadOnlySpan<byte> sequence) => Events.Add("unclaimed: " + Convert.ToHexString(sequence));
    public void OnInterrupt() => Events.Add("interrupt");
    public void OnAlive() => Events.Add("alive");
    public void OnTerminalChanged(TerminalChange what) => Events.Add("terminal: " + what);
    public void OnSettled() => Events.Add("settled");
    public void OnClose(CloseReason reason) => Events.Add("close: " + reason);

    public void OnBytes(ReadOnlySpan<byte> bytes)
    {
        // However the bytes were cut, they are one run.
        if (Events.Count > 0 && Events[^1].StartsWith("bytes: ", StringComparison.Ordinal))
            Events[^1] += Convert.ToHexString(bytes);
        else
            Events.Add("bytes: " + Convert.ToHexString(bytes));
    }

    public static string Show(MsdpValue value) => value switch
    {
        MsdpText text => text.Text,
        MsdpArray array => "[" + string.Join(", ", array.Items.Select(Show)) + "]",
        MsdpTable table => "{" + string.Join(", ", table.Entries.Select(e => e.Key + ": " + Show(e.Value))) + "}",
        _ => "?",
    };
}
