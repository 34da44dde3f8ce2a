using Moo.Language.Scheduling;
using Moo.Protocols.Mcp;
using Moo.Protocols.Ssh;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <content>What the world does to a connection.</content>
internal sealed partial class Session
{
    /// <summary>Makes the connection a player's.</summary>
    /// <param name="player">The player.</param>
    /// <param name="isNew">Whether the player was made by this very login.</param>
    /// <param name="isSilent">Whether the player sees nothing of it.</param>
    /// <param name="greeted">Told when the world has greeted the player, or will not.</param>
    public void LogIn(ObjectId player, bool isNew, bool isSilent, Action<TaskEnd>? greeted = null)
    {
        lock (_gate)
        {
            if (IsEnding)
            {
                greeted?.Invoke(default);
                return;
            }
            Player = player;
            _connectedAt = Now;
            _peer.LogIn();
            _gmcp.Clear();
            _output.Limit = _peer.Limits.QueuedOutputBytes;
            if (_input.Mcp is { } mcp) mcp.Limits = new McpLimits();
        }
        _entry.Admission.LogIn();
        Registry.Logins.Succeeded(_entry.Admission.Key);
        Registry.LoggedIn(this, isNew, isSilent, greeted);
    }

    /// <summary>Answers who said who they are, on a transport that asks for that itself; what the world told them goes with it.</summary>
    public void AnswerLogin(bool isAccepted)
    {
        lock (_gate)
        {
            if (IsEnding || _peer is not SshPeer ssh) return;
            while (_output.TryTake(out var item)) Encode(item);
            ssh.Answer(isAccepted);
        }
        AfterPeer();
    }

    /// <summary>Puts a line into the input, as if it had been typed.</summary>
    public void ForceInput(string line, bool isFirst)
    {
        lock (_gate) _turns.Add(new InputItem(line), isFirst);
        _turns.Advance();
    }

    /// <summary>Calls the connection's other end by the address that a trusted proxy says it has. Under the gate.</summary>
    public void CallAddress(string address) => Route = Route with { RemoteAddress = address, RemoteHost = address };

    /// <summary>Forgets the lines that wait.</summary>
    public void FlushInput(bool showsMessages)
    {
        lock (_gate) _input.Flush(showsMessages);
        _wire.Wake();
    }

    /// <summary>Takes the first line that waits and is not out-of-band; null if there is none.</summary>
    public string? TakeInput() => _turns.TakeForReader();

    /// <summary>Says that a task waits for a line.</summary>
    public void InputWanted() => _turns.Advance();
}
