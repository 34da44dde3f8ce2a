using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>A connection, as far as MOO code can ask about it.</summary>
public interface IConnection
{
    /// <summary>Its own number, negative.</summary>
    ObjectId Id { get; }

    /// <summary>Who is logged in on it; its own number before that.</summary>
    ObjectId Player { get; }

    /// <summary>Whether somebody is logged in on it.</summary>
    bool IsLoggedIn { get; }

    /// <summary>Seconds since it was made, or since its player logged in.</summary>
    double ConnectedSeconds { get; }

    /// <summary>Seconds since its last line of input.</summary>
    double IdleSeconds { get; }

    /// <summary>Where it comes from, as <c>connection_name()</c> tells.</summary>
    string Name { get; }

    /// <summary>Bytes of output that wait to be sent.</summary>
    int BufferedOutput { get; }

    /// <summary>The options, by name: <c>connection_options()</c>.</summary>
    IReadOnlyDictionary<string, Value> Options { get; }
}
