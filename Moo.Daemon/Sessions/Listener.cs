using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>Where a connection comes from: what accepted it, or what asked for it.</summary>
/// <param name="Point">The place, as <c>listeners()</c> tells it.</param>
/// <param name="IsOutbound">Whether the server made the connection itself.</param>
internal sealed record Listener(ListeningPoint Point, bool IsOutbound = false)
{
    /// <summary>The object whose verbs are called for its connections.</summary>
    public ObjectId Object => Point.Object;
}
