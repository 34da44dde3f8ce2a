using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>What the language needs from the server around it. The daemon is one; tests and tools bring others.</summary>
/// <remarks>What MOO code does to the outside goes out as effects of a commit; this is for what it asks.</remarks>
public interface IHost
{
    /// <summary>Writes a line to the server's log.</summary>
    void Log(string message, bool isError = false);

    /// <summary>The open connections, oldest first.</summary>
    IReadOnlyList<IConnection> Connections { get; }

    /// <summary>The connection of a number: its own negative one, or a player's, who may have several: the one that spoke last.</summary>
    IConnection? FindConnection(ObjectId who);

    /// <summary>What <c>server_version()</c> answers.</summary>
    string Version { get; }
}
