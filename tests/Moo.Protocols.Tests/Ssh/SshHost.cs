using Moo.Protocols.Ssh;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>A server's side above an <see cref="SshPeer"/>: writes down what it is told, and answers logins when it is asked to.</summary>
internal sealed class SshHost(SshClient client) : IPeerEvents
{
    private LoginTry? _waiting;

    public List<string> Events { get; } = [];

    public List<LoginTry> Logins { get; } = [];

    /// <summary>Which logins are right; null answers none.</summary>
    public Func<LoginTry, bool>? Accepts { get; set; } = _ => false;

    public void OnLine(string line) => Events.Add("line: " + line);
    public void OnInterrupt() => Events.Add("interrupt");
    public void OnInputEnd() => Events.Add("end");
    public void OnLeft() => Events.Add("left");
    public void OnSettled() => Events.Add("settled");
    public void OnClose(CloseReason reason) => Events.Add("close: " + reason);
    public void OnTerminalChanged(TerminalChange what) => Events.Add("terminal: " + what);
    public void OnBytes(ReadOnlySpan<byte> bytes) => Events.Add("bytes: " + Convert.ToHexString(bytes));

    public void OnLoginTry(LoginTry attempt)
    {
        Logins.Add(attempt);
        _waiting = attempt;
    }

    /// <summary>Answers the login that waits.</summary>
    public void Answer()
    {
        while (_waiting is { } attempt && Accepts is not null)
        {
            _waiting = null;
            client.Peer.Answer(Accepts(attempt));
        }
    }

    /// <summary>Takes what was written down.</summary>
    public string Take()
    {
        var events = string.Join('\n', Events);
        Events.Clear();
        return events;
    }
}
